#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "base/clock.h"
#include "leaflet/leaflet.h"
#include "resources/builtin_reference.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString languageName = QStringLiteral("language");
const QString countriesName = QStringLiteral("countries");
const QString lineName = QStringLiteral("line");
const QString lawsName = QStringLiteral("laws");
const QString sizeOption = QStringLiteral("size");
const QString sheetName = QStringLiteral("sheet");
const QString outputName = QStringLiteral("output");

QJsonObject toJson(const reference::HelpCard &card)
{
    QJsonArray texts;
    for (const reference::CardText &text : card.texts) {
        texts.append(QJsonObject{
            {QStringLiteral("language"), text.language},
            {QStringLiteral("title"), text.title},
            {QStringLiteral("nativeReview"),
             text.nativeReview ? QJsonValue(text.nativeReview->toString(Qt::ISODate)) : QJsonValue()}});
    }
    return {{QStringLiteral("id"), card.id},
            {QStringLiteral("version"), card.version},
            {QStringLiteral("texts"), texts}};
}

QString lineOf(const reference::HelpCard &card)
{
    QStringList languages;
    for (const reference::CardText &text : card.texts)
        languages.append(text.nativeReview ? text.language : text.language + u'*');
    return QStringLiteral("%1 %2 %3 %4")
        .arg(card.id, -12)
        .arg(card.version, -4)
        .arg(languages.join(u' '), -28)
        .arg(card.texts.value(QStringLiteral("en")).title);
}

Outcome listCards(const Arguments &)
{
    const reference::Reference all = resources::builtinReference().reference;
    QJsonArray cards;
    QStringList lines;
    bool isReviewed = true;
    for (const reference::HelpCard &card : all.cards) {
        cards.append(toJson(card));
        lines.append(lineOf(card));
        for (const reference::CardText &text : card.texts)
            isReviewed = isReviewed && text.nativeReview;
    }
    if (!isReviewed)
        lines.append(QStringLiteral("* not reviewed by a native speaker yet"));
    return Answer{{{QStringLiteral("cards"), cards}}, lines.join(u'\n')};
}

/// What --size and --sheet say.
Result<leaflet::LeafletFormat> formatOf(const Arguments &arguments)
{
    const auto size = leaflet::sizeFromName(arguments.find(sizeOption).value_or(QStringLiteral("a6")));
    const QString sheet = arguments.find(sheetName).value_or(QStringLiteral("own"));
    if (!size)
        return failure(ErrorCode::InvalidInput, QStringLiteral("--size knows a5 and a6"));
    if (sheet != QLatin1String("own") && sheet != QLatin1String("a4"))
        return failure(ErrorCode::InvalidInput, QStringLiteral("--sheet knows own and a4"));
    return leaflet::LeafletFormat{*size, sheet == QLatin1String("a4") ? leaflet::Sheet::A4
                                                                      : leaflet::Sheet::OwnSize};
}

reference::CardChoice choiceOf(const Arguments &arguments)
{
    reference::CardChoice choice;
    choice.language = arguments.value(languageName);
    choice.countries = arguments.value(countriesName).split(u',', Qt::SkipEmptyParts);
    choice.withLaws = arguments.has(lawsName);
    if (const auto line = arguments.find(lineName))
        choice.scannedLine = *line == QLatin1String("none") ? QString() : *line;
    return choice;
}

Outcome writeCard(const Arguments &arguments)
{
    const Result<leaflet::LeafletFormat> format = formatOf(arguments);
    if (!format)
        return usageError(format.error().detail);
    for (const QString &needed : {languageName, outputName}) {
        if (arguments.value(needed).isEmpty())
            return usageError(QStringLiteral("--%1 is missing").arg(needed));
    }
    const reference::Reference all = resources::builtinReference().reference;
    const reference::HelpCard *card = reference::findCard(all, arguments.positional(0));
    if (!card)
        return failed({ErrorCode::NotFound, QStringLiteral("there is no such card; `card list` lists them")});
    const reference::CardChoice choice = choiceOf(arguments);
    const QDate today = systemClock().today();
    const Result<reference::FilledCard> filled = reference::fillCard(all, *card, choice, today);
    if (!filled)
        return failed(filled.error());
    if (!choice.scannedLine.value_or(QString()).isEmpty() && !filled->scanned)
        return failed(
            {ErrorCode::NotFound, QStringLiteral("the card shows no help line %1").arg(*choice.scannedLine)});
    const QByteArray pdf = leaflet::leafletPdf(*filled, *format, today);
    if (const Result<> written = writeOutput(arguments.value(outputName), pdf); !written)
        return failed(written.error());
    const QString remark = filled->countries.isEmpty()
                               ? QStringLiteral("the leaflet has no number: name countries with --countries")
                               : QString();
    const QString link = filled->scanned ? filled->scanned->link : QString();
    return Answer{{{QStringLiteral("output"), arguments.value(outputName)},
                   {QStringLiteral("bytes"), pdf.size()},
                   {QStringLiteral("link"), link.isEmpty() ? QJsonValue() : QJsonValue(link)},
                   {QStringLiteral("numbers"),
                    filled->countries.isEmpty() ? QJsonValue()
                                                : QJsonValue(reference::freshnessName(filled->freshness))}},
                  remark};
}

}  // namespace

Command cardListCommand()
{
    return {QStringLiteral("card list"),
            QStringLiteral("list the help cards and their languages"),
            {},
            {},
            {},
            listCards};
}

Command cardPdfCommand()
{
    Command command{
        QStringLiteral("card pdf"),
        QStringLiteral("write a help card as a leaflet to print"),
        QStringLiteral(
            "Numbers and laws are those of the directory. Before a leaflet is given to anybody: is "
            "it safe for the person to carry?"),
        {{QStringLiteral("CARD"), QStringLiteral("its id, as `card list` says it")}},
        {{languageName, QStringLiteral("of the text: en, es, pt-BR, fr, ht, ar"), QStringLiteral("LANGUAGE")},
         {countriesName, QStringLiteral("whose numbers it shows: PER,BOL"), QStringLiteral("CODES")},
         {lineName, QStringLiteral("help line of the QR code, or none; else the first"),
          QStringLiteral("ID")},
         {lawsName, QStringLiteral("name the laws too")},
         {sizeOption, QStringLiteral("a5 or a6; a6 where left out"), QStringLiteral("SIZE")},
         {sheetName, QStringLiteral("own, or a4 for several on a sheet"), QStringLiteral("SHEET")},
         {outputName, QStringLiteral("where to write the PDF"), QStringLiteral("FILE"), QStringLiteral("o")}},
        writeCard};
    command.needsFonts = true;
    return command;
}

}  // namespace amparo::cli
