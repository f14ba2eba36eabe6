#include "sync/server_settings.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::sync;
using amparo::test::errorOf;
using amparo::test::require;

TEST_CASE("an app user's token leaves the address and comes back in its place", "[sync]")
{
    const auto settings =
        require(parseServerAddress(QStringLiteral(" https://odk.example.org/v1/key/s3cret/projects/7/ ")));
    CHECK(settings.address == QUrl(QStringLiteral("https://odk.example.org/v1/projects/7")));
    CHECK(std::get<AppUser>(settings.access).token == QStringLiteral("s3cret"));
    CHECK(baseUrl(settings) == QUrl(QStringLiteral("https://odk.example.org/v1/key/s3cret/projects/7")));
}

TEST_CASE("a name and password leave the address", "[sync]")
{
    const auto settings =
        require(parseServerAddress(QStringLiteral("https://ana:p%40ss@kc.example.org/post1")));
    CHECK(settings.address == QUrl(QStringLiteral("https://kc.example.org/post1")));
    CHECK(std::get<Login>(settings.access) == Login{QStringLiteral("ana"), QStringLiteral("p@ss")});
    CHECK(baseUrl(settings) == settings.address);
}

TEST_CASE("only an encrypted address is taken, but on the computer itself", "[sync]")
{
    const auto row = GENERATE(values<std::pair<const char *, bool>>({
        {"https://odk.example.org/v1/projects/7", true},
        {"http://127.0.0.1:8383/v1/projects/7", true},
        {"http://localhost:8383/v1/projects/7", true},
        {"http://odk.example.org/v1/projects/7", false},
        {"http://127.0.0.1.example.org/v1", false},
        {"ftp://odk.example.org", false},
        {"odk.example.org", false},
        {"https://", false},
        {"https://odk.example.org/v1?st=token", false},
        {"", false},
    }));
    CAPTURE(row.first);
    const auto settings = parseServerAddress(QLatin1String(row.first));
    CHECK(errorOf(settings) == (row.second ? std::nullopt : std::optional(ErrorCode::InvalidInput)));
}

TEST_CASE("a relay may be reached in the clear, since nothing goes there that is not sealed",
          "[sync][SEC-S6]")
{
    const QString address = QStringLiteral("http://10.20.0.4:8420");
    CHECK(errorOf(parseServerAddress(address)) == ErrorCode::InvalidInput);
    ServerSettings settings = require(parseServerAddress(address, Protocol::Relay));
    CHECK(settings.protocol == Protocol::Relay);
    CHECK(errorOf(check(settings)) == ErrorCode::InvalidInput);
    settings.trust.receiptKey = QByteArray(32, 'r');
    CHECK(errorOf(check(settings)) == ErrorCode::InvalidInput);
    settings.sealKey = QByteArray(32, 's');
    settings.trust.headquartersKey = QByteArray(32, 'h');
    require(check(settings));
    CHECK(require(serverSettingsFromJson(toJson(settings))) == settings);
    settings.trust.headquartersKey = "short";
    CHECK(errorOf(check(settings)) == ErrorCode::InvalidInput);
}

TEST_CASE("settings survive the store", "[sync]")
{
    const QUrl address(QStringLiteral("https://odk.example.org/v1/projects/7"));
    const auto settings = GENERATE_COPY(values<ServerSettings>({
        {address, {}, QStringLiteral("PE-DES-01")},
        {address, AppUser{QStringLiteral("s3cret")}, {}},
        {address, Login{QStringLiteral("josé"), QStringLiteral("\"ñ")}, QStringLiteral("PE-DES-01")},
        {address, AppUser{QStringLiteral("s3cret")}, {}, Protocol::Thin},
        {address, {}, {}, Protocol::OpenRosa, {Proxy::Kind::None, {}, 0, {}}},
        {address,
         {},
         {},
         Protocol::OpenRosa,
         {Proxy::Kind::Socks5, QStringLiteral("gate"), 65535,
          Login{QStringLiteral("ana"), QStringLiteral("x")}}},
        {address,
         {},
         {},
         Protocol::Thin,
         {},
         {"PEM", {"\x01\xff", QByteArray(32, 'p')}, "certificate", "key", QByteArray(32, 'r')}},
    }));
    CHECK(require(serverSettingsFromJson(toJson(settings))) == settings);
}

TEST_CASE("settings that name no protocol are OpenRosa's, by the system's proxy", "[sync]")
{
    const auto settings = require(serverSettingsFromJson(R"({"address":"https://a.example","device":"d"})"));
    CHECK(settings.protocol == Protocol::OpenRosa);
    CHECK(settings.proxy == Proxy());
    CHECK(settings.trust == Trust());
}

TEST_CASE("[SEC-S7] settings that could cut the post off or would not be heeded are refused", "[sync]")
{
    const QByteArray pin(32, 'p');
    const auto wrong = GENERATE_COPY(values<std::pair<Proxy, Trust>>({
        {{Proxy::Kind::Http, {}, 8080, {}}, {}},
        {{Proxy::Kind::Socks5, QStringLiteral("gate"), 0, {}}, {}},
        {{}, {{}, {pin}, {}, {}, {}}},
        {{}, {{}, {pin, "short"}, {}, {}, {}}},
        {{}, {"no PEM", {}, {}, {}, {}}},
        {{}, {{}, {}, {}, "key", {}}},
        {{}, {{}, {}, {}, {}, "short"}},
    }));
    ServerSettings settings{QUrl(QStringLiteral("https://odk.example.org")), {}, {}};
    CHECK(check(settings));
    settings.proxy = wrong.first;
    settings.trust = wrong.second;
    CHECK(errorOf(check(settings)) == ErrorCode::InvalidInput);
}

TEST_CASE("other bytes are no settings", "[sync]")
{
    const auto bytes =
        GENERATE(as<QByteArray>(), "", "{}", "[1]", "{\"address\":1,\"device\":\"\"}", "\xff",
                 R"({"address":"https://a.example","device":"d","protocol":"smoke"})",
                 R"({"address":"https://a.example","device":"d","proxy":{"kind":"smoke"}})",
                 R"({"address":"https://a.example","device":"d","proxy":{"kind":"http","port":70000}})");
    CHECK(errorOf(serverSettingsFromJson(bytes)) == ErrorCode::Corrupt);
}

TEST_CASE("the key to seal to is kept, and what is no key is never read as none", "[sync][SEC-S6]")
{
    ServerSettings settings = require(parseServerAddress(QStringLiteral("https://gateway.example.org")));
    settings.sealKey = QByteArray(32, 'k');
    require(check(settings));
    CHECK(require(serverSettingsFromJson(toJson(settings))) == settings);
    settings.sealKey.chop(1);
    CHECK(errorOf(check(settings)) == ErrorCode::InvalidInput);
    const auto wrong = GENERATE(as<QByteArray>(), R"("sealTo":"")", R"("sealTo":"?")", R"("sealTo":7)");
    CHECK(errorOf(serverSettingsFromJson(R"({"address":"https://a.example","device":"d",)" + wrong + '}')) ==
          ErrorCode::Corrupt);
}
