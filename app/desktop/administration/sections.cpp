#include "app/desktop/administration/sections.h"

#include "app/desktop/administration/audit_section.h"
#include "app/desktop/administration/backups_section.h"
#include "app/desktop/administration/keys_section.h"
#include "app/desktop/administration/officers_section.h"
#include "app/desktop/administration/policies_section.h"
#include "app/desktop/administration/store_section.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct SectionNames {
    Q_DECLARE_TR_FUNCTIONS(AdministrationSection)
};

template <class Widget> QWidget *made(app::Post &post, QWidget *parent) { return new Widget(post, parent); }

}  // namespace

QList<AdministrationSection> administrationSections()
{
    using record::Permission;
    return {
        {Permission::ManageOfficers, [] { return SectionNames::tr("Officers"); }, "accounts",
         made<OfficersSection>},
        {Permission::SetPolicies, [] { return SectionNames::tr("Policies"); }, "policies",
         made<PoliciesSection>},
        {Permission::ChangeKey, [] { return SectionNames::tr("Keys"); }, "store-care", made<KeysSection>},
        {Permission::MakeBackups, [] { return SectionNames::tr("Backups"); }, "store-care",
         made<BackupsSection>},
        {Permission::MakeBackups, [] { return SectionNames::tr("Store"); }, "store-care", made<StoreSection>},
        {Permission::ReadAudit, [] { return SectionNames::tr("Audit"); }, "audit-log", made<AuditSection>},
    };
}

}  // namespace amparo::desktop
