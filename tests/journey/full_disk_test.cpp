// What officers meet where the store's disk has no room: nothing that was answered is lost.
#include "app/desktop/today/today_page.h"
#include "app/desktop/workplace.h"
#include "desktop/modal.h"
#include "journey/mount_or_skip.h"
#include "journey/person.h"
#include "store/disk_reserve.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/samples.h"
#include "support/text.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPushButton>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// On a small disk; what else lies there is the test's to choose.
struct SmallDesk {
    static constexpr int sizeInKiB = 120'000;

    explicit SmallDesk(const SmallDisk &disk)
        : ballast(QDir(disk.path()).filePath(text("ballast"))),
          folder(QDir(disk.path()).filePath(text("store")))
    {
        require(makePost(folder));
    }

    /// Leaves this much, in bytes.
    void leaveRoom(qint64 bytes)
    {
        makeRoom();
        const qint64 free = store::diskSpaceOf(folder)->bytesAvailable();
        QFile file(ballast);
        REQUIRE(file.open(QIODevice::WriteOnly));
        const QByteArray block(1'000'000, 'x');
        for (qint64 left = free - bytes; left > 0; left -= block.size())
            REQUIRE(file.write(block) == block.size());
    }
    void makeRoom() { QFile::remove(ballast); }

    QString ballast;
    QString folder;
};

}  // namespace

TEST_CASE("on a full disk the answer stays on the screen and is saved once there is space", "[journey]")
{
    const auto disk = mountOrSkip(SmallDesk::sizeInKiB);
    if (!disk)
        return;
    SmallDesk desk(*disk);
    MainWindow window(desk.folder, false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    person.scan(specimenPassport());
    REQUIRE(person.reads(text("ERIKSSON, ANNA MARIA")));
    person.press(Qt::Key_3);
    REQUIRE(person.reads(text("Draft saved")));
    // What is kept for this has been spent already.
    REQUIRE(QFile::remove(QDir(desk.folder).filePath(text("reserve.amparo"))));
    disk->fill();
    // What the log of the database has in reserve takes a few answers.
    for (int i = 0; i < 60 && !person.shows(text("not saved yet")); ++i)
        person.press(Qt::Key_2);
    CHECK(person.reads(text("The last answer is not saved yet.")));
    const int signs = person.signCount();
    person.press(Qt::Key_1, Qt::ControlModifier);
    auto *drafts = control<QListWidget>(window, "Drafts");
    REQUIRE(eventually([&] { return drafts->count() == 1; }));
    drafts->setFocus();
    drafts->setCurrentRow(0);
    person.press(Qt::Key_Return);
    REQUIRE(person.sees([&] { return person.screening().isVisible(); }));
    CHECK(person.signCount() == signs);  // not what the store has of it

    desk.makeRoom();
    CHECK(person.reads(text("Draft saved")));
    CHECK(person.signCount() == signs);
}

TEST_CASE("with little room on the disk nothing new is begun, and it says why", "[journey][SEC-D4]")
{
    const auto disk = mountOrSkip(SmallDesk::sizeInKiB);
    if (!disk)
        return;
    SmallDesk desk(*disk);
    desk.leaveRoom(30'000'000);
    MainWindow window(desk.folder, false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    person.scan(specimenPassport());
    auto *today = window.findChild<TodayPage *>();
    CHECK(person.sees([&] { return says(*today, "The disk is nearly full"); }));
    CHECK_FALSE(person.screening().interview());
}

TEST_CASE("answers that the store does not take outlast a lock, and are saved once there is room",
          "[journey][SEC-A5][SEC-D4]")
{
    const auto disk = mountOrSkip(SmallDesk::sizeInKiB);
    if (!disk)
        return;
    SmallDesk desk(*disk);
    MainWindow window(desk.folder, false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    desk.leaveRoom(30'000'000);  // the minute until somebody looks has not passed
    person.scan(specimenPassport());
    REQUIRE(person.reads(text("ERIKSSON, ANNA MARIA")));
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_2, Qt::Key_3})
        person.press(key);
    REQUIRE(person.reads(text("The last answer is not saved yet.")));
    CHECK(person.reads(text("The disk is nearly full")));  // at once, not with the minute
    const int signs = person.signCount();
    const ScreeningId id = person.screening().interview()->screening().id;
    const auto lockAndReturn = [&] {
        person.press(Qt::Key_L, Qt::ControlModifier);
        REQUIRE(person.sees([&] { return !window.workplace(); }));
        const bool waits = person.shows(text("they wait, sealed, in this computer's memory"));
        REQUIRE(person.signIn());
        REQUIRE(person.sees([&] { return person.screening().interview() != nullptr; }));
        CHECK(person.screening().interview()->screening().id == id);
        CHECK(person.signCount() == signs);
        return waits;
    };
    CHECK(lockAndReturn());
    CHECK(person.reads(text("The last answer is not saved yet.")));
    CHECK(lockAndReturn());

    desk.makeRoom();
    CHECK(person.reads(text("Draft saved")));
    CHECK_FALSE(lockAndReturn());  // from the store
    CHECK(person.reads(text("Draft saved")));
}

TEST_CASE("who would lose answers by leaving is asked first", "[journey][SEC-D4]")
{
    const auto disk = mountOrSkip(SmallDesk::sizeInKiB);
    if (!disk)
        return;
    SmallDesk desk(*disk);
    MainWindow window(desk.folder, false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    desk.leaveRoom(30'000'000);
    person.scan(specimenPassport());
    REQUIRE(person.reads(text("The last answer is not saved yet.")));

    const bool closes = GENERATE(true, false);
    const auto goAway = [&] {
        if (closes)
            window.close();
        else
            Q_EMIT window.workplace()->signOutRequested();
        return modal();
    };
    const auto isGone = [&] { return closes ? !window.isVisible() : !window.workplace(); };
    QDialog *question = goAway();
    control<QPushButton>(*question, "Stay")->click();
    REQUIRE(eventually([] { return !QApplication::activeModalWidget(); }));
    CHECK_FALSE(isGone());
    SECTION("and leaves without them")
    {
        control<QPushButton>(*goAway(), "Leave without them")->click();
        CHECK(person.sees(isGone));
    }
    SECTION("and not when they have been saved meanwhile")
    {
        desk.makeRoom();
        REQUIRE(person.reads(text("Draft saved")));
        closes ? void(window.close()) : Q_EMIT window.workplace()->signOutRequested();
        CHECK(person.sees(isGone));
    }
    SECTION("and the question goes with a lock that asks nothing")
    {
        goAway();
        window.lock(app::LockReason::Idle);
        CHECK(person.sees([&] { return !window.workplace() && !QApplication::activeModalWidget(); }));
        window.close();  // they wait in memory for who comes back
        control<QPushButton>(*modal(), "Stay")->click();
        REQUIRE(eventually([] { return !QApplication::activeModalWidget(); }));
        REQUIRE(person.signIn());
        REQUIRE(person.sees([&] { return person.screening().interview() != nullptr; }));
    }
}
