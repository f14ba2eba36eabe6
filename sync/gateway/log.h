#pragma once

#include <QJsonObject>
#include <QString>

namespace amparo::gateway {

/// One line of JSON on standard error: time, level, event, and fields. For whatever collects a service's
/// journal.
///
/// Fields are codes, counts and post ids; never a value from a record, an address, a token, or a sentence of
/// the database's, which may quote one. Thread: any.
enum class Level { Info, Warning, Error };
void logLine(Level level, const QString &event, const QJsonObject &fields = {});

}  // namespace amparo::gateway
