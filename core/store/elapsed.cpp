#include "store/elapsed.h"

#include <algorithm>

namespace amparo::store {

using std::chrono::milliseconds;

Moment momentOf(const Clock &clock) { return {clock.utcNow(), qint64(clock.monotonic().count()), bootId()}; }

milliseconds elapsedSince(const Moment &moment, const Clock &clock)
{
    const Moment now = momentOf(clock);
    const bool areBootsKnown = !now.boot.isEmpty() && !moment.boot.isEmpty();
    const milliseconds byDate(moment.utc.msecsTo(now.utc));
    if (!areBootsKnown)
        return std::max(byDate, milliseconds(0));
    if (now.boot == moment.boot)
        return std::max(milliseconds(now.monotonicInMs - moment.monotonicInMs), milliseconds(0));
    return std::max(byDate, milliseconds(now.monotonicInMs));
}

}  // namespace amparo::store
