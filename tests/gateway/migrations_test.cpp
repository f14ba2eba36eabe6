#include "sync/gateway/migrations.h"

#include "gateway/test_database.h"
#include "support/catch.h"

#include <thread>

using namespace amparo;
using namespace amparo::gateway;
using namespace amparo::test;

TEST_CASE("an empty database gets the schema, and one that has it stays as it is", "[gateway]")
{
    TestDatabase database(TestDatabase::Schema::None);
    const auto connection = database.connect();
    CHECK(require(schemaVersion(*connection)) == 0);
    for (int i = 0; i < 2; ++i) {
        require(migrate(*connection, knownMigrations()));
        CHECK(require(schemaVersion(*connection)) == knownMigrations().size());
    }
    CHECK(database.number("SELECT count(*) FROM schema_version") == knownMigrations().size());
}

TEST_CASE("gateways that start at the same time migrate once", "[gateway]")
{
    TestDatabase database(TestDatabase::Schema::None);
    std::vector<std::thread> gateways;
    std::atomic<int> sound = 0;
    for (int i = 0; i < 4; ++i) {
        gateways.emplace_back([&, where = database.where()] {
            auto connection = Connection::open(where);
            sound += connection && migrate(**connection, knownMigrations()) ? 1 : 0;
        });
    }
    for (std::thread &gateway : gateways)
        gateway.join();
    CHECK(sound == 4);
}

TEST_CASE("a step that fails leaves the schema on the version before", "[gateway]")
{
    TestDatabase database;
    const auto connection = database.connect();
    QList<Migration> migrations = knownMigrations();
    const int version = int(migrations.size());
    migrations.append({version + 1, "CREATE TABLE further (id integer); SELECT no_such_function();"});
    CHECK(errorOf(migrate(*connection, migrations)) == ErrorCode::Corrupt);
    CHECK(require(schemaVersion(*connection)) == version);
    CHECK(database.number("SELECT count(*) FROM pg_class WHERE relname = 'further'") == 0);
}

TEST_CASE("a gateway does not touch the schema of a later one", "[gateway]")
{
    TestDatabase database;
    database.execute("INSERT INTO schema_version (version) VALUES (1000)");
    CHECK(errorOf(migrate(*database.connect(), knownMigrations())) == ErrorCode::TooNew);
}

TEST_CASE("months have partitions before they begin", "[gateway]")
{
    TestDatabase database(TestDatabase::Schema::None);
    const auto connection = database.connect();
    require(migrate(*connection, knownMigrations()));
    const auto months = [&] {
        return database.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'record'::regclass");
    };
    CHECK(months() == 1);  // for what fits none
    require(makeMonths(*connection, QDate(2026, 11, 30)));
    CHECK(months() == 4);
    require(makeMonths(*connection, QDate(2026, 12, 31)));
    CHECK(months() == 5);
}
