#include "sync/relay/relay_listener.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace amparo::relay {

namespace {

QSslConfiguration serverTls(const RelaySettings &settings)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);  // lanes prove themselves by token and signature
    tls.setLocalCertificateChain(QSslCertificate::fromData(settings.certificate, QSsl::Pem));
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(settings.key, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            tls.setPrivateKey(key);
    }
    return tls;
}

}  // namespace

RelayListener::RelayListener(web::HttpHandler &handler) : m_handler(handler) {}

RelayListener::~RelayListener()
{
    close();
    qDeleteAll(findChildren<RelayConnection *>());  // before what they borrow
}

Result<quint16> RelayListener::open(const RelaySettings &settings)
{
    if (const auto sound = check(settings); !sound)
        return tl::make_unexpected(sound.error());
    if (!settings.certificate.isEmpty())
        m_tls = std::make_unique<QSslConfiguration>(serverTls(settings));
    if (!listen(QHostAddress(settings.host), settings.port))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("cannot listen on %1 port %2").arg(settings.host).arg(settings.port));
    return serverPort();
}

void RelayListener::incomingConnection(qintptr handle)
{
    auto *tls = m_tls ? new QSslSocket : nullptr;
    QTcpSocket *socket = tls ? tls : new QTcpSocket;
    if (!socket->setSocketDescriptor(handle) || findChildren<RelayConnection *>().size() >= mostConnections) {
        delete socket;  // closes it
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new RelayConnection(socket, m_handler, m_limits, m_bodyBytes, this);
    if (tls) {
        tls->setSslConfiguration(*m_tls);
        tls->startServerEncryption();
    }
}

}  // namespace amparo::relay
