#pragma once

#include "crypto/key_wrap.h"
#include "crypto/recovery_key.h"

#include <QString>

namespace amparo::store {

// Headquarters' key pair in two files: the public half goes to the posts, the other, which a passphrase
// opens, never does. Errors: those of replaceFile() and readFile(), and crypto's. Thread: any.

[[nodiscard]] Result<> writeRecoveryPublic(const QString &path, const QByteArray &publicKey);
[[nodiscard]] Result<QByteArray> readRecoveryPublic(const QString &path);

[[nodiscard]] Result<> writeRecoverySecret(const QString &path, const crypto::SecretBytes &secretKey,
                                           const crypto::Passphrase &passphrase,
                                           const crypto::KdfParameters &kdf);
/// Denied: the passphrase is wrong.
[[nodiscard]] Result<crypto::SecretBytes> readRecoverySecret(const QString &path,
                                                             const crypto::Passphrase &passphrase);

}  // namespace amparo::store
