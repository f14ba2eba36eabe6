#include "sync/link_monitor.h"

#include "support/catch.h"
#include "support/fixed_clock.h"

using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::FixedClock;
using Scope = Unsent::Scope;

TEST_CASE("the link is what the server's answers make it", "[sync]")
{
    struct Row {
        Outcome outcome;
        LinkState state;
        bool isContact;
    };
    const auto row = GENERATE(values<Row>({
        {Accepted{201, {}, {}}, LinkState::Online, true},
        {Rejected{400, {}}, LinkState::Online, true},
        {Unsent{Trouble::Offline, Scope::Server}, LinkState::Offline, false},
        {Unsent{Trouble::Portal, Scope::Server, 200}, LinkState::Portal, false},
        {Unsent{Trouble::ProxySignIn, Scope::Server}, LinkState::Portal, false},
        {Unsent{Trouble::Untrusted, Scope::Server}, LinkState::Untrusted, false},
        {Unsent{Trouble::SignIn, Scope::Server, 401}, LinkState::NeedsSignIn, true},
        {Unsent{Trouble::SignIn, Scope::Record, 403}, LinkState::Online, true},
        {Unsent{Trouble::WrongAddress, Scope::Server, 404}, LinkState::Online, true},
        {Unsent{Trouble::Busy, Scope::Server, 429}, LinkState::Online, true},
        {Unsent{Trouble::ServerFault, Scope::Record, 500}, LinkState::Online, true},
        {Unsent{Trouble::Interrupted, Scope::Record}, LinkState::Unknown, false},
    }));
    FixedClock clock;
    LinkMonitor monitor;
    REQUIRE(monitor.state() == LinkState::Unknown);
    monitor.note(row.outcome, clock.utcNow());
    CHECK(monitor.state() == row.state);
    CHECK(monitor.lastContact() == (row.isContact ? std::optional(clock.utcNow()) : std::nullopt));
}

TEST_CASE("the last contact outlives the loss of the link", "[sync]")
{
    FixedClock clock;
    const QDateTime contact = clock.utcNow();
    LinkMonitor monitor;
    monitor.noteAnswer(contact);
    clock.advance(1h);
    monitor.note(Unsent{Trouble::Offline, Scope::Server}, clock.utcNow());
    CHECK(monitor.state() == LinkState::Offline);
    CHECK(monitor.lastContact() == contact);
}

TEST_CASE("[SEC-S5] the server's time shows how wrong the clock is", "[sync]")
{
    FixedClock clock;
    LinkMonitor monitor;
    monitor.note(Accepted{201, {}, clock.utcNow().addDays(-2)}, clock.utcNow());
    CHECK(monitor.clockAhead() == 48h);
}
