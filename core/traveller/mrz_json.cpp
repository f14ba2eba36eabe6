#include "traveller/mrz_json.h"

#include <QJsonArray>

namespace amparo::traveller {

using Format = Mrz::Format;
using Check = Mrz::Check;
using Field = Mrz::Field;
using Validity = Mrz::Validity;
using Warning = Mrz::Warning;
using State = PrintedDate::State;
using Word = QLatin1StringView;

const Names<Format, 5> mrzFormatNames{{
    {Format::Td1, Word("td1")},
    {Format::Td2, Word("td2")},
    {Format::Td3, Word("td3")},
    {Format::MrvA, Word("mrv-a")},
    {Format::MrvB, Word("mrv-b")},
}};

const Names<Check, 5> mrzCheckNames{{
    {Check::DocumentNumber, Word("document-number")},
    {Check::BirthDate, Word("birth-date")},
    {Check::ExpiryDate, Word("expiry-date")},
    {Check::OptionalData, Word("optional-data")},
    {Check::Composite, Word("composite")},
}};

const Names<Field, 10> mrzFieldNames{{
    {Field::DocumentCode, Word("document-code")},
    {Field::IssuingState, Word("issuing-state")},
    {Field::Name, Word("name")},
    {Field::DocumentNumber, Word("document-number")},
    {Field::Nationality, Word("nationality")},
    {Field::BirthDate, Word("birth-date")},
    {Field::Sex, Word("sex")},
    {Field::ExpiryDate, Word("expiry-date")},
    {Field::OptionalData, Word("optional-data")},
    {Field::Composite, Word("composite")},
}};

const Names<Validity, 6> mrzValidityNames{{
    {Validity::Proven, Word("proven")},
    {Validity::Unproven, Word("unproven")},
    {Validity::Repaired, Word("repaired")},
    {Validity::Failed, Word("failed")},
    {Validity::Impossible, Word("impossible")},
    {Validity::Absent, Word("absent")},
}};

const Names<Warning, 14> mrzWarningNames{{
    {Warning::UnusualDocumentCode, Word("unusual-document-code")},
    {Warning::UnknownIssuingState, Word("unknown-issuing-state")},
    {Warning::UnknownNationality, Word("unknown-nationality")},
    {Warning::Specimen, Word("specimen")},
    {Warning::MissingName, Word("missing-name")},
    {Warning::MalformedName, Word("malformed-name")},
    {Warning::ImpossibleBirthDate, Word("impossible-birth-date")},
    {Warning::ImpossibleExpiryDate, Word("impossible-expiry-date")},
    {Warning::ImpossibleSex, Word("impossible-sex")},
    {Warning::CenturyUnsure, Word("century-unsure")},
    {Warning::AgeNearEighteen, Word("age-near-eighteen")},
    {Warning::AgeOver105, Word("age-over-105")},
    {Warning::LinePadded, Word("line-padded")},
    {Warning::KeyboardLayout, Word("keyboard-layout")},
}};

const Names<State, 4> dateStateNames{{
    {State::Complete, Word("complete")},
    {State::Partial, Word("partial")},
    {State::Unknown, Word("unknown")},
    {State::Impossible, Word("impossible")},
}};

namespace {

QJsonValue dateValue(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue numberValue(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject printedValue(const PrintedDate &printed)
{
    return {{QStringLiteral("text"), printed.text},
            {QStringLiteral("state"), nameOf(dateStateNames, printed.state)},
            {QStringLiteral("year"), numberValue(printed.year)},
            {QStringLiteral("month"), numberValue(printed.month)},
            {QStringLiteral("day"), numberValue(printed.day)}};
}

template <class Value, size_t Count> QJsonArray wordsOf(QFlags<Value> flags, const Names<Value, Count> &names)
{
    QJsonArray words;
    for (const auto &[value, name] : names) {
        if (flags.testFlag(value))
            words += name;
    }
    return words;
}

QJsonArray correctionValues(const QList<Mrz::Correction> &corrections)
{
    QJsonArray values;
    for (const Mrz::Correction &correction : corrections)
        values += QJsonObject{{QStringLiteral("field"), nameOf(mrzFieldNames, correction.field)},
                              {QStringLiteral("line"), correction.line},
                              {QStringLiteral("column"), correction.column},
                              {QStringLiteral("from"), QString(correction.from)},
                              {QStringLiteral("to"), QString(correction.to)}};
    return values;
}

QJsonObject validities(const Mrz &mrz)
{
    QJsonObject values;
    for (const auto &[field, name] : mrzFieldNames)
        values.insert(name, nameOf(mrzValidityNames, validityOf(mrz, field)));
    return values;
}

}  // namespace

QJsonObject toJson(const Mrz &mrz)
{
    return {{QStringLiteral("format"), nameOf(mrzFormatNames, mrz.format)},
            {QStringLiteral("documentCode"), mrz.documentCode},
            {QStringLiteral("issuingState"), mrz.issuingState},
            {QStringLiteral("nationality"), mrz.nationality},
            {QStringLiteral("surname"), mrz.surname},
            {QStringLiteral("givenNames"), mrz.givenNames},
            {QStringLiteral("nameMayBeTruncated"), mrz.nameMayBeTruncated},
            {QStringLiteral("documentNumber"), mrz.documentNumber},
            {QStringLiteral("birthDate"), dateValue(mrz.birthDate)},
            {QStringLiteral("birthPrinted"), printedValue(mrz.birthPrinted)},
            {QStringLiteral("sex"), nameOf(sexNames, mrz.sex)},
            {QStringLiteral("expiryDate"), dateValue(mrz.expiryDate)},
            {QStringLiteral("expiryPrinted"), printedValue(mrz.expiryPrinted)},
            {QStringLiteral("optionalData"), mrz.optionalData},
            {QStringLiteral("secondOptionalData"), mrz.secondOptionalData},
            {QStringLiteral("failedChecks"), wordsOf(mrz.failedChecks, mrzCheckNames)},
            {QStringLiteral("warnings"), wordsOf(mrz.warnings, mrzWarningNames)},
            {QStringLiteral("corrections"), correctionValues(mrz.corrections)},
            {QStringLiteral("validity"), validities(mrz)}};
}

}  // namespace amparo::traveller
