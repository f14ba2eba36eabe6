#pragma once

#include "record/link.h"
#include "record/screening.h"
#include "store/lane_repository.h"
#include "store/outbox_repository.h"
#include "store/screening_repository.h"

#include <QHash>

#include <functional>

namespace amparo::store {

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

/// What the lanes of a post have brought to this station, its relay.
///
/// A lane's record stands among the own ones: reports, lists, later encounters and terms know no difference.
/// Its officer stands there as `login@lane`, somebody who has gone, so that nobody here counts as having made
/// it. It belongs to the shift that was open here when it became final, else to the newest.
///
/// Errors: Database's. Thread: the store's.
class LaneRecordRepository {
public:
    LaneRecordRepository(Database &database, ScreeningRepository &screenings, LaneRepository &lanes,
                         AuditLog &audit, const Clock &clock);  // all borrowed

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
    LaneRepository &m_lanes;
    AuditLog &m_audit;
    const Clock &m_clock;
};

}  // namespace amparo::store
