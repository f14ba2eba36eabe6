#pragma once

#include "base/id.h"
#include "base/result.h"
#include "store/link_use_repository.h"
#include "store/outbox_repository.h"
#include "sync/transport.h"

namespace amparo::sync {

/// A record taken from the outbox: durably marked as being sent.
struct OutboxEntry {
    ScreeningId screening;
    Parcel parcel;
    int attempts = 1;  ///< this one included
};

struct OutboxSummary {
    int waiting = 0;  ///< to be sent, or being sent
    int quarantined = 0;
    std::optional<QDateTime>
        nextDue;  ///< UTC, when the next waiting one may go, perhaps past; nullopt: none waits

    bool operator==(const OutboxSummary &) const = default;
};

/// The final records that wait for the server, as the engine needs them; the store keeps them.
///
/// Each function returns at once and calls `done` later, in the thread of the caller; if the outbox goes
/// first, not at all. A transition is durable when `done` hears of it. Errors: the store's.
class Outbox {
public:
    template <class T = void> using Done = std::function<void(const Result<T> &)>;

    virtual ~Outbox() = default;

    /// What was being sent waits again: nobody knows any more whether it arrived.
    virtual void requeueInterrupted(Done<> done) = 0;

    using Which = store::OutboxRepository::Which;

    enum class Notes { Without, With };

    /// The next records that are due, by urgency, then by age, at most `most`; empty: none is. With or
    /// without their covering notes.
    virtual void take(int most, Which which, Notes notes, Done<QList<OutboxEntry>> done) = 0;

    virtual void acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done) = 0;

    /// Waits again; until `nextAttemptAt` (UTC) it lets others pass. `error` is a stable word.
    virtual void postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                          std::optional<QDateTime> nextAttemptAt, Done<> done) = 0;

    /// Set aside with the server's words until a person looks at it. Never deleted.
    virtual void quarantine(ScreeningId id, const QString &error, const QString &serverMessage,
                            Done<> done) = 0;

    /// Lets every waiting record go at once.
    virtual void releaseAll(Done<> done) = 0;

    virtual void summarise(Done<OutboxSummary> done) = 0;

    /// What went over the link on a day (local), and what went in addition.
    virtual void readUse(QDate day, Done<store::LinkUse> done) = 0;
    virtual void addUse(const store::LinkUse &more, Done<> done) = 0;
};

}  // namespace amparo::sync
