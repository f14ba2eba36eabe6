// A strict OpenRosa server on 127.0.0.1 for tests. Its first line is {"listening": PORT}, every further one a
// request. Lines on standard input are faults (see fault.h), each answered with {"fault": true} or, if
// malformed, false.

#include "openrosa_server/connection.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>

#include <cstdio>
#include <unistd.h>

using namespace amparo::test;

namespace {

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

std::unique_ptr<QTcpServer> makeServer(const QString &certificatePath, const QString &keyPath)
{
    if (certificatePath.isEmpty())
        return std::make_unique<QTcpServer>();
    QFile certificate(certificatePath);
    QFile key(keyPath);
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return nullptr;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(&certificate));
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

/// Reads lines from standard input as they come; its end ends the server, so that none outlives its test.
void readFaults(FaultScript &faults)
{
    static QByteArray pending;
    char buffer[4096];
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count <= 0) {
        QCoreApplication::quit();
        return;
    }
    pending.append(buffer, count);
    for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
        say(faults.add(QString::fromUtf8(pending.left(end))) ? "{\"fault\":true}" : "{\"fault\":false}");
        pending.remove(0, end + 1);
    }
}

Access accessFrom(const QCommandLineParser &options)
{
    Access access;
    access.token = options.value(QStringLiteral("token")).toLatin1();
    access.user = options.value(QStringLiteral("user")).toUtf8();
    access.password = options.value(QStringLiteral("password")).toUtf8();
    const QString kind = options.value(QStringLiteral("auth"));
    if (kind == QLatin1String("basic"))
        access.kind = Access::Kind::Basic;
    else if (kind == QLatin1String("digest"))
        access.kind = Access::Kind::Digest;
    return access;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("folder"), QStringLiteral("Where accepted submissions go"), QStringLiteral("folder")},
        {QStringLiteral("forms"), QStringLiteral("Forms to publish: ID.xml, ID-media/"),
         QStringLiteral("folder")},
        {QStringLiteral("port"), QStringLiteral("0: any free one"), QStringLiteral("port"),
         QStringLiteral("0")},
        {QStringLiteral("auth"), QStringLiteral("token, basic or digest"), QStringLiteral("kind"),
         QStringLiteral("token")},
        {QStringLiteral("token"), QStringLiteral("App user's token in the path"), QStringLiteral("token"),
         QStringLiteral("secret")},
        {QStringLiteral("user"), QStringLiteral("For basic and digest"), QStringLiteral("name")},
        {QStringLiteral("password"), QStringLiteral("For basic and digest"), QStringLiteral("password")},
        {QStringLiteral("accept-length"), QStringLiteral("Largest body"), QStringLiteral("bytes"),
         QStringLiteral("10000000")},
        {QStringLiteral("certificate"), QStringLiteral("PEM: serve TLS"), QStringLiteral("file")},
        {QStringLiteral("key"), QStringLiteral("PEM, RSA"), QStringLiteral("file")},
        {QStringLiteral("fault"), QStringLiteral("As on standard input; may be repeated"),
         QStringLiteral("line")},
    });
    options.process(app);

    const auto server =
        makeServer(options.value(QStringLiteral("certificate")), options.value(QStringLiteral("key")));
    if (!server || !options.isSet(QStringLiteral("folder")) ||
        !server->listen(QHostAddress::LocalHost, options.value(QStringLiteral("port")).toUShort())) {
        std::fputs("no --folder, no certificate or no port\n", stderr);
        return 1;
    }
    const Authentication authentication(accessFrom(options));
    const QString origin = QStringLiteral("%1://127.0.0.1:%2")
                               .arg(options.isSet(QStringLiteral("certificate")) ? QLatin1String("https")
                                                                                 : QLatin1String("http"))
                               .arg(server->serverPort());
    Site site(authentication, SubmissionArchive(options.value(QStringLiteral("folder"))),
              FormShelf(options.value(QStringLiteral("forms")), origin + authentication.basePath()),
              options.value(QStringLiteral("accept-length")).toLongLong());
    const QStringList faults = options.values(QStringLiteral("fault"));
    for (const QString &line : faults) {
        if (!site.faults().add(line)) {
            std::fputs("malformed --fault\n", stderr);
            return 1;
        }
    }
    QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [&] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            new Connection(socket, site);
    });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] { readFaults(site.faults()); });
    say("{\"listening\":" + QByteArray::number(server->serverPort()) + '}');
    return app.exec();
}
