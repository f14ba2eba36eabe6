#include "sync/gateway/log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace amparo::gateway {

namespace {

QString levelName(Level level)
{
    switch (level) {
    case Level::Info:
        return QStringLiteral("info");
    case Level::Warning:
        return QStringLiteral("warning");
    case Level::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

}  // namespace

void logLine(Level level, const QString &event, const QJsonObject &fields)
{
    QJsonObject line = fields;
    line.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), levelName(level));
    line.insert(QStringLiteral("event"), event);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stderr);  // in one call: lines stay whole
}

}  // namespace amparo::gateway
