#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace amparo::bench {

/// What figures are worth nothing without: version, compiler, build type, processor, memory, operating
/// system, the file system of `folder`, and when it was.
QJsonObject describeMachine(const QString &folder);

/// Of a process: "VmRSS:" now, "VmHWM:" at most so far; 0: there is no such process.
qint64 memoryInKib(qint64 processId, const QByteArray &what);

}  // namespace amparo::bench
