#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <chrono>

namespace amparo::store {

/// How often an account has failed in a row.
struct FailedTries {
    int inARow = 0;
    bool isWhole = true;  ///< false: the file was missing or damaged, so that there may have been more

    bool operator==(const FailedTries &) const = default;
};

/// Slows down guessing at the sign-in page: after the n-th failure in a row an account waits 1, 2, 4 … 300
/// seconds, and the whole station does so from the tenth failure on, whatever the names. The counts survive a
/// restart; a clock that is set, in either direction, does not shorten a wait on the same boot of the
/// computer. After a restart a wait lasts its length from there at most, whatever the clock shows.
///
/// Who can write to the folder can remove the counts, and copy the store to guess at elsewhere: what slows
/// that is the cost of the passphrase's key alone (KdfParameters). Counts that are gone are told, see
/// FailedTries; an older file put back is not.
class SignInThrottle {
public:
    SignInThrottle(QString folder, const Clock &clock);  // the clock is borrowed

    /// A store is new: nobody has failed. Errors: DiskFull, ReadOnly, Unavailable.
    [[nodiscard]] Result<> begin();

    /// How long this account must still wait; zero: it may try. Where the file is damaged, everybody waits
    /// from now on. Errors: DiskFull, ReadOnly, Unavailable.
    [[nodiscard]] Result<std::chrono::seconds> wait(QStringView loginName) const;

    /// Counts a try as failed before it is made, so that stopping the program does not undo it. Answers how
    /// many tries of this account have failed in a row, this one included. Errors: DiskFull, ReadOnly,
    /// Unavailable.
    [[nodiscard]] Result<FailedTries> countTry(QStringView loginName);

    /// The try has succeeded: account and station start anew.
    [[nodiscard]] Result<> forget(QStringView loginName);

private:
    QString m_path;
    const Clock &m_clock;
};

}  // namespace amparo::store
