#include "openrosa_server/server_process.h"

#include "support/catch.h"
#include "support/eventually.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace amparo::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString encoded(const QString &name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

}  // namespace

ServerProcess::ServerProcess(QStringList options) : m_options(std::move(options))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    start();
}

ServerProcess::~ServerProcess() { kill(); }

QUrl ServerProcess::baseUrl() const
{
    const bool isSecure = m_options.contains(QLatin1String("--certificate"));
    const qsizetype token = m_options.indexOf(QLatin1String("--token"));
    const QString key = m_options.contains(QLatin1String("--auth")) ? QString()
                        : token < 0                                 ? QStringLiteral("/key/secret")
                                    : QStringLiteral("/key/") + m_options.value(token + 1);
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/v1%3/projects/1")
                    .arg(isSecure ? QLatin1String("https") : QLatin1String("http"))
                    .arg(m_port)
                    .arg(key));
}

void ServerProcess::start()
{
    QStringList options = m_options;
    options << QStringLiteral("--folder") << m_folder.path() << QStringLiteral("--port")
            << QString::number(m_port);
    m_process.start(QStringLiteral(AMPARO_OPENROSA_SERVER), options);
    m_port = 0;
    if (!eventually([this] {
            readLines();
            return m_port != 0 || m_process.state() == QProcess::NotRunning;
        }) ||
        m_port == 0)
        FAIL("the OpenRosa test server does not start");
}

void ServerProcess::inject(const QString &fault)
{
    const int expected = m_faultsConfirmed + 1;
    m_process.write(fault.toUtf8() + '\n');
    if (!eventually([&] {
            readLines();
            return m_faultsConfirmed == expected;
        }))
        FAIL("the OpenRosa test server does not take the fault " << fault.toStdString());
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
    m_pending.clear();
}

QList<QJsonObject> ServerProcess::requests()
{
    readLines();
    return m_requests;
}

int ServerProcess::count(const QString &method, std::optional<int> status)
{
    int found = 0;
    for (const QJsonObject &request : requests()) {
        if (request[QLatin1String("method")].toString() == method &&
            (!status || request[QLatin1String("status")].toInt() == *status))
            ++found;
    }
    return found;
}

std::map<QString, QByteArray> ServerProcess::archive() const
{
    std::map<QString, QByteArray> found;
    const QDir folder(m_folder.path());
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        found.emplace(QUrl::fromPercentEncoding(name.toLatin1()),
                      contentOf(folder.filePath(name) + QLatin1String("/submission.xml")));
    return found;
}

std::optional<QByteArray> ServerProcess::submission(const QString &instanceId) const
{
    return attachment(instanceId, QStringLiteral("submission.xml"));
}

std::optional<QByteArray> ServerProcess::attachment(const QString &instanceId, const QString &name) const
{
    const QString path = QStringLiteral("%1/%2/%3").arg(m_folder.path(), encoded(instanceId), encoded(name));
    return QFile::exists(path) ? std::optional(contentOf(path)) : std::nullopt;
}

void ServerProcess::readLines()
{
    m_pending += m_process.readAllStandardOutput();
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        const QJsonObject line = QJsonDocument::fromJson(m_pending.left(end)).object();
        m_pending.remove(0, end + 1);
        if (line.contains(QLatin1String("listening")))
            m_port = line[QLatin1String("listening")].toInt();
        else if (line.contains(QLatin1String("fault")) && !line.contains(QLatin1String("method")))
            m_faultsConfirmed += line[QLatin1String("fault")].toBool();
        else
            m_requests.append(line);
    }
}

}  // namespace amparo::test
