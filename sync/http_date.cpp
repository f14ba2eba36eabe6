#include "sync/http_date.h"

#include <QLocale>

#include <algorithm>

namespace amparo::sync {

namespace {

constexpr QLatin1StringView format("ddd, dd MMM yyyy hh:mm:ss 'GMT'");

}  // namespace

QByteArray toHttpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), format).toLatin1();
}

std::optional<QDateTime> fromHttpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), format);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<std::chrono::seconds> readRetryAfter(const QByteArray &text, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 seconds = text.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    const auto time = fromHttpDate(text.trimmed());
    if (!time)
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(*time)));
}

}  // namespace amparo::sync
