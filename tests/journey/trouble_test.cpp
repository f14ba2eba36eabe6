// What officers meet on a bad day: each time one sentence that says what to do next, and nothing lost.
#include "app/desktop/workplace.h"
#include "journey/mount_or_skip.h"
#include "journey/person.h"
#include "openrosa_server/server_process.h"
#include "store/damage_mark.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/samples.h"
#include "support/text.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// The program at a post of its own.
struct Desk {
    explicit Desk(const QString &server = {}) { require(makePost(folder.path(), server)); }

    void signIn() { REQUIRE(person.signIn()); }

    /// A screening with two signs, the second one saved.
    void beginScreening()
    {
        person.scan(specimenPassport());
        REQUIRE(person.reads(text("ERIKSSON, ANNA MARIA")));
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_2, Qt::Key_3})
            person.press(key);
        REQUIRE(person.sees([this] { return person.signCount() == 2; }));
        REQUIRE(person.reads(text("Draft saved")));
    }

    QTemporaryDir folder{quickFolder()};
    MainWindow window{folder.path(), false, systemClock()};
    Person person{window};
};

void damage(const QString &path, qint64 offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(QByteArray(64, '\x5a')) == 64);
}

}  // namespace

TEST_CASE("a wrong passphrase is refused without saying which of the two was wrong", "[journey]")
{
    Desk desk;
    desk.window.show();
    activate(desk.window);
    desk.person.type(text("lead"));
    desk.person.press(Qt::Key_Return);
    desk.person.type(text("tres garzas negras"));
    desk.person.press(Qt::Key_Return);
    CHECK(desk.person.reads(text("Name or passphrase is wrong.")));
    CHECK(control<QLineEdit>(desk.window, "Passphrase")->text().isEmpty());

    QTest::qWait(1200);  // the throttle's first second
    desk.signIn();
}

TEST_CASE("a store that another program has open says so", "[journey]")
{
    Desk desk;
    const auto other =
        require(store::Store::open(desk.folder.path(), officerName(), aPassphrase(), systemClock()));
    CHECK_FALSE(desk.person.tryToSignIn());
    CHECK(desk.person.reads(text("Another program has the store open. Close it and try again.")));
}

TEST_CASE("a damaged store is named as such", "[journey]")
{
    Desk desk;
    damage(desk.folder.filePath(text("store.amparo")), 4096 + 512);
    CHECK_FALSE(desk.person.tryToSignIn());
    CHECK(desk.person.reads(text("The store is damaged. Change nothing and call IT support now.")));
}

TEST_CASE("without a store the program offers to set the post up", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    MainWindow window(folder.path(), false, systemClock());
    Person person(window);
    window.show();
    CHECK(person.reads(text("This computer has no store yet. Set up your post.")));
}

TEST_CASE("without an open shift a document begins nothing and says what to do", "[journey]")
{
    Desk desk;
    desk.signIn();
    QObject receiver;
    bool closed = false;
    desk.window.workplace()->post().closeShift(&receiver, 12, text("quiet"),
                                               [&](const Result<record::Shift> &) { closed = true; });
    REQUIRE(eventually([&] { return closed; }));
    desk.person.scan(specimenPassport());
    CHECK(desk.person.reads(text("Open the shift first, then read the document again.")));
    CHECK_FALSE(desk.person.screening().interview());

    desk.person.press(Qt::Key_Return);  // the button that opens it has the focus
    CHECK(desk.person.reads(text("The shift has been open since")));
    desk.beginScreening();
}

TEST_CASE("a key that is still held when the window goes goes with it", "[journey]")
{
    auto desk = std::make_unique<Desk>();
    desk->signIn();
    desk->beginScreening();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);  // the filter waits whether a reader goes on
    desk.reset();
    CHECK_FALSE(QApplication::focusWidget());
}

TEST_CASE("another questionnaire is begun from Today, each for what it is for", "[journey]")
{
    Desk desk;
    desk.signIn();
    auto *other = control<QPushButton>(desk.window, "Other questionnaire");
    const auto offered = [&] {
        Q_EMIT other->menu()->aboutToShow();
        QStringList names;
        for (const QAction *action : other->menu()->actions())
            names += action->text();
        return names;
    };
    REQUIRE(eventually([&] { return other->isEnabled(); }));
    CHECK(offered() == QStringList{text("Second line"), text("Children and unaccompanied minors"),
                                   text("Smuggling of migrants"), text("Document examination"),
                                   text("Vehicle and transport"), text("Protection needs and referral")});
    for (const auto &[name, purpose] : {std::pair("Smuggling of migrants", record::Purpose::Smuggling),
                                        std::pair("Vehicle and transport", record::Purpose::Vehicle)}) {
        desk.person.press(Qt::Key_1, Qt::ControlModifier);
        const QStringList names = offered();
        other->menu()->actions().at(names.indexOf(text(name)))->trigger();
        REQUIRE(desk.person.sees([&] {
            const record::Interview *interview = desk.person.screening().interview();
            return interview && interview->form().purpose == purpose;
        }));
    }
}

