#include "crypto/private_memory.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#include <sys/resource.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

namespace amparo::crypto {

#ifdef Q_OS_WIN
namespace {

/// WerSetFlags(), asked for by name: mingw-w64's header for it does not compile.
void keepHeapOutOfReports()
{
    using SetFlags = HRESULT(WINAPI *)(DWORD);
    constexpr DWORD noHeap = 1;
    const FARPROC found = GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "WerSetFlags");
    if (const auto set = reinterpret_cast<SetFlags>(reinterpret_cast<void *>(found)))
        set(noHeap);
}

}  // namespace
#endif

void keepMemoryPrivate()
{
#if defined(Q_OS_LINUX)
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#elif defined(Q_OS_WIN)
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    keepHeapOutOfReports();
#endif
}

}  // namespace amparo::crypto
