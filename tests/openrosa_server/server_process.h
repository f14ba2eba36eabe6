#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <map>
#include <optional>

namespace amparo::test {

/// The OpenRosa test server, running as its own process with an archive of its own. The test fails if it does
/// not start.
class ServerProcess {
public:
    explicit ServerProcess(QStringList options = {});
    ~ServerProcess();

    /// What the client is configured with, the app user's token in the path.
    QUrl baseUrl() const;

    /// A further line of the fault script (fault.h); in force when this returns.
    void inject(const QString &fault);

    /// SIGKILL, as a power cut would end it. start() brings it back at the same port, over the same archive.
    void kill();
    void start();

    /// The requests so far, as logged; call it through eventually() where the last has only just been
    /// answered.
    QList<QJsonObject> requests();
    /// How many of them have `method` and, if given, ended with `status`.
    int count(const QString &method, std::optional<int> status = std::nullopt);

    /// Everything that was accepted: instanceID to the bytes of its XML.
    std::map<QString, QByteArray> archive() const;
    /// The XML of one record; nullopt: not there.
    std::optional<QByteArray> submission(const QString &instanceId) const;
    /// One attachment as it came; nullopt: not there.
    std::optional<QByteArray> attachment(const QString &instanceId, const QString &name) const;
    QString archiveFolder() const { return m_folder.path(); }

private:
    void readLines();

    QStringList m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    int m_faultsConfirmed = 0;
    QByteArray m_pending;
    QList<QJsonObject> m_requests;
};

}  // namespace amparo::test
