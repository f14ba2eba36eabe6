#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>
#include <utility>

namespace amparo::test {

struct HttpAnswer {
    int status = 0;                        ///< 0: the connection ended without one
    QMap<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body;
};

/// One connection to a server on this computer, a byte at a time where a test wants that. Thread: one at a
/// time.
class HttpPeer {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit HttpPeer(quint16 port);
    ~HttpPeer();
    HttpPeer(HttpPeer &&other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}
    HttpPeer &operator=(HttpPeer &&other) noexcept;

    bool isConnected() const { return m_socket >= 0; }
    bool send(const QByteArray &bytes);
    HttpAnswer receive(bool isToHead = false);

    /// A whole request and its answer.
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const Headers &headers = {},
                   const QByteArray &body = {});
    static QByteArray head(const QByteArray &method, const QByteArray &path, const Headers &headers,
                           qsizetype bodySize);

    /// Says that nothing more comes.
    void finishSending();

private:
    bool receiveSome();

    int m_socket = -1;
    QByteArray m_buffer;
};

}  // namespace amparo::test
