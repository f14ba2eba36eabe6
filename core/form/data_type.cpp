#include "form/data_type.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace amparo::form {

namespace {

bool isDate(const QString &value)
{
    return value.size() >= 10 && QDate::fromString(value.first(10), Qt::ISODate).isValid();
}

/// hh:mm with optional seconds and fraction, optional offset from UTC.
bool isTime(QStringView value)
{
    static const QRegularExpression pattern(
        QStringLiteral("^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]\\d{2}(:?\\d{2})?)?$"));
    return pattern.match(value.toString()).hasMatch();
}

/// latitude longitude [altitude [accuracy]], as numbers; empty where it is no point.
QList<double> pointNumbers(QStringView text)
{
    QList<double> numbers;
    for (const QStringView part : text.trimmed().split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        numbers += part.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers.last()))
            return {};
    }
    if (numbers.size() < 2 || numbers.size() > 4 || std::abs(numbers[0]) > 90 || std::abs(numbers[1]) > 180)
        return {};
    return numbers;
}

bool isPoint(QStringView text) { return !pointNumbers(text).isEmpty(); }

bool arePoints(const QString &value, qsizetype atLeast)
{
    const QStringList points = value.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &point : points) {
        if (!isPoint(point))
            return false;
    }
    return points.size() >= atLeast;
}

/// Points as ODK's clients write them: four decimals each, what was not measured is 0.0.
QString writtenPoints(const QString &value)
{
    constexpr qsizetype numbersInPoint = 4;
    QStringList points;
    for (const QString &point : value.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        QList<double> numbers = pointNumbers(point);
        numbers.resize(numbersInPoint);
        QStringList written;
        for (const double number : numbers)
            written += decimalText(xpath::formatNumber(number));
        points += written.join(QLatin1Char(' '));
    }
    return points.join(QLatin1String("; "));
}

/// A day with a time of day.
bool isMoment(const QString &text)
{
    return text.size() > 10 && text[10] == QLatin1Char('T') && isDate(text);
}

/// The offset from UTC of local time, as ISO 8601 writes it.
QString offsetText(const QDateTime &local)
{
    const QString text = local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
    return text.mid(QStringLiteral("2026-03-02T10:00:00").size());
}

/// A time of day in full: 10:20 is 10:20:00.000 with the offset that `local` has.
QString completeTime(const QString &time, const QDateTime &local)
{
    static const QRegularExpression parts(QStringLiteral("^(\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?(\\D.*)?$"));
    const auto match = parts.match(time);
    const auto part = [&](int index, const QString &otherwise) {
        const QString given = match.captured(index);
        return given.isEmpty() ? otherwise : given;
    };
    return match.captured(1) + part(2, QStringLiteral(":00")) + part(3, QStringLiteral(".000")) +
           part(4, offsetText(local));
}

/// A moment in full: a bare day begins at the local midnight.
QString completeDateTime(const QString &text)
{
    const QString time = isMoment(text) ? text.sliced(11) : QStringLiteral("00:00");
    const QString day = text.first(10);
    return day + QLatin1Char('T') +
           completeTime(time, QDateTime(QDate::fromString(day, Qt::ISODate), QTime(12, 0)));
}

/// Year, month and day, whose zeros may be missing, and what follows them.
struct Day {
    QDate date;
    QString rest;
};

std::optional<Day> takeDay(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(T.*)?\\s*$"));
    const auto match = pattern.match(text);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!match.hasMatch() || !date.isValid())
        return std::nullopt;
    return Day{date, match.captured(4)};
}

