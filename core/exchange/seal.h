#pragma once

#include "crypto/secret.h"
#include "exchange/manifest.h"

namespace amparo::exchange {

// A batch that those who carry it cannot read (security design, S6): encrypted to headquarters' key (X25519
// sealed box, XChaCha20-Poly1305 stream), padded so that its size says little, signed by the post (Ed25519).
// In the clear stands the manifest alone, and which of headquarters' keys opens it.

constexpr qsizetype paddingStep = 256;

/// What can be read of a sealed frame without headquarters' key.
struct SealedBatch {
    Manifest manifest;
    QByteArray recipient;  ///< keyIdOf() headquarters' public key

    bool operator==(const SealedBatch &) const = default;
};

/// The frame of a sealed batch. `frame` is what pack() made of the batch that `manifest` belongs to, best
/// against a form's dictionary: headquarters may have no other. `headquarters` is an X25519 public key,
/// `seed` the post's signing key. Never the same bytes twice. Errors: InvalidInput (no such public key).
/// Thread: any.
[[nodiscard]] Result<QByteArray> seal(const QByteArray &frame, const Manifest &manifest,
                                      const QByteArray &headquarters, const crypto::SecretBytes &seed);

/// Checks that the post of `postKey` (Ed25519) has sealed it. Errors: InvalidInput (no sealed frame), TooNew,
/// Denied (not signed by it, or altered). Thread: any.
[[nodiscard]] Result<SealedBatch> readSealed(QByteArrayView frame, const QByteArray &postKey);

/// The frame within. Errors: as readSealed(), and Denied for another secret key. Whoever decodes the batch
/// compares its manifest with the one in the clear. Thread: any.
[[nodiscard]] Result<QByteArray> openSealed(QByteArrayView frame, const QByteArray &postKey,
                                            const crypto::SecretBytes &secretKey);

}  // namespace amparo::exchange
