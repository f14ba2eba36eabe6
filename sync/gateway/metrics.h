#pragma once

#include "exchange/receipt.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <map>
#include <mutex>

namespace amparo::gateway {

/// What an operator watches, in the text format of Prometheus (version 0.0.4). No post is named: how much one
/// delivers is the archive's to tell. Thread: any.
class Metrics {
public:
    /// A request that was answered. `route` is one of the few that there are.
    void countRequest(const QByteArray &route, int status, double seconds);
    void countRecords(exchange::Verdict verdict, qint64 count);
    void countBytes(qint64 received, qint64 sent);
    void countForwarded(const QByteArray &outcome);  ///< "accepted", "refused" or "postponed"
    void countDatabaseError() { ++m_databaseErrors; }

    // How many there are now.
    std::atomic<qint64> openConnections = 0;
    std::atomic<qint64> bodyBytes = 0;
    std::atomic<qint64> waitingJobs = 0;

    QByteArray text() const;

private:
    static constexpr std::array bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0};

    struct Histogram {
        std::array<qint64, bounds.size()> below{};  // each with those before it
        qint64 count = 0;
        double seconds = 0;
    };

    QByteArray requestsText() const;

    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, qint64> m_requests;  // by route and status
    std::map<QByteArray, qint64> m_forwarded;                 // by outcome
    std::map<QByteArray, Histogram> m_durations;              // by route
    std::array<std::atomic<qint64>, 4> m_records{};           // by verdict
    std::atomic<qint64> m_received = 0;
    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_databaseErrors = 0;
};

}  // namespace amparo::gateway
