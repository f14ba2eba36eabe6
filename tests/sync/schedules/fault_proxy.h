#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>

#include <chrono>

namespace amparo::test {

/// What happens to one request on its way.
struct LinkFault {
    enum class Kind {
        DropRequest,      ///< from a byte on nothing arrives, and nobody is told
        DropResponse,     ///< likewise of the answer: the deed is done
        DelayRequest,     ///< by some milliseconds
        DelayResponse,    ///< likewise
        Duplicate,        ///< it arrives once more, over a connection of its own, while the first is answered
        TruncateRequest,  ///< after so many bytes the connection ends in good order
        TruncateResponse,  ///< likewise of the answer
        ResetRequest,      ///< after so many bytes the connection is reset
        ResetResponse,     ///< likewise of the answer
        Portal,            ///< a captive portal answers in the server's place
        BadGateway,        ///< a proxy says that it cannot reach the server
        Busy,              ///< 503 with Retry-After
        TooMany,           ///< 429 with Retry-After
    };
    int request = 0;  ///< of all requests through this link, from 0
    Kind kind = Kind::DropRequest;
    int amount = 0;  ///< bytes, or milliseconds

    QString toText() const;  ///< "3 reset-response 120"
};
constexpr int linkFaultKinds = int(LinkFault::Kind::TooMany) + 1;

/// A link to a server on this computer over which things go wrong on order. HTTP/1.1, one request at a time
/// on each connection. Thread: the one it was made in, with an event loop.
class FaultProxy : public QObject {
    Q_OBJECT
public:
    explicit FaultProxy(quint16 target);

    quint16 port() const { return m_server.serverPort(); }
    /// The server may have come back elsewhere.
    void setTarget(quint16 target) { m_target = target; }
    void order(const LinkFault &fault) { m_faults.insert(fault.request, fault); }
    int requests() const { return m_requests; }
    int mostAtOnce() const { return m_mostAtOnce; }  ///< requests without an answer yet

Q_SIGNALS:
    /// Its first bytes are here and have not gone on.
    void requestBegan(int number);

private:
    friend class FaultyConnection;
    quint16 m_target;
    QHash<int, LinkFault> m_faults;
    int m_requests = 0;
    int m_underWay = 0;
    int m_mostAtOnce = 0;
    QTcpServer m_server;  // and the connections, which count
};

}  // namespace amparo::test
