#pragma once

#include "crypto/secret.h"
#include "exchange/batch.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace amparo::exchange {

// What headquarters gives to posts, by stick or by link (security design, S9): signed on a computer without a
// network (Ed25519), numbered in each channel so that nothing older comes back, and for lists with a day
// after which they are not to be taken up any more. Which keys may sign stands in a list that is itself
// signed, so that keys can change.

enum class Channel : quint8 {
    Forms = 0,
    Lists = 1,  ///< directories and the like: they have to say when they expire
    Notices = 2,
    Policy = 3,
};

constexpr qsizetype mostPackageFiles = 1000;
constexpr qsizetype mostPackageKeys = 16;

/// "forms", "lists", "notices", "policy"; nullopt: none of them.
QString channelName(Channel channel);
std::optional<Channel> channelFromName(QStringView name);

/// How lists of keys are called where channels are.
constexpr QLatin1StringView keysChannel("keys");

struct PackageFile {
    QString name;  ///< a plain name or several parted by '/', none of them empty, "." or ".."
    QByteArray content;

    bool operator==(const PackageFile &) const = default;
};

/// No name comes twice.
struct Package {
    Channel channel = Channel::Forms;
    quint64 version = 1;                 ///< from 1; a later package of the channel has a higher one
    QDateTime madeAt;                    ///< UTC, to the millisecond
    std::optional<QDateTime> expiresAt;  ///< UTC, likewise
    QList<PackageFile> files;

    bool operator==(const Package &) const = default;
};

/// Whose packages count. The first is handed to a post with its enrolment; each further one is signed with a
/// key of the one before.
struct PackageKeys {
    quint64 version = 1;
    QList<QByteArray> keys;  ///< Ed25519 public keys; what is not among them counts no more

    bool operator==(const PackageKeys &) const = default;
};

/// At least one key and no more than mostPackageKeys, each of the length of one. Thread: any.
[[nodiscard]] bool isSound(const PackageKeys &keys);

/// What a post has taken up so far.
struct PackageFloor {
    PackageKeys keys;
    QMap<Channel, quint64> versions;  ///< of each channel, the highest

    bool operator==(const PackageFloor &) const = default;
};

/// Signed bytes, at most mostUnpackedBytes: what a post keeps. `seed` is the signing key. Errors:
/// InvalidInput (over a limit, a name that leads elsewhere or comes twice, a list that does not expire, no
/// keys or too many). Thread: any.
[[nodiscard]] Result<QByteArray> sign(const Package &package, const crypto::SecretBytes &seed);
[[nodiscard]] Result<QByteArray> sign(const PackageKeys &keys, const crypto::SecretBytes &seed);

/// What a package says, whoever has signed it: for one that accept() has let in, and for whoever hands it on.
/// Errors: InvalidInput, TooNew. Thread: any.
[[nodiscard]] Result<Package> readPackage(QByteArrayView bytes);

/// The number of a list of keys, whoever has signed it. Errors: likewise. Thread: any.
[[nodiscard]] Result<quint64> readKeysVersion(QByteArrayView bytes);

/// How a package or a list of keys is called where it lies and travels.
struct PackageLabel {
    QString channel;  ///< channelName(), or keysChannel
    quint64 version = 0;

    bool operator==(const PackageLabel &) const = default;
};

/// Of signed bytes, whoever has signed them. Errors: likewise. Thread: any.
[[nodiscard]] Result<PackageLabel> labelOf(QByteArrayView bytes);

/// The package, if this post is to take it up at `now`. Errors: InvalidInput (malformed, altered, cut short),
/// TooNew (of a later layout), Denied (no key that counts has signed it), Conflict (the post has this version
/// or a later one), Unavailable (it has expired). Thread: any.
[[nodiscard]] Result<Package> accept(QByteArrayView bytes, const PackageFloor &floor, const QDateTime &now);

/// The keys that count from now on. Errors: likewise. Thread: any.
[[nodiscard]] Result<PackageKeys> acceptKeys(QByteArrayView bytes, const PackageFloor &floor);

/// Signed bytes as they travel (frame.h), packed against those of an earlier version, which whoever unpacks
/// them has to have; empty: against nothing. Errors: pack()'s and unpack()'s. Thread: any.
[[nodiscard]] Result<QByteArray> packSigned(const QByteArray &bytes, const QByteArray &earlier = {});
[[nodiscard]] Result<QByteArray> unpackSigned(QByteArrayView frame, const QByteArray &earlier = {});

}  // namespace amparo::exchange
