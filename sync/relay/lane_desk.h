#pragma once

#include "base/clock.h"
#include "store/store_queue.h"
#include "sync/relay/arrival.h"
#include "sync/relay/package_desk.h"
#include "sync/relay/upload_tray.h"
#include "sync/web/http.h"
#include "sync/web/rate_limit.h"

#include <QObject>

namespace amparo::relay {

/// What a relay answers its lanes: the thin protocol, version 1 (sync/gateway/README.md), with what differs
/// on a LAN.
///
/// Takes sealed batches alone, and no dictionaries. A record of a form that is not installed here stops its
/// batch (409 `need-form`, with the place of the record), so that the lane leaves it out for now. `POST
/// /v1/passed-on` says how far records have come (exchange/passed_on.h). Packages that this station has taken
/// up go down to lanes as the gateway's do. Thread: the relay's.
class LaneDesk : public QObject, public web::HttpHandler {
    Q_OBJECT

public:
    /// All borrowed but the keys; the queue outlives it.
    LaneDesk(store::StoreQueue &queue, std::shared_ptr<const store::RelayKeys> keys, FormReader forms,
             const Clock &clock);

    void admit(const web::HttpRequest &head, std::function<void(Admission)> done) override;
    void answer(web::HttpRequest request, std::function<void(web::HttpResponse)> done) override;
    void abandoned(web::HttpRequest request) override;
    void answered(const web::HttpRequest &request, const web::HttpResponse &response,
                  double seconds) override;

Q_SIGNALS:
    void recordsArrived();

private:
    using Done = std::function<void(web::HttpResponse)>;

    void hello(const store::Lane &lane, const web::HttpRequest &request, const Done &done);
    void sayHello(const store::Lane &lane, const QByteArray &generation, const Done &done);
    void passedOn(const store::Lane &lane, const web::HttpRequest &request, const Done &done);
    void findBatch(const store::Lane &lane, const web::HttpRequest &request, const Done &done);
    void putBatch(const store::Lane &lane, const web::HttpRequest &request, const Done &done);
    void takeFrame(const store::Lane &lane, const QByteArray &batchId, const QByteArray &frame,
                   const Done &done);

    store::StoreQueue &m_queue;
    std::shared_ptr<const store::RelayKeys> m_keys;
    QByteArray m_receiptKey;
    FormReader m_forms;
    const Clock &m_clock;
    web::RateLimit m_rates;
    UploadTray m_uploads;
    PackageDesk m_packages;
    QHash<QString, store::Lane> m_lanes;  // as they were admitted last, by id
};

}  // namespace amparo::relay
