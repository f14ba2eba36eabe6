#pragma once

#include "crypto/key_wrap.h"
#include "crypto/recovery_key.h"

#include <QString>

namespace amparo::store {

// Headquarters' keys in files. Of the recovery key pair the public half goes to the posts; the secret halves,
// which a passphrase opens, never do. Errors: those of replaceFile() and readFile(), and crypto's. Thread:
// any.

[[nodiscard]] Result<> writeRecoveryPublic(const QString &path, const QByteArray &publicKey);
[[nodiscard]] Result<QByteArray> readRecoveryPublic(const QString &path);

[[nodiscard]] Result<> writeRecoverySecret(const QString &path, const crypto::SecretBytes &secretKey,
                                           const crypto::Passphrase &passphrase,
                                           const crypto::KdfParameters &kdf);
/// Denied: the passphrase is wrong.
[[nodiscard]] Result<crypto::SecretBytes> readRecoverySecret(const QString &path,
                                                             const crypto::Passphrase &passphrase);

/// The seed under what headquarters signs packages with (exchange/package.h).
[[nodiscard]] Result<> writeSigningSecret(const QString &path, const crypto::SecretBytes &seed,
                                          const crypto::Passphrase &passphrase,
                                          const crypto::KdfParameters &kdf);
/// Denied: the passphrase is wrong.
[[nodiscard]] Result<crypto::SecretBytes> readSigningSecret(const QString &path,
                                                            const crypto::Passphrase &passphrase);

}  // namespace amparo::store
