#pragma once

#include "sync/gateway/config.h"
#include "sync/web/http_head.h"

#include <utility>  // Asio's awaitable.hpp of 1.74 forgets it

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace amparo::gateway {

using web::HttpHandler;
using web::HttpRequest;
using web::HttpResponse;

class Metrics;

/// One connection of a server, from its first byte to its last. For the sources of the server alone: what it
/// includes takes long to compile. Thread: the server's.
class HttpSession {
public:
    /// All borrowed. `isLast` says, when an answer is ready, that it is to be the last one.
    struct Surroundings {
        boost::asio::io_context &context;
        HttpHandler &handler;
        const Config &config;
        Metrics &metrics;
        const bool &isLast;
    };

    HttpSession(boost::asio::ip::tcp::socket socket, const Surroundings &surroundings);

    /// Answers one request after the other, until the client goes or has to.
    boost::asio::awaitable<void> serve();

    /// Between two requests.
    bool isIdle() const { return m_isIdle; }

    /// Breaks off what it waits for from the client; serve() ends soon.
    void cancel() { m_stream.cancel(); }

private:
    boost::asio::awaitable<bool> exchange();
    boost::asio::awaitable<bool> readHeader(web::HeadParser &parser);
    boost::asio::awaitable<bool> readBody(web::HeadParser &parser, HttpRequest &request);
    boost::asio::awaitable<bool> write(const HttpRequest &request, const HttpResponse &response, bool isLast);
    boost::asio::awaitable<void> refuse(const HttpRequest &request, HttpResponse response);
    boost::asio::awaitable<void> linger();

    boost::beast::tcp_stream m_stream;
    boost::beast::flat_buffer m_buffer;
    boost::asio::io_context &m_context;
    HttpHandler &m_handler;
    const Config &m_config;
    Metrics &m_metrics;
    const bool &m_isLast;
    bool m_isIdle = true;
};

}  // namespace amparo::gateway
