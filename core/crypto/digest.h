#pragma once

#include "crypto/secret.h"

#include <QByteArray>

#include <memory>

namespace amparo::crypto {

constexpr qsizetype digestSize = 32;

/// BLAKE2b with 256 bits (RFC 7693), fed in pieces. Thread: one at a time.
class Digest {
public:
    Digest();
    ~Digest();

    void add(QByteArrayView bytes);

    /// Of all bytes added so far. Nothing can be added afterwards.
    QByteArray result();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// BLAKE2b-256 of `bytes`. Thread: any.
QByteArray digest(QByteArrayView bytes);

constexpr qsizetype shortDigestSize = 16;

/// BLAKE2b-128 of `bytes`: a name for them, where 32 bytes would be too many. Who makes the bytes can make
/// two of one name with 2^64 tries. Thread: any.
QByteArray shortDigest(QByteArrayView bytes);

/// BLAKE2b-256 keyed with `key` (16 to 64 bytes): only who has the key can make or check it.
QByteArray keyedDigest(const SecretBytes &key, QByteArrayView bytes);

/// Compares in a time that does not depend on where they differ.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

}  // namespace amparo::crypto
