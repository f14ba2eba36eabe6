#pragma once

#include "base/clock.h"
#include "crypto/pin.h"
#include "record/officer.h"
#include "store/audit_log.h"
#include "store/key_file.h"

#include <QList>

#include <chrono>
#include <optional>

namespace amparo::store {

/// When an officer signed in with the passphrase, by both clocks.
struct FullSignIn {
    QDateTime at;  ///< UTC
    std::chrono::milliseconds monotonic{0};
};

/// Why a PIN opens nothing any more.
enum class PinEnd {
    ShiftClosed,
    Expired,         ///< longest() after the sign-in with the passphrase
    WrongPins,       ///< maximumTries in a row
    AccountChanged,  ///< another passphrase, or the officer has gone
    KeyChanged,      ///< the store's
    SignedOut,
    Replaced,    ///< by another PIN of the same officer
    NotAllowed,  ///< any more, by the post's policy
};

/// Stable words: "shift-closed", "expired" …
QString pinEndName(PinEnd end);

/// What happened to a PIN while nobody could write it into the store's log.
struct PinEvent {
    AuditAction action = AuditAction::PinFailed;
    OfficerId officer;  ///< whose PIN it is
    QString detail;

    bool operator==(const PinEvent &) const = default;
};

/// An officer's way back into a store that was locked: its key, wrapped with a PIN, in this program's memory
/// alone (security design, A4). Store::setPin() makes it, Store::unlock() uses it.
///
/// It ends with the shift, 12 hours after the sign-in with the passphrase by whichever clock says so first,
/// after 5 wrong PINs in a row, when the officer's account or the store's key has changed, and with the
/// program. Then the key is wiped, and only the events are left. What a PIN does not withstand: see
/// crypto::PinWrappedKey.
///
/// Thread: one at a time.
class QuickUnlock {
public:
    static constexpr int maximumTries = 5;
    static constexpr std::chrono::hours longest{12};

    const record::Officer &officer() const { return m_officer; }
    int triesLeft() const { return m_triesLeft; }

    /// nullopt: it opens the store, for all that was known when it was last looked at.
    std::optional<PinEnd> end() const { return m_end; }

    /// Wipes it where its time is over, or the key file in `folder` says that account or key have changed.
    void review(const QString &folder, const Clock &clock);

    /// Wipes it. A second time changes nothing.
    void wipe(PinEnd why, const Clock &clock);

    /// What has happened to it, oldest first; from now on they are the caller's to log.
    QList<PinEvent> takeEvents() { return std::exchange(m_events, {}); }

private:
    friend class Store;

    QuickUnlock(const record::Officer &officer, const FullSignIn &signIn, ShiftId shift, const KeyFile &keys,
                crypto::PinWrappedKey key);
    static QByteArray context(const KeyFile &keys, const KeySlot &slot, ShiftId shift);
    void review(const KeyFile &keys, const Clock &clock);
    Result<crypto::SecretBytes> open(const KeyFile &keys, const crypto::Passphrase &pin, const Clock &clock);

    record::Officer m_officer;
    FullSignIn m_signIn;
    ShiftId m_shift;
    quint32 m_keyNumber;
    KeySlot m_slot;  ///< the officer's, as it was
    crypto::PinWrappedKey m_key;
    int m_triesLeft = maximumTries;
    std::optional<PinEnd> m_end;
    QList<PinEvent> m_events;
};

}  // namespace amparo::store
