#pragma once

#include "openrosa_server/site.h"

#include <QObject>
#include <QTcpSocket>

namespace amparo::test {

/// One connection: requests one after the other, kept alive, each with its fault.
class Connection : public QObject {
    Q_OBJECT
public:
    /// Takes the socket over and dies with it. `site` is borrowed.
    Connection(QTcpSocket *socket, Site &site);

private:
    void read();
    bool readHead();
    bool readBody();
    void respond();
    void refuse(const HttpFault &fault);
    void close();

    QTcpSocket *m_socket;
    Site &m_site;
    QByteArray m_received;
    std::optional<HttpRequest> m_request;  // its head has come, its body not yet
    Fault m_fault;
    bool m_hasStopped = false;
};

}  // namespace amparo::test
