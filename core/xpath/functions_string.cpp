// String functions of XPath 1.0 (section 4.2) as ODK's specification has them, and ends-with() of XPath 3.0.

#include "xpath/functions.h"

#include <QHash>

#include <cmath>

namespace amparo::xpath {

namespace {

/// The argument, or the string-value of the context node where there is none.
QString stringOrContext(Arguments &in)
{
    return in.count() == 0 ? in.evaluator().text(in.focus().node) : in.string(0);
}

// A date stays one: it reads as a string anyway.
Value toText(Arguments &in) { return stringOrContext(in); }

Value concat(Arguments &in) { return in.strings(0).join(QString()); }

Value join(Arguments &in)
{
    const auto separator = in.string(0);
    return in.strings(1).join(separator);
}

// XPath 1.0 counts from 1 and rounds both numbers; every comparison with NaN is false.
Value substring(Arguments &in)
{
    const auto text = in.string(0);
    const double first = std::floor(in.number(1) + 0.5);
    const double end =
        in.count() == 3 ? first + std::floor(in.number(2) + 0.5) : std::numeric_limits<double>::infinity();
    const double from = std::max(first, 1.0);
    const double to = std::min(end, double(text.size()) + 1);
    if (std::isnan(first) || std::isnan(end) || !(from < to))
        return QString();
    return text.mid(qsizetype(from) - 1, qsizetype(to - from));
}

// ODK's counts from 0, ends before `end`, and takes negative numbers from the end of the text.
Value substr(Arguments &in)
{
    const auto text = in.string(0);
    const auto place = [&](double number) {
        if (std::isnan(number))
            return qsizetype(0);
        const double length = double(text.size());
        const double whole = std::trunc(number);
        return qsizetype(std::clamp(whole < 0 ? length + whole : whole, 0.0, length));
    };
    const auto start = place(in.number(1));
    const auto end = in.count() == 3 ? place(in.number(2)) : text.size();
    return start < end ? text.mid(start, end - start) : QString();
}

// A search may compare each character of a long text with each of another, which counts as work.
qsizetype find(Arguments &in, const QString &text, const QString &wanted)
{
    constexpr qsizetype shortest = 64;
    constexpr qint64 comparisonsAStep = 256;
    if (wanted.size() > shortest &&
        !in.evaluator().step(qint64(text.size()) * wanted.size() / comparisonsAStep))
        return -1;
    return text.indexOf(wanted);
}

Value substringBefore(Arguments &in)
{
    const auto text = in.string(0);
    const auto at = find(in, text, in.string(1));
    return at < 0 ? QString() : text.left(at);
}

Value substringAfter(Arguments &in)
{
    const auto text = in.string(0);
    const auto wanted = in.string(1);
    const auto at = find(in, text, wanted);
    return at < 0 ? QString() : text.mid(at + wanted.size());
}

Value translate(Arguments &in)
{
    const auto text = in.string(0);
    const auto from = in.string(1);
    const auto to = in.string(2);
    QHash<QChar, qsizetype> places;  // of a character that comes twice, the first
    for (qsizetype i = from.size() - 1; i >= 0; --i)
        places.insert(from[i], i);
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const auto at = places.value(c, -1);
        if (at < 0)
            result += c;
        else if (at < to.size())
            result += to[at];
    }
    return result;
}

Value stringLength(Arguments &in) { return double(stringOrContext(in).size()); }

// Only XML's four blanks count (section 4.2), not every space that Unicode has.
Value normalizeSpace(Arguments &in)
{
    QString result;
    bool isGap = false;
    for (const QChar c : stringOrContext(in)) {
        if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r') {
            isGap = true;
            continue;
        }
        if (isGap && !result.isEmpty())
            result += u' ';
        isGap = false;
        result += c;
    }
    return result;
}

Value contains(Arguments &in) { return find(in, in.string(0), in.string(1)) >= 0; }
Value startsWith(Arguments &in) { return in.string(0).startsWith(in.string(1)); }
Value endsWith(Arguments &in) { return in.string(0).endsWith(in.string(1)); }

constexpr auto focusWithoutArguments = Function::FocusWithoutArguments;

const Function list[] = {
    {QLatin1String("string"), 0, 1, toText, focusWithoutArguments},
    {QLatin1String("concat"), 0, Function::anyNumber, concat},
    {QLatin1String("join"), 1, Function::anyNumber, join, Function::CountsNodes},
    {QLatin1String("substring"), 2, 3, substring},
    {QLatin1String("substr"), 2, 3, substr},
    {QLatin1String("substring-before"), 2, 2, substringBefore},
    {QLatin1String("substring-after"), 2, 2, substringAfter},
    {QLatin1String("translate"), 3, 3, translate},
    {QLatin1String("string-length"), 0, 1, stringLength, focusWithoutArguments},
    {QLatin1String("normalize-space"), 0, 1, normalizeSpace, focusWithoutArguments},
    {QLatin1String("contains"), 2, 2, contains},
    {QLatin1String("starts-with"), 2, 2, startsWith},
    {QLatin1String("ends-with"), 2, 2, endsWith},
};

}  // namespace

std::span<const Function> stringFunctions() { return list; }

}  // namespace amparo::xpath
