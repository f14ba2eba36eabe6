#include "journey/person.h"

#include "app/desktop/widgets/theme.h"
#include "app/desktop/workplace.h"
#include "app/installed_forms.h"
#include "support/samples.h"
#include "sync/server_repository.h"
#include "translations/languages.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace amparo::test {

namespace {

constexpr int waitInMs = 30'000;
constexpr int personPauseInMs = 50;  // longer than WedgeRecogniser::keyGap

Result<> setServer(store::Store &store, const QString &address)
{
    if (address.isEmpty())
        return {};
    return sync::parseServerAddress(address).and_then([&](const sync::ServerSettings &server) {
        return sync::ServerRepository(store.settings()).set(server);
    });
}

}  // namespace

QString specimenPassport()
{
    return QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r"
                          "L898902C36UTO7408122F1204159ZE184226B<<<<<10\r");
}

QString officerName() { return QStringLiteral("lead"); }

Result<> makePost(const QString &folder, const QString &server)
{
    const record::Post post{QStringLiteral("UTO-DES-01"), QStringLiteral("Desaguadero"),
                            QStringLiteral("UTO"), true};
    const record::Officer administrator{OfficerId::create(), QStringLiteral("admin"),
                                        QStringLiteral("Inés Roca"), record::Role::Administrator};
    const record::Officer lead{OfficerId::create(), officerName(), QStringLiteral("Ana Salas"),
                               record::Role::ShiftLead};
    {
        const auto store = store::Store::create(folder, post, administrator, aPassphrase(), systemClock());
        if (!store)
            return tl::make_unexpected(store.error());
        const auto prepared = (*store)
                                  ->addOfficer(lead, aPassphrase())
                                  .and_then([&] { return app::installBuiltinForms(**store); })
                                  .and_then([&] { return setServer(**store, server); });
        if (!prepared)
            return prepared;
    }
    const auto store = store::Store::open(folder, lead.loginName, aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());
    return (*store)->shifts().open().map([](const record::Shift &) {});
}

Person::Person(desktop::MainWindow &window) : m_window(window)
{
    desktop::applyTheme(desktop::Scheme::Light);
    translations::useLanguage(*qApp, QStringLiteral("en"));
}

bool Person::sees(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, waitInMs);
}

bool Person::shows(const QString &sentence) const
{
    const auto labels = m_window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

bool Person::reads(const QString &sentence) const
{
    return sees([&] { return shows(sentence); });
}

QWidget &Person::focus() const
{
    QWidget *widget = QApplication::focusWidget();
    if (!widget)  // without a window manager no window need be the active one
        widget = m_window.focusWidget();
    return widget ? *widget : m_window;
}

void Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&focus(), key, modifiers);
    QTest::qWait(personPauseInMs);
}

void Person::type(const QString &text)
{
    for (const QChar c : text) {
        QTest::keyClick(&focus(), c.toLatin1());
        QTest::qWait(personPauseInMs);
    }
}

bool Person::fill(const char *field, const QString &text)
{
    QWidget *dialog = QApplication::activeModalWidget();
    const auto all = (dialog ? dialog : &m_window)->findChildren<QLineEdit *>();
    const auto found = std::find_if(all.begin(), all.end(), [&](const QLineEdit *one) {
        return one->isVisible() && one->isEnabled() && one->accessibleName() == QLatin1String(field);
    });
    if (found == all.end())
        return false;
    (*found)->setFocus();
    (*found)->selectAll();
    QTest::keyClicks(*found, text);
    return true;
}

bool Person::setPin(const QString &pin)
{
    press(Qt::Key_F10);
    if (!sees([] { return QApplication::activePopupWidget() != nullptr; }))
        return false;
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_P);
    if (!sees([] { return QApplication::activeModalWidget() != nullptr; }) || !fill("New PIN", pin) ||
        !fill("The same PIN again", pin))
        return false;
    QTest::keyClick(QApplication::activeModalWidget()->focusWidget(), Qt::Key_Return);
    if (!sees([] { return QApplication::activeModalWidget() == nullptr; }))
        return false;
    m_window.activateWindow();  // no window manager does it here
    return QTest::qWaitForWindowActive(&m_window);
}

void Person::scan(const QString &mrz)
{
    for (const QChar c : mrz) {
        if (c == QLatin1Char('\r'))
            QTest::keyClick(&focus(), Qt::Key_Return);
        else
            QTest::keyClick(&focus(), c.toLatin1());
    }
}

bool Person::typeAccount()
{
    m_window.show();
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window))
        return false;
    if (!sees([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }))
        return false;
    if (QApplication::focusWidget()->accessibleName() == QStringLiteral("Name")) {
        type(officerName());
        press(Qt::Key_Return);
    }
    QTest::keyClicks(&focus(), QStringLiteral("tres garzas blancas"));  // no reader is expected in this field
    press(Qt::Key_Return);
    return true;
}

bool Person::signIn()
{
    return typeAccount() && sees([this] { return m_window.workplace() != nullptr; });
}

bool Person::tryToSignIn()
{
    typeAccount();
    // The passphrase's field is closed while the store is being opened.
    (void)sees([this] {
        return m_window.workplace() || qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
    });
    return m_window.workplace() != nullptr;
}

desktop::ScreeningPage &Person::screening() const { return *m_window.findChild<desktop::ScreeningPage *>(); }

int Person::signCount() const { return test::signCount(screening().interview()->session()); }

int signCount(const form::Session &session)
{
    const auto items = session.items();
    return int(std::count_if(items.begin(), items.end(), [](const form::Item &item) {
        return item.path.contains(QStringLiteral("/checklist/")) && item.value == QStringLiteral("yes");
    }));
}

}  // namespace amparo::test
