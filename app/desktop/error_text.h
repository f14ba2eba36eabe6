#pragma once

#include "base/result.h"

#include <QString>

namespace amparo::desktop {

/// What the officer was doing when it failed: the sentence begins with what did not happen.
enum class Act {
    SignIn,
    SetPin,
    OpenScreening,
    OpenShift,
    CloseShift,
    ReadRecords,
    ExportReport,
    MakeDemo,
    MakeLeaflet,
    ReadAccounts,
    ChangeAccount,
    ChangePassphrase,
    Approve,
    ReadPolicies,
    SetPolicy,
    DiscardDraft,
    EraseRecord,
    HoldRecord,
    ReleaseRecord,
    ExportRecords,
    ChangeKey,
    CheckStore,
    ReadAudit,
    Train,
    SetUp,  ///< a new post
};

/// One sentence on what happened and one on what to do next, in the user's language.
QString errorText(Act act, const Error &error);

}  // namespace amparo::desktop
