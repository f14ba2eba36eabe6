// HTTP over real sockets of this computer, against servers and proxies that the test stands up.

#include "sync/http_network.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "support/files.h"
#include "support/openssl_tool.h"
#include "sync/small_proxy.h"

#include <QNetworkReply>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::contentOf;
using amparo::test::errorOf;
using amparo::test::eventually;
using amparo::test::openssl;

namespace {

/// A certificate that vouches for itself, and its key.
struct Identity {
    explicit Identity(const QStringList &newKey = {QStringLiteral("rsa:2048")})
    {
        REQUIRE(folder.isValid());
        openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey")} +
                newKey +
                QStringList{QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                            QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                            QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                            QStringLiteral("-keyout"), keyFile, QStringLiteral("-out"), certificateFile});
    }
    QByteArray certificate() const { return contentOf(certificateFile); }
    QByteArray key() const { return contentOf(keyFile); }

    /// As people make a pin (RFC 7469, appendix A).
    QByteArray pin() const
    {
        const QString publicKey = folder.filePath(QStringLiteral("public.pem"));
        const QString der = folder.filePath(QStringLiteral("public.der"));
        const QString digest = folder.filePath(QStringLiteral("digest"));
        openssl({QStringLiteral("x509"), QStringLiteral("-in"), certificateFile, QStringLiteral("-pubkey"),
                 QStringLiteral("-noout"), QStringLiteral("-out"), publicKey});
        openssl({QStringLiteral("pkey"), QStringLiteral("-pubin"), QStringLiteral("-in"), publicKey,
                 QStringLiteral("-outform"), QStringLiteral("der"), QStringLiteral("-out"), der});
        openssl({QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-binary"),
                 QStringLiteral("-out"), digest, der});
        return contentOf(digest);
    }

    QTemporaryDir folder;
    QString keyFile = folder.filePath(QStringLiteral("key.pem"));
    QString certificateFile = folder.filePath(QStringLiteral("certificate.pem"));
};

/// Answers 204 to whatever it is asked, each time on a connection of its own, and keeps what it heard.
struct Heard {
    explicit Heard(QTcpServer &server)
    {
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this, &server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                serve(socket);
        });
        REQUIRE(server.listen(QHostAddress::LocalHost));
    }
    void serve(QTcpSocket *socket)
    {
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, socket, got = QByteArray()]() mutable {
                             got += socket->readAll();
                             if (!got.contains("\r\n\r\n"))
                                 return;
                             requests.append(got);
                             socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                             socket->disconnectFromHost();
                         });
    }
    QList<QByteArray> requests;
};

void serveTls(QSslServer &server, const Identity &identity, const QByteArray &clientAuthority = {})
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(identity.certificate()));
    QSslKey key(identity.key(), QSsl::Rsa);
    tls.setPrivateKey(key.isNull() ? QSslKey(identity.key(), QSsl::Ec) : key);
    if (clientAuthority.isEmpty()) {
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    } else {
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates({QSslCertificate(clientAuthority)});
    }
    server.setSslConfiguration(tls);
}

/// OpenSSL's own server, whose page says of each connection how it began. It closes after each answer.
class SessionServer {
public:
    SessionServer(const Identity &identity, const QString &version)
    {
        m_process.start(QStringLiteral("openssl"),
                        {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
                         QStringLiteral("-cert"), identity.certificateFile, QStringLiteral("-key"),
                         identity.keyFile, QStringLiteral("-www"), version});
        QByteArray said;
        REQUIRE(eventually([&] {
            m_process.waitForReadyRead(10);
            said += m_process.readAllStandardOutput();
            return said.contains("ACCEPT 127.0.0.1:") && said.endsWith('\n');
        }));
        const qsizetype at = said.lastIndexOf(':') + 1;
        m_url = QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(said.sliced(at).trimmed().toInt()));
    }
    ~SessionServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// "New" or "Reused".
    QByteArray handshake(HttpNetwork &network) const
    {
        QNetworkReply *reply = network.send("GET", network.requestTo(m_url));
        QByteArray page;
        REQUIRE(eventually([&] {
            if (reply->isReadable())
                page += reply->readAll();
            return page.contains("</HTML>") || reply->isFinished();
        }));
        reply->abort();  // the server waits for that
        reply->deleteLater();
        const qsizetype at = page.indexOf(", TLSv1");
        REQUIRE(at > 0);
        return page.first(at).split('\n').last();
    }

