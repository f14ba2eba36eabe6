#pragma once

#include "base/result.h"
#include "crypto/passphrase.h"
#include "crypto/secret.h"

#include <QByteArray>

#include <chrono>

namespace amparo::crypto {

constexpr std::size_t keySize = 32;

/// The cost of Argon2id (RFC 9106), with one lane. The defaults are the floor that every wrapped key must
/// meet.
struct KdfParameters {
    quint32 memoryInKib = 64 * 1024;
    quint32 passes = 3;

    bool operator==(const KdfParameters &) const = default;
};

/// The floor, or more where this computer derives a key in less than `target`: memory first, up to 512 MiB,
/// then passes. Takes about as long as one derivation at the floor.
KdfParameters calibratedKdf(std::chrono::milliseconds target);

/// A key that another key opens: XChaCha20-Poly1305.
struct SealedKey {
    QByteArray nonce;   ///< 24 bytes
    QByteArray sealed;  ///< the key and its 16-byte tag

    bool operator==(const SealedKey &) const = default;
};

/// Seals `key` under another of keySize bytes. `context` says what it belongs to and is authenticated.
SealedKey sealKey(const SecretBytes &key, const SecretBytes &under, QByteArrayView context);

/// The key again. Errors: Denied if `under` or `context` is another or anything was altered; Corrupt if sizes
/// are wrong. Thread: any.
[[nodiscard]] Result<SecretBytes> openKey(const SealedKey &sealed, const SecretBytes &under,
                                          QByteArrayView context);

/// A key that only a passphrase opens: sealed under an Argon2id key.
struct WrappedKey {
    KdfParameters kdf;
    QByteArray salt;  ///< 16 bytes
    SealedKey key;

    bool operator==(const WrappedKey &) const = default;
};

/// Wraps `key`. `context` says what it belongs to and is authenticated with it, as are the parameters.
///
/// Errors: InvalidInput if `kdf` is below the floor or above what unwrapKey() accepts; Unavailable if there
/// is too little memory. Takes as long as `kdf` is meant to. Thread: any.
[[nodiscard]] Result<WrappedKey> wrapKey(const SecretBytes &key, const Passphrase &passphrase,
                                         const KdfParameters &kdf, QByteArrayView context);

/// The key again, for the same passphrase and context.
///
/// Errors: Denied if the passphrase is wrong or anything was altered, which nobody can tell apart; Corrupt if
/// sizes are wrong or the parameters lie below the floor (a downgrade) or above 4 GiB and 64 passes (a file
/// that would stop the computer); Unavailable if there is too little memory. Thread: any.
[[nodiscard]] Result<SecretBytes> unwrapKey(const WrappedKey &wrapped, const Passphrase &passphrase,
                                            QByteArrayView context);

}  // namespace amparo::crypto
