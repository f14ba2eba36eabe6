#include "reference/provenance.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::reference;

TEST_CASE("a confirmation holds for 180 days and no longer", "[reference]")
{
    struct Row {
        const char *what;
        std::optional<QDate> verifiedOn;
        std::optional<QDate> validUntil;
        Freshness expected;
    };
    const QDate today(2026, 8, 29);  // 180 days after 2 March
    const auto row = GENERATE_REF(values<Row>({
        {"never", std::nullopt, std::nullopt, Freshness::NeverVerified},
        {"today", today, std::nullopt, Freshness::Current},
        {"180 days ago", QDate(2026, 3, 2), std::nullopt, Freshness::Current},
        {"181 days ago", QDate(2026, 3, 1), std::nullopt, Freshness::Stale},
        {"tomorrow: clock or row is wrong", QDate(2026, 8, 30), std::nullopt, Freshness::NeverVerified},
        {"ends today", today, today, Freshness::Current},
        {"ended yesterday", today, today.addDays(-1), Freshness::Expired},
        {"never, and ended", std::nullopt, today.addDays(-1), Freshness::Expired},
        {"never, and goes on", std::nullopt, today.addDays(1), Freshness::NeverVerified},
        {"old, and goes on", QDate(2026, 3, 1), today.addDays(1), Freshness::Stale},
    }));
    CAPTURE(row.what);
    CHECK(freshness({QStringLiteral("a source"), SourceStatus::Read, row.verifiedOn, row.validUntil},
                    today) == row.expected);
}
