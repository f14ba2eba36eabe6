#pragma once

#include "sync/gateway/protocol.h"
#include "sync/gateway/worker_pool.h"
#include "sync/web/http.h"
#include "sync/web/rate_limit.h"

#include <atomic>

namespace amparo::gateway {

using web::HttpHandler;

class Metrics;

/// What stands between the web and the protocol: who asks, how often, and whether there is time for it.
class PostService final : public HttpHandler {
public:
    /// All borrowed; `pool` ends before this does.
    PostService(const Config &config, const ReceiptKey &key, const Clock &clock, Metrics &metrics,
                WorkerPool &pool);

    /// From now on requests are asked to come back later, to another gateway or after a restart.
    void drain() { m_isDraining = true; }
    bool isDraining() const { return m_isDraining; }

    void admit(const HttpRequest &head, std::function<void(Admission)> done) override;
    void answer(HttpRequest request, std::function<void(HttpResponse)> done) override;
    void abandoned(HttpRequest request) override;
    void answered(const HttpRequest &request, const HttpResponse &response, double seconds) override;

private:
    Admission admission(Connection &connection, const QByteArray &token);

    const Clock &m_clock;
    Metrics &m_metrics;
    WorkerPool &m_pool;
    Protocol m_protocol;
    web::RateLimit m_rates;
    std::atomic<bool> m_isDraining = false;
};

/// Health and metrics, for those who run it: /healthz, /readyz, /metrics.
class OperatorService final : public HttpHandler {
public:
    OperatorService(const PostService &posts, const Metrics &metrics, WorkerPool &pool)
        : m_posts(posts), m_metrics(metrics), m_pool(pool)
    {}

    void admit(const HttpRequest &head, std::function<void(Admission)> done) override;
    void answer(HttpRequest request, std::function<void(HttpResponse)> done) override;
    void abandoned(HttpRequest) override {}
    void answered(const HttpRequest &, const HttpResponse &, double) override {}

private:
    void ready(std::function<void(HttpResponse)> done);

    const PostService &m_posts;
    const Metrics &m_metrics;
    WorkerPool &m_pool;
};

}  // namespace amparo::gateway
