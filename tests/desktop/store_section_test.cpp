// How the store fares, in the window: the full check, and damage.
#include "app/desktop/administration/store_section.h"

#include "desktop/section.h"
#include "support/samples.h"

#include <QFile>
#include <QLabel>
#include <QProgressBar>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using store::Store;

namespace {

using StoreCare = OpenSection<StoreSection>;

/// Pages that nothing reads when the store is opened: the first name of all is none that a search for another
/// meets.
void addPages(StoreCare &care, int megabytes)
{
    require(care.ask([megabytes](Store &store) {
        return store.settings().set(QStringLiteral("a-large-one"), QByteArray(megabytes * 1024 * 1024, 'x'));
    }));
}

}  // namespace

TEST_CASE("the window tells which store this is and how large", "[desktop][SEC-D5]")
{
    StoreCare care;
    const auto fact = [&](const char *name) { return care.part<QLabel>(name)->text(); };
    CHECK(eventually([&] { return !fact("Size of the store:").isEmpty(); }));
    CHECK_FALSE(fact("Free on its disk:").isEmpty());
    CHECK(fact("This life of the store:").endsWith(QStringLiteral("when it was made.")));
    const auto generation = require(care.ask([](Store &store) { return store.generation(); }));
    CHECK(fact("Its number:") == generation.toText());
    const auto head = require(care.ask([](Store &store) { return store.audit().head(); }));
    CHECK(fact("Last entry of the audit log:") ==
          QStringLiteral("%1, %2").arg(head.sequence).arg(QString::fromLatin1(head.hash.toHex().first(16))));
}

TEST_CASE("the full check says that a sound store is sound", "[desktop][SEC-D3]")
{
    StoreCare care;
    auto *begin = care.part<QPushButton>("Check everything");
    begin->setFocus();
    press(*care.section, Qt::Key_Space);
    CHECK_FALSE(begin->isEnabled());
    CHECK(care.says("The store is sound: every page, every table, every index."));
    CHECK(begin->isEnabled());
    CHECK_FALSE(care.part<QProgressBar>("Progress")->isVisible());
}

TEST_CASE("the full check can be stopped and begun again", "[desktop][SEC-D3]")
{
    StoreCare care;
    addPages(care, 12);
    care.click("Check everything");
    care.click("Stop");
    CHECK(care.says("Stopped before the end: up to there nothing was wrong."));
    care.click("Check everything");
    CHECK(care.says("The store is sound"));
}

TEST_CASE("damage is told with what to do, and the store is only read from then on", "[desktop][SEC-D3]")
{
    StoreCare care;
    addPages(care, 1);
    care.section.reset();
    care.post.take().reset();
    QFile database(care.post.folder() + QStringLiteral("/store.amparo"));
    REQUIRE(database.open(QIODevice::ReadWrite));
    REQUIRE(database.seek(database.size() - 100 * 4096 + 100));
    REQUIRE(database.write("damaged") == 7);
    database.close();
    care.post.open();
    care.show();
    care.click("Check everything");
    CHECK(care.says("The store is damaged. Change nothing and call IT support now"));
    CHECK(eventually([&] { return care.post->health().isDamaged; }));
    CHECK(care.says("amparoctl store salvage"));
}
