#pragma once

#include "sync/thin/station.h"

#include <memory>

namespace amparo::bench {

/// A post of which the transport needs to know no more than its ids and the head of its log.
std::unique_ptr<thin::Station> benchStation();

}  // namespace amparo::bench
