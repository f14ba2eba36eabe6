#include "base/clock.h"

namespace amparo {

namespace {

class SystemClock final : public Clock {
public:
    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }

    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
};

}  // namespace

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

}  // namespace amparo
