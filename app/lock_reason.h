#pragma once

#include <QString>

namespace amparo::app {

/// Why an officer's session is locked.
enum class LockReason {
    Key,            ///< the officer wants it
    OfficerChange,  ///< another officer wants to sign in
    Idle,
    ScreenLock,     ///< the computer's
    Suspend,        ///< it goes to sleep
    SessionChange,  ///< another user of the computer comes to the front
};

/// Stable words for the audit log: "key", "officer-change" …
QString lockReasonName(LockReason reason);

}  // namespace amparo::app
