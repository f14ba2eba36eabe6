#include "bench/open_rosa_server.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace amparo::bench {

Result<std::unique_ptr<OpenRosaServer>> OpenRosaServer::start(const QString &folder)
{
    std::unique_ptr<OpenRosaServer> server(new OpenRosaServer);
    QProcess &process = server->m_process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/openrosa-test-server"),
                  {QStringLiteral("--folder"), folder});
    if (!process.waitForReadyRead())
        return failure(ErrorCode::NotFound, QStringLiteral("the OpenRosa test server does not start"));
    const auto port = QRegularExpression(QStringLiteral("\\d+")).match(QString::fromUtf8(process.readLine()));
    server->m_port = quint16(port.captured().toUInt());
    return server;
}

OpenRosaServer::~OpenRosaServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString OpenRosaServer::addressAt(quint16 port)
{
    return QStringLiteral("http://127.0.0.1:%1/v1/key/secret/projects/1").arg(port);
}

}  // namespace amparo::bench
