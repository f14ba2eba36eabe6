#pragma once

#include "app/desktop/lock/session_signals.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QVariantMap>

class QDBusObjectPath;

namespace amparo::desktop {

/// What logind says of sleep and of this session (org.freedesktop.login1, as systemd and elogind have it),
/// and what the desktops' screen savers say (org.freedesktop.ScreenSaver and its likes). A bus that is not
/// there says nothing.
///
/// Sleep waits until everybody who heard of it has acted, for which logind gives a delay lock ("delay"
/// inhibitor, five seconds at most).
class LogindSignals final : public SessionSignals {
    Q_OBJECT

public:
    LogindSignals(const QDBusConnection &system, const QDBusConnection &session);

private Q_SLOTS:
    void prepareForSleep(bool begins);
    void lockAsked();
    void propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &gone);
    void screenSaverChanged(bool active);

private:
    void delaySleep();
    void watchSession();
    void watchSession(const QDBusObjectPath &session);

    QDBusConnection m_system;
    QDBusConnection m_session;
    QDBusUnixFileDescriptor m_delay;  ///< sleep waits while it is open
};

}  // namespace amparo::desktop
