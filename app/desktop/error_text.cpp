#include "app/desktop/error_text.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString whatFailed(Act act)
{
    switch (act) {
    case Act::SignIn:
        return Texts::tr("You could not be signed in.");
    case Act::SetPin:
        return Texts::tr("The PIN was not set.");
    case Act::OpenScreening:
        return Texts::tr("The screening could not be opened.");
    case Act::OpenShift:
        return Texts::tr("The shift could not be opened.");
    case Act::CloseShift:
        return Texts::tr("The shift could not be closed.");
    case Act::ReadRecords:
        return Texts::tr("The records could not be read.");
    case Act::ExportReport:
        return Texts::tr("The report was not written.");
    case Act::MakeDemo:
        return Texts::tr("The demo post could not be made.");
    case Act::MakeLeaflet:
        return Texts::tr("The leaflet was not made.");
    case Act::ReadAccounts:
        return Texts::tr("The accounts could not be read.");
    case Act::ChangeAccount:
        return Texts::tr("The account is as it was.");
    case Act::ChangePassphrase:
        return Texts::tr("The passphrase is as it was.");
    case Act::Approve:
        return Texts::tr("Nobody has agreed.");
    case Act::ReadPolicies:
        return Texts::tr("The policies could not be read.");
    case Act::SetPolicy:
        return Texts::tr("The policy is as it was.");
    case Act::DiscardDraft:
        return Texts::tr("The draft is still there.");
    case Act::EraseRecord:
        return Texts::tr("Nothing was erased.");
    case Act::HoldRecord:
        return Texts::tr("The hold was not set.");
    case Act::ReleaseRecord:
        return Texts::tr("The hold was not ended.");
    case Act::ExportRecords:
        return Texts::tr("The records were not exported.");
    case Act::ChangeKey:
        return Texts::tr("The key is as it was.");
    case Act::CheckStore:
        return Texts::tr("The store could not be checked.");
    case Act::ReadAudit:
        return Texts::tr("The audit log could not be read.");
    case Act::Train:
        return Texts::tr("The training is not complete.");
    case Act::SetUp:
        return Texts::tr("The post was not set up.");
    }
    Q_UNREACHABLE();
}

QString whatToDo(Act act, ErrorCode code)
{
    switch (code) {
    case ErrorCode::Denied:
        return act == Act::SignIn ? Texts::tr("Name or passphrase is wrong. Check both and try again.")
                                  : Texts::tr("Your role does not allow this. Ask the shift lead.");
    case ErrorCode::NotFound:
        return Texts::tr("It is not there any more. Go back and choose again.");
    case ErrorCode::Conflict:
        if (act == Act::SetUp)
            return Texts::tr(
                "The folder for the store holds what is left of another. Change nothing and call IT "
                "support.");
        return Texts::tr("It was changed meanwhile. Open it again and look.");
    case ErrorCode::InvalidInput:
        return Texts::tr("What was given cannot be used. Correct it, or tell IT support.");
    case ErrorCode::Locked:
        return Texts::tr("Another program has the store open. Close it and try again.");
    case ErrorCode::Corrupt:
        return Texts::tr("The store is damaged. Change nothing and call IT support now.");
    case ErrorCode::DiskFull:
        return Texts::tr("The disk is full. Free some space, then try again.");
    case ErrorCode::ReadOnly:
        return Texts::tr("The folder cannot be written to. Choose another or ask IT support.");
    case ErrorCode::TooNew:
        return Texts::tr("A newer version of Amparo made this. Ask IT support to update.");
    case ErrorCode::Unavailable:
        return Texts::tr("The computer did not answer. Try again; if it stays so, call IT support.");
    case ErrorCode::Cancelled:
        return Texts::tr("It was stopped. You can start it again.");
    }
    Q_UNREACHABLE();
}

}  // namespace

QString errorText(Act act, const Error &error)
{
    return whatFailed(act) + QLatin1Char(' ') + whatToDo(act, error.code);
}

}  // namespace amparo::desktop
