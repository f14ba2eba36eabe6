#include "record/officer.h"

#include "base/names.h"

namespace amparo::record {

namespace {

constexpr Names<Role, 4> roleNames{{
    {Role::Officer, QLatin1StringView("officer")},
    {Role::ShiftLead, QLatin1StringView("shift-lead")},
    {Role::Administrator, QLatin1StringView("administrator")},
    {Role::Auditor, QLatin1StringView("auditor")},
}};

}  // namespace

QString roleName(Role role) { return nameOf(roleNames, role); }
std::optional<Role> roleFromName(QStringView name) { return valueOf(roleNames, name); }

}  // namespace amparo::record
