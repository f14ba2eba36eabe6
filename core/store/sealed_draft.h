#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "record/screening.h"

#include <QByteArray>

class QDebug;

namespace amparo::store {

/// What the store is given to keep of a draft, and has not taken: its disk is full, or it is damaged.
struct UnsavedDraft {
    record::Screening screening;
    QByteArray answers;

    bool operator==(const UnsavedDraft &) const = default;
};

QDebug operator<<(QDebug, const UnsavedDraft &) = delete;  // personal data does not compile into a log

/// The same as it may stay in memory while the store is closed and its key wiped (security design, A5): its
/// key comes from one that lies in the store alone, so it opens where and when the store does. For the same
/// run of the program: numbers stand as in memory.
struct SealedDraft {
    ScreeningId id;
    QByteArray salt;  ///< makes the key one of this draft alone
    QByteArray sealed;

    bool operator==(const SealedDraft &) const = default;
};

/// `key` has 32 bytes; `context` is authenticated. Thread: any.
SealedDraft sealDraft(const UnsavedDraft &draft, const crypto::SecretBytes &key, QByteArrayView context);

/// Errors: Denied (another key or context, or altered). Thread: any.
[[nodiscard]] Result<UnsavedDraft> openDraft(const SealedDraft &draft, const crypto::SecretBytes &key,
                                             QByteArrayView context);

}  // namespace amparo::store
