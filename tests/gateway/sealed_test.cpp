// What a post seals, from its store to headquarters, with a real gateway and its database in between.

#include "crypto/random.h"
#include "crypto/signature.h"
#include "exchange/opening.h"
#include "exchange/seal.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/test_store.h"
#include "sync/bundle/headquarters.h"
#include "sync/store_outbox.h"
#include "sync/sync_thread.h"
#include "sync/thin/store_station.h"
#include "sync/thin/thin_transport.h"

#include <QDir>

using namespace amparo;
using namespace amparo::test;
using sync::Trouble;

namespace {

const QString postName = QStringLiteral("PE-DES-01");

/// A gateway with one post, and headquarters.
struct SealedSite {
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};
    QByteArray token = gateway.addPost(postName);
    crypto::RecoveryKeyPair headquarters = crypto::makeRecoveryKeyPair();

    sync::ServerSettings settings() const
    {
        auto server = require(sync::parseServerAddress(
            QStringLiteral("http://%2@127.0.0.1:%1").arg(gateway.port()).arg(QString::fromLatin1(token))));
        server.protocol = sync::Protocol::Thin;
        server.sealKey = headquarters.publicKey;
        return server;
    }

    /// The rows, of whatever table, in which the bytes stand, as they are or in hexadecimal.
    qint64 rowsWith(const QByteArray &bytes) const
    {
        const auto connection = database.connect();
        const auto tables = require(connection->run(
            {"tables", "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"}));
        qint64 rows = 0;
        for (int table = 0; table < tables.count(); ++table) {
            const QByteArray query = "SELECT count(*) FROM " + tables.text(table, 0).toUtf8() +
                                     " t WHERE position('" + bytes + "' IN t::text) > 0 OR position('" +
                                     bytes.toHex() + "' IN t::text) > 0";
            rows += database.number(query.constData());
        }
        return rows;
    }
};

std::unique_ptr<sync::SyncThread> startSync(store::StoreQueue &queue, const Clock &clock)
{
    return std::make_unique<sync::SyncThread>(
        [&queue] { return std::make_unique<sync::StoreOutbox>(queue); },
        [&](const sync::ServerSettings &settings) {
            return std::make_unique<thin::ThinTransport>(
                settings, clock,
                std::make_unique<thin::StoreStation>(queue, settings.address.toString(), settings.sealKey));
        },
        clock);
}

QByteArray submissionOf(const QString &instanceId)
{
    return "<data id=\"checklist\"><who>Rosa Quispe Mamani</who><meta><instanceID>" + instanceId.toLatin1() +
           "</instanceID></meta></data>";
}

record::Screening addSealable(TestStore &store)
{
    const record::Screening final = decided(store.addDraft());
    require(store->screenings().finalise(final, submissionOf(final.instanceId)));
    return final;
}

/// A post without a store, whose key a test may change.
class SealingStation final : public thin::Station {
public:
    SealingStation(const crypto::SecretBytes &seed, QByteArray sealKey)
        : m_seed(seed.clone()), m_sealKey(std::move(sealKey))
    {}
    void nextBatch(std::function<void(const Result<thin::Sender> &)> done) override
    {
        later([this, done] {
            done(thin::Sender{QByteArray(16, 's'),
                              QByteArray(16, 'g'),
                              ++m_sequence,
                              "checkpoint",
                              {},
                              crypto::signingPublicKey(m_seed)});
        });
    }
    void compare(const QByteArray &, quint64, std::optional<quint64>,
                 std::function<void(const Result<bool> &)> done) override
    {
        later([done] { done(false); });
    }
    void keepServerKey(const QByteArray &) override {}
    void findForm(const QString &, const QString &, std::function<void(const QByteArray &)> done) override
    {
        later([done] { done("<h:html>a form that batches are packed against</h:html>"); });
    }
    void seal(const QByteArray &frame, const exchange::Manifest &manifest,
              std::function<void(const Result<QByteArray> &)> done) override
    {
        later([=, this] { done(exchange::seal(frame, manifest, m_sealKey, m_seed)); });
    }

private:
    template <class Deed> void later(Deed deed)
    {
        QMetaObject::invokeMethod(&m_context, deed, Qt::QueuedConnection);
    }
    QObject m_context;
    crypto::SecretBytes m_seed;
    QByteArray m_sealKey;
    quint64 m_sequence = 0;
};

/// What became of one further record.
sync::Outcome sendOne(thin::ThinTransport &transport, int number)
{
    sync::Parcel parcel;
    parcel.instanceId =
        QStringLiteral("uuid:00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
    parcel.formId = QStringLiteral("checklist");
    parcel.submissionXml = submissionOf(parcel.instanceId);
    std::optional<sync::Outcome> outcome;
    transport.send({parcel}, [&](const QString &, const sync::Outcome &result) { outcome = result; });
    REQUIRE(eventually([&] { return outcome.has_value(); }));
    return *outcome;
}

Trouble troubleOf(const sync::Outcome &outcome)
{
    REQUIRE(std::holds_alternative<sync::Unsent>(outcome));
    return std::get<sync::Unsent>(outcome).trouble;
}

}  // namespace

