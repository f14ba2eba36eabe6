#pragma once

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

}  // namespace amparo::crypto
