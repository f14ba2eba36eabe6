#include "app/desktop/screening/document_findings.h"

#include "app/desktop/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace amparo::desktop {

namespace {

using traveller::Mrz;

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(DocumentFindings)
};

constexpr std::array checks{
    std::pair(Mrz::Check::DocumentNumber, Mrz::Field::DocumentNumber),
    std::pair(Mrz::Check::BirthDate, Mrz::Field::BirthDate),
    std::pair(Mrz::Check::ExpiryDate, Mrz::Field::ExpiryDate),
    std::pair(Mrz::Check::OptionalData, Mrz::Field::OptionalData),
    std::pair(Mrz::Check::Composite, Mrz::Field::Composite),
};

QString failedText(Mrz::Field field)
{
    return Findings::tr("Check digit disagrees: %1. Compare it with the document.").arg(text(field));
}

QString correctionText(const Mrz::Correction &correction)
{
    return Findings::tr("Read %1, taken as %2: %3 (line %4, place %5). Compare it with the document.")
        .arg(correction.from)
        .arg(correction.to)
        .arg(text(correction.field))
        .arg(correction.line)
        .arg(correction.column);
}

/// Empty: of no use to the officer.
DocumentFinding findingOf(Mrz::Warning warning, const Mrz &mrz)
{
    switch (warning) {
    case Mrz::Warning::UnusualDocumentCode:
        return {Tone::Caution, Findings::tr("Unusual document type: %1").arg(mrz.documentCode)};
    case Mrz::Warning::UnknownIssuingState:
        return {Tone::Warning, Findings::tr("No State has this code: issued by %1").arg(mrz.issuingState)};
    case Mrz::Warning::UnknownNationality:
        return {Tone::Warning, Findings::tr("No State has this code: nationality %1").arg(mrz.nationality)};
    case Mrz::Warning::Specimen:
        return {Tone::Caution, Findings::tr("This is a specimen, not a travel document.")};
    case Mrz::Warning::MissingName:
        return {Tone::Caution, Findings::tr("The machine readable zone has no name.")};
    case Mrz::Warning::MalformedName:
        return {Tone::Caution, Findings::tr("The name is not written as the standard asks.")};
    case Mrz::Warning::ImpossibleBirthDate:
        return {Tone::Warning, Findings::tr("No such day: date of birth.")};
    case Mrz::Warning::ImpossibleExpiryDate:
        return {Tone::Warning, Findings::tr("No such day: date of expiry.")};
    case Mrz::Warning::ImpossibleSex:
        return {Tone::Caution, Findings::tr("Sex is none of F, M and X.")};
    case Mrz::Warning::CenturyUnsure:
        return {Tone::Caution, Findings::tr("The year of birth may also mean a hundred years earlier.")};
    case Mrz::Warning::AgeNearEighteen:
        return {Tone::Caution, Findings::tr("Close to 18: compare the year of birth with the document.")};
    case Mrz::Warning::AgeOver105:
        return {Tone::Caution, Findings::tr("Older than 105: compare the date of birth.")};
    case Mrz::Warning::LinePadded:
        return {Tone::Neutral, Findings::tr("A line was too short and was filled at its end.")};
    case Mrz::Warning::KeyboardLayout:
        return {Tone::Neutral, Findings::tr("Reader and computer are set to different keyboards.")};
    }
    Q_UNREACHABLE();
}

}  // namespace

QList<DocumentFinding> findingsOf(const Mrz &mrz, QDate today)
{
    QList<DocumentFinding> findings;
    for (const auto &[check, field] : checks) {
        // The overall digit disagrees with every other one; alone it says something of its own.
        const bool follows = check == Mrz::Check::Composite && mrz.failedChecks != Mrz::Checks(check);
        if (mrz.failedChecks.testFlag(check) && !follows)
            findings.append({Tone::Danger, failedText(field)});
    }
    if (mrz.expiryDate && *mrz.expiryDate < today && !mrz.failedChecks.testFlag(Mrz::Check::ExpiryDate))
        findings.append({Tone::Warning, Findings::tr("The document has expired.")});
    for (const Mrz::Correction &correction : mrz.corrections)
        findings.append({Tone::Caution, correctionText(correction)});
    for (int flag = 1; flag <= int(Mrz::Warning::KeyboardLayout); flag <<= 1) {
        if (mrz.warnings.testFlag(Mrz::Warning(flag)))
            findings.append(findingOf(Mrz::Warning(flag), mrz));
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &one, const auto &other) { return one.tone > other.tone; });
    return findings;
}

}  // namespace amparo::desktop
