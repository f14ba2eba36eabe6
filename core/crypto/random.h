#pragma once

#include "crypto/secret.h"

#include <QByteArray>

namespace amparo::crypto {

/// Unpredictable bytes from the operating system. Thread: any.
QByteArray randomBytes(qsizetype size);
SecretBytes randomSecret(std::size_t size);

}  // namespace amparo::crypto
