// ODK's dates and times. What is no date yields an empty text, or NaN where a number is asked for, so that a
// half-typed answer does not stop a form.

#include "xpath/functions.h"

#include <QLocale>

#include <cmath>

namespace amparo::xpath {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double furthest = 3e6;  // days: beyond the year 9999
constexpr double millisecondsADay = 86'400'000.0;

/// What a number of days since 1970-01-01 UTC says: the moment, or where it is whole and `whole` asks for it,
/// a date of the calendar.
enum class Whole { IsDate, IsMoment };

std::optional<Moment> momentOf(Arguments &in, double days, Whole whole)
{
    if (!(std::abs(days) <= furthest))
        return std::nullopt;
    if (whole == Whole::IsDate && days == std::trunc(days))
        return Moment::ofDate(QDate(1970, 1, 1).addDays(qint64(days)));
    const auto at = QDateTime::fromMSecsSinceEpoch(std::llround(days * millisecondsADay), Qt::UTC);
    return Moment::ofTime(at.toTimeZone(in.evaluator().zone()));
}

std::optional<Moment> momentOf(Arguments &in, const Value &value, Whole whole)
{
    if (const auto *moment = value.moment())
        return *moment;
    if (value.isBoolean())
        return std::nullopt;
    if (value.isNumber())
        return momentOf(in, value.toNumber(), whole);
    const auto text = value.toString();
    const auto moment = parseMoment(text, &in.evaluator().zone());
    return moment ? moment : momentOf(in, parseNumber(text), whole);
}

QDateTime inZone(Arguments &in, const Moment &moment)
{
    return moment.hasTime ? moment.at.toTimeZone(in.evaluator().zone()) : moment.at;
}

Value today(Arguments &in)
{
    return Moment::ofDate(in.environment().clock().utcNow().toTimeZone(in.evaluator().zone()).date());
}

Value now(Arguments &in)
{
    return Moment::ofTime(in.environment().clock().utcNow().toTimeZone(in.evaluator().zone()));
}

Value date(Arguments &in)
{
    const auto moment = momentOf(in, in.value(0), Whole::IsDate);
    return moment ? Value(Moment::ofDate(inZone(in, *moment).date())) : Value(QString());
}

// A number is a moment, also where it is whole, as in all of ODK's clients.
Value dateTime(Arguments &in)
{
    const auto value = in.value(0);
    const auto moment = momentOf(in, value, Whole::IsMoment);
    if (!moment)
        return QString();
    if (!moment->hasTime)
        return *moment;
    const auto at = inZone(in, *moment);
    const bool isMidnight = value.isNumber() && at.time() == QTime(0, 0);
    return isMidnight ? Moment::ofDate(at.date()) : Moment::ofTime(at);
}

Value decimalDateTime(Arguments &in)
{
    const auto value = in.value(0);
    if (value.isNumber())
        return value;
    const auto moment = momentOf(in, value, Whole::IsMoment);
    return moment ? moment->days(in.evaluator().zone()) : notANumber;
}

// A time alone is read as one of the first day that ODK counts from; what is left of a day is in the local
// zone.
Value decimalTime(Arguments &in)
{
    const auto value = in.value(0);
    if (value.isNumber())
        return value.toNumber() - std::floor(value.toNumber());
    const auto &zone = in.evaluator().zone();
    auto moment = value.moment() ? std::optional(*value.moment()) : parseMoment(value.toString(), &zone);
    if (!moment)
        moment = parseMoment(QStringLiteral("1970-01-01T") + value.toString(), &zone);
    if (!moment)
        return notANumber;
    return double(inZone(in, *moment).time().msecsSinceStartOfDay()) / millisecondsADay;
}

QString padded(int number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

// Some languages shorten with a full stop ("ene."), which ODK's clients do not show.
QString shortened(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

/// One identifier of the format; nullopt: there is none such.
std::optional<QString> part(QChar identifier, const QDateTime &at, const QLocale &locale)
{
    switch (identifier.unicode()) {
    case u'%':
        return QStringLiteral("%");
    case u'Y':
        return padded(at.date().year(), 4);
    case u'y':
        return padded(at.date().year() % 100, 2);
    case u'm':
        return padded(at.date().month(), 2);
    case u'n':
        return QString::number(at.date().month());
    case u'b':
        return shortened(locale.monthName(at.date().month(), QLocale::ShortFormat));
    case u'd':
        return padded(at.date().day(), 2);
    case u'e':
        return QString::number(at.date().day());
    case u'a':
        return shortened(locale.dayName(at.date().dayOfWeek(), QLocale::ShortFormat));
    case u'W':
        return QString::number(at.date().weekNumber());
    case u'H':
        return padded(at.time().hour(), 2);
    case u'h':
        return QString::number(at.time().hour());
    case u'M':
        return padded(at.time().minute(), 2);
    case u'S':
        return padded(at.time().second(), 2);
    case u'3':
        return padded(at.time().msec(), 3);
    default:
        return std::nullopt;
    }
}

Value formatDate(Arguments &in)
{
    const auto format = in.string(1);
    const auto moment = momentOf(in, in.value(0), Whole::IsMoment);
    if (!moment)
        return QString();
    const auto at = inZone(in, *moment);
    const QLocale locale(in.environment().language());
    QString result;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != u'%') {
            result += format[i];
            continue;
        }
        const auto text = ++i < format.size() ? part(format[i], at, locale) : std::nullopt;
        if (!text)
            return in.fail(QStringLiteral("the format has an unknown identifier after \"%\"."));
        result += *text;
    }
    return result;
}

const Function list[] = {
    {QLatin1String("today"), 0, 0, today, Function::Volatile},
    {QLatin1String("now"), 0, 0, now, Function::Volatile},
    {QLatin1String("date"), 1, 1, date},
    {QLatin1String("date-time"), 1, 1, dateTime},
    {QLatin1String("decimal-date-time"), 1, 1, decimalDateTime},
    {QLatin1String("decimal-time"), 1, 1, decimalTime},
    {QLatin1String("format-date"), 2, 2, formatDate, Function::Language},
    {QLatin1String("format-date-time"), 2, 2, formatDate, Function::Language},
};

}  // namespace

std::span<const Function> dateFunctions() { return list; }

}  // namespace amparo::xpath
