#include "store/elapsed.h"

#include <algorithm>

namespace amparo::store {

using std::chrono::milliseconds;

Moment momentOf(const Clock &clock)
{
    return {clock.utcNow(), qint64(clock.monotonic().count()), bootId()};
}

milliseconds elapsedSince(const Moment &moment, const Clock &clock)
{
    const Moment now = momentOf(clock);
    const bool sameBoot = !now.boot.isEmpty() && now.boot == moment.boot;
    const milliseconds passed(sameBoot ? now.monotonicInMs - moment.monotonicInMs
                                       : moment.utc.msecsTo(now.utc));
    return std::max(passed, milliseconds(0));
}

}  // namespace amparo::store
