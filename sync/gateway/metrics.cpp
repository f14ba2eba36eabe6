#include "sync/gateway/metrics.h"

namespace amparo::gateway {

namespace {

QByteArray header(const QByteArray &name, const QByteArray &kind, const QByteArray &help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
}

QByteArray single(const QByteArray &name, const QByteArray &kind, const QByteArray &help, qint64 value)
{
    return header(name, kind, help) + name + ' ' + QByteArray::number(value) + '\n';
}

}  // namespace

void Metrics::countRequest(const QByteArray &route, int status, double seconds)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{route, status}];
    Histogram &histogram = m_durations[route];
    for (std::size_t i = 0; i < bounds.size(); ++i)
        histogram.below[i] += seconds <= bounds[i] ? 1 : 0;
    ++histogram.count;
    histogram.seconds += seconds;
}

void Metrics::countRecords(exchange::Verdict verdict, qint64 count)
{
    m_records[std::size_t(verdict)] += count;
}

void Metrics::countForwarded(const QByteArray &outcome)
{
    const std::lock_guard lock(m_mutex);
    ++m_forwarded[outcome];
}

void Metrics::countBytes(qint64 received, qint64 sent)
{
    m_received += received;
    m_sent += sent;
}

QByteArray Metrics::requestsText() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = header("amparo_requests_total", "counter", "Requests answered.");
    for (const auto &[key, count] : m_requests)
        text += "amparo_requests_total{route=\"" + key.first + "\",status=\"" +
                QByteArray::number(key.second) + "\"} " + QByteArray::number(count) + '\n';
    text +=
        header("amparo_forwarded_total", "counter", "Attempts to hand records on, by what became of them.");
    for (const auto &[outcome, count] : m_forwarded)
        text += "amparo_forwarded_total{outcome=\"" + outcome + "\"} " + QByteArray::number(count) + '\n';
    const QByteArray name("amparo_request_seconds");
    text += header(name, "histogram", "From the end of a request to its answer.");
    for (const auto &[route, histogram] : m_durations) {
        for (std::size_t i = 0; i < bounds.size(); ++i)
            text += name + "_bucket{route=\"" + route + "\",le=\"" + QByteArray::number(bounds[i]) + "\"} " +
                    QByteArray::number(histogram.below[i]) + '\n';
        text += name + "_bucket{route=\"" + route + "\",le=\"+Inf\"} " + QByteArray::number(histogram.count) +
                '\n';
        text += name + "_sum{route=\"" + route + "\"} " + QByteArray::number(histogram.seconds) + '\n';
        text += name + "_count{route=\"" + route + "\"} " + QByteArray::number(histogram.count) + '\n';
    }
    return text;
}

QByteArray Metrics::text() const
{
    static constexpr std::array verdicts{"stored", "already_stored", "conflict", "refused"};
    QByteArray text = requestsText();
    text += header("amparo_records_total", "counter", "Records delivered, by what became of them.");
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        text += QByteArray("amparo_records_total{verdict=\"") + verdicts[i] + "\"} " +
                QByteArray::number(m_records[i].load()) + '\n';
    text += single("amparo_received_bytes_total", "counter", "Bytes of bodies received.", m_received);
    text += single("amparo_sent_bytes_total", "counter", "Bytes of bodies sent.", m_sent);
    text += single("amparo_database_errors_total", "counter", "Requests that the database failed.",
                   m_databaseErrors);
    text += single("amparo_open_connections", "gauge", "Connections of clients.", openConnections);
    text += single("amparo_body_bytes", "gauge", "Memory that bodies under way take.", bodyBytes);
    text += single("amparo_waiting_requests", "gauge", "Requests that wait for the database.", waitingJobs);
    return text;
}

}  // namespace amparo::gateway
