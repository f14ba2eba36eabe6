#include "store/disk_reserve.h"

#include "support/catch.h"
#include "support/small_disk.h"
#include "support/test_store.h"

#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::store;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

/// As much as the test says.
class ChosenSpace final : public DiskSpace {
public:
    explicit ChosenSpace(std::shared_ptr<qint64> bytes) : m_bytes(std::move(bytes)) {}
    qint64 bytesAvailable() const override { return *m_bytes; }

private:
    std::shared_ptr<qint64> m_bytes;
};

constexpr qint64 mega = 1'000'000;

}  // namespace

TEST_CASE("room is low under 500 MB and critical under 50 MB", "[store][SEC-D4]")
{
    struct Row {
        qint64 bytes;
        DiskRoom room;
    };
    const auto row = GENERATE(values<Row>({{501 * mega, DiskRoom::Enough},
                                           {500 * mega, DiskRoom::Enough},
                                           {500 * mega - 1, DiskRoom::Low},
                                           {50 * mega, DiskRoom::Low},
                                           {50 * mega - 1, DiskRoom::Critical},
                                           {0, DiskRoom::Critical}}));
    CAPTURE(row.bytes);
    CHECK(roomFor(row.bytes) == row.room);
}

TEST_CASE("what is free is told of a folder that is there and of one that is yet to be made", "[store][SEC-D4]")
{
    const QTemporaryDir folder;
    CHECK(diskSpaceOf(folder.path())->bytesAvailable() > 0);
    CHECK(diskSpaceOf(folder.filePath(QStringLiteral("not/yet")))->bytesAvailable() > 0);
    CHECK(diskSpaceOf(QString())->bytesAvailable() == -1);
}

TEST_CASE("with critical room no draft is begun, and what has begun is finished", "[store][SEC-D4]")
{
    TestStore store;
    const auto bytes = std::make_shared<qint64>(600 * mega);
    store->setDiskSpace(std::make_unique<ChosenSpace>(bytes));
    const record::Screening draft = store.addDraft();
    *bytes = 49 * mega;
    CHECK(store->diskRoom() == DiskRoom::Critical);
    CHECK(errorOf(store->screenings().create(store.aDraft(), "answers")) == ErrorCode::DiskFull);
    CHECK(store->screenings().saveDraft(draft, "more"));
    CHECK(store->screenings().finalise(test::decided(draft), "<data/>"));
    *bytes = 51 * mega;
    CHECK(store->screenings().create(store.aDraft(), "answers"));
}

TEST_CASE("on a full disk the reserve lets what has begun be finished", "[store][SEC-D4]")
{
    const auto disk = test::SmallDisk::mount(60'000);
    if (!disk) {
        WARN("skipped: this account may not mount a small disk");
        return;
    }
    TestStore store(disk->path() + QStringLiteral("/store-XXXXXX"));
    const auto bytes = std::make_shared<qint64>(600 * mega);
    store->setDiskSpace(std::make_unique<ChosenSpace>(bytes));
    const QString reserve = store.path(QStringLiteral("reserve.amparo"));
    REQUIRE(QFileInfo(reserve).size() == DiskReserve::sizeInBytes);
    const record::Screening draft = store.addDraft();
    disk->fill();
    const QByteArray large(600'000, 'a');  // more than the log has room for
    SECTION("an answer")
    {
        CHECK(store->screenings().saveDraft(draft, large));
        CHECK(require(store->screenings().answers(draft.id)) == large);
    }
    SECTION("a record that becomes final")
    {
        CHECK(store->screenings().finalise(test::decided(draft), large));
        CHECK(require(store->screenings().submission(draft.id)) == large);
    }
    CHECK_FALSE(QFile::exists(reserve));
    // It is made again as soon as there is room.
    REQUIRE(QFile::remove(disk->path() + QStringLiteral("/ballast")));
    CHECK(store->diskRoom() == DiskRoom::Enough);
    CHECK(QFileInfo(reserve).size() == DiskReserve::sizeInBytes);
    CHECK(store->checkIntegrity(Database::Check::Full));
}
