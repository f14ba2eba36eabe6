#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace amparo::store {

class Access;
class AuditLog;
class Database;

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

/// The lanes of a post whose relay this station is: who they are, and the keys that they know it by.
///
/// Errors: Database's. Thread: the store's.
class LaneRepository {
public:
    LaneRepository(Database &database, AuditLog &audit, const Access &access,
                   const Clock &clock);  // all borrowed

    /// Letters, digits, space, hyphen and underscore; 1 to 32 characters.
    static bool isName(const QString &name);

    /// What tells a lane its token, which only then counts: where it fails, nothing has changed, and its
    /// error comes back.
    using HandOver = std::function<Result<>()>;

    /// For administrators. Conflict: there is one of that name. InvalidInput: no name. Denied.
    [[nodiscard]] Result<> add(const QString &name, const QByteArray &tokenHash,
                               const HandOver &handOver = {});

    /// Another token, and its key as it says it next: for a lane that was set up anew or lost its disk.
    /// NotFound.
    [[nodiscard]] Result<> renew(const QString &name, const QByteArray &tokenHash,
                                 const HandOver &handOver = {});

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

private:
    Result<std::optional<LaneId>> findByName(const QString &name) const;
    Result<> change(const QString &name, const std::function<Result<>(LaneId)> &deed);

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
