#include "app/desktop/lock/logind_signals.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace amparo::desktop {

namespace {

using app::LockReason;

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString logindPath = QStringLiteral("/org/freedesktop/login1");
const QString logindManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString logindSession = QStringLiteral("org.freedesktop.login1.Session");

QDBusMessage managerCall(const QString &method)
{
    return QDBusMessage::createMethodCall(logind, logindPath, logindManager, method);
}

}  // namespace

LogindSignals::LogindSignals(const QDBusConnection &system, const QDBusConnection &session)
    : m_system(system), m_session(session)
{
    if (m_system.isConnected()) {
        m_system.connect(logind, logindPath, logindManager, QStringLiteral("PrepareForSleep"), this,
                         SLOT(prepareForSleep(bool)));
        delaySleep();
        watchSession();
    }
    if (!m_session.isConnected())
        return;
    // Whoever emits it, at whatever path: desktops differ, and the worst is a lock too many.
    for (const char *interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                  "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"})
        m_session.connect(QString(), QString(), QLatin1String(interface), QStringLiteral("ActiveChanged"),
                          this, SLOT(screenSaverChanged(bool)));
}

void LogindSignals::delaySleep()
{
    QDBusMessage call = managerCall(QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Amparo")
         << QStringLiteral("The records are closed before the computer sleeps") << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isValid())
            m_delay = reply.value();
    });
}

/// "auto": the session that this program belongs to, or else the one that its user sees.
void LogindSignals::watchSession()
{
    QDBusMessage call = managerCall(QStringLiteral("GetSession"));
    call << qEnvironmentVariable("XDG_SESSION_ID", QStringLiteral("auto"));
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid())
            watchSession(reply.value());
    });
}

void LogindSignals::watchSession(const QDBusObjectPath &session)
{
    m_system.connect(logind, session.path(), logindSession, QStringLiteral("Lock"), this, SLOT(lockAsked()));
    m_system.connect(logind, session.path(), QStringLiteral("org.freedesktop.DBus.Properties"),
                     QStringLiteral("PropertiesChanged"), this,
                     SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
}

void LogindSignals::prepareForSleep(bool begins)
{
    if (!begins)
        return delaySleep();
    Q_EMIT away(LockReason::Suspend);
    m_delay = QDBusUnixFileDescriptor();
}

void LogindSignals::lockAsked() { Q_EMIT away(LockReason::ScreenLock); }

void LogindSignals::propertiesChanged(const QString &interface, const QVariantMap &changed,
                                      const QStringList &)
{
    if (interface != logindSession)
        return;
    if (changed.value(QStringLiteral("LockedHint")).toBool())
        Q_EMIT away(LockReason::ScreenLock);
    if (!changed.value(QStringLiteral("Active"), true).toBool())
        Q_EMIT away(LockReason::SessionChange);
}

void LogindSignals::screenSaverChanged(bool active)
{
    if (active)
        Q_EMIT away(LockReason::ScreenLock);
}

}  // namespace amparo::desktop
