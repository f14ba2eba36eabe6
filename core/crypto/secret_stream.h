#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::crypto {

// XChaCha20-Poly1305 as a stream of pieces that come in their order and to an end, or not at all (libsodium's
// crypto_secretstream). A key of 32 bytes, for one message only. Thread: any.

/// `context` is authenticated with it and does not become part of it.
QByteArray encryptStream(QByteArrayView message, const SecretBytes &key, QByteArrayView context);

/// Errors: Denied (another key or context, altered, cut short, or with something at its end).
[[nodiscard]] Result<QByteArray> decryptStream(QByteArrayView stream, const SecretBytes &key,
                                               QByteArrayView context);

}  // namespace amparo::crypto
