#pragma once

#include "base/result.h"

#include <QProcess>

#include <memory>

namespace amparo::bench {

/// The OpenRosa test server that lies beside the benchmark, until this goes.
class OpenRosaServer {
public:
    /// NotFound: the program is not there.
    [[nodiscard]] static Result<std::unique_ptr<OpenRosaServer>> start(const QString &folder);
    ~OpenRosaServer();

    quint16 port() const { return m_port; }

    /// What a client is configured with that reaches it through a port of this computer.
    static QString addressAt(quint16 port);

private:
    OpenRosaServer() = default;

    QProcess m_process;
    quint16 m_port = 0;
};

}  // namespace amparo::bench
