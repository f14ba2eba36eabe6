// What the page Today says of the store, and to whom.
#include "app/desktop/today/store_notices.h"

#include "app/desktop/today/today_page.h"
#include "app/desktop/widgets/finding.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/samples.h"

#include <QFile>

#include <algorithm>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::Role;

namespace {

QStringList notices(QWidget &page)
{
    QStringList sentences;
    const auto findings = page.findChild<StoreNotices *>()->findChildren<Finding *>();
    for (const Finding *finding : findings) {
        if (finding->isVisible())
            sentences.append(finding->sentence());
    }
    return sentences;
}

bool tells(QWidget &page, const char *words)
{
    return eventually([&] { return notices(page).join(u' ').contains(QString::fromUtf8(words)); });
}

/// Does it in the store's thread, and waits.
template <class Job> void in(app::Post &post, Job job)
{
    bool isDone = false;
    QObject receiver;
    post.store().run(&receiver, job, [&](const Result<> &done) {
        require(done);
        isDone = true;
    });
    REQUIRE(eventually([&] { return isDone; }));
}

/// Until the store's thread has answered what was asked of it before.
void settle(app::Post &post)
{
    in(post, [](store::Store &) { return Result<>(); });
    QCoreApplication::processEvents();
}

std::unique_ptr<app::Post> opened(const OpenPost &post, const char *login)
{
    std::unique_ptr<app::Post> again;
    QObject receiver;
    app::Post::open(&receiver, post.folder(), QString::fromUtf8(login), aPassphrase(), post.clock,
                    [&](Result<std::unique_ptr<app::Post>> result) { again = require(std::move(result)); });
    REQUIRE(eventually([&] { return again != nullptr; }));
    return again;
}

}  // namespace

TEST_CASE("a store that was set back is told to everybody for a week", "[desktop][SEC-D5]")
{
    OpenPost first(OpenPost::Forms::None, Role::Officer);
    first.take().reset();
    const QString database = first.folder() + QStringLiteral("/store.amparo");
    const QString older = first.folder() + QStringLiteral("/older");
    REQUIRE(QFile::copy(database, older));
    opened(first, "rosa").reset();
    REQUIRE(QFile::remove(database));
    REQUIRE(QFile::rename(older, database));

    const char *login = GENERATE("rosa", "lead", "admin");
    opened(first, "rosa").reset();  // who is the first need not be the one who knows what to do
    const auto post = opened(first, login);
    TodayPage page(*post);
    activate(page);
    CHECK(tells(page, "this store had been set back to an older copy"));
    CHECK(tells(page, "tell headquarters and IT support today"));
    first.clock.advance(std::chrono::hours(8 * 24));
    page.hide();
    page.show();
    CHECK(eventually([&] { return !notices(page).join(u' ').contains(QStringLiteral("set back")); }));
}

TEST_CASE("a removed account calls for a new key, told to those who can change it", "[desktop][SEC-K8]")
{
    OpenPost post(OpenPost::Forms::None, Role::Administrator);
    in(*post, [](store::Store &store) {
        const record::Officer gone{OfficerId::create(), QStringLiteral("jose"), QStringLiteral("José"),
                                   Role::Officer};
        return store.addOfficer(gone, aPassphrase()).and_then([&] { return store.removeOfficer(gone.id); });
    });
    {
        TodayPage page(*post);
        activate(page);
        CHECK(tells(page, "change the store's key"));
        in(*post, [](store::Store &store) {
            return store.beginKeyRotation().and_then(
                [&](store::StoreCopy &&copy) { return store.finishKeyRotation(std::move(copy)); });
        });
        page.hide();
        page.show();
        CHECK(eventually([&] { return !notices(page).join(u' ').contains(QStringLiteral("key")); }));
    }
}

TEST_CASE("officers are not asked to change keys or mind backups", "[desktop][SEC-A1]")
{
    OpenPost post(OpenPost::Forms::None, Role::Administrator);
    in(*post, [](store::Store &store) {
        const record::Officer gone{OfficerId::create(), QStringLiteral("jose"), QStringLiteral("José"),
                                   Role::Officer};
        const record::Officer stays{OfficerId::create(), QStringLiteral("pia"), QStringLiteral("Pía"),
                                    Role::Officer};
        return store.addOfficer(gone, aPassphrase())
            .and_then([&] { return store.addOfficer(stays, aPassphrase()); })
            .and_then([&] { return store.removeOfficer(gone.id); });
    });
    post.take().reset();
    const auto officer = opened(post, "pia");
    TodayPage page(*officer);
    activate(page);
    settle(*officer);
    CHECK(notices(page).isEmpty());
}

TEST_CASE("a backup that is not there is told with why, and since when", "[desktop][SEC-D6]")
{
    OpenPost post(OpenPost::Forms::None, Role::Administrator);
    QTemporaryDir disk(quickFolder());
    TodayPage page(*post);
    activate(page);
    CHECK(tells(page, "No backup is made by itself"));
    const auto schedule = [&](const QString &folder) {
        in(*post, [folder](store::Store &store) {
            return store.setBackupSchedule({folder, std::chrono::hours(24)});
        });
    };

    SECTION("the disk is not plugged in")
    {
        schedule(disk.path() + QStringLiteral("/away"));
        post->upkeep().run();
        CHECK(tells(page, "The backup that is due was not made."));
        CHECK(tells(page, "Plug in its disk"));
        CHECK(tells(page, "There is none yet."));
    }
    SECTION("made, then long none")
    {
        schedule(disk.path());
        post->upkeep().run();
        CHECK(eventually([&] { return post->upkeep().status().hasBackedUp; }));
        CHECK(eventually([&] { return notices(page).isEmpty(); }));
        post.clock.advance(std::chrono::hours(47));
        page.hide();
        page.show();
        settle(*post);
        CHECK(notices(page).isEmpty());
        post.clock.advance(std::chrono::hours(2));
        page.hide();
        page.show();
        CHECK(tells(page, "A backup is overdue. The last is of"));
    }
}
