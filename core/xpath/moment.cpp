// Dates as ODK writes them: ISO 8601 with an offset, where XPath 1.0 knows only strings.

#include "xpath/value.h"

namespace amparo::xpath {

namespace {

constexpr double millisecondsADay = 86'400'000.0;

/// Takes digits and signs off the front of a text.
class Scanner {
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

    bool atEnd() const { return m_rest.isEmpty(); }
    QChar peek() const { return atEnd() ? QChar() : m_rest.front(); }

    bool take(char16_t wanted)
    {
        if (peek() != wanted)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// A number of at least `least` and at most `most` digits, -1 where there is none.
    int digits(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && !atEnd() && peek() >= u'0' && peek() <= u'9') {
            value = value * 10 + (peek().unicode() - u'0');
            m_rest = m_rest.sliced(1);
            ++count;
        }
        return count < least ? -1 : value;
    }

    /// Decimals of a second, as milliseconds; further ones are dropped.
    int milliseconds()
    {
        int value = 0;
        int weight = 100;
        while (!atEnd() && peek() >= u'0' && peek() <= u'9') {
            value += weight * (peek().unicode() - u'0');
            weight /= 10;
            m_rest = m_rest.sliced(1);
        }
        return value;
    }

private:
    QStringView m_rest;
};

std::optional<QTime> takeTime(Scanner &scanner)
{
    const int hour = scanner.digits(2, 2);
    if (hour < 0 || !scanner.take(u':'))
        return std::nullopt;
    const int minute = scanner.digits(2, 2);
    int second = 0;
    int millisecond = 0;
    if (scanner.take(u':')) {
        second = scanner.digits(2, 2);
        if (scanner.take(u'.') || scanner.take(u','))
            millisecond = scanner.milliseconds();
    }
    const QTime time(hour, minute, second, millisecond);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Seconds east of UTC; nullopt where the text says something else than an offset.
std::optional<int> takeOffset(Scanner &scanner)
{
    if (scanner.take(u'Z'))
        return 0;
    const int sign = scanner.take(u'-') ? -1 : scanner.take(u'+') ? 1 : 0;
    const int hours = sign == 0 ? -1 : scanner.digits(2, 2);
    if (hours < 0 || hours > 23)
        return std::nullopt;
    if (scanner.atEnd())
        return sign * hours * 3600;
    scanner.take(u':');
    const int minutes = scanner.digits(2, 2);
    if (minutes < 0 || minutes > 59)
        return std::nullopt;
    return sign * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<Moment> parseMoment(QStringView text, const QTimeZone *zone)
{
    Scanner scanner(text.trimmed());
    const int year = scanner.digits(4, 4);
    if (year < 0 || !scanner.take(u'-'))
        return std::nullopt;
    const int month = scanner.digits(1, 2);
    if (!scanner.take(u'-'))
        return std::nullopt;
    const QDate date(year, month, scanner.digits(1, 2));
    if (!date.isValid())
        return std::nullopt;
    if (scanner.atEnd())
        return Moment::ofDate(date);

    if (!scanner.take(u'T') && !scanner.take(u' '))
        return std::nullopt;
    const auto time = takeTime(scanner);
    if (!time)
        return std::nullopt;
    if (scanner.atEnd())
        return Moment::ofTime(zone ? QDateTime(date, *time, *zone) : QDateTime(date, *time));
    const auto offset = takeOffset(scanner);
    if (!offset || !scanner.atEnd())
        return std::nullopt;
    return Moment::ofTime(QDateTime(date, *time, Qt::OffsetFromUTC, *offset));
}

QString Moment::toString() const
{
    if (!hasTime)
        return at.date().toString(Qt::ISODate);
    const int minutes = at.offsetFromUtc() / 60;
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return at.date().toString(Qt::ISODate) + u'T' + at.time().toString(QStringLiteral("HH:mm:ss.zzz")) +
           (minutes < 0 ? u'-' : u'+') + two(qAbs(minutes) / 60) + u':' + two(qAbs(minutes) % 60);
}

double Moment::days(const QTimeZone &zone) const
{
    const auto start = hasTime ? at : at.date().startOfDay(zone);
    return double(start.toMSecsSinceEpoch()) / millisecondsADay;
}

}  // namespace amparo::xpath
