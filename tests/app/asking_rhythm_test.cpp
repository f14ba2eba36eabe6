#include "app/asking_rhythm.h"
#include "support/catch.h"
#include "support/fixed_clock.h"

using namespace amparo;
using namespace std::chrono_literals;

namespace {

sync::Status online()
{
    sync::Status status;
    status.link = sync::LinkState::Online;
    return status;
}

}  // namespace

TEST_CASE("a post asks once after sign-in, and again when the interval is over", "[app]")
{
    test::FixedClock clock;
    app::AskingRhythm rhythm(clock);
    REQUIRE(rhythm.begin(online()));
    CHECK_FALSE(rhythm.begin(online()));  // it is asking

    SECTION("six hours with a server of headquarters")
    {
        rhythm.end();
        clock.advance(6h - 1s);
        CHECK_FALSE(rhythm.begin(online()));
        clock.advance(1s);
        CHECK(rhythm.begin(online()));
    }
    SECTION("more often where it costs no link")
    {
        rhythm.end(10min);
        clock.advance(10min);
        CHECK(rhythm.begin(online()));
    }
}

TEST_CASE("a post does not ask over a link that is away or has to be spared", "[app]")
{
    test::FixedClock clock;
    app::AskingRhythm rhythm(clock);
    sync::Status status = online();
    SECTION("away") { status.link = sync::LinkState::Offline; }
    SECTION("paused") { status.isPaused = true; }
    SECTION("held by its rules") { status.hold = sync::Hold::MeteredLink; }
    CHECK_FALSE(rhythm.begin(status));
    CHECK(rhythm.begin(online()));
}
