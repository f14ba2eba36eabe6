#include "reference/provenance.h"

#include "base/names.h"

namespace amparo::reference {

namespace {

constexpr Names<Freshness, 4> freshnessNames{{
    {Freshness::Current, QLatin1StringView("current")},
    {Freshness::Stale, QLatin1StringView("stale")},
    {Freshness::NeverVerified, QLatin1StringView("never-verified")},
    {Freshness::Expired, QLatin1StringView("expired")},
}};

}  // namespace

QString freshnessName(Freshness freshness) { return nameOf(freshnessNames, freshness); }

Freshness freshness(const Provenance &provenance, QDate today)
{
    if (provenance.validUntil && *provenance.validUntil < today)
        return Freshness::Expired;
    if (!provenance.verifiedOn || *provenance.verifiedOn > today)
        return Freshness::NeverVerified;
    return provenance.verifiedOn->daysTo(today) > currentForDays ? Freshness::Stale : Freshness::Current;
}

}  // namespace amparo::reference
