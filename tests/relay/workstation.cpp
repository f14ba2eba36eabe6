#include "relay/workstation.h"

#include "app/demo/demo_post.h"
#include "app/installed_forms.h"
#include "support/samples.h"
#include "sync/relay/lane_enrolment.h"
#include "sync/relay/lane_transport.h"
#include "sync/server_repository.h"
#include "sync/store_outbox.h"
#include "sync/thin/store_station.h"

#include <QDir>
#include <QTcpServer>

namespace amparo::test {

namespace {

using namespace std::chrono_literals;

const QTemporaryDir &pattern(Workstation::Which which)
{
    struct Patterns {
        QTemporaryDir folders[3] = {QTemporaryDir(quickFolder()), QTemporaryDir(quickFolder()),
                                    QTemporaryDir(quickFolder())};
        Patterns()
        {
            for (quint32 i = 0; i < 3; ++i)
                require(app::makeDemoPost(folders[i].path(), QDateTime::currentDateTimeUtc(), i + 1));
        }
    };
    static const Patterns patterns;
    return patterns.folders[int(which)];
}

std::unique_ptr<sync::Transport> transportFor(const sync::ServerSettings &settings, store::StoreQueue &queue,
                                              std::function<void()> requeued)
{
    auto station = std::make_unique<thin::StoreStation>(queue, settings.address.toString(), settings.sealKey);
    if (settings.protocol == sync::Protocol::Thin)
        return std::make_unique<thin::ThinTransport>(settings, systemClock(), std::move(station));
    return std::make_unique<relay::LaneTransport>(settings, systemClock(), std::move(station),
                                                  std::make_unique<relay::LaneWaiting>(queue),
                                                  std::move(requeued), 50ms);
}

}  // namespace

quint16 freePort()
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

app::AskForApproval approvalAt(store::Store &store)
{
    return [&store] {
        return store
            .approve(record::Permission::SetPolicies, QStringLiteral("luis"),
                     crypto::Passphrase::fromText(app::demoAccounts().first().passphrase))
            .map([](store::Approval approval) { return std::optional(std::move(approval)); });
    };
}

Workstation::Workstation(Which which) : m_folder(quickFolder())
{
    const QDir from(pattern(which).path());
    for (const QString &file : from.entryList(QDir::Files))
        REQUIRE(QFile::copy(from.filePath(file), m_folder.filePath(file)));
}

std::unique_ptr<store::Store> Workstation::openStore(const QString &login) const
{
    const auto passphrase = crypto::Passphrase::fromText(app::demoAccounts().first().passphrase);
    auto opened = store::Store::open(folder(), login, passphrase, systemClock());
    // A program that was killed while it signed in has left a failed try, and a wait with it.
    REQUIRE(eventually([&] {
        if (!opened && opened.error().code == ErrorCode::Denied)
            opened = store::Store::open(folder(), login, passphrase, systemClock());
        return opened || opened.error().code != ErrorCode::Denied;
    }));
    return require(std::move(opened));
}

void Workstation::setServer(const sync::ServerSettings &settings)
{
    set([&](store::Store &store) {
        const sync::ServerRepository repository(store.settings());
        std::optional<store::Approval> approval;
        if (require(repository.find()))
            approval = require(approvalAt(store)());
        require(sync::ServerRepository(store.settings()).set(settings, std::move(approval)));
        return true;
    });
}

void Workstation::becomeRelay(quint16 port) { becomeRelay({QStringLiteral("127.0.0.1"), port, {}, {}}); }

void Workstation::becomeRelay(const relay::RelaySettings &settings)
{
    set([&](store::Store &store) {
        require(relay::RelayRepository(store.settings()).set(settings));
        return true;
    });
}

sync::Enrolment Workstation::enrol(const QString &lane)
{
    return set([&](store::Store &store) {
        QByteArray file;
        require(relay::enrolLane(store, lane, relay::LaneIs::New, {}, [&](const sync::Enrolment &told) {
            file = sync::enrolmentFile(told);
            return Result<>();
        }));
        return require(sync::readEnrolment(file));
    });
}

void Workstation::joinAs(const QString &lane, Workstation &relay)
{
    const auto enrolment = relay.enrol(lane);
    set([&](store::Store &store) { return require(app::takeUp(store, enrolment, approvalAt(store))), true; });
}

void Workstation::open()
{
    auto store = openStore(QStringLiteral("luis"));
    const auto server = require(sync::ServerRepository(store->settings()).find());
    const auto serving = require(relay::RelayRepository(store->settings()).find());
    m_queue = std::make_unique<store::StoreQueue>(std::move(store));
    const auto self = std::make_shared<sync::SyncThread *>(nullptr);
    m_sync = std::make_unique<sync::SyncThread>(
        [this] { return std::make_unique<sync::StoreOutbox>(*m_queue); },
        [this, self](const sync::ServerSettings &settings) {
            return transportFor(settings, *m_queue, [self] { (*self)->outboxChanged(); });
        },
        systemClock(), [](const sync::Unsent &, int) { return 50ms; });
    *self = m_sync.get();
    m_relay = app::makePostRelay(*m_queue, systemClock());
    QObject::connect(m_relay.get(), &relay::Relay::recordsArrived, m_sync.get(),
                     &sync::SyncThread::outboxChanged);
    m_sync->configure(server);
    m_relay->configure(serving);
    if (serving)
        REQUIRE(eventually([&] { return m_relay->address().has_value(); }));
}

void Workstation::close()
{
    m_relay.reset();
    m_sync.reset();
    m_queue.reset();
}

store::OutboxCounts Workstation::counts()
{
    return require(ask([](store::Store &store) { return store.outbox().counts(); }));
}

qsizetype Workstation::counted()
{
    return require(ask([](store::Store &store) {
               return store.shifts().current().and_then([&](const std::optional<record::Shift> &shift) {
                   return store.screenings().finalOfShift(shift->id);
               });
           }))
        .size();
}

}  // namespace amparo::test
