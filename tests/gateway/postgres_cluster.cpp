#include "gateway/postgres_cluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <csignal>

#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <unistd.h>

namespace amparo::test {

namespace {

constexpr std::chrono::seconds patience{60};  // far above any sound machine's time

/// Debian keeps the server's programs off the path, a folder a version.
QString serverFolder()
{
    QStringList folders;
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    for (const QString &version :
         versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders.append(versions.filePath(version + QStringLiteral("/bin")));
    const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"), folders);
    return QFileInfo(found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("initdb")) : found)
        .absolutePath();
}

/// PostgreSQL refuses to run as root. setpriv becomes the server, so that its process id is ours to end, and
/// has it end with this program.
QStringList asPlainUser(const QStringList &command)
{
    QStringList words{QStringLiteral("--pdeathsig"), QStringLiteral("QUIT")};
    if (::geteuid() == 0)
        words << QStringLiteral("--reuid=postgres") << QStringLiteral("--regid=postgres")
              << QStringLiteral("--init-groups");
    return words + command;
}

bool giveToPostgres(const QString &folder)
{
    if (::geteuid() != 0)
        return true;
    const passwd *user = ::getpwnam("postgres");
    return user && ::chown(QFile::encodeName(folder).constData(), user->pw_uid, user->pw_gid) == 0;
}

}  // namespace

PostgresCluster::PostgresCluster(const QString &pattern, Safety safety) : m_folder(pattern), m_safety(safety)
{
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_server.setProgram(QStringLiteral("setpriv"));
}

Result<std::unique_ptr<PostgresCluster>> PostgresCluster::make(Safety safety, const QString &parent)
{
    const QString place = parent.isEmpty() ? QDir::tempPath() : parent;
    std::unique_ptr<PostgresCluster> cluster(
        new PostgresCluster(place + QStringLiteral("/amparo-pg-XXXXXX"), safety));
    return cluster->initialise().and_then([&] { return cluster->start(); }).map([&] {
        return std::move(cluster);
    });
}

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server.processId()), SIGQUIT);  // at once; what it held goes with the folder
    m_server.waitForFinished();
}

Result<> PostgresCluster::initialise()
{
    const QString programs = serverFolder();
    if (!QFile::exists(programs + QStringLiteral("/initdb")))
        return failure(ErrorCode::NotFound, QStringLiteral("PostgreSQL is not installed"));
    if (!m_folder.isValid() || !giveToPostgres(m_folder.path()))
        return failure(ErrorCode::Unavailable, QStringLiteral("no folder for PostgreSQL"));
    QProcess initdb;
    initdb.start(QStringLiteral("setpriv"),
                 asPlainUser({programs + QStringLiteral("/initdb"), QStringLiteral("--auth=trust"),
                              QStringLiteral("--username=amparo"), QStringLiteral("--encoding=UTF8"),
                              QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                              QStringLiteral("--pgdata=") + m_folder.filePath(QStringLiteral("data"))}));
    if (!initdb.waitForFinished() || initdb.exitCode() != 0)
        return failure(ErrorCode::Unavailable, QString::fromUtf8(initdb.readAllStandardError()));
    const QString fsync = m_safety == Safety::OfProcesses ? QStringLiteral("off") : QStringLiteral("on");
    m_server.setArguments(
        asPlainUser({programs + QStringLiteral("/postgres"), QStringLiteral("-D"),
                     m_folder.filePath(QStringLiteral("data")), QStringLiteral("-k"), m_folder.path(),
                     QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"),
                     QStringLiteral("fsync=") + fsync}));
    return {};
}

QByteArray PostgresCluster::connectionString(const QByteArray &database) const
{
    return "host=" + QFile::encodeName(m_folder.path()) + " user=amparo dbname=" + database;
}

bool PostgresCluster::answers() const { return PQping(connectionString()) == PQPING_OK; }

Result<> PostgresCluster::start()
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(std::chrono::milliseconds(patience).count())) {
        if (m_server.state() == QProcess::NotRunning) {
            // After a kill the old server's own processes may not have noticed yet; then it refuses to start.
            m_server.start();
            m_server.waitForStarted();
        }
        if (answers())
            return {};
        m_server.waitForFinished(20);
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("PostgreSQL does not start, see its log"));
}

void PostgresCluster::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

}  // namespace amparo::test
