#pragma once

#include "base/result.h"
#include "store/store_queue.h"
#include "sync/web/http.h"
#include "sync/web/package_frames.h"

#include <QObject>

#include <functional>
#include <memory>

namespace amparo::relay {

/// Hands on to lanes what headquarters has signed and this station has taken up: `GET /v1/down`, answered as
/// the gateway does, but packed against nothing. What a lane had before is no longer here, and a LAN is wide.
/// Thread: the relay's.
class PackageDesk : public QObject {
    Q_OBJECT

public:
    explicit PackageDesk(store::StoreQueue &queue);  // borrowed

    /// Errors: the store's.
    void answer(const web::HttpRequest &request, std::function<void(const Result<web::HttpResponse> &)> done);

private:
    store::StoreQueue &m_queue;
    std::shared_ptr<web::PackageFrames> m_frames;  // shared with jobs in other threads
};

}  // namespace amparo::relay
