#include "bench/bench_station.h"
#include "bench/benchmarks.h"
#include "bench/open_rosa_server.h"
#include "bench/second_line_records.h"
#include "slow_link/slow_link.h"
#include "sync/engine.h"
#include "sync/memory_outbox.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/thin/paired_transport.h"
#include "thin_server/thin_server.h"

#include <QEventLoop>

namespace amparo::bench {

namespace {

using test::OutboxContents;

constexpr int mostRecords = 1000;
constexpr double openRosaHaste = 10;  // else it takes a quarter of an hour

/// Time as the hurried link has it.
class HurriedClock final : public Clock {
public:
    explicit HurriedClock(double haste) : m_haste(haste) {}
    QDateTime utcNow() const override { return systemClock().utcNow(); }
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds(qint64(double(systemClock().monotonic().count()) * m_haste));
    }

private:
    double m_haste;
};

/// The engine with all of them in its outbox, until each has its receipt; seconds of the link's time.
Result<double> sendAll(const QList<sync::Parcel> &parcels, const QString &address, double haste,
                       const sync::TransportFactory &makeTransport)
{
    const auto settings = sync::parseServerAddress(address);
    if (!settings)
        return tl::make_unexpected(settings.error());
    auto contents = std::make_shared<OutboxContents>();
    for (const sync::Parcel &parcel : parcels) {
        OutboxContents::Row row;
        row.id = ScreeningId::create();
        row.parcel = parcel;
        contents->rows.append(row);
    }
    QEventLoop loop;
    sync::Engine engine(std::make_unique<test::MemoryOutbox>(contents, systemClock()), makeTransport,
                        systemClock(), sync::systemBackoff());
    qsizetype acknowledged = 0;
    QObject::connect(&engine, &sync::Engine::recordAcknowledged, &loop, [&] {
        if (++acknowledged == parcels.size())
            loop.quit();
    });
    const double milliseconds = timed([&] {
        engine.configure(*settings);
        loop.exec();
    });
    return milliseconds / 1000 * haste;
}

Figure figureOf(const QString &name, double seconds, const QList<sync::Parcel> &parcels,
                const test::SlowLink &link, const test::LinkParameters &parameters)
{
    Figure figure{name,
                  {{QStringLiteral("records"), parcels.size()},
                   {QStringLiteral("bitsPerSecond"), parameters.bitsPerSecond},
                   {QStringLiteral("roundTripMs"), qint64(parameters.roundTrip.count())},
                   {QStringLiteral("loss"), parameters.loss},
                   {QStringLiteral("haste"), parameters.haste},
                   {QStringLiteral("bytesUp"), link.bytesUp()},
                   {QStringLiteral("bytesDown"), link.bytesDown()}},
                  {seconds}};
    figure.unit = QStringLiteral("s");
    figure.comparedName = QStringLiteral("bytes up / rate");
    figure.compared = {double(link.bytesUp()) * 8 / parameters.bitsPerSecond};
    return figure;
}

Result<Figure> measureThinLink(const QList<sync::Parcel> &parcels)
{
    const test::LinkParameters parameters;
    const test::ThinServer server;
    const test::SlowLink link(quint16(server.url().port()), parameters);
    QUrl address = server.url();
    address.setPort(link.port());
    return sendAll(parcels, address.toString(), parameters.haste,
                   [](const sync::ServerSettings &settings) {
                       return std::make_unique<thin::PairedTransport>(settings, systemClock(), benchStation);
                   })
        .map([&](double seconds) {
            return figureOf(QStringLiteral("send records over a satellite link, thin"), seconds, parcels,
                            link, parameters);
        });
}

Result<Figure> measureOpenRosaLink(const QList<sync::Parcel> &parcels, const QString &folder)
{
    test::LinkParameters parameters;
    parameters.haste = openRosaHaste;
    const auto server = OpenRosaServer::start(folder);
    if (!server)
        return tl::make_unexpected(server.error());
    const test::SlowLink link((*server)->port(), parameters);
    const HurriedClock clock(parameters.haste);
    return sendAll(parcels, OpenRosaServer::addressAt(link.port()), parameters.haste,
                   [&](const sync::ServerSettings &settings) {
                       return std::make_unique<openrosa::OpenRosaTransport>(settings, clock);
                   })
        .map([&](double seconds) {
            return figureOf(QStringLiteral("send records over a satellite link, OpenRosa"), seconds, parcels,
                            link, parameters);
        });
}

}  // namespace

Figures measureLink(const Plan &plan)
{
    const int count = std::clamp(plan.records / 100, 20, mostRecords);
    const auto parcels = secondLineRecords(plan.folder + QStringLiteral("/link"), count);
    if (!parcels)
        return tl::make_unexpected(parcels.error());
    return measureThinLink(*parcels).and_then([&](const Figure &thin) -> Figures {
        return measureOpenRosaLink(*parcels, plan.folder + QStringLiteral("/link-openrosa"))
            .map([&](const Figure &openRosa) {
                return QList<Figure>{thin, openRosa};
            });
    });
}

}  // namespace amparo::bench