TEST_CASE("[SEC-S6] what a post seals stays closed at the gateway, is receipted, and headquarters opens it",
          "[gateway]")
{
    SealedSite site;
    TestStore store;
    QList<record::Screening> screenings;
    for (int i = 0; i < 3; ++i)
        screenings.append(addSealable(store));
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        int acknowledged = 0;
        QObject::connect(sync.get(), &sync::SyncThread::recordAcknowledged, sync.get(),
                         [&] { ++acknowledged; });
        sync->configure(site.settings());
        REQUIRE(eventually([&] { return acknowledged == 3; }));
    }
    CHECK(site.database.number("SELECT count(*) FROM record") == 0);
    CHECK(site.database.number("SELECT count(*) FROM sealed_batch") == 1);
    CHECK(site.database.number("SELECT count(*) FROM form") == 1);
    CHECK(site.rowsWith("Quispe") == 0);
    CHECK(site.rowsWith(screenings.first().instanceId.toLatin1()) == 0);
    CHECK(site.rowsWith(postName.toLatin1()) > 0);  // the search finds what is there

    require(store.open());
    for (const record::Screening &screening : screenings) {
        const auto item = require(store->outbox().find(screening.id));
        REQUIRE((item && item->receipt));
        const auto receipt = require(exchange::decodeReceipt(item->receipt->proof));
        CHECK(exchange::isGenuine(receipt, site.gateway.publicKey()));
        CHECK(receipt.verdict == exchange::Verdict::Stored);
    }

    const auto kept = require(site.database.connect()->run({"frames", "SELECT frame FROM sealed_batch"}));
    const auto form = require(site.database.connect()->run({"forms", "SELECT xform FROM form"}));
    const QByteArray postKey = require(store->batches().sealingKey());
    const auto findForm = [&](const QByteArray &) { return form.bytes(0, 0); };
    const auto open = [&](const QByteArray &frame, const crypto::SecretBytes &key) {
        return exchange::openBatch(frame, postKey, key, findForm);
    };
    const exchange::Batch batch = require(open(kept.bytes(0, 0), site.headquarters.secretKey));
    REQUIRE(batch.items.size() == 3);
    for (int i = 0; i < 3; ++i)
        CHECK(batch.items[i].submissionXml == require(store->screenings().submission(screenings[i].id)));
    CHECK(errorOf(open(kept.bytes(0, 0), crypto::makeRecoveryKeyPair().secretKey)) == ErrorCode::Denied);
    QByteArray altered = kept.bytes(0, 0);
    altered[altered.size() / 2] = char(altered.at(altered.size() / 2) ^ 1);
    CHECK(errorOf(open(altered, site.headquarters.secretKey)) == ErrorCode::Denied);

    // As headquarters does it: written out by the gateway, opened elsewhere.
    const QTemporaryDir archive;
    const QTemporaryDir out;
    CHECK(site.gateway.run({QStringLiteral("sealed"), archive.path()}) == QByteArray("1\n"));
    CHECK(site.gateway.run({QStringLiteral("sealed"), archive.path()}) == QByteArray("0\n"));
    const auto opened = require(bundle::openBundles(bundle::readArchive(archive.path()),
                                                    site.headquarters.secretKey, {postKey}, out.path()));
    CHECK(opened.records == 3);
    CHECK(opened.closed.isEmpty());
    CHECK(QDir(out.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 3);
}

TEST_CASE("the gateway takes a post's first key and tells of another, until somebody resets it", "[gateway]")
{
    SealedSite site;
    const auto first = crypto::randomSecret(32);
    const auto second = crypto::randomSecret(32);
    const auto transport = [&](const crypto::SecretBytes &seed) {
        return std::make_unique<thin::ThinTransport>(
            site.settings(), systemClock(),
            std::make_unique<SealingStation>(seed, site.headquarters.publicKey));
    };
    const auto earlier = transport(first);
    CHECK(std::holds_alternative<sync::Accepted>(sendOne(*earlier, 1)));
    CHECK(site.database.number("SELECT count(*) FROM form") == 1);
    const auto later = transport(second);
    CHECK(troubleOf(sendOne(*later, 2)) == Trouble::PostKey);
    REQUIRE(site.gateway.run({QStringLiteral("post"), QStringLiteral("reset-key"), postName}));

    SECTION("to another: the earlier one is told at its next batch")
    {
        CHECK(std::holds_alternative<sync::Accepted>(sendOne(*later, 2)));
        CHECK(troubleOf(sendOne(*earlier, 3)) == Trouble::PostKey);
    }
    SECTION("to none: the post says its own once more, unasked")
    {
        CHECK(std::holds_alternative<sync::Accepted>(sendOne(*earlier, 3)));
        CHECK(troubleOf(sendOne(*later, 2)) == Trouble::PostKey);
    }
}
