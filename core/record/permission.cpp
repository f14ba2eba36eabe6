#include "record/permission.h"

#include <algorithm>
#include <array>

namespace amparo::record {

namespace {

struct Rule {
    Permission permission;
    QLatin1StringView name;
    std::array<Reach, 4> reach;    // in the order of Role: officer, shift lead, administrator, auditor
    std::array<bool, 4> approves;  // likewise; all false: one person is enough
};

constexpr std::array<bool, 4> nobody{};
constexpr Reach none = Reach::None;
constexpr Reach own = Reach::Own;
constexpr Reach day = Reach::Day;
constexpr Reach all = Reach::All;

constexpr std::array rules{
    Rule{Permission::Screen, QLatin1StringView("screen"), {all, all, none, none}, nobody},
    Rule{Permission::ReadRecords, QLatin1StringView("read-records"), {own, day, none, all}, nobody},
    Rule{Permission::CountRecords, QLatin1StringView("count-records"), {all, all, none, all}, nobody},
    Rule{Permission::ManageShift, QLatin1StringView("manage-shift"), {all, all, none, none}, nobody},
    Rule{Permission::ReviewTraining, QLatin1StringView("review-training"), {none, all, all, none}, nobody},
    Rule{Permission::ExportReports, QLatin1StringView("export-reports"), {none, all, none, all}, nobody},
    Rule{Permission::ExportRecords,
         QLatin1StringView("export-records"),
         {none, day, none, all},
         {false, true, true, true}},
    Rule{Permission::EraseRecords,
         QLatin1StringView("erase-records"),
         {none, all, none, none},
         {false, true, true, true}},
    Rule{Permission::HoldRecords, QLatin1StringView("hold-records"), {none, all, none, all}, nobody},
    Rule{Permission::ReleaseRecords,
         QLatin1StringView("release-records"),
         {none, all, none, all},
         {false, true, true, true}},
    Rule{Permission::ReadAudit, QLatin1StringView("read-audit"), {none, none, all, all}, nobody},
    Rule{Permission::ManageOfficers, QLatin1StringView("manage-officers"), {none, none, all, none}, nobody},
    Rule{Permission::ManageKeys, QLatin1StringView("manage-keys"), {none, none, all, none}, nobody},
    Rule{Permission::ChangeKey, QLatin1StringView("change-key"), {none, all, all, none}, nobody},
    Rule{Permission::MakeBackups, QLatin1StringView("make-backups"), {none, all, all, none}, nobody},
    Rule{Permission::CarryBundles, QLatin1StringView("carry-bundles"), {none, all, all, none}, nobody},
    Rule{Permission::InstallForms, QLatin1StringView("install-forms"), {none, none, all, none}, nobody},
    Rule{Permission::SetPolicies,
         QLatin1StringView("set-policies"),
         {none, none, all, none},
         {false, true, false, true}},
};

const Rule &ruleOf(Permission permission)
{
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const Rule &each) { return each.permission == permission; });
    Q_ASSERT(rule != rules.end());
    return *rule;
}

}  // namespace

Reach reachOf(Role role, Permission permission) { return ruleOf(permission).reach.at(size_t(role)); }

bool needsSecondPerson(Permission permission) { return ruleOf(permission).approves != nobody; }

bool mayApprove(Role role, Permission permission) { return ruleOf(permission).approves.at(size_t(role)); }

QString permissionName(Permission permission) { return ruleOf(permission).name; }

std::optional<Permission> permissionFromName(QStringView name)
{
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const Rule &each) { return each.name == name; });
    return rule == rules.end() ? std::nullopt : std::optional(rule->permission);
}

}  // namespace amparo::record
