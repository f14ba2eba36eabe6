#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "record/screening.h"
#include "store/submission_envelopes.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace amparo::store {

class AuditLog;
class Database;

/// What the server said when it took a record; kept longer than the record.
struct Receipt {
    /// Who says so: headquarters' server, or the post's relay, which has the record and will pass it on.
    enum class Stage { Server, Relay };

    QDateTime receivedAt;  ///< UTC
    QString server;        ///< address without credentials
    int status = 0;        ///< HTTP status
    QString message;       ///< the server's own words
    QByteArray proof =
        {};  ///< what the server has signed for this record (exchange/receipt.h); empty: it does not sign
    Stage stage = Stage::Server;

    bool operator==(const Receipt &) const = default;
};

/// That the server has a record.
struct Acknowledged {
    ScreeningId screening;
    Receipt receipt;

    bool operator==(const Acknowledged &) const = default;
};

/// How far one record has come on its way.
struct OutboxItem {
    ScreeningId screening;
    QString instanceId;  ///< "uuid:…": the server takes it once
    QString formId;
    QString formVersion;
    record::State state = record::State::Queued;  ///< never Draft
    int priority = 0;                             ///< higher goes first
    QDateTime queuedAt;                           ///< UTC
    int attempts = 0;
    std::optional<QDateTime> nextAttemptAt;  ///< UTC; nullopt: as soon as there is a link
    QString lastError;                       ///< code, for instance "server-5xx"; empty: none
    QString serverMessage;                   ///< the server's own words, for the officer
    std::optional<Receipt> receipt;
    std::optional<QDateTime> onStickSince = std::nullopt;  ///< UTC; it waits, and somebody carries it as well

    bool operator==(const OutboxItem &) const = default;
};

/// What is kept of a record's arrival.
struct KeptReceipt {
    QString instanceId;              ///< empty: the record was erased before it was final
    std::optional<Receipt> receipt;  ///< nullopt: none has come
    bool isErased = false;           ///< the record is gone, and its receipt stays

    bool operator==(const KeptReceipt &) const = default;
};

/// A record that the post's relay has, and headquarters not yet as far as this station knows.
struct AtRelay {
    ScreeningId screening;
    QString instanceId;
    QByteArray submissionXml;
    QMap<QString, QByteArray> files;
    qint64 place = 0;  ///< counts up

    bool operator==(const AtRelay &) const = default;
};

/// An item with the bytes that go out. They were frozen when the record became final; where its form asks for
/// encryption, when it was taken first.
struct Outgoing {
    OutboxItem item;
    record::Screening screening;  ///< with its hits: what the XML of not every form repeats
    QByteArray submissionXml;
    QMap<QString, QByteArray> files;  ///< that go with it, by the name that the XML gives them

    qint64 size() const;  ///< bytes, without the item
};

struct OutboxCounts {
    int queued = 0;
    int sending = 0;
    int acknowledged = 0;  ///< those included that have been erased since
    int quarantined = 0;
    int atRelay = 0;  ///< of the acknowledged, those that headquarters may not have yet

    bool operator==(const OutboxCounts &) const = default;
};

/// The final records on their way to the server. Order is by priority, then by age as counted, never by the
/// clock alone.
///
/// Each transition is one transaction. Errors: Database's; NotFound: no such item; Conflict: its state
/// forbids that. Thread: the store's.
class OutboxRepository {
public:
    /// The priority of a record that says that somebody is in danger.
    static constexpr int urgentPriority = 2;
    enum class Which { Every, Urgent };

    static constexpr qint64 defaultTakenBytes = 8 * 1024 * 1024;  ///< what is on its way lies in memory

    OutboxRepository(Database &database, AuditLog &audit, const Clock &clock);  // all borrowed

    /// Marks the next due items as being sent and counts the attempt: at most `most` (1 or more), and after
    /// the first no more than `mostBytes` hold. Empty: nothing of that kind is due. One whose form names a
    /// key for encryption that is none is quarantined as "encryption-key".
    [[nodiscard]] Result<QList<Outgoing>> take(int most, Which which = Which::Every,
                                               qint64 mostBytes = defaultTakenBytes);

    /// take() of one; nullopt: nothing is due.
    [[nodiscard]] Result<std::optional<Outgoing>> takeNext();

    /// The server has it: its receipt is kept.
    [[nodiscard]] Result<> acknowledge(ScreeningId id, const Receipt &receipt);