private:
    QProcess m_process;
    QUrl m_url;
};

/// What a GET there comes to: nullopt when it is answered.
std::optional<Unsent> get(HttpNetwork &network, const QUrl &url)
{
    QNetworkReply *reply = network.send("GET", network.requestTo(url));
    REQUIRE(eventually([&] { return reply->isFinished(); }));
    std::optional<Unsent> trouble;
    if (!HttpNetwork::isAnswered(*reply))
        trouble = HttpNetwork::unanswered(*reply, false);
    reply->deleteLater();
    return trouble;
}

QUrl urlOf(const QTcpServer &server, const QString &scheme)
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/here").arg(scheme).arg(server.serverPort()));
}

ServerSettings direct()
{
    ServerSettings settings;
    settings.proxy.kind = Proxy::Kind::None;
    return settings;
}

}  // namespace

TEST_CASE("[SEC-S7] authorities of the settings stand in the place of the system's", "[sync]")
{
    const Identity identity;
    const Identity other;
    QSslServer server;
    serveTls(server, identity);
    Heard heard(server);
    ServerSettings settings = direct();

    SECTION("those that vouch for the server")
    {
        settings.trust.authorities = other.certificate() + identity.certificate();
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == std::nullopt);
        CHECK(heard.requests.size() == 1);
    }
    SECTION("others")
    {
        settings.trust.authorities = other.certificate();
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == Unsent{Trouble::Untrusted});
        CHECK(heard.requests.isEmpty());
    }
}

TEST_CASE("[SEC-S7] a server whose key is not pinned is told nothing, whoever vouches for it", "[sync]")
{
    const Identity identity(GENERATE(QStringList{QStringLiteral("rsa:2048")},
                                     QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                                 QStringLiteral("ec_paramgen_curve:prime256v1")}));
    QSslServer server;
    serveTls(server, identity);
    Heard heard(server);
    ServerSettings settings = direct();
    settings.trust.authorities = identity.certificate();
    const QByteArray unknown(32, 'x');

    SECTION("its key, or the next one's")
    {
        settings.trust.pins = {unknown, identity.pin()};
        REQUIRE(check(settings));
        HttpNetwork network(settings, 5s);
        for (int connection = 1; connection <= 3; ++connection) {
            CHECK(get(network, urlOf(server, QStringLiteral("https"))) == std::nullopt);
            CHECK(heard.requests.size() == connection);
        }
    }
    SECTION("none of them")
    {
        settings.trust.pins = {unknown, QByteArray(32, 'y')};
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == Unsent{Trouble::Untrusted});
        CHECK(heard.requests.isEmpty());
    }
}

TEST_CASE("[SEC-S7] a server that asks for a certificate is shown the post's", "[sync]")
{
    const Identity identity;
    const Identity post;
    QSslServer server;
    serveTls(server, identity, post.certificate());
    Heard heard(server);
    ServerSettings settings = direct();
    settings.trust.authorities = identity.certificate();

    SECTION("with it")
    {
        settings.trust.clientCertificate = post.certificate();
        settings.trust.clientKey = post.key();
        REQUIRE(check(settings));
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == std::nullopt);
    }
    SECTION("without")
    {
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))).has_value());
        CHECK(heard.requests.isEmpty());
    }
}

TEST_CASE("a connection to a server that was met before takes up its TLS session", "[sync]")
{
    const QString version = GENERATE(QStringLiteral("-tls1_2"), QStringLiteral("-tls1_3"));
    CAPTURE(version);
    const Identity identity;
    SessionServer server(identity, version);
    ServerSettings settings = direct();
    settings.trust.authorities = identity.certificate();
    if (GENERATE(false, true))
        settings.trust.pins = {identity.pin(), QByteArray(32, 'x')};
    HttpNetwork network(settings, 5s);
    CHECK(server.handshake(network) == "New");
    for (int again = 0; again < 3; ++again)
        CHECK(server.handshake(network) == "Reused");
}

