#include "sync/gateway/config.h"

#include "support/catch.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::gateway;
using namespace amparo::test;

namespace {

Result<Config> configFrom(const QByteArray &json, const QProcessEnvironment &environment = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("config.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    return readConfig(file.fileName(), environment);
}

}  // namespace

TEST_CASE("what the configuration leaves out has a default", "[gateway]")
{
    CHECK(require(configFrom("{}")) == Config());
    CHECK(require(readConfig({}, {})) == Config());
    Config expected;
    expected.listen = {QStringLiteral("::1"), 9000};
    expected.drain = std::chrono::seconds(5);
    CHECK(require(configFrom(R"({"listen": "[::1]:9000", "drain": 5})")) == expected);
}

TEST_CASE("the environment wins over the file", "[gateway]")
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("AMPARO_GATEWAY_DATABASE"), QStringLiteral("host=db password=secret"));
    environment.insert(QStringLiteral("AMPARO_GATEWAY_LISTEN"), QStringLiteral("127.0.0.1:1"));
    const Config config =
        require(configFrom(R"({"database": "host=other", "receiptKey": "/k"})", environment));
    CHECK(config.database == "host=db password=secret");
    CHECK(config.listen.port == 1);
    CHECK(config.receiptKey == QStringLiteral("/k"));
}

TEST_CASE("a configuration with a mistake is not used", "[gateway]")
{
    const QByteArray json =
        GENERATE(as<QByteArray>(), "", "[]", "{\"listne\": \"127.0.0.1:80\"}", "{\"listen\": \"127.0.0.1\"}",
                 "{\"listen\": \":80\"}", "{\"listen\": \"127.0.0.1:99999\"}", "{\"databaseConnections\": 0}",
                 "{\"chunkBytes\": \"many\"}", "{\"idle\": -1}");
    CAPTURE(json);
    CHECK(errorOf(configFrom(json)) == ErrorCode::InvalidInput);
}

TEST_CASE("a configuration that is named has to be there", "[gateway]")
{
    CHECK(errorOf(readConfig(QStringLiteral("/nowhere/config.json"), {})) == ErrorCode::NotFound);
}
