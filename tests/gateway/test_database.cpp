#include "gateway/test_database.h"

#include "support/catch.h"
#include "sync/gateway/migrations.h"

#include <QCoreApplication>

namespace amparo::test {

namespace {

std::unique_ptr<PostgresCluster> &sharedCluster()
{
    static std::unique_ptr<PostgresCluster> cluster;
    if (!cluster) {
        cluster = require(PostgresCluster::make());
        qAddPostRoutine([] { cluster.reset(); });  // before static objects of Qt go
    }
    return cluster;
}

}  // namespace

TestDatabase::TestDatabase(Schema schema)
{
    static int count = 0;
    m_name = "test" + QByteArray::number(++count);
    require(require(gateway::Connection::open(cluster().connectionString()))
                ->runScript("CREATE DATABASE " + m_name));
    if (schema == Schema::Latest) {
        const auto connection = connect();
        require(gateway::migrate(*connection, gateway::knownMigrations()));
        require(gateway::makeMonths(*connection, QDateTime::currentDateTimeUtc().date()));
    }
}

PostgresCluster &TestDatabase::cluster() const { return *sharedCluster(); }

QByteArray TestDatabase::where() const { return cluster().connectionString(m_name); }

std::unique_ptr<gateway::Connection> TestDatabase::connect() const
{
    return require(gateway::Connection::open(where()));
}

qint64 TestDatabase::number(const char *query) const
{
    const auto rows = require(connect()->run({"number", query}));
    REQUIRE(rows.count() == 1);
    return rows.number(0, 0);
}

void TestDatabase::execute(const QByteArray &script) const { require(connect()->runScript(script)); }

}  // namespace amparo::test
