#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>
#include <variant>

namespace amparo::test {

/// Header lines in their order, looked up without regard to case (RFC 9110, 5.1).
class Headers {
public:
    void add(const QByteArray &name, const QByteArray &value) { m_lines.append({name, value}); }

    /// nullopt: there is no such line. The first counts where there are several.
    std::optional<QByteArray> find(const QByteArray &name) const;
    const QList<std::pair<QByteArray, QByteArray>> &lines() const { return m_lines; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_lines;
};

struct HttpRequest {
    QByteArray method;
    QUrl target;  ///< path and query
    Headers headers;
    qint64 contentLength = 0;
    QByteArray body;
};

struct HttpResponse {
    int status = 200;
    Headers headers;
    QByteArray body;
};

/// What is wrong with a message, in English.
struct HttpFault {
    int status = 400;
    QByteArray what;
};

/// Reads request line and header lines, without the empty line after them (RFC 9112, 2 to 5).
std::variant<HttpRequest, HttpFault> readRequestHead(const QByteArray &head);

/// The header lines of a request or of a part of its body.
std::variant<Headers, HttpFault> readHeaders(const QList<QByteArray> &lines);

/// Status line, header lines, Date and Content-Length, and the body unless a HEAD request is answered.
QByteArray writeResponse(const HttpResponse &response, bool withBody);

/// A time as HTTP writes it: "Mon, 02 Mar 2026 14:00:00 GMT" (RFC 9110, 5.6.7); nullopt: written otherwise.
std::optional<QDateTime> readHttpDate(const QByteArray &text);

}  // namespace amparo::test
