#pragma once

#include "sync/web/http.h"

#include <QDateTime>

#include <optional>
#include <utility>  // Asio's awaitable.hpp of 1.74 forgets it

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace amparo::web {

// Heads of HTTP/1.1 messages, as both servers read and write them: Boost.Beast parses, whatever brings the
// bytes. Thread: any.

using HeadParser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

constexpr std::uint32_t mostHeadBytes = 8 * 1024;

/// Takes no longer heads, and no longer bodies.
void setLimits(HeadParser &parser, qint64 mostBodyBytes);

/// What a parsed head says; the body is still to come.
HttpRequest requestOf(HeadParser &parser);

/// Why a parsed head is refused before anybody looks into it: a body without its length (411).
std::optional<HttpResponse> refusalOf(const HeadParser &parser);

/// To what is no sound request: 400, 413 or 431.
HttpResponse unsoundResponse(const boost::system::error_code &error, qint64 mostBodyBytes);

enum class Connection { GoesOn, Closes };

/// Status line and fields, with the empty line that ends them. The length is that of the body also where none
/// follows, as with HEAD. `now`: UTC.
QByteArray headOf(const HttpResponse &response, Connection connection, const QDateTime &now);

}  // namespace amparo::web
