#include "app/bundle_exchange.h"

#include "sync/server_repository.h"

namespace amparo::app {

Result<StickSettings> stickSettings(store::Store &store)
{
    if (const auto allowed = store.bundles().checkAllowed(); !allowed)
        return tl::make_unexpected(allowed.error());
    const auto server = sync::ServerRepository(store.settings()).find();
    const auto generation = store.generation();
    if (!server || !generation)
        return tl::make_unexpected(server ? generation.error() : server.error());
    if (!*server)
        return StickSettings();
    const QString address = (*server)->address.toString();
    const auto kept = store.batches().serverKey(address);
    if (!kept)
        return tl::make_unexpected(kept.error());
    const QByteArray pinned = (*server)->trust.receiptKey;
    StickSettings settings{(*server)->sealKey,
                           std::nullopt,
                           {pinned.isEmpty() ? kept->value_or(QByteArray()) : pinned, address}};
    if ((*server)->protocol == sync::Protocol::Thin)
        settings.carrier = bundle::Carrier{**server, store.id().value().toRfc4122(),
                                           generation->value().toRfc4122(), settings.receipts.serverKey};
    return settings;
}

Result<StickContent> readStickFor(const QString &place, const QByteArray &storeId)
{
    return bundle::readStick(place).map([&](const bundle::Stick &stick) {
        StickContent content;
        QList<bundle::FoundBundle> own;
        for (const bundle::FoundBundle &found : stick.bundles)
            (found.bundle.storeId == storeId ? own : content.others).append(found);
        content.receipts = bundle::receiptsOn(own);
        content.own = int(own.size());
        content.damaged = stick.damaged;
        return content;
    });
}

Result<> noteCarried(store::Store &store, const bundle::Carried &carried)
{
    if (carried.batches == 0)
        return {};
    return store.bundles().noteBroughtIn(
        QStringLiteral("carried=%1 records=%2").arg(carried.batches).arg(carried.records));
}

}  // namespace amparo::app
