#pragma once

#include <QJsonObject>
#include <QString>

namespace amparo::bench {

/// What figures are worth nothing without: version, compiler, build type, processor, memory, operating
/// system, the file system of `folder`, and when it was.
QJsonObject describeMachine(const QString &folder);

}  // namespace amparo::bench
