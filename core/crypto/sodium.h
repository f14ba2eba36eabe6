#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <sodium.h>

namespace amparo::crypto {

/// libsodium, set up on first use. For the sources of this room only. Thread: any.
inline void ensureSodium()
{
    static const int outcome = sodium_init();
    if (outcome < 0)
        qFatal("libsodium cannot start: no source of randomness");
}

/// Bytes as libsodium takes them.
inline const unsigned char *unsignedData(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}
inline unsigned char *unsignedData(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

}  // namespace amparo::crypto
