#include "app/desktop/administration/sections.h"

#include "app/desktop/administration/officers_section.h"
#include "app/desktop/administration/policies_section.h"

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
    };
}

}  // namespace amparo::desktop
