#include "sync/relay/package_desk.h"

#include "base/background.h"
#include "store/store.h"
#include "sync/web/thin_protocol.h"

namespace amparo::relay {

namespace {

/// What a lane gets that asks for a package. Neither frame nor bytes: there is nothing newer.
struct Handing {
    QByteArray name;
    std::optional<QByteArray> frame;  // as it was packed before
    QByteArray signedBytes;
};

Result<Handing> handingFor(const web::PackageAsking &asking, store::Store &store, web::PackageFrames &frames)
{
    return store.packages()
        .next(asking.channel, quint64(asking.have))
        .and_then([&](const std::optional<store::Handout> &next) -> Result<Handing> {
            if (!next)
                return Handing();
            // The same number comes again with other bytes where keys were handed over by hand.
            Handing handing{QStringLiteral("%1 %2 %3")
                                .arg(asking.channel)
                                .arg(next->version)
                                .arg(next->takenAt.toMSecsSinceEpoch())
                                .toUtf8(),
                            std::nullopt,
                            {}};
            handing.frame = frames.find(handing.name);
            if (handing.frame)
                return handing;
            return store.packages().signedBytes(asking.channel, next->version).map([&](const auto &bytes) {
                handing.signedBytes = bytes;
                return handing;
            });
        });
}

}  // namespace

PackageDesk::PackageDesk(store::StoreQueue &queue)
    : m_queue(queue), m_frames(std::make_shared<web::PackageFrames>())
{}

void PackageDesk::answer(const web::HttpRequest &request,
                         std::function<void(const Result<web::HttpResponse> &)> done)
{
    const auto asking = web::packageAskingIn(request);
    if (!asking)
        return done(web::noPackageAskedResponse());
    m_queue.run(
        this,
        [asking = *asking, frames = m_frames](store::Store &store) {
            return handingFor(asking, store, *frames);
        },
        [this, request, done](const Result<Handing> &handing) {
            if (!handing || handing->signedBytes.isEmpty())
                return done(handing.map(
                    [&](const Handing &found) { return web::packageResponse(request, found.frame); }));
            runInPool(
                this,
                [frames = m_frames, name = handing->name, bytes = handing->signedBytes] {
                    return frames->pack(name, bytes);
                },
                [request, done](const Result<QByteArray> &frame) {
                    done(frame.map(
                        [&](const QByteArray &packed) { return web::packageResponse(request, packed); }));
                });
        });
}

}  // namespace amparo::relay
