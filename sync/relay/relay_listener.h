#pragma once

#include "base/result.h"
#include "sync/relay/relay_connection.h"
#include "sync/relay/relay_settings.h"

#include <QTcpServer>

class QSslConfiguration;

namespace amparo::relay {

/// Where lanes knock: accepts connections, by TLS where there is a certificate, as many as there may be.
/// Thread: the relay's.
class RelayListener : public QTcpServer {
    Q_OBJECT

public:
    static constexpr int mostConnections = 64;

    explicit RelayListener(web::HttpHandler &handler);  // borrowed
    ~RelayListener() override;

    /// The port. Errors: check()'s; Unavailable: the address is not this computer's, or taken.
    [[nodiscard]] Result<quint16> open(const RelaySettings &settings);

private:
    void incomingConnection(qintptr handle) override;

    web::HttpHandler &m_handler;
    ConnectionLimits m_limits;
    qint64 m_bodyBytes = 0;
    std::unique_ptr<QSslConfiguration> m_tls;  // null: plain
};

}  // namespace amparo::relay
