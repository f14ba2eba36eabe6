#pragma once

#include <chrono>

namespace amparo::test {

/// How long a transport waits for a byte in a schedule: long beside what passes on one computer, short beside
/// what a thousand schedules may take.
constexpr std::chrono::milliseconds shortPatience(300);

}  // namespace amparo::test
