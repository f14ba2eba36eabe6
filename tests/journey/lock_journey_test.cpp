// Leaving the counter and coming back: security design, A4 and A5.
#include "app/desktop/lock/lock_page.h"
#include "app/desktop/workplace.h"
#include "journey/person.h"
#include "support/catch.h"
#include "support/fixed_clock.h"
#include "support/gui.h"
#include "support/samples.h"
#include "support/test_store.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using namespace std::chrono_literals;
using app::LockReason;

namespace {

const QString pin = QStringLiteral("830714");
const QString josesPassphrase = QStringLiteral("cuatro ranas verdes");

/// What the computer says of its session is what the test says.
class SaidSignals final : public SessionSignals {};

/// The window over a post with two officers, and the first signed in.
struct Counter {
    Counter()
    {
        require(makePost(folder.path()));
        auto store =
            require(store::Store::open(folder.path(), QStringLiteral("admin"), aPassphrase(), clock));
        require(store->addOfficer({OfficerId::create(), QStringLiteral("jose"), QStringLiteral("José Mamani"),
                                   record::Role::Officer},
                                  crypto::Passphrase::fromText(josesPassphrase)));
        store.reset();
        auto said = std::make_unique<SaidSignals>();
        signals_ = said.get();
        window.watch(std::move(said));
        REQUIRE(person.signIn());
        person.scan(specimenPassport());
        REQUIRE(person.reads(QStringLiteral("ERIKSSON, ANNA MARIA")));
    }

    LockPage &page() { return *window.findChild<LockPage *>(); }
    bool isLocked() { return !window.workplace() && page().isVisible(); }
    bool waitForLock()
    {
        return person.sees([this] { return isLocked(); });
    }
    bool waitForReturn()
    {
        return person.sees([this] { return window.workplace() && person.screening().interview(); });
    }

    /// Goes to a name with the arrow keys and takes it.
    void choose(const QListWidget &names, const QString &name)
    {
        person.press(Qt::Key_Home);
        for (int i = 0; i < names.count() && names.currentItem()->text() != name; ++i)
            person.press(Qt::Key_Down);
        REQUIRE(names.currentItem()->text() == name);
        person.press(Qt::Key_Return);
    }

    /// Types a secret into the field with the focus.
    void enter(const QString &secret)
    {
        QTest::keyClicks(QApplication::focusWidget(), secret);
        person.press(Qt::Key_Return);
    }
    void unlockWithPassphrase()
    {
        control<QLineEdit>(window, "Passphrase")->setFocus();
        enter(QStringLiteral("tres garzas blancas"));
    }

    void setPin() { REQUIRE(person.setPin(pin)); }

    /// What the log has of one of the acts, newest last; the window must be locked or signed out.
    QStringList acts()
    {
        const auto store = require(store::Store::open(folder.path(), officerName(), aPassphrase(), clock));
        QStringList names;
        for (const store::AuditEntry &entry : auditEntries(store->audit()))
            names.append(store::auditActionName(entry.action) + (entry.action == store::AuditAction::Locked
                                                                     ? QStringLiteral(":") + entry.detail
                                                                     : QString()));
        return names;
    }

    QTemporaryDir folder{quickFolder()};
    FixedClock clock;
    MainWindow window{folder.path(), false, clock};
    Person person{window};
    SessionSignals *signals_ = nullptr;
};

/// Everything that the window shows in words, or would to a screen reader.
QString allWords(QWidget &window)
{
    QStringList words{window.windowTitle()};
    const auto all = window.findChildren<QWidget *>();
    for (const QWidget *one : all) {
        words << one->accessibleName() << one->accessibleDescription() << one->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(one))
            words << label->text();
        if (const auto *line = qobject_cast<const QLineEdit *>(one))
            words << line->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(one))
            words << button->text();
    }
    return words.join(QLatin1Char('\n'));
}

}  // namespace

