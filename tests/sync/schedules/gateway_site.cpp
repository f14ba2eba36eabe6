#include "exchange/receipt.h"
#include "gateway/gateway_process.h"
#include "gateway/postgres_cluster.h"
#include "support/catch.h"
#include "sync/gateway/post_registry.h"
#include "sync/schedules/patience.h"
#include "sync/schedules/site.h"
#include "sync/thin/items.h"
#include "sync/thin/two_lanes.h"

namespace amparo::test {

namespace {

const gateway::Statement selectRecords{
    "select_records_of_post", "SELECT r.instance_id, r.submission_xml, "
                              "(SELECT count(*) FROM record_file f WHERE f.post_id = r.post_id AND "
                              "f.instance_hash = r.instance_hash) FROM record r WHERE r.post_id = $1::text"};
const gateway::Statement countConflicts{"count_conflicts_of_post",
                                        "SELECT count(*) FROM conflict_record WHERE post_id = $1::text"};

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
                                                   std::shared_ptr<StationContents> station) override
    {
        return std::make_unique<thin::TwoLanes>(
            settings, clock, [station] { return std::make_unique<MemoryStation>(station); }, shortPatience);
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
        const auto rows = require(m_connection->run(selectRecords, {gateway::text(post)}));
        QHash<QString, QList<int>> places;
        for (int row = 0; row < rows.count(); ++row)
            places[rows.text(row, 0)].append(row);
        for (const Expectation &expected : expectations) {
            const sync::Parcel &parcel = expected.row.parcel;
            const QList<int> found = places.take(parcel.instanceId);
            if (found.isEmpty() && expected.mayBeLost)
                continue;
            if (found.size() != 1)
                return parcel.instanceId + QStringLiteral(" is there %1 times").arg(found.size());
            if (rows.bytes(found.first(), 1) != parcel.submissionXml ||
                rows.number(found.first(), 2) != parcel.attachments.size())
                return parcel.instanceId + QStringLiteral(" is not there as it was sent");
            if (!expected.mayBeLost && !isProven(expected.row))
                return parcel.instanceId + QStringLiteral(" has no receipt that proves it");
        }
        if (!places.isEmpty())
            return places.begin().key() + QStringLiteral(" is there, and nobody made it");
        const auto conflicts = require(m_connection->run(countConflicts, {gateway::text(post)}));
        return conflicts.number(0, 0) == 0 ? QString() : QStringLiteral("a record came with other bytes");
    }

private:
    std::unique_ptr<gateway::Connection> connect() const
    {
        return require(gateway::Connection::open(m_cluster->connectionString()));
    }

    /// As anybody can check it who has what the store keeps and the server's public key.
    bool isProven(const OutboxContents::Row &row) const
    {
        if (!row.receipt)
            return false;
        const auto receipt = exchange::decodeReceipt(row.receipt->proof);
        return receipt && exchange::isGenuine(*receipt, m_gateway.publicKey()) &&
               receipt->record.instanceHash == exchange::instanceHash(row.parcel.instanceId) &&
               receipt->record.contentHash == exchange::contentHash(thin::itemOf(row.parcel)) &&
               (receipt->verdict == exchange::Verdict::Stored ||
                receipt->verdict == exchange::Verdict::AlreadyStored);
    }

    std::unique_ptr<PostgresCluster> m_cluster = require(PostgresCluster::make());
    GatewayProcess m_gateway{
        m_cluster->connectionString(),
        {{QStringLiteral("requestsPerSecond"), 1'000'000}, {QStringLiteral("requestBurst"), 1'000'000}}};
    std::unique_ptr<gateway::Connection> m_connection = connect();
};

}  // namespace

std::unique_ptr<Site> makeGatewaySite() { return std::make_unique<GatewaySite>(); }

}  // namespace amparo::test