/// A number as text gives it; nullopt: none. A date is none here, though it counts as days in expressions.
std::optional<double> numberIn(const xpath::Value &value)
{
    if (value.isNumber() || value.isBoolean())
        return value.toNumber();
    bool isNumber = false;
    const double number = value.toString().trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<DataType> dataTypeFromName(const QString &name)
{
    static const QHash<QString, DataType> types = {
        {QString(), DataType::String},
        {QStringLiteral("string"), DataType::String},
        {QStringLiteral("select"), DataType::String},
        {QStringLiteral("select1"), DataType::String},
        {QStringLiteral("rank"), DataType::String},
        {QStringLiteral("int"), DataType::Int},
        {QStringLiteral("integer"), DataType::Int},
        {QStringLiteral("long"), DataType::Int},
        {QStringLiteral("decimal"), DataType::Decimal},
        {QStringLiteral("double"), DataType::Decimal},
        {QStringLiteral("float"), DataType::Decimal},
        {QStringLiteral("boolean"), DataType::Boolean},
        {QStringLiteral("date"), DataType::Date},
        {QStringLiteral("time"), DataType::Time},
        {QStringLiteral("dateTime"), DataType::DateTime},
        {QStringLiteral("geopoint"), DataType::Geopoint},
        {QStringLiteral("geotrace"), DataType::Geotrace},
        {QStringLiteral("geoshape"), DataType::Geoshape},
        {QStringLiteral("binary"), DataType::Binary},
        {QStringLiteral("base64Binary"), DataType::Binary},
        {QStringLiteral("anyURI"), DataType::String},
        {QStringLiteral("barcode"), DataType::Barcode},
        {QStringLiteral("intent"), DataType::String},
    };
    const auto type = types.constFind(name.section(QLatin1Char(':'), -1));
    return type == types.cend() ? std::nullopt : std::optional(*type);
}

QString typeInWords(DataType type)
{
    switch (type) {
    case DataType::Int:
        return QStringLiteral("a whole number");
    case DataType::Decimal:
        return QStringLiteral("a number");
    case DataType::Boolean:
        return QStringLiteral("true or false");
    case DataType::Date:
        return QStringLiteral("a date");
    case DataType::Time:
        return QStringLiteral("a time");
    case DataType::DateTime:
        return QStringLiteral("a date and time");
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape:
        return QStringLiteral("a place");
    case DataType::String:
    case DataType::Binary:
    case DataType::Barcode:
        return QStringLiteral("text");
    }
    Q_UNREACHABLE();
}

bool fits(DataType type, const QString &value)
{
    if (value.isEmpty())
        return true;
    bool isNumber = true;
    switch (type) {
    case DataType::String:
    case DataType::Binary:
    case DataType::Barcode:
        return true;
    case DataType::Int:
        value.toLongLong(&isNumber);
        return isNumber;
    case DataType::Decimal:
        return std::isfinite(value.toDouble(&isNumber)) && isNumber;
    case DataType::Boolean:
        return value == QLatin1String("true") || value == QLatin1String("false") ||
               value == QLatin1String("1") || value == QLatin1String("0");
    case DataType::Date:
        return isDate(value) && (value.size() == 10 || value[10] == QLatin1Char('T'));
    case DataType::Time:
        return isTime(value);
    case DataType::DateTime:
        return isDate(value) &&
               (value.size() == 10 || (value[10] == QLatin1Char('T') && isTime(QStringView(value).mid(11))));
    case DataType::Geopoint:
        return isPoint(value);
    case DataType::Geotrace:
        return arePoints(value, 2);
    case DataType::Geoshape:
        return arePoints(value, 3);
    }
    Q_UNREACHABLE();
}

std::optional<QString> answerText(DataType type, const QString &given)
{
    if (given.isEmpty())
        return given;
    bool isNumber = true;
    switch (type) {
    case DataType::Int: {
        const int number = given.toInt(&isNumber);
        return isNumber ? std::optional(QString::number(number)) : std::nullopt;
    }
    case DataType::Decimal: {
        const double number = given.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? std::optional(xpath::formatNumber(number)) : std::nullopt;
    }
    case DataType::Date: {
        const auto day = takeDay(given);
        return day ? std::optional(day->date.toString(Qt::ISODate)) : std::nullopt;
    }
    case DataType::DateTime: {
        const auto day = takeDay(given);
        const QString text = day ? day->date.toString(Qt::ISODate) + day->rest : QString();
        return day && fits(type, text) ? std::optional(completeDateTime(text)) : std::nullopt;
    }
    case DataType::Time:
        return isTime(given) ? std::optional(completeTime(given, QDateTime::currentDateTime()))
                             : std::nullopt;
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape:
        return fits(type, given) ? std::optional(writtenPoints(given)) : std::nullopt;
    default:
        return fits(type, given) ? std::optional(given) : std::nullopt;
    }
}

QString decimalText(const QString &number)
{
    return number.isEmpty() || number.contains(QLatin1Char('.')) ? number : number + QLatin1String(".0");
}

QString calculated(const xpath::Value &value, DataType type)
{
    if (type == DataType::Int || type == DataType::Decimal) {
        const double number = numberIn(value).value_or(qQNaN());
        if (type == DataType::Decimal)
            return std::isfinite(number) ? xpath::formatNumber(number) : QString();
        constexpr double farthest = std::numeric_limits<qint32>::max();  // XML Schema, int
        return std::abs(number) <= farthest ? xpath::formatNumber(std::trunc(number)) : QString();
    }
    if (value.isNumber() && std::isnan(value.toNumber()))
        return {};  // no client writes NaN into a record
    const QString text = value.toString();
    switch (type) {
    case DataType::Date:
        return isMoment(text) ? text.first(10) : text;
    case DataType::Time:
        return isMoment(text) ? text.sliced(11) : text;
    case DataType::DateTime:
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape:
        return answerText(type, text).value_or(text);
    default:
        return text;
    }
}

QString cast(const xpath::Value &value, DataType type)
{
    const QString text = calculated(value, type);
    return type == DataType::Boolean ? text : answerText(type, text).value_or(QString());
}

}  // namespace amparo::form
