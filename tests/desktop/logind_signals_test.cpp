// Against a real message bus with a logind that does what the test says.
#include "app/desktop/lock/logind_signals.h"

#include "support/catch.h"
#include "support/eventually.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>

#include <fcntl.h>
#include <unistd.h>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using app::LockReason;

namespace {

const QString sessionPath = QStringLiteral("/org/freedesktop/login1/session/_37");

/// A message bus of its own.
class PrivateBus {
public:
    PrivateBus()
    {
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        for (const char *name : {"logind", "amparo"})
            QDBusConnection::disconnectFromBus(QLatin1String(name));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(PrivateBus)

    bool isThere() const { return !m_address.isEmpty(); }
    QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(m_address, QLatin1String(name));
    }

private:
    QProcess m_daemon;
    QString m_address;
};

}  // namespace

/// As much of org.freedesktop.login1 as a program needs that wants to know when it is not looked at.
class FakeLogind final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogind(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/login1"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~FakeLogind() override { close(m_read); }

    int asked = 0;  ///< for the session
    int delays = 0;

    /// Whether somebody holds the delay lock that was given last.
    bool isDelayed() const
    {
        char byte;
        return m_read >= 0 && read(m_read, &byte, 1) < 0;  // nothing to read, and not the end either
    }

    void lock()
    {
        m_bus.send(QDBusMessage::createSignal(sessionPath, QStringLiteral("org.freedesktop.login1.Session"),
                                              QStringLiteral("Lock")));
    }
    void change(const char *interface, const QVariantMap &properties)
    {
        auto told = QDBusMessage::createSignal(sessionPath, QStringLiteral("org.freedesktop.DBus.Properties"),
                                               QStringLiteral("PropertiesChanged"));
        told << QLatin1String(interface) << properties << QStringList();
        m_bus.send(told);
    }

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &) { return ++asked, QDBusObjectPath(sessionPath); }
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &,
                                    const QString &mode)
    {
        delays += what == QStringLiteral("sleep") && mode == QStringLiteral("delay");
        int ends[2];
        REQUIRE(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
        close(std::exchange(m_read, ends[0]));
        QDBusUnixFileDescriptor given(ends[1]);  // copies it
        close(ends[1]);
        return given;
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);

private:
    QDBusConnection m_bus;
    int m_read = -1;
};

TEST_CASE("what logind and the screen saver tell locks, and sleep waits for it", "[desktop][SEC-A5]")
{
    PrivateBus bus;
    if (!bus.isThere()) {
        WARN("there is no dbus-daemon here");
        return;
    }
    FakeLogind logind(bus.connection("logind"));
    LogindSignals signals_(bus.connection("amparo"), bus.connection("amparo"));
    QList<LockReason> told;
    bool wasDelayed = false;
    QObject::connect(&signals_, &SessionSignals::away, &logind, [&](LockReason why) {
        wasDelayed = logind.isDelayed();
        told.append(why);
    });
    REQUIRE(eventually([&] { return logind.asked == 1 && logind.delays == 1 && logind.isDelayed(); }));
    const auto tells = [&](LockReason why) {
        const bool came = eventually([&] { return !told.isEmpty(); });
        return came && std::exchange(told, {}) == QList{why};
    };

    Q_EMIT logind.PrepareForSleep(true);
    CHECK(tells(LockReason::Suspend));
    CHECK(wasDelayed);
    CHECK(eventually([&] { return !logind.isDelayed(); }));  // now it may sleep
    Q_EMIT logind.PrepareForSleep(false);
    CHECK(eventually([&] { return logind.delays == 2 && logind.isDelayed(); }));  // and the next time again
    CHECK(told.isEmpty());

    const char *session = "org.freedesktop.login1.Session";
    logind.lock();
    CHECK(tells(LockReason::ScreenLock));
    logind.change(session, {{QStringLiteral("LockedHint"), true}});
    CHECK(tells(LockReason::ScreenLock));
    logind.change(session, {{QStringLiteral("Active"), false}});
    CHECK(tells(LockReason::SessionChange));

    // Neither coming back nor anything else is a reason; the last one shows that they were heard.
    logind.change(session, {{QStringLiteral("LockedHint"), false}, {QStringLiteral("Active"), true}});
    logind.change(session, {{QStringLiteral("IdleHint"), true}});
    logind.change("org.freedesktop.login1.Seat", {{QStringLiteral("Active"), false}});
    auto saver = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"),
                                            QStringLiteral("org.freedesktop.ScreenSaver"),
                                            QStringLiteral("ActiveChanged"));
    bus.connection("logind").send(saver << false);
    saver.setArguments({true});
    bus.connection("logind").send(saver);
    CHECK(tells(LockReason::ScreenLock));
}

TEST_CASE("without a bus nothing is told, and nothing fails", "[desktop][SEC-A5]")
{
    const QDBusConnection none(QStringLiteral("nobody"));
    LogindSignals signals_(none, none);
    CHECK_FALSE(none.isConnected());
}

#include "logind_signals_test.moc"