TEST_CASE(
    "whatever makes an officer go away locks: the key is gone, the screen tells nothing, no answer is lost",
    "[journey][SEC-A5][SEC-T4]")
{
    Counter counter;
    Person &person = counter.person;
    person.press(Qt::Key_3);  // travels with others
    person.press(Qt::Key_2);
    REQUIRE(person.sees([&] { return person.signCount() == 1; }));
    REQUIRE(person.reads(QStringLiteral("Draft saved")));
    const record::Screening before = person.screening().interview()->screening();
    const QString question = person.screening().question();
    REQUIRE_FALSE(question.isEmpty());
    const bool wasCovered = GENERATE(false, true);
    if (wasCovered)
        person.press(Qt::Key_F9);

    QString why;
    SECTION("Ctrl+L")
    {
        person.press(Qt::Key_L, Qt::ControlModifier);
        why = QStringLiteral("key");
    }
    SECTION("nobody at the keys for three minutes")
    {
        counter.clock.advance(3min);
        why = QStringLiteral("idle");
    }
    SECTION("the screen is locked")
    {
        Q_EMIT counter.signals_->away(LockReason::ScreenLock);
        CHECK(counter.isLocked());  // before the computer goes on
        why = QStringLiteral("screen-lock");
    }
    SECTION("the lid is closed")
    {
        Q_EMIT counter.signals_->away(LockReason::Suspend);
        CHECK(counter.isLocked());
        why = QStringLiteral("suspend");
    }
    SECTION("another user of the computer")
    {
        Q_EMIT counter.signals_->away(LockReason::SessionChange);
        CHECK(counter.isLocked());
        why = QStringLiteral("session-change");
    }

    REQUIRE(counter.waitForLock());
    CHECK(person.shows(QStringLiteral("The session of Ana Salas is locked.")));
    CHECK(person.shows(QStringLiteral("records go out again after signing in")));
    const QString words = allWords(counter.window);
    for (const char *secret : {"ERIKSSON", "Eriksson", "L898902C3", "Desaguadero", "1974"}) {
        CAPTURE(secret);
        CHECK_FALSE(words.contains(QLatin1String(secret)));
    }
    CHECK(counter.acts().contains(QStringLiteral("locked:") + why));  // the store is free for others

    counter.unlockWithPassphrase();
    REQUIRE(counter.waitForReturn());
    CHECK(person.screening().isVisible());
    CHECK(person.screening().interview()->screening().id == before.id);
    CHECK(person.signCount() == 1);
    CHECK(person.screening().question() == question);
}

TEST_CASE("a change of the key is not given up because nobody is at the keys", "[journey][SEC-A5][SEC-K7]")
{
    Counter counter;
    app::KeyChange &change = counter.window.workplace()->post().keyChange();
    change.start();
    counter.clock.advance(10min);
    counter.person.press(Qt::Key_Control);  // who looks after it changes nothing
    REQUIRE(counter.person.sees([&] { return !change.isRunning(); }));
    REQUIRE(counter.window.workplace());
    CHECK(require(store::readKeyFile(counter.folder.path())).keyNumber == 2);
    counter.clock.advance(3min);
    CHECK(counter.waitForLock());
}

TEST_CASE("what is being typed when the session locks is there afterwards", "[journey][SEC-A5]")
{
    Counter counter;
    Person &person = counter.person;
    SECTION("the reason for another decision than advised")
    {
        person.press(Qt::Key_F3);
        person.type(QStringLiteral("see"));
    }
    SECTION("the document by hand, not taken over yet")
    {
        person.press(Qt::Key_F7);
        control<QLineEdit>(counter.window, "Given names")->selectAll();
        control<QLineEdit>(counter.window, "Given names")->setFocus();
        person.type(QStringLiteral("see"));
    }
    Q_EMIT counter.signals_->away(LockReason::Suspend);
    REQUIRE(counter.isLocked());
    counter.unlockWithPassphrase();
    REQUIRE(counter.waitForReturn());
    const record::Screening &after = person.screening().interview()->screening();
    CHECK((after.traveller.givenNames == QStringLiteral("see") ||
           (after.verdict && after.verdict->reason == QStringLiteral("see"))));
}

TEST_CASE("a PIN brings the officer back, to the page that was open", "[journey][SEC-A4]")
{
    Counter counter;
    Person &person = counter.person;
    counter.setPin();
    person.press(Qt::Key_3, Qt::ControlModifier);  // Records, with the draft still open
    person.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(counter.waitForLock());
    REQUIRE(control<QLineEdit>(counter.window, "PIN")->hasFocus());

    SECTION("typed right")
    {
        counter.enter(pin);
        REQUIRE(counter.waitForReturn());
        CHECK(person.sees([&] { return !person.screening().isVisible(); }));
        CHECK(hasControl<QWidget>(counter.window, "Records"));
        person.press(Qt::Key_L, Qt::ControlModifier);
        REQUIRE(counter.waitForLock());
        CHECK(counter.acts().contains(QStringLiteral("unlocked")));
    }
    SECTION("a document on the reader is no try")
    {
        person.scan(specimenPassport());
        CHECK(person.reads(QStringLiteral("A PIN has digits alone")));
        counter.enter(pin);
        CHECK(counter.waitForReturn());
    }
    SECTION("five times wrong it is gone, and the passphrase opens")
    {
        for (const char *told :
             {"After 4 more", "After 3 more", "After 2 more", "After 1 more", "wrong five times"}) {
            CAPTURE(told);
            counter.enter(QStringLiteral("830715"));
            CHECK(person.reads(QLatin1String(told)));
        }
        CHECK_FALSE(hasControl<QLineEdit>(counter.window, "PIN"));
        counter.clock.advance(16s);  // as after as many wrong passphrases
        counter.unlockWithPassphrase();
        REQUIRE(counter.waitForReturn());
        person.press(Qt::Key_L, Qt::ControlModifier);
        REQUIRE(counter.waitForLock());
        const QStringList acts = counter.acts();
        CHECK(acts.count(QStringLiteral("pin-failed")) == 5);
        CHECK(acts.count(QStringLiteral("pin-wiped")) == 1);
    }
    SECTION("after twelve hours it is gone")
    {
        counter.clock.advance(12h);
        counter.enter(pin);
        CHECK(person.sees([&] { return !hasControl<QLineEdit>(counter.window, "PIN"); }));
        CHECK(counter.isLocked());
    }
}

