#pragma once

#include "sync/transport.h"

namespace amparo::sync {

/// How long to wait after the `failures`-th failure of its kind in a row (from 1 on): doubled each time up to
/// the longest that suits the trouble, between 5 s and 1 h, and at least as long as the server asks, an hour
/// at most.
///
/// `chance`, from 0 up to 1, spreads the posts: of two that lost the same server, few come back in the same
/// second. Thread: any.
std::chrono::milliseconds backoff(const Unsent &unsent, int failures, double chance);

}  // namespace amparo::sync