    /// The same for those of a batch: one transaction, all or none.
    [[nodiscard]] Result<> acknowledgeAll(const QList<Acknowledged> &received);

    /// Headquarters has a record that the relay took: its receipt takes the place of the relay's. Conflict:
    /// no relay has it.
    [[nodiscard]] Result<> confirm(ScreeningId id, const Receipt &receipt);

    /// Records that a relay has, behind `place`, in order; at most `limit`.
    [[nodiscard]] Result<QList<AtRelay>> atRelay(qint64 place, int limit);

    /// What only relays have goes out again, for a relay that is lost; answers how many. An entry each in the
    /// audit log.
    [[nodiscard]] Result<int> requeueAtRelay();

    /// It did not get through and will be tried again; `nextAttemptAt` nullopt: at the next occasion.
    [[nodiscard]] Result<> postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                                    const std::optional<QDateTime> &nextAttemptAt);

    /// The server refuses this one record: a person has to look at it.
    [[nodiscard]] Result<> quarantine(ScreeningId id, const QString &error, const QString &serverMessage);

    /// Tries a waiting or quarantined item again at the next occasion.
    [[nodiscard]] Result<> retry(ScreeningId id);

    /// Lets every waiting item go at the next occasion: the link is back.
    [[nodiscard]] Result<> retryAllQueued();

    [[nodiscard]] Result<std::optional<OutboxItem>> find(ScreeningId id) const;

    /// `id` is a record's or its instanceID. nullopt: there is and was no such final record.
    [[nodiscard]] Result<std::optional<KeptReceipt>> keptReceipt(const QString &id) const;
    [[nodiscard]] Result<OutboxCounts> counts() const;

    /// When the next waiting item becomes due; a time in the past: now; nullopt: nothing waits.
    [[nodiscard]] Result<std::optional<QDateTime>> nextDue() const;

    /// Items in one state, in the order in which they go out, at most `limit`.
    [[nodiscard]] Result<QList<OutboxItem>> items(record::State state, int limit) const;

    /// The newest records that have a receipt, the newest first, at most `limit`; those erased since are not
    /// among them.
    [[nodiscard]] Result<QList<OutboxItem>> received(int limit) const;

    /// In a new generation: whatever has no receipt goes out again, what was quarantined as well, since the
    /// server's answer to the same bytes settles what it has. What is being sent stays so. Part of a
    /// transaction.
    [[nodiscard]] Result<> askAgain();

    /// A record that the server has acknowledged and lacks all the same goes out again, with an entry in the
    /// audit log. Conflict: it was not acknowledged.
    [[nodiscard]] Result<> requeueLost(ScreeningId id);

    /// The same for all whose receipt came at `since` (UTC) or later; answers how many. For a server that was
    /// set back.
    [[nodiscard]] Result<int> requeueReceivedSince(const QDateTime &since);

    /// What was being sent when the program last ended waits again. Called when the store is opened.
    [[nodiscard]] Result<> requeueInterrupted();

    /// A waiting or quarantined record, by its place: a receipt has come another way. Part of a transaction.
    [[nodiscard]] Result<> beginSending(qint64 place);

    /// acknowledge() and quarantine() as parts of a transaction.
    [[nodiscard]] Result<> keepReceipt(ScreeningId id, const Receipt &receipt);
    [[nodiscard]] Result<> setAside(ScreeningId id, const QString &error, const QString &serverMessage);

    /// The record at this place as it goes out, encrypted where its form asks for it; nullopt: that cannot be
    /// done, and it was set aside. It waits. Part of a transaction.
    [[nodiscard]] Result<std::optional<Outgoing>> toGo(qint64 place);

private:
    Result<QList<qint64>> due(int most, Which which) const;
    Result<QList<Outgoing>> takeDue(int most, Which which, qint64 mostBytes);
    Result<Outgoing> read(qint64 place) const;
    Result<> markSending(qint64 sequence);
    Result<> checkpointBatch();
    Result<> appendAndRequeue(ScreeningId id);
    Result<int> requeueAll(const QList<ScreeningId> &ids);
    Result<> writeReceipt(ScreeningId id, const Receipt &receipt, record::State before);
    Result<record::Screening> screening(qint64 sequence) const;
    Result<> transition(ScreeningId id, Result<qint64> changed) const;

    Database &m_database;
    AuditLog &m_audit;
    const Clock &m_clock;
    SubmissionEnvelopes m_envelopes;
    bool m_batchHasReceipts = false;  // since the last checkpoint
};

}  // namespace amparo::store
