#pragma once

#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::crypto {

// Ed25519 (RFC 8032). Thread: any.

constexpr qsizetype signatureSize = 64;
constexpr qsizetype publicKeySize = 32;

/// The half that the world may know of the key pair that grows from `seed`, 32 random bytes.
QByteArray signingPublicKey(const SecretBytes &seed);

QByteArray sign(QByteArrayView message, const SecretBytes &seed);

/// False also where a size is wrong.
bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

}  // namespace amparo::crypto
