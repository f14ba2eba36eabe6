#pragma once

#include "crypto/secret.h"

#include <QByteArrayView>
#include <QtGlobal>

namespace amparo::crypto {

/// What a key of its own is derived for: one purpose, one key. The numbers are part of what is stored.
enum class Purpose : quint64 {
    BlindIndex = 1,
    BundleSigning = 2,
    Backup = 3,
    Receipts = 4,
    Mark = 5,    ///< authenticates where a session left the audit log
    Drafts = 6,  ///< seals drafts that wait in memory for the store to take them
};

/// A key of 32 bytes for one purpose, from which neither `key` nor another purpose's key can be reckoned
/// (libsodium's crypto_kdf: BLAKE2b). `key` has 32 bytes. Thread: any.
SecretBytes subkey(const SecretBytes &key, Purpose purpose);

/// A key of 32 bytes for one use of a purpose's key: without `salt` (16 bytes or more, no secret), `key` does
/// not give it, so that to lose the salt is to lose what it seals (BLAKE2b keyed with `key`). Thread: any.
SecretBytes saltedKey(const SecretBytes &key, QByteArrayView salt);

}  // namespace amparo::crypto
