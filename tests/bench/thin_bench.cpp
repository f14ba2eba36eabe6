#include "bench/bench_station.h"
#include "bench/benchmarks.h"
#include "bench/counting_relay.h"
#include "bench/open_rosa_server.h"
#include "bench/second_line_records.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/thin/thin_transport.h"
#include "thin_server/thin_server.h"

#include <QEventLoop>

#include <zstd.h>

namespace amparo::bench {

namespace {

constexpr int thinBatchSize = 50;

/// Sends all and waits; false: something did not arrive.
bool sendAll(sync::Transport &transport, const QList<sync::Parcel> &parcels)
{
    QEventLoop loop;
    qsizetype settled = 0;
    bool haveAllArrived = true;
    for (qsizetype sent = 0; sent < parcels.size();) {
        const qsizetype count = std::min<qsizetype>(transport.room(), parcels.size() - sent);
        transport.send(parcels.sliced(sent, count), [&](const QString &, const sync::Outcome &outcome) {
            haveAllArrived = haveAllArrived && std::holds_alternative<sync::Accepted>(outcome);
            ++settled;
            loop.quit();
        });
        sent += count;
        while (settled < sent && transport.room() == 0)
            loop.exec();
    }
    while (settled < parcels.size())
        loop.exec();
    return haveAllArrived;
}

tl::unexpected<Error> notArrived()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("a record did not arrive"));
}

/// Bytes a record on the wire, batch by batch. The greeting is the first batch's.
Result<std::vector<double>> thinBytes(const QList<sync::Parcel> &parcels)
{
    test::ThinServer server;
    server.mostItems = thinBatchSize;
    const auto settings = sync::parseServerAddress(server.url().toString());
    if (!settings)
        return tl::make_unexpected(settings.error());
    thin::ThinTransport transport(*settings, systemClock(), benchStation());
    std::vector<double> bytes;
    for (qsizetype sent = 0; sent < parcels.size(); sent += thinBatchSize) {
        const QList<sync::Parcel> batch = parcels.mid(sent, thinBatchSize);
        const qint64 before = server.received() + server.sent();
        if (!sendAll(transport, batch))
            return notArrived();
        bytes.push_back(double(server.received() + server.sent() - before) / double(batch.size()));
    }
    return bytes;
}

/// The same for a server that speaks OpenRosa, all records together.
Result<double> openRosaBytes(const QList<sync::Parcel> &parcels, const QString &folder)
{
    const auto server = OpenRosaServer::start(folder);
    if (!server)
        return tl::make_unexpected(server.error());
    const CountingRelay relay((*server)->port());
    const auto settings = sync::parseServerAddress(OpenRosaServer::addressAt(relay.port()));
    if (!settings)
        return tl::make_unexpected(settings.error());
    bool haveAllArrived = false;
    {
        openrosa::OpenRosaTransport transport(*settings, systemClock());
        haveAllArrived = sendAll(transport, parcels);
    }
    if (!haveAllArrived)
        return notArrived();
    return double(relay.bytes()) / double(parcels.size());
}

/// What `zstd -19 --long` makes of all records one after the other.
Result<double> zstdBytes(const QList<sync::Parcel> &parcels)
{
    QByteArray all;
    for (const sync::Parcel &parcel : parcels)
        all += parcel.submissionXml;
    const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 19);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, 27);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(all.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(context.get(), packed.data(), size_t(packed.size()), all.constData(),
                                       size_t(all.size()));
    if (ZSTD_isError(size))
        return failure(ErrorCode::Unavailable, QStringLiteral("zstd failed"));
    return double(size) / double(parcels.size());
}

}  // namespace

Figures measureThin(const Plan &plan)
{
    const int count = std::clamp(plan.records / 100, thinBatchSize, 1000);
    const auto parcels = secondLineRecords(plan.folder + QStringLiteral("/thin"), count);
    if (!parcels)
        return tl::make_unexpected(parcels.error());
    const auto thin = thinBytes(*parcels);
    const auto openRosa = openRosaBytes(*parcels, plan.folder + QStringLiteral("/openrosa"));
    const auto packed = zstdBytes(*parcels);
    if (!thin || !openRosa || !packed)
        return tl::make_unexpected(!thin ? thin.error() : !openRosa ? openRosa.error() : packed.error());
    qsizetype xmlBytes = 0;
    for (const sync::Parcel &parcel : *parcels)
        xmlBytes += parcel.submissionXml.size();
    const QJsonObject input{{QStringLiteral("records"), parcels->size()},
                            {QStringLiteral("batch"), thinBatchSize},
                            {QStringLiteral("submissionBytes"), xmlBytes / parcels->size()}};
    const QString bytes = QStringLiteral("bytes");
    Figure least{QStringLiteral("a second-line record on the wire, thin"), input, *thin};
    least.unit = bytes;
    least.comparedName = QStringLiteral("zstd -19 --long of all records, a record");
    least.compared = {*packed};
    Figure most{QStringLiteral("a second-line record on the wire, OpenRosa"), input, {*openRosa}};
    most.unit = bytes;
    most.comparedName = least.name;
    most.compared = *thin;
    return QList<Figure>{least, most};
}

}  // namespace amparo::bench
