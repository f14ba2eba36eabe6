#include "crypto/digest.h"
#include "crypto/random.h"
#include "store/database.h"
#include "store/migrations.h"

#include "support/catch.h"
#include "support/samples.h"

#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::store;
using test::errorOf;
using test::require;

namespace {

struct Empty {
    QTemporaryDir folder{test::quickFolder()};
    std::unique_ptr<Database> database = require(Database::open(
        folder.filePath(QStringLiteral("empty.db")), crypto::randomSecret(32), Database::Mode::Create));

    qint64 version() { return require(database->value<qint64>("PRAGMA user_version")); }

    /// Every table, index and trigger as the schema writes it.
    QStringList schema()
    {
        return require(
            database->all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
                          [](const Row &row) { return row.get<QString>(0); }));
    }
};

const QList<Migration> twoSteps{{1, "CREATE TABLE a (x INTEGER) STRICT;"},
                                {2, "CREATE TABLE b (x INTEGER) STRICT;"}};

}  // namespace

TEST_CASE("a store of any earlier version is brought to the same schema as a new one", "[store]")
{
    const auto migrations = knownMigrations();
    REQUIRE_FALSE(migrations.isEmpty());
    Empty fresh;
    require(migrate(*fresh.database, migrations));
    CHECK(fresh.version() == migrations.size());

    for (int earlier = 0; earlier <= migrations.size(); ++earlier) {
        CAPTURE(earlier);
        Empty old;
        require(migrate(*old.database, migrations.first(earlier)));
        CHECK(old.version() == earlier);
        require(migrate(*old.database, migrations));
        CHECK(old.schema() == fresh.schema());
        CHECK(old.version() == migrations.size());
    }
}

TEST_CASE("a migration that has been released never changes", "[store]")
{
    // BLAKE2b-256 of each file. A release adds its line; a line that is here stays.
    const QByteArrayList released{
        "81306bc57a3a34b52f5671fd63910aa28417a847e74fab0bf2dc6b67302da7e8",  // 0001_first_store.sql
    };
    const auto migrations = knownMigrations();
    REQUIRE(migrations.size() >= released.size());
    for (int i = 0; i < released.size(); ++i) {
        CAPTURE(i + 1);
        CHECK(crypto::digest(migrations.at(i).script).toHex() == released.at(i));
    }
}

TEST_CASE("a store of a newer program is refused and left alone", "[store]")
{
    Empty store;
    require(migrate(*store.database, twoSteps));
    CHECK(errorOf(migrate(*store.database, twoSteps.first(1))) == ErrorCode::TooNew);
    CHECK(store.version() == 2);
}

TEST_CASE("a step that fails leaves the version before it, whole", "[store]")
{
    Empty store;
    QList<Migration> broken = twoSteps;
    broken[1].script += "CREATE TABLE a (x INTEGER) STRICT;";  // there is one
    CHECK_FALSE(migrate(*store.database, broken).has_value());
    CHECK(store.version() == 1);
    CHECK(store.schema() == QStringList{QStringLiteral("CREATE TABLE a (x INTEGER) STRICT")});
    require(migrate(*store.database, twoSteps));
    CHECK(store.version() == 2);
}

TEST_CASE("every table keeps its types strictly", "[store]")
{
    Empty store;
    require(migrate(*store.database, knownMigrations()));
    const auto lax =
        require(store.database->all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
                                    " AND name NOT LIKE 'sqlite_%'",
                                    [](const Row &row) { return row.get<QString>(0); }));
    CHECK(lax == QStringList{});
}