TEST_CASE("after signing out and in again the draft is offered with every answer", "[journey]")
{
    Desk desk;
    desk.signIn();
    desk.beginScreening();
    desk.person.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(eventually([&] { return !desk.window.workplace(); }));
    desk.signIn();
    auto *drafts = control<QListWidget>(desk.window, "Drafts");
    REQUIRE(eventually([&] { return drafts->count() == 1; }));
    drafts->setFocus();
    drafts->setCurrentRow(0);
    desk.person.press(Qt::Key_Return);
    REQUIRE(desk.person.reads(text("ERIKSSON, ANNA MARIA")));
    CHECK(desk.person.signCount() == 2);
}

TEST_CASE("who was sent to the second line is taken over there with the document's data", "[journey]")
{
    Desk desk;
    desk.signIn();
    desk.beginScreening();
    desk.person.press(Qt::Key_7);
    const EncounterId encounter = desk.person.screening().interview()->screening().encounter;
    desk.person.press(Qt::Key_F3);
    desk.person.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.person.reads(text("The record is final")));
    auto *waiting = control<QListWidget>(desk.window, "Waiting for the second line");
    REQUIRE(eventually([&] { return waiting->count() == 1; }));
    waiting->setFocus();
    waiting->setCurrentRow(0);
    desk.person.press(Qt::Key_Return);
    REQUIRE(desk.person.reads(text("ERIKSSON, ANNA MARIA")));
    const record::Screening &second = desk.person.screening().interview()->screening();
    CHECK(second.line == record::Line::Second);
    CHECK(second.encounter == encounter);
}

TEST_CASE("F9 covers names, and the bar with them", "[journey]")
{
    Desk desk;
    desk.signIn();
    desk.beginScreening();
    desk.person.press(Qt::Key_F9);
    for (const QLabel *label : desk.window.findChildren<QLabel *>())
        CHECK((!label->isVisible() || label->text() == text("Paused")));
    desk.person.press(Qt::Key_F9);
    CHECK(desk.person.reads(text("ERIKSSON, ANNA MARIA")));
}

TEST_CASE("a report into a folder that cannot be written to leaves nothing and says so", "[journey]")
{
    Desk desk;
    desk.signIn();
    desk.person.press(Qt::Key_4, Qt::ControlModifier);
    auto *folder = control<QLineEdit>(desk.window, "Folder");
    folder->setFocus();
    SECTION("not there")
    {
        folder->setText(desk.folder.filePath(text("nowhere")));
        desk.person.press(Qt::Key_Return);
        CHECK(desk.person.reads(text("The report was not written. It is not there any more.")));
    }
    SECTION("read-only")
    {
        const auto disk = mountOrSkip(100);
        if (!disk)
            return;
        disk->makeReadOnly();
        folder->setText(disk->path());
        desk.person.press(Qt::Key_Return);
        CHECK(desk.person.reads(text("The report was not written. The folder cannot be written to.")));
    }
    SECTION("full")
    {
        const auto disk = mountOrSkip(100);
        if (!disk)
            return;
        disk->fill();
        folder->setText(disk->path());
        desk.person.press(Qt::Key_Return);
        CHECK(desk.person.reads(text("The report was not written. The disk is full.")));
        CHECK(QDir(disk->path()).entryList(QDir::Files) == QStringList{text("ballast")});
    }
}

TEST_CASE("a damaged store is said to be one, and is still read", "[journey][SEC-D3]")
{
    const QTemporaryDir place;
    const QString folder = place.filePath(text("store"));
    require(makePost(folder));
    require(store::markDamaged(folder, systemClock().utcNow()));
    MainWindow window(folder, false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    CHECK(person.reads(text("The store is damaged")));
}

TEST_CASE("what the server answers is said in the bar, and the record stays", "[journey]")
{
    struct Case {
        const char *fault;
        const char *sentence;
    };
    const Case one = GENERATE(Case{"always * status 503", "The server has a fault; it is tried again"},
                              Case{"always * html 200", "The network wants a sign-in of its own first"},
                              Case{"always * status 401", "The server refuses this post's access."},
                              Case{"always POST status 400", "1 held back"});
    CAPTURE(one.fault);
    ServerProcess server;
    server.inject(text(one.fault));
    Desk desk(server.baseUrl().toString());
    desk.signIn();
    desk.beginScreening();
    desk.person.press(Qt::Key_7);
    desk.person.press(Qt::Key_F3);
    desk.person.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.person.reads(text("The record is final")));
    CHECK(desk.person.reads(text(one.sentence)));
    CHECK(server.archive().empty());
}
