#include "gateway/gateway_process.h"

#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace amparo::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr int patience = 60'000;  // far above any sound machine's time

}  // namespace

GatewayProcess::GatewayProcess(const QByteArray &database, const QJsonObject &config)
{
    QJsonObject whole = config;
    whole.insert(QStringLiteral("database"), QString::fromUtf8(database));
    whole.insert(QStringLiteral("listen"), QStringLiteral("127.0.0.1:0"));
    whole.insert(QStringLiteral("adminListen"), QStringLiteral("127.0.0.1:0"));
    whole.insert(QStringLiteral("receiptKey"), m_folder.filePath(QStringLiteral("receipt.key")));
    QFile file(m_folder.filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no folder for the gateway");
    file.write(QJsonDocument(whole).toJson());
    file.close();
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    const auto printed = run({QStringLiteral("init")});
    if (!printed)
        qFatal("amparo-gateway init fails");
    m_publicKey = QByteArray::fromBase64(printed->mid(printed->indexOf(": ") + 2).trimmed());
    start();
}

GatewayProcess::~GatewayProcess() { kill(); }

std::optional<QByteArray> GatewayProcess::run(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(AMPARO_GATEWAY),
                  QStringList{QStringLiteral("--config"), m_folder.filePath(QStringLiteral("config.json"))} +
                      words);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

QByteArray GatewayProcess::addPost(const QString &postId) const
{
    const auto token = run({QStringLiteral("post"), QStringLiteral("add"), postId});
    if (!token)
        qFatal("amparo-gateway post add fails");
    return token->trimmed();
}

void GatewayProcess::start()
{
    // setpriv becomes the gateway, and has it end with this program.
    const QStringList words{QStringLiteral("--pdeathsig"),
                            QStringLiteral("KILL"),
                            QStringLiteral(AMPARO_GATEWAY),
                            QStringLiteral("--config"),
                            m_folder.filePath(QStringLiteral("config.json")),
                            QStringLiteral("serve")};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (m_port != 0)
        environment.insert(QStringLiteral("AMPARO_GATEWAY_LISTEN"),
                           QStringLiteral("127.0.0.1:%1").arg(m_port));
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral("setpriv"), words, QIODevice::ReadOnly);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            qFatal("amparo-gateway does not start, it logged: %s", log().constData());
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = quint16(line[QLatin1String("listening")].toInt());
    m_adminPort = quint16(line[QLatin1String("admin")].toInt());
}

void GatewayProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void GatewayProcess::askToStop() { ::kill(pid_t(m_process.processId()), SIGTERM); }

bool GatewayProcess::isRunning()
{
    m_process.waitForFinished(0);
    return m_process.state() == QProcess::Running;
}

int GatewayProcess::exitCode()
{
    m_process.waitForFinished(patience);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

HttpAnswer GatewayProcess::askOperators(const QByteArray &path) const
{
    return HttpPeer(m_adminPort).ask("GET", path);
}

QByteArray GatewayProcess::log() const { return contentOf(m_folder.filePath(QStringLiteral("log"))); }

}  // namespace amparo::test
