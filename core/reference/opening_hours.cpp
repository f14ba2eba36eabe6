#include "reference/opening_hours.h"

#include <QRegularExpression>
#include <QStringList>

namespace amparo::reference {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int minutesOfWeek = 7 * minutesOfDay;

const QStringList &dayNames()
{
    static const QStringList names{QStringLiteral("Mo"), QStringLiteral("Tu"), QStringLiteral("We"),
                                   QStringLiteral("Th"), QStringLiteral("Fr"), QStringLiteral("Sa"),
                                   QStringLiteral("Su")};
    return names;
}

tl::unexpected<Error> unreadable(const QString &part)
{
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("\"%1\" is no opening hours such as 24/7 or Mo-Fr 08:00-16:00").arg(part));
}

/// "Mo-Fr" or "Sa,Su": days from 0; empty: it is neither.
QList<int> daysOf(const QString &text)
{
    QList<int> days;
    for (const QString &part : text.split(u',')) {
        const QStringList ends = part.split(u'-');
        const qsizetype first = dayNames().indexOf(ends.first());
        const qsizetype last = dayNames().indexOf(ends.last());
        if (ends.size() > 2 || first < 0 || last < 0)
            return {};
        for (qsizetype day = first;; day = (day + 1) % 7) {
            days.append(int(day));
            if (day == last)
                break;
        }
    }
    return days;
}

/// Minutes since midnight up to and with 24:00; nullopt: no time.
std::optional<int> minutesOf(const QString &hours, const QString &minutes)
{
    const int time = hours.toInt() * 60 + minutes.toInt();
    return minutes.toInt() < 60 && time <= minutesOfDay ? std::optional(time) : std::nullopt;
}

}  // namespace

Result<OpeningHours> OpeningHours::parse(const QString &text)
{
    OpeningHours hours;
    hours.m_text = text.trimmed();
    hours.m_isAlways = hours.m_text == QLatin1String("24/7");
    if (hours.m_isAlways)
        return hours;
    for (const QString &rule : hours.m_text.split(u';')) {
        if (const Result<> added = hours.addRule(rule.trimmed()); !added)
            return tl::make_unexpected(added.error());
    }
    return hours;
}

Result<> OpeningHours::addRule(const QString &rule)
{
    static const QRegularExpression time(QStringLiteral("^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$"));
    const QList<int> days = daysOf(rule.section(u' ', 0, 0));
    const QStringList times = rule.section(u' ', 1).split(u',');
    if (days.isEmpty())
        return unreadable(rule);
    for (const QString &one : times) {
        const QRegularExpressionMatch match = time.match(one.trimmed());
        const auto begin = minutesOf(match.captured(1), match.captured(2));
        const auto end = minutesOf(match.captured(3), match.captured(4));
        if (!match.hasMatch() || !begin || !end || *begin == *end)
            return unreadable(rule);
        for (const int day : days)
            m_spans.append({day * minutesOfDay + *begin, (*end - *begin + minutesOfDay) % minutesOfDay});
        // 00:00-24:00 is a whole day, which the remainder takes for nothing
        for (Span &span : m_spans)
            span.length = span.length == 0 ? minutesOfDay : span.length;
    }
    return {};
}

bool OpeningHours::isOpen(const QDateTime &local) const
{
    if (m_isAlways)
        return true;
    const int now =
        (local.date().dayOfWeek() - 1) * minutesOfDay + local.time().msecsSinceStartOfDay() / 60000;
    return std::any_of(m_spans.begin(), m_spans.end(), [now](const Span &span) {
        return (now - span.begin + minutesOfWeek) % minutesOfWeek < span.length;
    });
}

}  // namespace amparo::reference
