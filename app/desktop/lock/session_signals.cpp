#include "app/desktop/lock/session_signals.h"

#ifdef Q_OS_LINUX
#include "app/desktop/lock/logind_signals.h"
#endif
#ifdef Q_OS_WIN
#include "app/desktop/lock/windows_signals.h"
#endif

#include <QWidget>

namespace amparo::desktop {

std::unique_ptr<SessionSignals> systemSessionSignals(QWidget &window)
{
#if defined(Q_OS_LINUX)
    Q_UNUSED(window);
    return std::make_unique<LogindSignals>(QDBusConnection::systemBus(), QDBusConnection::sessionBus());
#elif defined(Q_OS_WIN)
    return std::make_unique<WindowsSignals>(window.winId());
#else
    Q_UNUSED(window);
    return std::make_unique<SessionSignals>();
#endif
}

}  // namespace amparo::desktop
