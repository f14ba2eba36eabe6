#include "base/clock.h"
#include "support/catch.h"

#ifdef Q_OS_LINUX
#include <ctime>

using namespace amparo;

// A lid that was closed for an hour must count towards locks and waits.
TEST_CASE("the system's clock counts the time that the computer sleeps", "[base][SEC-A5]")
{
    const auto sinceBoot = [] {
        timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        return std::chrono::seconds(now.tv_sec) + std::chrono::milliseconds(now.tv_nsec / 1'000'000);
    };
    const auto before = sinceBoot();
    const auto told = systemClock().monotonic();
    CHECK(told >= before);
    CHECK(told <= sinceBoot());
}
#endif
