#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <chrono>

namespace amparo::store {

/// Slows down guessing at the sign-in page: after the n-th failure in a row an account waits 1, 2, 4 … 300
/// seconds, and the whole station does so from the tenth failure on, whatever the names. The counts survive a
/// restart; a clock that is set, in either direction, does not shorten a wait on the same boot of the
/// computer.
class SignInThrottle {
public:
    SignInThrottle(QString folder, const Clock &clock);  // the clock is borrowed

    /// How long this account must still wait; zero: it may try. Errors: Unavailable.
    [[nodiscard]] Result<std::chrono::seconds> wait(QStringView loginName) const;

    /// Counts a try as failed before it is made, so that stopping the program does not undo it. Answers how
    /// many tries of this account have failed in a row, this one included. Errors: DiskFull, ReadOnly,
    /// Unavailable.
    [[nodiscard]] Result<int> countTry(QStringView loginName);

    /// The try has succeeded: account and station start anew.
    [[nodiscard]] Result<> forget(QStringView loginName);

private:
    QString m_path;
    const Clock &m_clock;
};

}  // namespace amparo::store
