#include "sync/backoff.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo::sync;
using namespace std::chrono_literals;

namespace {

const std::vector<Trouble> troubles{Trouble::Offline,      Trouble::Portal, Trouble::ProxySignIn,
                                    Trouble::Untrusted,    Trouble::SignIn, Trouble::PostKey,
                                    Trouble::WrongAddress, Trouble::Busy,   Trouble::ServerFault,
                                    Trouble::Interrupted};

Unsent unsentFor(Trouble trouble) { return {trouble, Unsent::Scope::Server}; }

double aChance() { return *rc::gen::inRange(0, 1'000'000) / 1'000'000.0; }

}  // namespace

TEST_CASE("[SEC-S3] every wait is between five seconds and an hour", "[sync]")
{
    rc::check([] {
        Unsent unsent = unsentFor(*rc::gen::elementOf(troubles));
        if (*rc::gen::arbitrary<bool>())
            unsent.retryAfter = std::chrono::seconds(*rc::gen::arbitrary<qint64>() / 2000);
        const auto wait = backoff(unsent, *rc::gen::arbitrary<int>(), aChance());
        RC_ASSERT(wait >= 5s);
        RC_ASSERT(wait <= 1h);
    });
}

TEST_CASE("a further failure never shortens the wait", "[sync]")
{
    rc::check([] {
        const Unsent unsent = unsentFor(*rc::gen::elementOf(troubles));
        const int failures = *rc::gen::inRange(1, 100);
        const double chance = aChance();
        RC_ASSERT(backoff(unsent, failures, chance) <= backoff(unsent, failures + 1, chance));
    });
}

TEST_CASE("the wait doubles up to what suits the trouble", "[sync]")
{
    struct Row {
        Trouble trouble;
        int failures;
        std::chrono::milliseconds wait;
    };
    const auto row = GENERATE(values<Row>({
        {Trouble::Offline, 1, 5s},
        {Trouble::Offline, 2, 10s},
        {Trouble::Offline, 9, 2min},
        {Trouble::ServerFault, 1, 30s},
        {Trouble::ServerFault, 4, 4min},
        {Trouble::ServerFault, 1000, 1h},
        {Trouble::Interrupted, 3, 40s},
    }));
    CAPTURE(row.failures);
    CHECK(backoff(unsentFor(row.trouble), row.failures, 1.0) == row.wait);
}

TEST_CASE("posts that lost the same server spread over half of the wait", "[sync]")
{
    CHECK(backoff(unsentFor(Trouble::ServerFault), 4, 0.0) == 2min);
    CHECK(backoff(unsentFor(Trouble::ServerFault), 4, 0.5) == 3min);
}

TEST_CASE("a server that asks for more time gets it, for an hour at most", "[sync]")
{
    Unsent unsent = unsentFor(Trouble::Busy);
    unsent.retryAfter = 10min;
    CHECK(backoff(unsent, 1, 1.0) == 10min);
    unsent.retryAfter = 1s;
    CHECK(backoff(unsent, 1, 1.0) == 30s);
    unsent.retryAfter = 48h;
    CHECK(backoff(unsent, 1, 1.0) == 1h);
}
