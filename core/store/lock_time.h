#pragma once

#include "base/result.h"

#include <chrono>

namespace amparo::store {

class SettingRepository;

// After how long without a key, a touch or the mouse the desktop locks (security design, A5).
// Store::setLockTime() changes it.
constexpr std::chrono::minutes shortestLockTime{1};
constexpr std::chrono::minutes usualLockTime{3};
constexpr std::chrono::minutes longestLockTime{15};

/// This post's; the usual one where none was set. Errors: Database's. Thread: the store's.
[[nodiscard]] Result<std::chrono::minutes> lockTime(const SettingRepository &settings);

/// Whether officers may set a PIN (A4): yes, unless Store::setPinAllowed() has said no. Errors: Database's.
/// Thread: the store's.
[[nodiscard]] Result<bool> isPinAllowed(const SettingRepository &settings);

}  // namespace amparo::store
