#pragma once

#include "base/result.h"
#include "sync/gateway/config.h"
#include "sync/web/http.h"

#include <functional>
#include <memory>

namespace amparo::gateway {

using web::HttpHandler;

class Metrics;

/// HTTP/1.1 with keep-alive, in one thread that waits for nobody: a slow client costs a socket and what it
/// has sent. TLS is the business of who stands in front.
///
/// Each stage of a request has its time: between requests, for the header, between two arrivals of a body,
/// and by the body's size for all of it. The whole of all bodies is bounded. A body without its length is
/// refused (411).
class HttpServer {
public:
    /// Listens for posts, and goes on doing so while it is drained for those who watch.
    enum class Audience { Posts, Operators };

    HttpServer(const Config &config, Metrics &metrics);  ///< both borrowed
    ~HttpServer();

    /// The port. `handler` is borrowed. Errors: InvalidInput (no address), Unavailable (it is taken).
    [[nodiscard]] Result<quint16> listen(const ListenAddress &address, HttpHandler &handler,
                                         Audience audience);

    /// Does `deed` in the server's thread, again and again.
    void every(std::chrono::seconds interval, std::function<void()> deed);

    /// Serves until SIGTERM or SIGINT, then until what is under way is answered, or Config::drain is over.
    /// `draining` is called at the beginning of the end.
    void run(const std::function<void()> &draining);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace amparo::gateway
