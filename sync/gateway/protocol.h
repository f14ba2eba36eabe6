#pragma once

#include "base/clock.h"
#include "sync/gateway/config.h"
#include "sync/gateway/dictionary_shelf.h"
#include "sync/gateway/package_shelf.h"
#include "sync/gateway/receipt_key.h"
#include "sync/web/http.h"

namespace amparo::gateway {

using web::HttpRequest;
using web::HttpResponse;

class Metrics;

/// What a request is about.
enum class Route { Hello, Have, Receipts, Batch, Form, Down };

/// For metrics and logs: "hello".
QByteArray routeName(Route route);

/// The answers of the thin protocol, version 1 (README.md), without the HTTP around them.
///
/// Of its own it remembers nothing that could not be read again: any number of gateways may stand before one
/// database. Thread: any; the connection is the caller's.
class Protocol {
public:
    /// All borrowed.
    Protocol(const Config &config, const ReceiptKey &key, const Clock &clock, Metrics &metrics)
        : m_config(config), m_key(key), m_clock(clock), m_metrics(metrics)
    {}

    /// Where the head leads, or why nowhere: 404, 405, 413.
    std::variant<Route, HttpResponse> route(const HttpRequest &head) const;

    /// The answer to a request that route() knows, of an admitted post.
    HttpResponse respond(Connection &connection, const HttpRequest &request);

    /// Keeps what came of a body that broke off, where it belongs to a batch and is worth it.
    void keepPiece(Connection &connection, const HttpRequest &request);

    /// 503 or 500.
    HttpResponse failureResponse(const Error &error);

private:
    HttpResponse hello(Connection &connection, const HttpRequest &request);
    HttpResponse have(Connection &connection, const HttpRequest &request);
    HttpResponse receipts(Connection &connection, const HttpRequest &request);
    HttpResponse putForm(Connection &connection, const HttpRequest &request);
    HttpResponse findForm(Connection &connection, const HttpRequest &request);
    HttpResponse findBatch(Connection &connection, const HttpRequest &request);
    HttpResponse putBatch(Connection &connection, const HttpRequest &request);
    HttpResponse down(Connection &connection, const HttpRequest &request);
    /// Whose a batch is, and whose station brings it.
    struct Bringing {
        QString origin;
        QString carrier;
    };
    std::variant<QString, HttpResponse> originOf(Connection &connection, const HttpRequest &request);
    HttpResponse takeFrame(Connection &connection, const Bringing &bringing, const QByteArray &batchId,
                           const QByteArray &frame);

    const Config &m_config;
    const ReceiptKey &m_key;
    const Clock &m_clock;
    Metrics &m_metrics;
    DictionaryShelf m_dictionaries;
    PackageShelf m_packages;
};

}  // namespace amparo::gateway
