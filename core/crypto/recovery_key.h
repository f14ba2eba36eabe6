#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::crypto {

// The key pair of headquarters (X25519) to which a post seals its store key, so that a post whose passphrases
// are all lost is not lost with them. The secret half never is at a post.

constexpr qsizetype recoveryKeySize = 32;  ///< bytes of either half

struct RecoveryKeyPair {
    QByteArray publicKey;
    SecretBytes secretKey;
};

RecoveryKeyPair makeRecoveryKeyPair();

/// Seals `secret` so that only the other half opens it (libsodium's sealed box: an ephemeral X25519 key,
/// XSalsa20-Poly1305). Errors: InvalidInput (no such public key). Thread: any.
[[nodiscard]] Result<QByteArray> sealForRecovery(const SecretBytes &secret, const QByteArray &publicKey);

/// Errors: Denied (another key pair, or altered), Corrupt (too short). Thread: any.
[[nodiscard]] Result<SecretBytes> openForRecovery(const QByteArray &sealed, const SecretBytes &secretKey);

}  // namespace amparo::crypto
