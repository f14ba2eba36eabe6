#pragma once

#include "record/officer.h"

#include <optional>

namespace amparo::record {

/// What is not open to everybody who signs in. Sending records is nobody's deed: the station does it whoever
/// is signed in, and shows their content to nobody.
enum class Permission {
    Screen,          ///< hold an interview and make its record final
    ReadRecords,     ///< see who was screened, what was answered and decided
    CountRecords,    ///< figures without names, documents and answers
    ManageShift,     ///< open and close the shift
    ReviewTraining,  ///< how far colleagues have come with their training
    ExportReports,   ///< figures as files
    ExportRecords,   ///< records with names as files or on paper
    EraseRecords,    ///< before their term
    HoldRecords,     ///< keep records beyond their term
    ReleaseRecords,  ///< end such a hold
    ReadAudit,       ///< see who did what
    ManageOfficers,  ///< accounts and their passphrases
    ManageKeys,      ///< seal the store key to headquarters, say what a key costs
    ChangeKey,       ///< take a new store key, which gives nobody anything
    MakeBackups,
    CarryBundles,  ///< give sealed records to somebody to carry, and take in what a stick brings
    InstallForms,
    SetPolicies,  ///< server, retention, backup schedule, lock
};

/// How many of the records a permission reaches; for what has no records, None or All.
enum class Reach {
    None,
    Own,  ///< one's own, and those that were handed over to one: core/store/access.h says which
    Day,  ///< those of the open shift and of shifts that ended within 24 hours
    All,
};

/// The one table of who may do what (requirement A1 of the security design).
///
/// An officer sees own travellers, a shift lead those of the day, an administrator none; an auditor sees all
/// and changes nothing. So nobody who manages keys reads records, and nobody who reads many of them manages
/// keys.
Reach reachOf(Role role, Permission permission);

inline bool may(Role role, Permission permission) { return reachOf(role, permission) != Reach::None; }

/// Whether a deed needs a second person's sign-in (requirement A6).
bool needsSecondPerson(Permission permission);

/// Whether somebody of this role may be that second person. Nobody approves an own deed.
bool mayApprove(Role role, Permission permission);

/// Stable words: "screen", "read-records" …
QString permissionName(Permission permission);
std::optional<Permission> permissionFromName(QStringView name);

}  // namespace amparo::record
