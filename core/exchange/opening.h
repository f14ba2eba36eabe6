#pragma once

#include "crypto/secret.h"
#include "exchange/batch.h"

#include <functional>

namespace amparo::exchange {

/// The records of a sealed batch, for headquarters: opened with its secret key, unpacked against the form
/// that it was packed against, and held against what stands in the clear, which the receipts vouch for.
///
/// `postKey` is the post's Ed25519 key. `findForm` gives the XForm document of that name (nameOf()), empty:
/// it is not at hand. Errors: openSealed()'s; NotFound (the form is not at hand; the detail names it);
/// InvalidInput (what is within is no batch, or not the one that stands in the clear). Thread: any.
[[nodiscard]] Result<Batch> openBatch(QByteArrayView frame, const QByteArray &postKey,
                                      const crypto::SecretBytes &secretKey,
                                      const std::function<QByteArray(const QByteArray &name)> &findForm);

}  // namespace amparo::exchange
