// To whom the transport shows a record or a secret, against the strict server.

#include "sync/openrosa/openrosa_transport.h"

#include "support/openssl_tool.h"
#include "sync/openrosa/transport_field.h"

#include <QTcpServer>

using namespace amparo;
using namespace amparo::openrosa::strict;
using amparo::openrosa::OpenRosaTransport;

TEST_CASE("with a name and a password records go one after the other", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("digest"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());
    settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
    OpenRosaTransport transport(settings, field.clock, 1s);
    REQUIRE(std::holds_alternative<Accepted>(send(transport, aParcel())));
    CHECK(transport.room() == 1);
}

TEST_CASE("[SEC-S7] a preflight that points to another host does not take the record there", "[openrosa]")
{
    QTcpServer elsewhere;
    REQUIRE(elsewhere.listen(QHostAddress(QStringLiteral("127.0.0.2"))));
    Field field;
    field.server.inject(
        QStringLiteral("HEAD relocate http://127.0.0.2:%1/submission").arg(elsewhere.serverPort()));
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    CHECK_FALSE(elsewhere.hasPendingConnections());
    CHECK(field.server.archive().size() == 1);
}

TEST_CASE("[SEC-S7] a certificate that proves nothing is never accepted", "[openrosa]")
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    test::openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    Field field({QStringLiteral("--certificate"), certificate, QStringLiteral("--key"), key});
    CHECK(probe(field.transport) == Unsent{Trouble::Untrusted, Scope::Server});
    CHECK(troubleOf(send(field.transport, aParcel())) == std::pair(Trouble::Untrusted, Scope::Server));
    CHECK(field.server.requests().isEmpty());
}

TEST_CASE("a name and password sign in by Digest, once for both requests", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("digest"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());

    SECTION("with the right password")
    {
        settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(std::holds_alternative<Accepted>(send(transport, aParcel())));
        CHECK(eventually([&] { return field.server.requests().size() == 3; }));
        CHECK(field.server.count(QStringLiteral("HEAD"), 401) == 1);
        CHECK(field.server.count(QStringLiteral("POST"), 201) == 1);
    }
    SECTION("and not with a wrong one")
    {
        settings.access = Login{QStringLiteral("ana"), QStringLiteral("clave")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(troubleOf(send(transport, aParcel())) == std::pair(Trouble::SignIn, Scope::Server));
        CHECK(eventually([&] { return field.server.count(QStringLiteral("HEAD"), 401) == 2; }));
    }
    SECTION("and not without")
    {
        CHECK(probe(field.transport) == Unsent{Trouble::SignIn, Scope::Server, 401});
    }
}

TEST_CASE("[SEC-S7] Basic is not spoken over a link in clear", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("basic"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());
    settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
    OpenRosaTransport transport(settings, field.clock);
    CHECK(probe(transport) == Unsent{Trouble::SignIn, Scope::Server, 401});
    REQUIRE(eventually([&] { return field.server.requests().size() == 1; }));
    CHECK_FALSE(field.server.requests().first()[QLatin1String("authorization")].toBool());
}

TEST_CASE("a wrong token is a matter of signing in, a wrong address is not", "[openrosa]")
{
    Field field;
    ServerSettings settings = settingsFor(field.server.baseUrl());
    SECTION("token")
    {
        settings.access = AppUser{QStringLiteral("stolen")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(probe(transport) == Unsent{Trouble::SignIn, Scope::Server, 403});
    }
    SECTION("address")
    {
        settings.address.setPath(QStringLiteral("/somewhere"));
        settings.access = {};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(probe(transport) == Unsent{Trouble::WrongAddress, Scope::Server, 404});
    }
}
