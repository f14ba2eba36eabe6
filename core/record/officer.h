#pragma once

#include "base/id.h"

#include <QString>

namespace amparo::record {

/// What a person at the post may do; the table of permissions is in core/store.
enum class Role { Officer, ShiftLead, Administrator, Auditor };

/// Stable words for files and the command line: "officer", "shift-lead", "administrator", "auditor".
QString roleName(Role role);
std::optional<Role> roleFromName(QStringView name);

struct Officer {
    OfficerId id;
    QString loginName;    ///< what is typed to sign in; unique at the post
    QString displayName;  ///< as shown to colleagues and in reports
    Role role = Role::Officer;

    bool operator==(const Officer &) const = default;
};

}  // namespace amparo::record
