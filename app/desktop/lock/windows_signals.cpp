#include "app/desktop/lock/windows_signals.h"

#include <QCoreApplication>

#include <windows.h>

#include <wtsapi32.h>

namespace amparo::desktop {

namespace {

using app::LockReason;

}  // namespace

WindowsSignals::WindowsSignals(WId window) : m_window(window)
{
    WTSRegisterSessionNotification(reinterpret_cast<HWND>(m_window), NOTIFY_FOR_THIS_SESSION);
    QCoreApplication::instance()->installNativeEventFilter(this);
}

WindowsSignals::~WindowsSignals()
{
    QCoreApplication::instance()->removeNativeEventFilter(this);
    WTSUnRegisterSessionNotification(reinterpret_cast<HWND>(m_window));
}

// Power messages go to every window of the program: only ours counts, so that each is told once.
bool WindowsSignals::nativeEventFilter(const QByteArray &type, void *message, qintptr *)
{
    const auto *told = static_cast<const MSG *>(message);
    if (type != "windows_generic_MSG" || told->hwnd != reinterpret_cast<HWND>(m_window))
        return false;
    if (told->message == WM_POWERBROADCAST && told->wParam == PBT_APMSUSPEND) {
        Q_EMIT away(LockReason::Suspend);
    } else if (told->message == WM_WTSSESSION_CHANGE) {
        switch (told->wParam) {
        case WTS_SESSION_LOCK:
            Q_EMIT away(LockReason::ScreenLock);
            break;
        case WTS_CONSOLE_DISCONNECT:
        case WTS_REMOTE_DISCONNECT:
        case WTS_SESSION_LOGOFF:
            Q_EMIT away(LockReason::SessionChange);
            break;
        default:
            break;
        }
    }
    return false;  // others may want it as well
}

}  // namespace amparo::desktop
