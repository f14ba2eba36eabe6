#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "crypto/secret.h"
#include "record/link.h"
#include "record/screening.h"
#include "store/outbox_repository.h"
#include "store/screening_repository.h"

#include <QHash>

#include <functional>

namespace amparo::store {

using LaneId = Id<struct LaneTag>;

/// Another workstation of this post, which delivers its records to this one.
struct Lane {
    LaneId id;
    QString name;                      ///< "Lane 2"
    QByteArray storeId;                ///< 16 bytes, as it said first; empty: nothing yet
    QByteArray publicKey;              ///< Ed25519, likewise: under what it seals
    QDateTime addedAt;                 ///< UTC
    std::optional<QDateTime> heardAt;  ///< UTC, when it last asked for something or brought it
    int records = 0;                   ///< that came from it

    bool operator==(const Lane &) const = default;
};

/// What a lane has brought of late, and how far it went.
struct LaneTraffic {
    Lane lane;
    int received = 0;  ///< records, since the moment that was asked for
    int waiting = 0;   ///< of all of its records those that headquarters has not confirmed

    bool operator==(const LaneTraffic &) const = default;
};

/// The keys of this station as a relay.
struct RelayKeys {
    QByteArray publicKey;           ///< X25519, to which lanes seal
    crypto::SecretBytes secretKey;  ///< its other half
    crypto::SecretBytes receiptSeed;
};

/// A record as a lane brought it, checked against its form.
struct LaneRecord {
    record::Screening screening;  ///< its id, shift and officer are given here
    QString officerLogin;         ///< at the lane
    QString officerName;
    QByteArray submissionXml;
    SubmissionFiles files;
    QList<record::Link> links;
    QByteArray contentHash;  ///< crypto::digestSize, of XML and files
};

/// What became of a record that a lane brought.
enum class Arrival {
    Stored,
    AlreadyStored,  ///< the very bytes were here
    Conflict,       ///< other bytes are here under the same instanceID; kept aside until that record goes
    Refused,        ///< it was no sound record
};

/// Which batch of a lane.
struct LaneBatch {
    QByteArray id;          ///< 16 bytes
    QByteArray generation;  ///< 16 bytes: of the lane's store
    quint64 sequence = 0;

    bool operator==(const LaneBatch &) const = default;
};

/// How far a record has come that a lane brought.
struct Forwarded {
    QByteArray contentHash;
    std::optional<Receipt> receipt;  ///< headquarters'; nullopt: not yet

    bool operator==(const Forwarded &) const = default;
};

/// The lanes of a post whose relay this station is, and what they brought.
///
/// A lane's record stands among the own ones: reports, lists, later encounters and terms know no difference.
/// Its officer stands there as `login@lane`, somebody who has gone, so that nobody here counts as having made
/// it. It belongs to the shift that was open here when it became final, else to the newest.
///
/// Errors: Database's. Thread: the store's.
class LaneRepository {
public:
    LaneRepository(Database &database, ScreeningRepository &screenings, AuditLog &audit, const Access &access,
                   const Clock &clock);  // all borrowed

    /// Letters, digits, space, hyphen and underscore; 1 to 32 characters.
    static bool isName(const QString &name);

    /// For administrators. Conflict: there is one of that name. InvalidInput: no name. Denied.
    [[nodiscard]] Result<> add(const QString &name, const QByteArray &tokenHash);

    /// Another token, and its key as it says it next: for a lane that was set up anew or lost its disk.
    /// NotFound.
    [[nodiscard]] Result<> renew(const QString &name, const QByteArray &tokenHash);

    /// Its token opens nothing any more; its records stay. NotFound.
    [[nodiscard]] Result<> remove(const QString &name);

    /// By name.
    [[nodiscard]] Result<QList<Lane>> list() const;

    /// The same lanes, with what came since then (UTC).
    [[nodiscard]] Result<QList<LaneTraffic>> traffic(const QDateTime &since) const;

    /// Made when they are first asked for. They outlive a change of the store key, and a restore.
    [[nodiscard]] Result<RelayKeys> keys();

    /// Who shows this token (BLAKE2b-256); nullopt: nobody.
    [[nodiscard]] Result<std::optional<Lane>> findByToken(const QByteArray &tokenHash) const;

    /// The first store and key that a lane shows count from then on. Conflict: it has shown others.
    [[nodiscard]] Result<> greet(LaneId lane, const QByteArray &storeId, const QByteArray &publicKey);

    /// It has asked for something just now.
    [[nodiscard]] Result<> hear(LaneId lane);

    /// Takes a batch in, all of it or nothing: `receiptFor` signs what became of each record, nullopt being
    /// one that is refused, and what it answers is kept and comes back. A batch that was here has its first
    /// receipt. DiskFull: room is critical. NotFound: no shift was ever opened here, or a form version is
    /// unknown.
    [[nodiscard]] Result<QByteArray>
    receive(LaneId lane, const LaneBatch &batch, const QList<std::optional<LaneRecord>> &records,
            const std::function<QByteArray(const QList<Arrival> &)> &receiptFor);

    /// The receipt of a batch that this lane has brought.
    [[nodiscard]] Result<std::optional<QByteArray>> receipt(LaneId lane, const QByteArray &batchId) const;
    [[nodiscard]] Result<std::optional<LaneBatch>> lastBatch(LaneId lane, const QByteArray &generation) const;

    /// What is known of the record of this hash (BLAKE2b-128 of its instanceID), whoever brought it; nullopt:
    /// nothing.
    [[nodiscard]] Result<std::optional<Forwarded>> forwarded(const QByteArray &instanceHash) const;

    /// Which lane brought each of these records, by its name; those that no lane brought are not in it.
    [[nodiscard]] Result<QHash<ScreeningId, QString>>
    laneNames(const QList<record::Screening> &records) const;

private:
    struct Known {
        qint64 sequence = 0;
        std::optional<QByteArray> contentHash;  // of what lanes brought
        bool isErased = false;
    };
    Result<> change(const QString &name, const std::function<Result<>(LaneId)> &deed);
    Result<Arrival> receiveOne(LaneId lane, const QString &laneName, const LaneRecord &record);
    Result<Arrival> compare(LaneId lane, const Known &known, const QByteArray &hash,
                            const LaneRecord &record);
    Result<std::optional<Known>> known(const QByteArray &instanceHash, const QString &instanceId) const;
    Result<bool> isOwn(qint64 sequence, const LaneRecord &record) const;
    Result<> note(LaneId lane, const QByteArray &instanceHash, qint64 sequence,
                  const QByteArray &contentHash);
    Result<ShiftId> shiftAt(const QDateTime &time) const;
    Result<OfficerId> officerOf(const QString &laneName, const LaneRecord &record);
    Result<> keepBatch(LaneId lane, const LaneBatch &batch, const QByteArray &receipt);

    Database &m_database;
    ScreeningRepository &m_screenings;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
