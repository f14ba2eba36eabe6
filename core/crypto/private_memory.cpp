#include "crypto/private_memory.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#include <sys/resource.h>
#elif defined(Q_OS_WIN)
#include <windows.h>

#include <werapi.h>
#endif

namespace amparo::crypto {

void keepMemoryPrivate()
{
#if defined(Q_OS_LINUX)
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#elif defined(Q_OS_WIN)
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
#endif
}

}  // namespace amparo::crypto
