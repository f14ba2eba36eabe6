#include "base/clock.h"
#include "support/catch.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

using namespace amparo;

// Else whoever sets the clock ends a wait, and leaves no trace of it.
TEST_CASE("a start of the computer has a name, which stays", "[base][SEC-A3][SEC-S5]")
{
    const QByteArray name = bootId();
    CHECK_FALSE(name.isEmpty());
    CHECK(bootId() == name);
}

#ifdef Q_OS_LINUX
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
