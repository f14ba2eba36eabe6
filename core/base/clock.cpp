#include "base/clock.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace amparo {

namespace {

class SystemClock final : public Clock {
public:
    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }

    // Linux' steady clock stands still while the computer sleeps; the one of Windows goes on.
    std::chrono::milliseconds monotonic() const override
    {
        using std::chrono::milliseconds;
#ifdef Q_OS_LINUX
        timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        return std::chrono::seconds(now.tv_sec) + milliseconds(now.tv_nsec / 1'000'000);
#else
        return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
#endif
    }
};

}  // namespace

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

}  // namespace amparo
