#pragma once

#include "crypto/secret.h"

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace amparo::exchange {

// A post's relay has records of other workstations and passes them on. Asked how far they have come, it signs
// its answer (Ed25519); where headquarters signs receipts, that of each record goes with it and can be
// checked alone.

constexpr qsizetype mostPassedOn = 500;

/// How far a record has come that a relay was given.
struct PassedOn {
    enum class Stage : quint8 {
        Unknown = 0,  ///< the relay does not have it, or no longer knows of it
        AtRelay = 1,
        Headquarters = 2,  ///< headquarters' server has taken it
    };

    QByteArray instanceHash;  ///< idBytes
    Stage stage = Stage::Unknown;
    QByteArray contentHash;  ///< crypto::digestSize; empty: Unknown
    // Headquarters alone:
    int status = 0;    ///< HTTP status of its answer
    QString server;    ///< its address, without secrets
    QByteArray proof;  ///< encode(Receipt); empty: it does not sign

    bool operator==(const PassedOn &) const = default;
};

/// For the store of `storeId` (idBytes); `seed` is the relay's key for receipts. Thread: any.
QByteArray encodePassedOn(const QList<PassedOn> &records, const QByteArray &storeId,
                          const crypto::SecretBytes &seed);

/// Errors: Denied if the relay of `publicKey` did not sign this for this store; InvalidInput: it is no such
/// answer. Thread: any.
[[nodiscard]] Result<QList<PassedOn>> checkedPassedOn(const QByteArray &bytes, const QByteArray &storeId,
                                                      const QByteArray &publicKey);

}  // namespace amparo::exchange
