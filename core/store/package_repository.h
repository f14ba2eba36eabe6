#pragma once

#include "base/clock.h"
#include "exchange/package.h"
#include "store/access.h"

#include <QMap>

namespace amparo::store {

class AuditLog;
class Database;

/// A package that this post has taken up.
struct TakenPackage {
    exchange::Channel channel = exchange::Channel::Forms;
    quint64 version = 0;
    QDateTime madeAt;                    ///< UTC
    std::optional<QDateTime> expiresAt;  ///< UTC; nullopt: never
    QDateTime takenAt;                   ///< UTC

    bool hasExpired(const QDateTime &now) const { return expiresAt && *expiresAt <= now; }

    bool operator==(const TakenPackage &) const = default;
};

/// Something signed that can be handed on: a package, or a list of keys.
struct Handout {
    quint64 version = 0;
    QDateTime takenAt;  ///< UTC

    bool operator==(const Handout &) const = default;
};

/// What headquarters gives to the post, whichever way it comes (security design, S9), the latest of each
/// channel. The signature decides, not who is signed in: whoever reads a stick may take up what it brings.
/// Errors: Database's. Thread: the store's.
class PackageRepository {
public:
    PackageRepository(Database &database, AuditLog &audit, const Access &access,
                      const Clock &clock);  // all borrowed

    /// Whose packages count, and from which numbers on. No keys: nobody's do.
    [[nodiscard]] Result<exchange::PackageFloor> floor() const;

    /// Makes this Ed25519 key the one whose packages count, as administrators are handed it by headquarters.
    /// The same key again, or one that a list has taken the place of since, changes nothing. Errors: Denied
    /// (not for this role; another key takes a second person), InvalidInput (no such key).
    [[nodiscard]] Result<> trust(const QByteArray &publicKey,
                                 std::optional<Approval> approval = std::nullopt);

    /// The same of a whole list of them, as a lane is handed it by its relay. Lists that were taken up no
    /// longer count, but for the same one.
    [[nodiscard]] Result<> trust(const exchange::PackageKeys &keys,
                                 std::optional<Approval> approval = std::nullopt);

    /// Takes up a signed list of keys. Errors: exchange::acceptKeys()'s.
    [[nodiscard]] Result<exchange::PackageKeys> takeKeys(QByteArrayView bytes);

    /// A signed package, if it is to be taken up now. Errors: exchange::accept()'s.
    [[nodiscard]] Result<exchange::Package> examine(QByteArrayView bytes) const;

    /// Takes it up. What else it brings with it, forms above all, comes first: broken off in between, it is
    /// taken up again. Errors: likewise.
    [[nodiscard]] Result<exchange::Package> take(const QByteArray &bytes);

    /// What is in force, in the order of the channels.
    [[nodiscard]] Result<QList<TakenPackage>> list() const;

    /// The signed bytes of a channel's; empty: there was none yet.
    [[nodiscard]] Result<QByteArray> bytes(exchange::Channel channel) const;

    /// The files of a channel's, by name; none: there was none yet.
    [[nodiscard]] Result<QMap<QString, QByteArray>> files(exchange::Channel channel) const;

    /// What somebody needs who has `have` of a channel (channelName(), or keysChannel): the latest, or of the
    /// keys the next list. nullopt: nothing newer is here.
    [[nodiscard]] Result<std::optional<Handout>> next(const QString &channel, quint64 have) const;

    /// Its signed bytes. Errors: NotFound too.
    [[nodiscard]] Result<QByteArray> signedBytes(const QString &channel, quint64 version) const;

private:
    Result<> replaceKeys(const exchange::PackageKeys &keys, const QString &detail);
    Result<> keepList(quint64 version, QByteArrayView bytes);
    Result<> keep(const exchange::Package &package, const QByteArray &bytes);

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
