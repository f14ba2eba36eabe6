#include "base/clock.h"

#include <QSysInfo>

#ifdef Q_OS_LINUX
#include <ctime>
#elif defined(Q_OS_WIN)
#include <cstring>
#include <qt_windows.h>
#include <winternl.h>
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

#ifdef Q_OS_WIN
// Qt tells none on Windows. The kernel knows when it was started; when the clock is set it moves that along,
// and counts by how much: the difference stays until the next start. winternl.h has the structure as bytes
// alone; its members are of 8 bytes each up to there but for two of 4.
QByteArray bootId()
{
    SYSTEM_TIMEOFDAY_INFORMATION information{};
    constexpr int bootTime = 0;
    constexpr int bootTimeBias = 32;
    if (NtQuerySystemInformation(SystemTimeOfDayInformation, &information, sizeof information, nullptr) < 0)
        return {};
    const auto at = [&](int offset) {
        quint64 value = 0;
        std::memcpy(&value, reinterpret_cast<const char *>(&information) + offset, sizeof value);
        return value;
    };
    return QByteArray::number(at(bootTime) - at(bootTimeBias), 16);
}
#else
QByteArray bootId() { return QSysInfo::bootUniqueId(); }
#endif

}  // namespace amparo
