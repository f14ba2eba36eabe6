#include "reference/provenance.h"

namespace amparo::reference {

Freshness freshness(const Provenance &provenance, QDate today)
{
    if (provenance.validUntil && *provenance.validUntil < today)
        return Freshness::Expired;
    if (!provenance.verifiedOn || *provenance.verifiedOn > today)
        return Freshness::NeverVerified;
    return provenance.verifiedOn->daysTo(today) > currentForDays ? Freshness::Stale : Freshness::Current;
}

}  // namespace amparo::reference
