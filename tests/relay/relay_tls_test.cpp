// A relay with a certificate: who is let in, and whom lanes believe.

#include "relay/workstation.h"
#include "support/files.h"
#include "support/openssl_tool.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace amparo;
using namespace amparo::test;
using Which = Workstation::Which;

namespace {

/// A certificate for this computer that vouches for itself, and its key.
relay::RelaySettings withCertificate()
{
    const QTemporaryDir folder;
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
             QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
             QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
             QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    QTcpServer free;
    REQUIRE(free.listen(QHostAddress::LocalHost));
    return {QStringLiteral("127.0.0.1"), free.serverPort(), contentOf(certificate), contentOf(key)};
}

}  // namespace

TEST_CASE("[SEC-S7] lanes reach a relay by TLS, and believe the certificate that their enrolment names",
          "[relay]")
{
    Workstation relay(Which::Relay);
    Workstation lane(Which::LaneOne);
    relay.becomeRelay(withCertificate());
    sync::ServerSettings server = relay.enrol(QStringLiteral("Lane 1")).server;
    REQUIRE(server.address.scheme() == QStringLiteral("https"));

    SECTION("the relay's own")
    {
        lane.setServer(server);
        relay.open();
        lane.open();
        REQUIRE(eventually([&] { return lane.counts().atRelay == Workstation::records; }));
        CHECK(relay.counted() == 2 * Workstation::records);
    }
    SECTION("another, or those of the system")
    {
        server.trust.authorities = GENERATE(true, false) ? withCertificate().certificate : QByteArray();
        lane.setServer(server);
        relay.open();
        lane.open();
        REQUIRE(eventually([&] { return lane.status().lastTrouble.has_value(); }));
        CHECK(lane.status().lastTrouble == sync::Trouble::Untrusted);
        const auto counts = lane.counts();
        CHECK(counts.queued + counts.sending == Workstation::records);
        CHECK(relay.counted() == Workstation::records);
    }
    SECTION("who speaks without TLS hears nothing")
    {
        relay.open();
        QTcpSocket plain;
        plain.connectToHost(QHostAddress(QHostAddress::LocalHost), relay.port());
        plain.write("GET /v1/hello HTTP/1.1\r\nHost: relay\r\n\r\n");
        REQUIRE(eventually([&] { return plain.state() == QTcpSocket::UnconnectedState; }));
        CHECK_FALSE(plain.readAll().contains("HTTP"));
    }
}
