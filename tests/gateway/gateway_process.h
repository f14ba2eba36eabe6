#pragma once

#include "gateway/http_peer.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace amparo::test {

/// The program, running for itself before a database. The test, or the benchmark, fails if it does not start.
class GatewayProcess {
public:
    /// `config` is what its file says besides database, addresses and key.
    explicit GatewayProcess(const QByteArray &database, const QJsonObject &config = {});
    ~GatewayProcess();

    quint16 port() const { return m_port; }
    HttpAnswer askOperators(const QByteArray &path) const;
    qint64 processId() const { return m_process.processId(); }

    /// A further post's token.
    QByteArray addPost(const QString &postId) const;
    /// Another command of the program: what it printed, or nullopt where it failed.
    std::optional<QByteArray> run(const QStringList &words) const;

    void start();
    /// SIGKILL. start() brings it back, at the same port.
    void kill();
    /// SIGTERM; what is under way goes on.
    void askToStop();
    bool isRunning();
    /// Waits for its end: its exit code, -1 where it crashed.
    int exitCode();

    /// All that it has logged.
    QByteArray log() const;
    QByteArray publicKey() const { return m_publicKey; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
    QByteArray m_publicKey;
};

}  // namespace amparo::test
