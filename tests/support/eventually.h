#pragma once

#include <functional>

namespace amparo::test {

/// Runs the event loop until `condition` holds. False: it did not within a time far above any sound
/// machine's.
bool eventually(const std::function<bool()> &condition);

}  // namespace amparo::test
