#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::gateway {

/// The key under every receipt that this archive gives. Posts keep its public half; whoever loses the secret
/// half signs on with a new one, and old receipts stay valid under the old.
struct ReceiptKey {
    crypto::SecretBytes seed;
    QByteArray publicKey;
};

/// Makes the key and its file, for its owner alone to read. Errors: Conflict (there is a file already), those
/// of DurableFile.
[[nodiscard]] Result<ReceiptKey> makeReceiptKey(const QString &path);

/// Errors: NotFound, Denied (others than its owner may read it), Corrupt (no such key), Unavailable.
[[nodiscard]] Result<ReceiptKey> readReceiptKey(const QString &path);

}  // namespace amparo::gateway
