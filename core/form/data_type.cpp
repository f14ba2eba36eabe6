#include "form/data_type.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

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

/// latitude longitude [altitude [accuracy]]
bool isPoint(QStringView text)
{
    const auto numbers = text.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (numbers.size() < 2 || numbers.size() > 4)
        return false;
    QList<double> parsed;
    for (const QStringView number : numbers) {
        bool isNumber = false;
        parsed += number.toDouble(&isNumber);
        if (!isNumber)
            return false;
    }
    return std::abs(parsed[0]) <= 90 && std::abs(parsed[1]) <= 180;
}

bool arePoints(const QString &value, qsizetype atLeast)
{
    const QStringList points = value.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &point : points) {
        if (!isPoint(point))
            return false;
    }
    return points.size() >= atLeast;
}

QString writtenDateTime(double days)
{
    constexpr double millisecondsADay = 86'400'000;
    const auto moment =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(days * millisecondsADay)));
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString writtenDate(double days)
{
    if (days == std::floor(days))
        return QDate(1970, 1, 1).addDays(static_cast<qint64>(days)).toString(Qt::ISODate);
    return writtenDateTime(days).first(10);  // a day begins at the local midnight
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
    if (type == DataType::Date) {
        static const QRegularExpression pattern(
            QStringLiteral("^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(T.*)?\\s*$"));
        const auto match = pattern.match(given);
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        if (match.hasMatch() && date.isValid())
            return date.toString(Qt::ISODate);
    }
    if (given.isEmpty())
        return given;
    bool isNumber = true;
    if (type == DataType::Int) {
        const int number = given.toInt(&isNumber);
        return isNumber ? std::optional(QString::number(number)) : std::nullopt;
    }
    if (type == DataType::Decimal) {
        const double number = given.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? std::optional(xpath::formatNumber(number)) : std::nullopt;
    }
    return fits(type, given) ? std::optional(given) : std::nullopt;
}

QString written(const xpath::Value &value, DataType type)
{
    if (type == DataType::Int || type == DataType::Decimal) {
        const double number = value.toNumber();
        if (!std::isfinite(number))
            return {};
        return xpath::formatNumber(type == DataType::Int ? std::trunc(number) : number);
    }
    if (value.isNumber()) {
        const double number = value.toNumber();
        if (std::isnan(number))
            return {};                               // no client writes NaN into a record
        constexpr double farthestDay = 100'000'000;  // beyond any calendar that Qt or a form knows
        if (type == DataType::Date && std::abs(number) < farthestDay)
            return writtenDate(number);
        if (type == DataType::DateTime && std::abs(number) < farthestDay)
            return writtenDateTime(number);
    }
    const QString text = value.toString();
    if (type == DataType::Date && text.size() > 10 && text[10] == QLatin1Char('T') && isDate(text))
        return text.first(10);
    return text;
}

}  // namespace amparo::form
