// Readers put things around the zone (STX, AIM identifiers, carriage returns), officers leave fillers out. So
// the input is cut at everything outside the alphabet, and the pieces are tried from the strictest shape to
// the most lenient; the last one, a zone somewhere inside longer text, must be proven by all of its check
// digits.
#include "traveller/mrz_input.h"

#include "traveller/check_digit.h"

#include <QStringList>

#include <algorithm>

namespace amparo::traveller {

namespace {

constexpr qsizetype longestInput = 1000;  // a zone has 90 characters; the rest is room for what surrounds it
constexpr int shortestNameLine = 6;       // document code, State and one letter

struct Cleaned {
    QString text;
    bool foreignLayout = false;
};

/// Upper case. A reader set to a US keyboard sends Shift and the comma key for `<`; a computer with a Spanish
/// keyboard takes that for `;`, which no zone has.
Cleaned cleaned(QStringView raw)
{
    Cleaned result{raw.toString(), !raw.contains(QLatin1Char('<')) && raw.contains(QLatin1Char(';'))};
    for (QChar &c : result.text) {
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            c = c.toUpper();
        else if (result.foreignLayout && c == QLatin1Char(';'))
            c = QLatin1Char('<');
    }
    return result;
}

QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && characterValue(text[i]))
            continue;
        if (i > start)
            pieces += text.mid(start, i - start);
        start = i + 1;
    }
    return pieces;
}

bool isVisa(Mrz::Format format) { return format == Mrz::Format::MrvA || format == Mrz::Format::MrvB; }

/// Only the first letter tells a visa from a passport or card of the same size.
const MrzLayout *layoutFor(int lines, int width, QStringView zone)
{
    for (const MrzLayout &layout : allLayouts()) {
        if (layout.lines == lines && layout.width == width &&
            (layout.lines == 3 || isVisa(layout.format) == zone.startsWith(QLatin1Char('V'))))
            return &layout;
    }
    return nullptr;
}

struct Shape {
    int lines;
    int width;
    int size() const { return lines * width; }
};
constexpr std::array<Shape, 3> shapes{{{2, 44}, {2, 36}, {3, 30}}};

MrzZone zoneOf(Shape shape, const QString &text)
{
    return {layoutFor(shape.lines, shape.width, text)->format, text, {}};
}

std::optional<MrzZone> asLines(const QStringList &pieces)
{
    for (const Shape &shape : shapes) {
        for (qsizetype first = 0; first + shape.lines <= pieces.size(); ++first) {
            const QStringList lines = pieces.mid(first, shape.lines);
            if (std::ranges::all_of(lines, [&](const QString &line) { return line.size() == shape.width; }))
                return zoneOf(shape, lines.join(QString()));
        }
    }
    return std::nullopt;
}

std::optional<MrzZone> asOnePiece(const QString &text)
{
    for (const Shape &shape : shapes) {
        if (text.size() == shape.size())
            return zoneOf(shape, text);
    }
    return std::nullopt;
}

/// Lines whose end may be filler alone: all but those that end with a check digit.
bool mayEndInFillers(const MrzLayout &layout, int line)
{
    const int last = (line + 1) * layout.width - 1;
    return !layout.compositeCheck.contains(last);
}

std::optional<MrzZone> asShortenedLines(const QStringList &pieces)
{
    for (const Shape &shape : shapes) {
        for (qsizetype first = 0; first + shape.lines <= pieces.size(); ++first) {
            const MrzLayout &layout = *layoutFor(shape.lines, shape.width, pieces[first]);
            QString text;
            bool anyFull = false;
            bool fits = true;
            for (int line = 0; line < shape.lines; ++line) {
                const QString &piece = pieces[first + line];
                const bool full = piece.size() == shape.width;
                anyFull = anyFull || full;
                fits = fits && (full || (piece.size() < shape.width && piece.size() >= shortestNameLine &&
                                         mayEndInFillers(layout, line)));
                text += piece.leftJustified(shape.width, QLatin1Char('<'));
            }
            if (fits && anyFull)
                return MrzZone{layout.format, text, Mrz::Warning::LinePadded};
        }
    }
    return std::nullopt;
}

/// A shortened passport line of 28 and its second line have as many characters as a TD2: the check digits
/// tell.
std::optional<MrzZone> agreeingOne(const std::optional<MrzZone> &first, const std::optional<MrzZone> &second)
{
    const auto agrees = [](const MrzZone &zone) { return !failedChecksOf(zone.text, layoutOf(zone.format)); };
    if (first && second)
        return agrees(*first) || !agrees(*second) ? first : second;
    return first ? first : second;
}

bool isUsualDocumentCode(QChar c) { return QStringView(u"PVAIC").contains(c); }

/// A zone inside longer text: the only place where all check digits agree.
std::optional<MrzZone> asProvenPart(const QString &text)
{
    std::optional<MrzZone> found;
    for (const Shape &shape : shapes) {
        for (qsizetype start = 0; start + shape.size() <= text.size(); ++start) {
            if (!isUsualDocumentCode(text[start]))
                continue;
            const QString part = text.mid(start, shape.size());
            const MrzLayout &layout = *layoutFor(shape.lines, shape.width, part);
            if (failedChecksOf(part, layout) || layout.birth.of(part).contains(QLatin1String("<<<<<<")))
                continue;
            if (found)
                return std::nullopt;
            found = MrzZone{layout.format, part, {}};
        }
    }
    return found;
}

QString placeOfStranger(const QString &text)
{
    int line = 1;
    int column = 1;
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            line += column > 1;
            column = 1;
            continue;
        }
        if (!characterValue(c) && !c.isSpace() && c.category() != QChar::Other_Control)
            return QStringLiteral("; line %1, column %2 is outside A-Z, 0-9 and <").arg(line).arg(column);
        ++column;
    }
    return {};
}

}  // namespace

Result<MrzZone> recogniseZone(QStringView raw)
{
    if (raw.size() > longestInput)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("%1 characters are too many for a machine readable zone").arg(raw.size()));
    const Cleaned input = cleaned(raw);
    const QStringList pieces = piecesOf(input.text);
    const QString joined = pieces.join(QString());

    std::optional<MrzZone> zone = asLines(pieces);
    for (qsizetype i = 0; !zone && i < pieces.size(); ++i)
        zone = asOnePiece(pieces[i]);
    if (!zone)
        zone = agreeingOne(asOnePiece(joined), asShortenedLines(pieces));
    if (!zone)
        zone = asProvenPart(joined);
    if (!zone)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("%1 characters fit no machine readable zone: 3 lines of 30, 2 of 36 or 2 of 44%2")
                .arg(joined.size())
                .arg(placeOfStranger(input.text)));
    zone->warnings.setFlag(Mrz::Warning::KeyboardLayout, input.foreignLayout);
    return *zone;
}

}  // namespace amparo::traveller