TEST_CASE("another officer signs in by choosing the name, and each finds their own work again",
          "[journey][SEC-A4][SEC-A5]")
{
    Counter counter;
    Person &person = counter.person;
    const ScreeningId draft = person.screening().interview()->screening().id;
    counter.setPin();
    person.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(person.sees([&] { return hasControl<QListWidget>(counter.window, "Who signs in?"); }));
    auto *names = control<QListWidget>(counter.window, "Who signs in?");
    REQUIRE(names->hasFocus());
    CHECK(names->currentItem()->text() != officerName());  // another one is wanted
    counter.choose(*names, QStringLiteral("jose"));
    counter.enter(josesPassphrase);
    REQUIRE(person.sees([&] { return counter.window.workplace() != nullptr; }));
    CHECK(counter.window.workplace()->post().officer().displayName == QStringLiteral("José Mamani"));
    CHECK_FALSE(person.screening().interview());  // a fresh Today
    CHECK(hasControl<QWidget>(counter.window, "Today"));

    person.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(person.sees([&] { return names->hasFocus(); }));
    counter.choose(*names, officerName());  // her session is locked: back to it, with her PIN
    REQUIRE(counter.waitForLock());
    CHECK(person.shows(QStringLiteral("The session of Ana Salas is locked.")));
    counter.enter(pin);
    REQUIRE(counter.waitForReturn());
    CHECK(person.screening().interview()->screening().id == draft);
}

TEST_CASE("a shift lead sees a colleague's draft, and does not go on with it", "[journey][SEC-A1]")
{
    Counter counter;
    Person &person = counter.person;
    const ScreeningId own = person.screening().interview()->screening().id;
    const auto changeTo = [&](const QString &name) {
        person.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(person.sees([&] { return hasControl<QListWidget>(counter.window, "Who signs in?"); }));
        counter.choose(*control<QListWidget>(counter.window, "Who signs in?"), name);
    };
    changeTo(QStringLiteral("jose"));
    counter.enter(josesPassphrase);
    REQUIRE(person.sees([&] { return counter.window.workplace() != nullptr; }));
    person.scan(specimenPassport());
    REQUIRE(person.reads(QStringLiteral("Draft saved")));
    changeTo(officerName());
    counter.unlockWithPassphrase();
    REQUIRE(counter.waitForReturn());

    person.press(Qt::Key_1, Qt::ControlModifier);
    auto *drafts = control<QListWidget>(counter.window, "Drafts");
    REQUIRE(person.sees([&] { return drafts->count() == 2; }));
    drafts->setFocus();
    drafts->setCurrentRow(0);  // the newest
    person.press(Qt::Key_Return);
    CHECK(person.reads(QStringLiteral("A colleague began this draft")));
    CHECK(person.screening().interview()->screening().id == own);
}

TEST_CASE("who signs out leaves no PIN and no place behind, and the log knows", "[journey][SEC-A4][SEC-T4]")
{
    Counter counter;
    Person &person = counter.person;
    counter.setPin();
    person.press(Qt::Key_F10);
    REQUIRE(person.sees([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_S);
    REQUIRE(person.sees([&] { return !counter.window.workplace(); }));
    const QStringList acts = counter.acts();
    CHECK(acts.contains(QStringLiteral("pin-wiped")));
    CHECK(acts.contains(QStringLiteral("signed-out")));
    REQUIRE(person.signIn());
    CHECK_FALSE(person.screening().interview());
    person.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(counter.waitForLock());
    CHECK_FALSE(hasControl<QLineEdit>(counter.window, "PIN"));
}

TEST_CASE("a computer that goes to sleep while the store is being opened finds it locked afterwards",
          "[journey][SEC-A5]")
{
    Counter counter;
    counter.person.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(counter.waitForLock());
    counter.unlockWithPassphrase();
    REQUIRE(counter.page().isBusy());
    Q_EMIT counter.signals_->away(LockReason::Suspend);
    REQUIRE(counter.person.sees([&] { return !counter.page().isBusy(); }));
    CHECK(counter.isLocked());
    CHECK(counter.acts().last() == QStringLiteral("signed-in"));  // the one of acts() itself: it is free
}
