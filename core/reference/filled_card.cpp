#include "reference/filled_card.h"

#include "base/language.h"

#include <algorithm>

namespace amparo::reference {

namespace {

const QString separator = QStringLiteral(" · ");

bool isWrittenRightToLeft(const QString &language)
{
    static const QStringList languages{QStringLiteral("ar"), QStringLiteral("fa"), QStringLiteral("he"),
                                       QStringLiteral("ps"), QStringLiteral("ur")};
    return languages.contains(primarySubtag(language));
}

/// A name in another script, whose brackets and digits keep their order in a text read from right to left
/// (Unicode Standard Annex 9: first strong isolate).
QString inside(const QString &language, const QString &foreign)
{
    return isWrittenRightToLeft(language) ? QChar(0x2068) + foreign + QChar(0x2069) : foreign;
}

CardNumber numberOf(const HelpLine &line, const CardWords &words)
{
    QStringList remarks{inside(words.language, line.name)};
    if (line.channel == Channel::Whatsapp)
        remarks.append(QStringLiteral("WhatsApp"));
    if (line.free.value_or(false))
        remarks.append(words.free);
    if (line.hours && line.hours->isAlways())
        remarks.append(words.always);
    if (line.anonymous.value_or(false))
        remarks.append(words.anonymous);
    return {line.id, line.number, words.purposes.value(line.purpose), remarks.join(separator), linkOf(line)};
}

void fillNumbers(FilledCard &filled, const Reference &reference, const HelpCard &card,
                 const CardChoice &choice, const CardWords &words, QDate today)
{
    bool isLocal = false;
    for (const QString &country : choice.countries) {
        CountryNumbers numbers{words.countries.value(country, country), {}};
        for (const HelpLine *line : linesOf(reference, card, country)) {
            numbers.numbers.append(numberOf(*line, words));
            filled.freshness = std::max(filled.freshness, freshness(line->provenance, today));
            isLocal = isLocal || !line->fromAbroad.value_or(false);
        }
        if (!numbers.numbers.isEmpty())
            filled.countries.append(numbers);
    }
    if (filled.countries.isEmpty())
        return;
    filled.numbersHeading = words.numbers;
    if (isLocal)
        filled.numberNotes.append(words.inside);
    if (filled.freshness != Freshness::Current)
        filled.numberNotes.append(filled.freshness == Freshness::Stale ? words.old : words.unchecked);
}

void fillScanned(FilledCard &filled, const CardChoice &choice, const CardWords &words)
{
    for (const CountryNumbers &country : std::as_const(filled.countries)) {
        for (const CardNumber &number : country.numbers) {
            if (!filled.scanned && choice.scannedLine.value_or(number.lineId) == number.lineId)
                filled.scanned = number;
        }
    }
    if (filled.scanned)
        filled.scanCaption = words.scan;
}

void fillLaws(FilledCard &filled, const Reference &reference, const HelpCard &card, const CardChoice &choice,
              const CardWords &words)
{
    for (const QString &country : choice.countries) {
        for (const Law &law : reference.laws) {
            if (law.country == country && card.laws.contains(law.topic))
                filled.laws.append(QStringLiteral("%1: %2").arg(words.countries.value(country, country),
                                                                inside(words.language, law.citation)));
        }
    }
    if (!filled.laws.isEmpty())
        filled.lawsHeading = words.laws;
}

}  // namespace

QList<const HelpLine *> linesOf(const Reference &reference, const HelpCard &card, const QString &country)
{
    QList<const HelpLine *> lines;
    for (const Purpose purpose : card.lines) {
        for (const HelpLine &line : reference.helpLines) {
            if (line.country == country && line.purpose == purpose)
                lines.append(&line);
        }
    }
    return lines;
}

Result<FilledCard> fillCard(const Reference &reference, const HelpCard &card, const CardChoice &choice,
                            QDate today)
{
    const auto text = card.texts.constFind(choice.language);
    const auto words = reference.words.constFind(choice.language);
    if (text == card.texts.cend() || words == reference.words.cend())
        return failure(
            ErrorCode::NotFound,
            QStringLiteral("the card %1 is not there in the language %2").arg(card.id, choice.language));
    FilledCard filled;
    filled.id = card.id;
    filled.version = card.version;
    filled.text = *text;
    filled.isRightToLeft = isWrittenRightToLeft(choice.language);
    filled.carryQuestion = words->carry;
    fillNumbers(filled, reference, card, choice, *words, today);
    fillScanned(filled, choice, *words);
    if (choice.withLaws)
        fillLaws(filled, reference, card, choice, *words);
    return filled;
}

QString plainText(const FilledCard &card)
{
    QStringList lines{card.text.title, card.text.intro};
    for (const CardPart &part : card.text.parts)
        lines += QStringList{part.heading} + part.points;
    if (!card.countries.isEmpty())
        lines += card.numbersHeading;
    for (const CountryNumbers &country : card.countries) {
        lines += country.country;
        for (const CardNumber &number : country.numbers)
            lines += QStringLiteral("%1: %2 (%3)").arg(number.number, number.purpose, number.remark);
    }
    lines += card.numberNotes;
    if (!card.laws.isEmpty())
        lines += QStringList{card.lawsHeading} + card.laws;
    return lines.join(u'\n');
}

}  // namespace amparo::reference