TEST_CASE("requests go by the proxy that is set, and by none past it", "[sync]")
{
    QTcpServer server;
    Heard heard(server);
    QTcpServer gate;
    Heard proxy(gate);
    ServerSettings settings = direct();

    SECTION("in clear it is asked for the whole address")
    {
        settings.proxy = {Proxy::Kind::Http, QStringLiteral("127.0.0.1"), gate.serverPort(), {}};
        HttpNetwork network(settings, 5s);
        CHECK(get(network, QUrl(QStringLiteral("http://odk.example.org/here"))) == std::nullopt);
        REQUIRE(proxy.requests.size() == 1);
        CHECK(proxy.requests.first().startsWith("GET http://odk.example.org/here HTTP/1.1"));
    }
    SECTION("for an encrypted one it is asked for a tunnel, and gets to see no more")
    {
        settings.proxy = {Proxy::Kind::Http, QStringLiteral("127.0.0.1"), gate.serverPort(), {}};
        HttpNetwork network(settings, 5s);
        CHECK(get(network, QUrl(QStringLiteral("https://odk.example.org/here"))).has_value());
        REQUIRE_FALSE(proxy.requests.isEmpty());
        CHECK(proxy.requests.first().startsWith("CONNECT odk.example.org:443 HTTP/1.1"));
        CHECK_FALSE(proxy.requests.first().contains("here"));
    }
    SECTION("where it is not there, nothing goes")
    {
        gate.close();
        settings.proxy = {Proxy::Kind::Http, QStringLiteral("127.0.0.1"), 1, {}};
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("http"))) == Unsent{Trouble::Offline});
        CHECK(heard.requests.isEmpty());
    }
}

TEST_CASE("a proxy with a password lets through who has it, and tells the server nothing", "[sync]")
{
    test::SmallProxy proxy("station", "p:a ss");
    const Identity identity;
    QSslServer server;
    Heard heard(server);
    serveTls(server, identity);
    ServerSettings settings;
    settings.trust.authorities = identity.certificate();
    settings.proxy = {Proxy::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(),
                      Login{QStringLiteral("station"), QStringLiteral("p:a ss")}};
    SECTION("right")
    {
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == std::nullopt);
        CHECK(proxy.passed() == 1);
        REQUIRE(heard.requests.size() == 1);
        CHECK_FALSE(heard.requests.first().contains("Proxy-Authorization"));
    }
    SECTION("wrong, or none")
    {
        if (GENERATE(true, false))
            settings.proxy.login->password = QStringLiteral("wrong");
        else
            settings.proxy.login.reset();
        HttpNetwork network(settings, 5s);
        CHECK(get(network, urlOf(server, QStringLiteral("https"))) == Unsent{Trouble::ProxySignIn});
        CHECK(heard.requests.isEmpty());
        CHECK(proxy.refused() > 0);
        CHECK_FALSE(proxy.refusedHeads().contains("here"));
    }
}

#ifdef Q_OS_LINUX
TEST_CASE("the system's proxy is the one that the environment names, with its password", "[sync]")
{
    test::SmallProxy proxy("station", "right");
    const QByteArray before = qgetenv("https_proxy");
    qputenv("https_proxy", "http://station:right@127.0.0.1:" + QByteArray::number(proxy.port()));
    ServerSettings settings;
    settings.proxy.kind = Proxy::Kind::System;
    HttpNetwork network(settings, 5s);
    CHECK(get(network, QUrl(QStringLiteral("https://odk.example.invalid/here"))).has_value());
    CHECK(proxy.passed() == 1);
    before.isNull() ? qunsetenv("https_proxy") : qputenv("https_proxy", before);
}
#endif

TEST_CASE("what goes over the link is counted", "[sync]")
{
    QTcpServer server;
    Heard heard(server);
    HttpNetwork network(direct(), 5s);
    CHECK(network.traffic() == Traffic());
    QNetworkReply *reply =
        network.send("POST", network.requestTo(urlOf(server, QStringLiteral("http"))), QByteArray(5000, 'x'));
    REQUIRE(eventually([&] { return reply->isFinished(); }));
    CHECK(network.traffic().sent >= 5000);
    CHECK(network.traffic().sent < 5500);
    CHECK(network.traffic().received > 0);
    reply->deleteLater();
}
