#pragma once

namespace amparo::crypto {

/// Keeps what is in this process's memory out of core dumps and crash reports, and from other programs of the
/// same user: RLIMIT_CORE 0 and PR_SET_DUMPABLE 0 on Linux, no heap in Windows' error reports. First thing in
/// main(), before there is a secret. SecretBytes are locked into memory besides, where the system allows.
void keepMemoryPrivate();

}  // namespace amparo::crypto
