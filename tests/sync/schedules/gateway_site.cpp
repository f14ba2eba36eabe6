#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "exchange/opening.h"
#include "exchange/receipt.h"
#include "gateway/gateway_process.h"
#include "gateway/postgres_cluster.h"
#include "support/catch.h"
#include "sync/gateway/post_registry.h"
#include "sync/schedules/patience.h"
#include "sync/schedules/site.h"
#include "sync/thin/items.h"
#include "sync/thin/paired_transport.h"

namespace amparo::test {

namespace {

const gateway::Statement selectRecords{
    "select_records_of_post", "SELECT r.instance_hash, r.submission_xml, "
                              "(SELECT count(*) FROM record_file f WHERE f.post_id = r.post_id AND "
                              "f.instance_hash = r.instance_hash) FROM record r WHERE r.post_id = $1::text"};
/// A record of a sealed batch is in that which came first.
const gateway::Statement selectSealed{
    "select_sealed_of_post",
    "SELECT s.frame, i.instance_hash FROM record_identity i JOIN sealed_batch s USING (post_id, batch_id) "
    "WHERE i.post_id = $1::text"};
const gateway::Statement selectIdentities{
    "select_identities_of_post", "SELECT instance_hash FROM record_identity WHERE post_id = $1::text"};
const gateway::Statement selectForm{"select_form_of_schedule",
                                    "SELECT xform FROM form WHERE form_hash = $1::bytea"};
const gateway::Statement countConflicts{"count_conflicts_of_post",
                                        "SELECT count(*) FROM conflict_record WHERE post_id = $1::text"};

/// A record as headquarters finds it.
struct Arrived {
    QByteArray submissionXml;
    qint64 files = 0;
};
using Arrivals = QMultiHash<QByteArray, Arrived>;  // by the hash of the instanceID

class GatewaySite final : public Site {
public:
    quint16 port() const override { return m_gateway.port(); }

    sync::ServerSettings settingsFor(const QString &post, quint16 linkPort) override
    {
        const QByteArray token = require(gateway::PostRegistry(*m_connection).add(post));
        sync::ServerSettings settings = require(sync::parseServerAddress(
            QStringLiteral("http://%1@127.0.0.1:%2").arg(QString::fromLatin1(token)).arg(linkPort)));
        settings.protocol = sync::Protocol::Thin;
        return settings;
    }

    std::unique_ptr<sync::Transport> makeTransport(const sync::ServerSettings &settings, const Clock &clock,
                                                   Post &post) override
    {
        return std::make_unique<thin::PairedTransport>(
            settings, clock, [&post, settings] { return post.makeStation(settings); }, shortPatience);
    }

    QByteArray sealKey() const override { return m_headquarters.publicKey; }

    bundle::Carrier carrierFor(const QString &post, const QByteArray &postKey, quint16 linkPort) override
    {
        require(gateway::PostRegistry(*m_connection).setKey(post, postKey));
        const sync::ServerSettings settings = settingsFor(post + QStringLiteral("-carrier"), linkPort);
        return {settings, crypto::randomBytes(exchange::idBytes), crypto::randomBytes(exchange::idBytes),
                m_gateway.publicKey()};
    }

    void killServer() override
    {
        m_gateway.kill();
        m_gateway.start();
    }

    void killDatabase() override
    {
        m_cluster->kill();
        require(m_cluster->start());
        m_connection = connect();
    }

    QString flawOf(const QString &post, const QList<Expectation> &expectations) override
    {
        Arrivals arrivals = arrivalsOf(post);
        const qsizetype identities =
            require(m_connection->run(selectIdentities, {gateway::text(post)})).count();
        if (identities != arrivals.size())
            return QStringLiteral("%1 records are known, %2 are there").arg(identities).arg(arrivals.size());
        for (const Expectation &expected : expectations) {
            const sync::Parcel &parcel = expected.record.parcel;
            const QByteArray hash = exchange::instanceHash(parcel.instanceId);
            const QList<Arrived> found = arrivals.values(hash);
            arrivals.remove(hash);
            if (found.isEmpty() && expected.mayBeLost)
                continue;
            if (found.size() != 1)
                return parcel.instanceId + QStringLiteral(" is there %1 times").arg(found.size());
            if (found.first().submissionXml != parcel.submissionXml ||
                found.first().files != parcel.attachments.size())
                return parcel.instanceId + QStringLiteral(" is not there as it was sent");
            if (!expected.mayBeLost && !isProven(expected.record))
                return parcel.instanceId + QStringLiteral(" has no receipt that proves it");
        }
        if (!arrivals.isEmpty())
            return QStringLiteral("%1 records are there that nobody made").arg(arrivals.size());
        const auto conflicts = require(m_connection->run(countConflicts, {gateway::text(post)}));
        return conflicts.number(0, 0) == 0 ? QString() : QStringLiteral("a record came with other bytes");
    }

private:
    std::unique_ptr<gateway::Connection> connect() const
    {
        return require(gateway::Connection::open(m_cluster->connectionString()));
    }

    Arrivals arrivalsOf(const QString &post)
    {
        Arrivals arrivals;
        const auto open = require(m_connection->run(selectRecords, {gateway::text(post)}));
        for (int row = 0; row < open.count(); ++row)
            arrivals.insert(open.bytes(row, 0), {open.bytes(row, 1), open.number(row, 2)});
        const auto sealed = require(m_connection->run(selectSealed, {gateway::text(post)}));
        if (sealed.count() == 0)
            return arrivals;
        const QByteArray postKey = require(gateway::PostRegistry(*m_connection).signingKey(post));
        for (int row = 0; row < sealed.count(); ++row) {
            const exchange::Batch batch =
                require(exchange::openBatch(sealed.bytes(row, 0), postKey, m_headquarters.secretKey,
                                            [this](const QByteArray &name) { return form(name); }));
            for (const exchange::Item &item : batch.items) {
                if (exchange::instanceHash(item.instanceId) == sealed.bytes(row, 1))
                    arrivals.insert(sealed.bytes(row, 1), {item.submissionXml, item.files.size()});
            }
        }
        return arrivals;
    }

    QByteArray form(const QByteArray &name)
    {
        const auto found = require(m_connection->run(selectForm, {gateway::bytea(name)}));
        return found.count() == 1 ? found.bytes(0, 0) : QByteArray();
    }

    /// As anybody can check it who has what the store keeps and the server's public key.
    bool isProven(const MadeRecord &record) const
    {
        if (!record.receipt)
            return false;
        const auto receipt = exchange::decodeReceipt(record.receipt->proof);
        return receipt && exchange::isGenuine(*receipt, m_gateway.publicKey()) &&
               receipt->record.instanceHash == exchange::instanceHash(record.parcel.instanceId) &&
               receipt->record.contentHash == exchange::contentHash(thin::itemOf(record.parcel)) &&
               (receipt->verdict == exchange::Verdict::Stored ||
                receipt->verdict == exchange::Verdict::AlreadyStored);
    }

    std::unique_ptr<PostgresCluster> m_cluster = require(PostgresCluster::make());
    GatewayProcess m_gateway{
        m_cluster->connectionString(),
        {{QStringLiteral("requestsPerSecond"), 1'000'000}, {QStringLiteral("requestBurst"), 1'000'000}}};
    std::unique_ptr<gateway::Connection> m_connection = connect();
    crypto::RecoveryKeyPair m_headquarters = crypto::makeRecoveryKeyPair();
};

}  // namespace

std::unique_ptr<Site> makeGatewaySite() { return std::make_unique<GatewaySite>(); }

}  // namespace amparo::test
