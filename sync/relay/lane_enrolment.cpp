#include "sync/relay/lane_enrolment.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "sync/relay/relay_settings.h"
#include "sync/server_repository.h"

#include <QSslCertificate>

namespace amparo::relay {

namespace {

constexpr qsizetype tokenBytes = 32;

/// The key under headquarters' receipts, as far as this station knows it; empty: it does not, or there is
/// none.
Result<QByteArray> headquartersKey(store::Store &store)
{
    const auto server = sync::ServerRepository(store.settings()).find();
    if (!server)
        return tl::make_unexpected(server.error());
    if (!*server || (*server)->protocol != sync::Protocol::Thin)
        return QByteArray();
    if (!(*server)->trust.receiptKey.isEmpty())
        return (*server)->trust.receiptKey;
    return store.batches()
        .serverKey((*server)->address.toString())
        .map([](const std::optional<QByteArray> &key) { return key.value_or(QByteArray()); });
}

/// Whose packages count here, for a lane to go by as well; nullopt: nobody's.
Result<std::optional<exchange::PackageKeys>> countingKeys(store::Store &store)
{
    return store.packages().floor().map([](const exchange::PackageFloor &floor) {
        return floor.keys.keys.isEmpty() ? std::nullopt : std::optional(floor.keys);
    });
}

/// Whom a lane has to believe where the certificate vouches for itself, as in most posts; empty: the
/// system's.
QByteArray authoritiesOf(const RelaySettings &settings)
{
    const auto chain = QSslCertificate::fromData(settings.certificate, QSsl::Pem);
    return chain.isEmpty() || !chain.last().isSelfSigned() ? QByteArray() : chain.last().toPem();
}

}  // namespace

Result<> enrolLane(store::Store &store, const QString &name, LaneIs lane, const QString &hostName,
                   const std::function<Result<>(const sync::Enrolment &)> &handOver)
{
    const auto settings = RelayRepository(store.settings()).find();
    if (!settings)
        return tl::make_unexpected(settings.error());
    if (!*settings)
        return failure(ErrorCode::NotFound, QStringLiteral("this station is no relay; see relay on"));
    const auto headquarters = headquartersKey(store);
    if (!headquarters)
        return tl::make_unexpected(headquarters.error());
    const auto packages = countingKeys(store);
    if (!packages)
        return tl::make_unexpected(packages.error());
    const auto keys = store.lanes().keys();
    if (!keys)
        return tl::make_unexpected(keys.error());
    const QByteArray token = crypto::randomBytes(tokenBytes)
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    sync::Enrolment enrolment;
    enrolment.post = store.post();
    enrolment.server.address = addressOf(**settings, hostName);
    enrolment.server.access = sync::AppUser{QString::fromLatin1(token)};
    enrolment.server.protocol = sync::Protocol::Relay;
    enrolment.server.proxy.kind = sync::Proxy::Kind::None;
    enrolment.server.sealKey = keys->publicKey;
    enrolment.server.trust.authorities = authoritiesOf(**settings);
    enrolment.server.trust.receiptKey = crypto::signingPublicKey(keys->receiptSeed);
    enrolment.server.trust.headquartersKey = *headquarters;
    enrolment.packageKeys = *packages;
    const QByteArray hash = crypto::digest(token);
    const auto tell = [&] { return handOver(enrolment); };
    return lane == LaneIs::New ? store.lanes().add(name, hash, tell) : store.lanes().renew(name, hash, tell);
}

}  // namespace amparo::relay
