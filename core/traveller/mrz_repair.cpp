// Letter and digit of a pair differ by a value that a check digit sees, but for G and 6 (16 and 6) and for L
// and 1 (21 and 1), which are equal modulo 10: those can be set right only where letters, or digits, are all
// there may be.
//
// The composite weighs the document number as the number's own check digit does. It therefore does not prove
// a repair a second time; it tells a misread number from a misread check digit, and finds a second fault.
// That is why a repaired field is Repaired and not Proven.
#include "traveller/mrz_repair.h"

#include "traveller/country.h"

#include <algorithm>

namespace amparo::traveller {

namespace {

struct Lookalike {
    QChar letter;
    QChar digit;
};

// The letter that a digit is most often taken for comes first.
constexpr std::array<Lookalike, 9> lookalikes{{{u'O', u'0'},
                                               {u'I', u'1'},
                                               {u'Z', u'2'},
                                               {u'S', u'5'},
                                               {u'G', u'6'},
                                               {u'B', u'8'},
                                               {u'D', u'0'},
                                               {u'Q', u'0'},
                                               {u'L', u'1'}}};

QChar asDigit(QChar c)
{
    const auto pair = std::ranges::find(lookalikes, c, &Lookalike::letter);
    return pair == lookalikes.end() ? c : pair->digit;
}

QChar asLetter(QChar c)
{
    const auto pair = std::ranges::find(lookalikes, c, &Lookalike::digit);
    return pair == lookalikes.end() ? c : pair->letter;
}

/// What a character of a field that takes both is usually misread for. Fewer candidates are fewer wrong
/// repairs: any of them meets a check digit by chance once in ten times.
QChar usualReading(QChar c) { return c.isDigit() ? asLetter(c) : asDigit(c); }

QString lettersLike(QChar digit)
{
    QString letters;
    for (const Lookalike &pair : lookalikes) {
        if (pair.digit == digit)
            letters += pair.letter;
    }
    return letters;
}

void convert(QString &zone, MrzSpan span, QChar (*reading)(QChar))
{
    for (int place = span.start; place < span.start + span.length; ++place)
        zone[place] = reading(zone[place]);
}

void repairDate(QString &zone, MrzSpan date, MrzSpan check)
{
    QString candidate = zone;
    convert(candidate, date, asDigit);
    convert(candidate, check, asDigit);
    if (checkAgrees(candidate, date, check))
        zone = candidate;
}

/// The zone with one character of the field read otherwise, wherever the field's check then agrees.
template <class Agrees>
QStringList readingsThatAgree(const QString &zone, const QList<int> &places, Agrees agrees)
{
    if (agrees(zone))
        return {zone};
    QStringList found;
    for (const int place : places) {
        QString candidate = zone;
        candidate[place] = usualReading(zone[place]);
        if (candidate != zone && agrees(candidate))
            found += candidate;
    }
    return found;
}

QList<int> placesOf(MrzSpan span)
{
    QList<int> places;
    for (int place = span.start; place < span.start + span.length; ++place)
        places += place;
    return places;
}

QList<int> placesOfNumber(const QString &zone, const MrzLayout &layout)
{
    QList<int> places = placesOf(layout.number);
    const MrzNumber number = numberOf(zone, layout);
    if (number.usedOfOptional > 0)
        places += placesOf({layout.optional.start, number.usedOfOptional - 1});
    return places;
}

/// Number and a passport's optional data: the one combination of readings that satisfies every check.
void repairNumbers(QString &zone, const MrzLayout &layout)
{
    const auto numberAgrees = [&](const QString &text) { return numberOf(text, layout).agrees(text); };
    const auto optionalAgrees = [&](const QString &text) {
        return layout.optionalCheck.length == 0 || checkAgrees(text, layout.optional, layout.optionalCheck);
    };

    QString withDigits = zone;
    convert(withDigits, {numberOf(zone, layout).checkPlace, 1}, asDigit);
    if (layout.optionalCheck.length > 0)
        convert(withDigits, layout.optionalCheck, asDigit);
    convert(withDigits, layout.compositeCheck, asDigit);

    QStringList proven;
    for (const QString &one :
         readingsThatAgree(withDigits, placesOfNumber(withDigits, layout), numberAgrees)) {
        for (const QString &both : readingsThatAgree(one, placesOf(layout.optional), optionalAgrees)) {
            if (!failedChecksOf(both, layout).testFlag(Mrz::Check::Composite))
                proven += both;
        }
    }
    if (proven.size() == 1) {
        zone = proven.first();
        return;
    }
    // Not the values then, but a check digit that its own field confirms.
    if (numberAgrees(withDigits))
        convert(zone, {numberOf(withDigits, layout).checkPlace, 1}, asDigit);
    if (layout.optionalCheck.length > 0 && optionalAgrees(withDigits))
        convert(zone, layout.optionalCheck, asDigit);
}

void collectKnownCodes(const QString &code, qsizetype place, QStringList &known)
{
    if (place == code.size()) {
        if (countryFor(QString(code).remove(QLatin1Char('<'))))
            known += code;
        return;
    }
    if (!code[place].isDigit())
        return collectKnownCodes(code, place + 1, known);
    for (const QChar letter : lettersLike(code[place])) {
        QString candidate = code;
        candidate[place] = letter;
        collectKnownCodes(candidate, place + 1, known);
    }
}

void repairState(QString &zone, MrzSpan span)
{
    const QString code = span.of(zone).toString();
    if (std::ranges::none_of(code, [](QChar c) { return c.isDigit(); }))
        return;
    QStringList known;
    collectKnownCodes(code, 0, known);
    if (known.size() == 1)
        zone.replace(span.start, span.length, known.first());
}

}  // namespace

QString repaired(const QString &zone, const MrzLayout &layout)
{
    QString result = zone;
    convert(result, {layout.documentCode.start, 1}, asLetter);
    convert(result, layout.name, asLetter);
    repairState(result, layout.issuingState);
    repairState(result, layout.nationality);
    repairDate(result, layout.birth, layout.birthCheck);
    repairDate(result, layout.expiry, layout.expiryCheck);
    repairNumbers(result, layout);
    return result;
}

QList<Mrz::Correction> correctionsBetween(const QString &read, const QString &repaired,
                                          const MrzLayout &layout)
{
    const MrzSpan restOfNumber{layout.optional.start, numberOf(repaired, layout).usedOfOptional};
    QList<Mrz::Correction> corrections;
    for (int place = 0; place < read.size(); ++place) {
        if (read[place] == repaired[place])
            continue;
        const Mrz::Field field =
            restOfNumber.contains(place) ? Mrz::Field::DocumentNumber : layout.fieldAt(place);
        corrections.append(
            {field, place / layout.width + 1, place % layout.width + 1, read[place], repaired[place]});
    }
    return corrections;
}

}  // namespace amparo::traveller
