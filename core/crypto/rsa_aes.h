#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::crypto {

// Ciphers of other people's formats. What is Amparo's own uses the rest of this room. Thread: any.

/// Whether it is an RSA public key of 2048 bits: a SubjectPublicKeyInfo in DER (RFC 5280, section 4.1).
bool isRsaKey(const QByteArray &publicKey);

/// Encrypts a message of at most 190 bytes to a 2048-bit RSA key, with OAEP (RFC 8017, section 7.1.1) and
/// SHA-256 both for the label and for MGF1. Never the same bytes twice. Errors: InvalidInput (not isRsaKey(),
/// or too long a message).
[[nodiscard]] Result<QByteArray> encryptToRsaKey(QByteArrayView message, const QByteArray &publicKey);

constexpr qsizetype aesBlockSize = 16;

/// AES-256 in CFB mode with whole blocks (NIST SP 800-38A, section 6.3) over the message and PKCS #7 padding
/// (RFC 5652, section 6.3). `key` has 32 bytes, `iv` aesBlockSize. Protects no integrity.
QByteArray encryptAesCfb(QByteArrayView message, const SecretBytes &key, const QByteArray &iv);

}  // namespace amparo::crypto
