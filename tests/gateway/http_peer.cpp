#include "gateway/http_peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace amparo::test {

HttpPeer::HttpPeer(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{60, 0};  // far above any sound machine's time
    const int on = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

HttpPeer::~HttpPeer()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

HttpPeer &HttpPeer::operator=(HttpPeer &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

bool HttpPeer::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

void HttpPeer::finishSending() { ::shutdown(m_socket, SHUT_WR); }

bool HttpPeer::receiveSome()
{
    char bytes[16 * 1024];
    const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count > 0)
        m_buffer.append(bytes, count);
    return count > 0;
}

HttpAnswer HttpPeer::receive(bool isToHead)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!receiveSome())
            return {};
    }
    HttpAnswer answer;
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = isToHead ? 0 : answer.headers.value("content-length").toLongLong();
    while (m_buffer.size() < size) {
        if (!receiveSome())
            return {};
    }
    answer.body = m_buffer.first(size);
    m_buffer.remove(0, size);
    return answer;
}

QByteArray HttpPeer::head(const QByteArray &method, const QByteArray &path, const Headers &headers,
                          qsizetype bodySize)
{
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (method == "PUT" || method == "POST")
        text += "Content-Length: " + QByteArray::number(bodySize) + "\r\n";
    return text + "\r\n";
}

HttpAnswer HttpPeer::ask(const QByteArray &method, const QByteArray &path, const Headers &headers,
                         const QByteArray &body)
{
    send(head(method, path, headers, body.size()) + body);
    return receive(method == "HEAD");
}

}  // namespace amparo::test
