#include "base/owner_only.h"

#include "support/catch.h"
#include "support/owner_rights.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace amparo;
using test::isOwnersAlone;

TEST_CASE("what is made for its owner is nobody else's", "[base]")
{
    const QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("above/own"));
    REQUIRE(makeOwnFolder(folder));
    CHECK(isOwnersAlone(folder));
    const QString path = folder + QStringLiteral("/file");
    REQUIRE(makeOwnFile(path));
    CHECK(isOwnersAlone(path));

    SECTION("a second file does not take its place") { CHECK_FALSE(makeOwnFile(path)); }
    SECTION("a folder that was there stays as it is shared")
    {
        const QString shared = place.filePath(QStringLiteral("shared"));
        REQUIRE(QDir().mkpath(shared));
        const auto before = QFileInfo(shared).permissions();
        CHECK(makeOwnFolder(shared));
        CHECK(QFileInfo(shared).permissions() == before);
        CHECK(keepToOwner(shared));
        CHECK(isOwnersAlone(shared));
    }
    SECTION("without a folder there is no file")
    {
        const auto made = makeOwnFile(place.filePath(QStringLiteral("nowhere/file")));
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::NotFound);
    }
}
