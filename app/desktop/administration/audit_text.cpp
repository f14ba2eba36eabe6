#include "app/desktop/administration/audit_text.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

using store::AuditAction;
using store::AuditFinding;

struct AuditTexts {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

}  // namespace

QString text(AuditAction action)
{
    switch (action) {
    case AuditAction::StoreCreated:
        return AuditTexts::tr("Store made");
    case AuditAction::SignedIn:
        return AuditTexts::tr("Signed in");
    case AuditAction::SignedOut:
        return AuditTexts::tr("Signed out");
    case AuditAction::Locked:
        return AuditTexts::tr("Session locked");
    case AuditAction::Unlocked:
        return AuditTexts::tr("Unlocked with the PIN");
    case AuditAction::PinSet:
        return AuditTexts::tr("PIN set");
    case AuditAction::PinFailed:
        return AuditTexts::tr("Wrong PIN");
    case AuditAction::PinWiped:
        return AuditTexts::tr("PIN wiped");
    case AuditAction::OfficerAdded:
        return AuditTexts::tr("Account added");
    case AuditAction::OfficerRemoved:
        return AuditTexts::tr("Account removed");
    case AuditAction::OfficerSuspended:
        return AuditTexts::tr("Account suspended");
    case AuditAction::RoleChanged:
        return AuditTexts::tr("Role changed");
    case AuditAction::PassphraseChanged:
        return AuditTexts::tr("Own passphrase changed");
    case AuditAction::PassphraseReset:
        return AuditTexts::tr("New passphrase given");
    case AuditAction::KeyCostRaised:
        return AuditTexts::tr("Own key made stronger");
    case AuditAction::KeyRotated:
        return AuditTexts::tr("Store key changed");
    case AuditAction::RecoveryKeySet:
        return AuditTexts::tr("Recovery key set");
    case AuditAction::BackupMade:
        return AuditTexts::tr("Backup made");
    case AuditAction::BackupRemoved:
        return AuditTexts::tr("Old backup removed");
    case AuditAction::StoreRestored:
        return AuditTexts::tr("Store restored from a backup");
    case AuditAction::StoreSalvaged:
        return AuditTexts::tr("Store saved from a damaged one");
    case AuditAction::StoreRecovered:
        return AuditTexts::tr("Store opened with headquarters' key");
    case AuditAction::StoreUpgraded:
        return AuditTexts::tr("Store upgraded, after a backup");
    case AuditAction::FormInstalled:
        return AuditTexts::tr("Questionnaire installed");
    case AuditAction::FormReceived:
        return AuditTexts::tr("Questionnaire received");
    case AuditAction::FormFilesReceived:
        return AuditTexts::tr("Files of a questionnaire received");
    case AuditAction::ShiftOpened:
        return AuditTexts::tr("Shift opened");
    case AuditAction::ShiftClosed:
        return AuditTexts::tr("Shift closed");
    case AuditAction::DraftDiscarded:
        return AuditTexts::tr("Draft discarded");
    case AuditAction::ScreeningFinalised:
        return AuditTexts::tr("Record made final");
    case AuditAction::AdviceOverridden:
        return AuditTexts::tr("Decided against the advice");
    case AuditAction::TakenOver:
        return AuditTexts::tr("Taken over by the second line");
    case AuditAction::ScreeningRead:
        return AuditTexts::tr("Record read");
    case AuditAction::RecordsListed:
        return AuditTexts::tr("Records listed");
    case AuditAction::PolicySet:
        return AuditTexts::tr("Policy set");
    case AuditAction::DeedApproved:
        return AuditTexts::tr("Deed of another approved");
    case AuditAction::EncounterLookedUp:
        return AuditTexts::tr("Earlier encounters looked up");
    case AuditAction::Searched:
        return AuditTexts::tr("Records searched");
    case AuditAction::RecordsExported:
        return AuditTexts::tr("Records with names exported");
    case AuditAction::ReportExported:
        return AuditTexts::tr("Report written to a file");
    case AuditAction::RecordAcknowledged:
        return AuditTexts::tr("Record received by the server");
    case AuditAction::RecordQuarantined:
        return AuditTexts::tr("Record held back");
    case AuditAction::RecordErased:
        return AuditTexts::tr("Record erased");
    case AuditAction::RecordHeld:
        return AuditTexts::tr("Record kept beyond its term");
    case AuditAction::RecordReleased:
        return AuditTexts::tr("Record no longer kept beyond its term");
    case AuditAction::ConsentGiven:
        return AuditTexts::tr("Consent given");
    case AuditAction::ConsentWithdrawn:
        return AuditTexts::tr("Consent withdrawn");
    case AuditAction::RecordShared:
        return AuditTexts::tr("Told to who helps");
    case AuditAction::CardShown:
        return AuditTexts::tr("Help card shown");
    case AuditAction::CardGiven:
        return AuditTexts::tr("Help card given");
    case AuditAction::SigningKeyMade:
        return AuditTexts::tr("Signing key made");
    case AuditAction::CheckpointMade:
        return AuditTexts::tr("Log signed");
    case AuditAction::BundleOut:
        return AuditTexts::tr("Records put on a stick, sealed");
    case AuditAction::BundleIn:
        return AuditTexts::tr("Stick read in");
    case AuditAction::AuditRead:
        return AuditTexts::tr("Audit log read");
    case AuditAction::OtherComputerNoticed:
        return AuditTexts::tr("Came from another computer");
    case AuditAction::OlderCopyNoticed:
        return AuditTexts::tr("Was set back to an older copy");
    case AuditAction::CopyNoticed:
        return AuditTexts::tr("A copy of the store was noticed");
    case AuditAction::MarkMissing:
        return AuditTexts::tr("Mark beside the store missing");
    case AuditAction::RecordRequeued:
        return AuditTexts::tr("Record sent again");
    case AuditAction::ClockChanged:
        return AuditTexts::tr("Clock was set");
    case AuditAction::LaneAdded:
        return AuditTexts::tr("Workstation added to the relay");
    case AuditAction::LaneRemoved:
        return AuditTexts::tr("Workstation removed from the relay");
    case AuditAction::RecordsArrived:
        return AuditTexts::tr("Records arrived from a workstation");
    case AuditAction::PackageKeysSet:
        return AuditTexts::tr("Headquarters' keys for packages set");
    case AuditAction::PackageTaken:
        return AuditTexts::tr("Package from headquarters taken up");
    }
    Q_UNREACHABLE();
}

QString text(const AuditFinding &finding)
{
    switch (finding.kind) {
    case AuditFinding::Kind::Changed:
        return AuditTexts::tr("Entry %1 was changed, moved or put in. Up to entry %2 all is sound.")
            .arg(finding.entry)
            .arg(finding.sound);
    case AuditFinding::Kind::Missing:
        return AuditTexts::tr("Entry %1 was left out. Up to entry %2 all is sound.")
            .arg(finding.entry)
            .arg(finding.sound);
    case AuditFinding::Kind::CutOff:
        return AuditTexts::tr("From entry %1 on the log was cut off, or the store was set back.")
            .arg(finding.entry);
    case AuditFinding::Kind::Rewritten:
        return AuditTexts::tr("Between entries %1 and %2 the log was rewritten, or the store was set back.")
            .arg(finding.sound + 1)
            .arg(finding.entry);
    case AuditFinding::Kind::UnknownGeneration:
        return AuditTexts::tr("The store knows nothing of a life that it had: it was set back.");
    case AuditFinding::Kind::OtherKey:
        return AuditTexts::tr("A signature under the log is forged, or the key in the store is.");
    }
    Q_UNREACHABLE();
}

}  // namespace amparo::desktop
