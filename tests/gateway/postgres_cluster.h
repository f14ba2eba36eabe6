#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace amparo::test {

/// A PostgreSQL of one's own: real, empty, in a temporary folder, on a Unix socket there alone. Goes with
/// this object, and with the program if that is killed. Thread: the one it was made in.
class PostgresCluster {
public:
    enum class Safety {
        OfProcesses,  ///< survives kill -9; the disk is not waited for
        OfThePower,   ///< as in production
    };

    /// Below `parent`. Errors: NotFound (PostgreSQL is not installed), Unavailable (it does not start).
    [[nodiscard]] static Result<std::unique_ptr<PostgresCluster>> make(Safety safety = Safety::OfProcesses,
                                                                       const QString &parent = {});
    ~PostgresCluster();

    /// As libpq takes it.
    QByteArray connectionString(const QByteArray &database = "postgres") const;

    /// SIGKILL to the server, as a machine's end would be to it. start() brings it back over the same data.
    void kill();
    [[nodiscard]] Result<> start();

    qint64 processId() const { return m_server.processId(); }

private:
    PostgresCluster(const QString &pattern, Safety safety);
    Result<> initialise();
    bool answers() const;

    QTemporaryDir m_folder;
    Safety m_safety;
    QProcess m_server;
};

}  // namespace amparo::test
