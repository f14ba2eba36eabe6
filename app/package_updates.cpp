#include "app/package_updates.h"

#include "base/background.h"
#include "store/store.h"
#include "sync/server_repository.h"

#include <QLoggingCategory>

namespace amparo::app {

using exchange::Channel;

namespace {

Q_LOGGING_CATEGORY(lcPackages, "amparo.packages")

constexpr std::chrono::minutes lanInterval{10};

bool handsPackagesOut(sync::Protocol protocol)
{
    return protocol == sync::Protocol::Thin || protocol == sync::Protocol::Relay;
}

}  // namespace

Result<std::optional<PackageQuestion>> packageQuestion(store::Store &store)
{
    const auto server = sync::ServerRepository(store.settings()).find();
    const auto floor = store.packages().floor();
    if (!server || !floor)
        return tl::make_unexpected(server ? floor.error() : server.error());
    if (!*server || !handsPackagesOut((*server)->protocol) || floor->keys.keys.isEmpty())
        return std::nullopt;
    PackageQuestion question{**server, {floor->keys.version, floor->versions, {}}};
    for (const Channel channel : floor->versions.keys()) {
        const auto bytes = store.packages().bytes(channel);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        question.held.signedBytes.insert(channel, *bytes);
    }
    return std::optional(question);
}

PackageUpdates::PackageUpdates(store::StoreQueue &queue, const Clock &clock)
    : m_queue(queue), m_clock(clock), m_rhythm(clock)
{}

void PackageUpdates::heed(const sync::Status &status)
{
    if (!m_rhythm.begin(status))
        return;
    m_queue.run(this, packageQuestion, [this](const Result<std::optional<PackageQuestion>> &question) {
        if (question && *question)
            fetch(**question);
        else
            m_rhythm.end();
    });
}

void PackageUpdates::fetch(const PackageQuestion &question)
{
    const bool isOnLan = question.server.protocol == sync::Protocol::Relay;
    const std::chrono::milliseconds interval = isOnLan ? lanInterval : AskingRhythm::usualInterval;
    runInPool(
        this,
        [question, &clock = m_clock] { return thin::fetchPackages(question.server, question.held, clock); },
        [this, interval](const thin::FetchedPackages &packages) { note(packages, interval); });
}

void PackageUpdates::note(const thin::FetchedPackages &packages, std::chrono::milliseconds interval)
{
    if (packages.trouble)
        qCInfo(lcPackages) << "not all was fetched:" << sync::troubleName(packages.trouble->trouble);
    const store::LinkUse use{m_clock.utcNow().toLocalTime().date(), packages.traffic.sent,
                             packages.traffic.received};
    m_queue.run(
        this, [use](store::Store &store) { return store.linkUse().add(use); },
        [this, packages, interval](const Result<> &) {
            m_rhythm.end(interval);
            if (!packages.signedBytes.isEmpty())
                Q_EMIT fetched(packages.signedBytes);
        });
}

}  // namespace amparo::app
