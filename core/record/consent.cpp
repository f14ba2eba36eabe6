#include "record/consent.h"

#include "base/names.h"

#include <algorithm>

namespace amparo::record {

namespace {

constexpr Names<ConsentScope, 5> consentScopeNames{{
    {ConsentScope::Identity, QLatin1StringView("identity")},
    {ConsentScope::Contact, QLatin1StringView("contact")},
    {ConsentScope::Needs, QLatin1StringView("needs")},
    {ConsentScope::Account, QLatin1StringView("account")},
    {ConsentScope::Assessment, QLatin1StringView("assessment")},
}};

}  // namespace

QString consentScopeName(ConsentScope scope) { return nameOf(consentScopeNames, scope); }
std::optional<ConsentScope> consentScopeFromName(QStringView name)
{
    return valueOf(consentScopeNames, name);
}

bool Consent::covers(const QList<ConsentScope> &wanted) const
{
    return std::ranges::all_of(wanted, [this](ConsentScope each) { return scope.contains(each); });
}

}  // namespace amparo::record
