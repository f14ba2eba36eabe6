#include "record/submitted.h"

#include "record/record_fields.h"

#include <QXmlStreamReader>

namespace amparo::record {

namespace {

using Answers = QHash<QString, QString>;

/// Every field's text by its path; of repeats the first.
Answers readAnswers(const QByteArray &xml)
{
    Answers answers;
    QXmlStreamReader reader(xml);
    QString path;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            path += QLatin1Char('/') + reader.name().toString();
        else if (reader.isCharacters() && !reader.isWhitespace() && !answers.contains(path))
            answers.insert(path, reader.text().toString());
        else if (reader.isEndElement())
            path.truncate(path.lastIndexOf(QLatin1Char('/')));
    }
    return answers;
}

traveller::Sex sexFromText(const QString &text)
{
    return text == QLatin1String("F")   ? traveller::Sex::Female
           : text == QLatin1String("M") ? traveller::Sex::Male
           : text == QLatin1String("X") ? traveller::Sex::X
                                        : traveller::Sex::Unspecified;
}

std::optional<QDate> dateFromText(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

template <class Tag> void readId(const QString &text, Id<Tag> &into)
{
    if (const auto id = Id<Tag>::fromText(text))
        into = *id;
}

}  // namespace

std::optional<SubmissionName> nameOfSubmission(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement())
        return std::nullopt;
    SubmissionName name;
    name.formId = reader.attributes().value(QLatin1String("id")).toString();
    name.formVersion = reader.attributes().value(QLatin1String("version")).toString();
    name.isEncrypted = reader.attributes().value(QLatin1String("encrypted")) == QLatin1String("yes");
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QLatin1String("instanceID"))
            name.instanceId = reader.readElementText();
    }
    if (reader.hasError() || name.formId.isEmpty())
        return std::nullopt;
    return name;
}

Screening screeningFromSubmission(const QByteArray &xml, const InterviewForm &form, Screening known)
{
    const Answers answers = readAnswers(xml);
    const RecordFields fields(*form.definition);
    const auto part = [&](const char *name) {
        return answers.value(fields.path(QString::fromLatin1(name)));
    };
    readId(part("encounter"), known.encounter);
    readId(part("shift"), known.shift);
    readId(part("officer"), known.officer);
    known.line = form.line();
    traveller::Traveller &who = known.traveller;
    who.surname = part("traveller.surname");
    who.givenNames = part("traveller.givenNames");
    who.documentCode = part("traveller.documentType");
    who.documentNumber = part("traveller.documentNumber");
    who.issuingState = part("traveller.issuingState");
    who.nationality = part("traveller.nationality");
    who.birthDate = dateFromText(part("traveller.birthDate"));
    who.sex = sexFromText(part("traveller.sex"));
    who.expiryDate = dateFromText(part("traveller.expiryDate"));
    who.source = part("traveller.source") == QLatin1String("mrz") ? traveller::Traveller::Source::Mrz
                                                                  : traveller::Traveller::Source::Typed;
    if (const auto decision = decisionFromName(part("decision")))
        known.verdict = Verdict{*decision, part("reason")};
    return known;
}

}  // namespace amparo::record
