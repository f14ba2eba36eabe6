#include "xpath/value.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace amparo::xpath {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isBlank(QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

// Number ::= '-'? (Digits ('.' Digits?)? | '.' Digits), nothing else.
bool isPlainNumber(QStringView text)
{
    if (!text.isEmpty() && text.front() == u'-')
        text = text.sliced(1);
    qsizetype digits = 0;
    qsizetype points = 0;
    for (const QChar c : text) {
        if (isDigit(c))
            ++digits;
        else if (c == u'.')
            ++points;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

double plainNumber(QStringView text)
{
    // Whole numbers of up to 15 digits are exact; the rest goes the slow and correctly rounded way.
    if (text.size() <= 15) {
        qint64 whole = 0;
        bool isWhole = true;
        const bool isNegative = text.front() == u'-';
        for (const QChar c : isNegative ? text.sliced(1) : text) {
            isWhole = isWhole && isDigit(c);
            whole = whole * 10 + (c.unicode() - u'0');
        }
        if (isWhole)
            return isNegative ? -double(whole) : double(whole);
    }
    std::string ascii;
    ascii.reserve(std::size_t(text.size()));
    for (const QChar c : text)
        ascii += char(c.unicode());
    double number = 0;
    const auto end = ascii.data() + ascii.size();
    const auto read = std::from_chars(ascii.data(), end, number, std::chars_format::fixed);
    if (read.ec == std::errc::result_out_of_range)
        return ascii.find_first_of("123456789") < ascii.find('.') && ascii.size() > 300
                   ? std::copysign(std::numeric_limits<double>::infinity(), ascii[0] == '-' ? -1.0 : 1.0)
                   : 0.0;
    return number;
}

}  // namespace

QString formatNumber(double number)
{
    if (std::isnan(number))
        return QStringLiteral("NaN");
    if (std::isinf(number))
        return number < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    if (number == 0)
        return QStringLiteral("0");
    if (number == std::trunc(number) && std::abs(number) < 1e15)
        return QString::number(qint64(number));
    char text[400];  // the longest are the smallest: a sign, "0.", 323 zeros and 17 digits
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
    return QString::fromLatin1(text, end.ptr - text);
}

double parseNumber(QStringView text, const QTimeZone *zone)
{
    const auto core = trimmed(text);
    if (core.isEmpty())
        return notANumber;
    if (isPlainNumber(core))
        return plainNumber(core);
    if (core.size() < 8 || !isDigit(core.front()) || core[4] != u'-')
        return notANumber;
    const auto moment = parseMoment(core, zone);
    if (!moment)
        return notANumber;
    return moment->days(zone ? *zone : QTimeZone::systemTimeZone());
}

QString Value::toString() const
{
    switch (m_value.index()) {
    case 0:
        return *std::get_if<QString>(&m_value);
    case 1:
        return formatNumber(*std::get_if<double>(&m_value));
    case 2:
        return *std::get_if<bool>(&m_value) ? QStringLiteral("true") : QStringLiteral("false");
    case 3:
        return nodes().empty() ? QString() : nodes().front().text();
    default:
        return moment()->toString();
    }
}

double Value::toNumber() const
{
    switch (m_value.index()) {
    case 0:
        return parseNumber(*std::get_if<QString>(&m_value));
    case 1:
        return *std::get_if<double>(&m_value);
    case 2:
        return *std::get_if<bool>(&m_value) ? 1.0 : 0.0;
    case 3:
        return nodes().empty() ? notANumber : parseNumber(nodes().front().text());
    default:
        return moment()->days(QTimeZone::systemTimeZone());
    }
}

bool Value::toBoolean() const
{
    switch (m_value.index()) {
    case 0:
        return !std::get_if<QString>(&m_value)->isEmpty();
    case 1: {
        const double number = *std::get_if<double>(&m_value);
        return number != 0 && !std::isnan(number);
    }
    case 2:
        return *std::get_if<bool>(&m_value);
    case 3:
        return !nodes().empty();
    default:
        return true;
    }
}

const NodeSet &Value::nodes() const &
{
    static const NodeSet none;
    const auto *nodes = std::get_if<NodeSet>(&m_value);
    return nodes ? *nodes : none;
}

NodeSet Value::nodes() &&
{
    auto *nodes = std::get_if<NodeSet>(&m_value);
    return nodes ? std::move(*nodes) : NodeSet();
}

}  // namespace amparo::xpath
