#include "sync/gateway/ingest.h"

#include "crypto/random.h"
#include "crypto/signature.h"
#include "gateway/deliveries.h"
#include "gateway/test_database.h"
#include "support/catch.h"

#include <algorithm>
#include <random>
#include <thread>

using namespace amparo;
using namespace amparo::gateway;
using namespace amparo::test;
using exchange::Verdict;

namespace {

/// An archive with a key, to deliver to.
struct Archive {
    TestDatabase database;
    std::unique_ptr<Connection> connection = database.connect();
    crypto::SecretBytes seed = crypto::randomSecret(32);

    Result<Acknowledgement> tryIngest(const Delivery &delivery)
    {
        return ingest(*connection, delivery, systemClock(), seed);
    }
    Acknowledgement ingested(const Delivery &delivery) { return require(tryIngest(delivery)); }
    qint64 records() const { return database.number("SELECT count(*) FROM record"); }
};

/// Six records of the pool in any order, each fourth with other answers.
exchange::Batch aDraw(QList<exchange::Item> pool, std::mt19937 &chance, quint64 sequence)
{
    std::shuffle(pool.begin(), pool.end(), chance);
    pool.resize(6);
    for (exchange::Item &item : pool) {
        if (chance() % 4 == 0)
            item.submissionXml.replace("yes", "no");
    }
    return aBatch(pool, sequence);
}

/// Delivers all of them from four connections at once, each batch twice. The receipts of each batch.
QHash<QByteArray, QSet<QByteArray>> race(Archive &archive, const QList<Delivery> &deliveries)
{
    QHash<QByteArray, QSet<QByteArray>> receipts;
    std::mutex mutex;
    std::atomic<qsizetype> next = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, connection = std::shared_ptr(archive.database.connect())] {
            for (qsizetype k = next++; k < deliveries.size() * 2; k = next++) {
                const Delivery &delivery = deliveries[k / 2];
                const auto answer = ingest(*connection, delivery, systemClock(), archive.seed);
                const std::lock_guard lock(mutex);
                receipts[delivery.batchId].insert(answer ? answer->receipt : answer.error().detail.toUtf8());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return receipts;
}

QList<Verdict> times(int count, Verdict verdict) { return QList<Verdict>(count, verdict); }

}  // namespace

TEST_CASE("what is delivered is stored as it came, with a receipt that anybody can check", "[gateway]")
{
    Archive archive;
    QList<exchange::Item> items = someItems(3);
    items[1].files.append(
        {QStringLiteral("face.jpg"), QStringLiteral("image/jpeg"), QByteArray("\xff\xd8\0x", 4)});
    const Delivery delivery = aDelivery(aBatch(items));
    const Acknowledgement answer = archive.ingested(delivery);
    CHECK(answer.isNew);
    CHECK(answer.verdicts == times(3, Verdict::Stored));

    const auto receipt = require(exchange::decodeBatchReceipt(answer.receipt));
    const auto receipts = require(exchange::checkedReceipts(receipt, delivery.manifest, delivery.batchId,
                                                            crypto::signingPublicKey(archive.seed)));
    CHECK(receipts.size() == 3);

    const auto rows = require(archive.connection->run(
        {"all_records",
         "SELECT instance_id, form_id, form_version, submission_xml FROM record ORDER BY instance_id"}));
    std::sort(items.begin(), items.end(),
              [](const auto &a, const auto &b) { return a.instanceId < b.instanceId; });
    REQUIRE(rows.count() == 3);
    for (int row = 0; row < 3; ++row) {
        CHECK(rows.text(row, 0) == items[row].instanceId);
        CHECK(rows.text(row, 1) == items[row].formId);
        CHECK(rows.text(row, 2) == items[row].formVersion);
        CHECK(rows.bytes(row, 3) == items[row].submissionXml);
    }
    const auto files =
        require(archive.connection->run({"all_files", "SELECT name, media_type, content FROM record_file"}));
    REQUIRE(files.count() == 1);
    CHECK(files.text(0, 0) == QStringLiteral("face.jpg"));
    CHECK(files.bytes(0, 2) == QByteArray("\xff\xd8\0x", 4));
    CHECK(archive.database.number("SELECT count(*) FROM record_other") == 0);
}

TEST_CASE("[SEC-S2] a batch that comes again is answered with the same receipt and stored once", "[gateway]")
{
    Archive archive;
    const Delivery delivery = aDelivery(aBatch(someItems(5)));
    const Acknowledgement first = archive.ingested(delivery);
    const Acknowledgement second = archive.ingested(delivery);
    CHECK_FALSE(second.isNew);
    CHECK(second.receipt == first.receipt);
    CHECK(archive.records() == 5);
}

TEST_CASE("records that come again in another batch are known", "[gateway]")
{
    Archive archive;
    const QList<exchange::Item> items = someItems(4);
    archive.ingested(aDelivery(aBatch(items.mid(0, 2))));
    const auto answer = archive.ingested(aDelivery(aBatch(items, 2)));
    CHECK(answer.verdicts ==
          QList{Verdict::AlreadyStored, Verdict::AlreadyStored, Verdict::Stored, Verdict::Stored});
    CHECK(archive.records() == 4);
}

TEST_CASE("other bytes under the same instanceID are a conflict, and both are kept", "[gateway]")
{
    Archive archive;
    const exchange::Item item = anItem();
    archive.ingested(aDelivery(aBatch({item})));
    exchange::Item other = item;
    other.submissionXml.replace("yes", "no");
    const Delivery delivery = aDelivery(aBatch({other, anItem()}, 2));
    CHECK(archive.ingested(delivery).verdicts == QList{Verdict::Conflict, Verdict::Stored});
    CHECK(archive.records() == 2);
    const auto kept =
        require(archive.connection->run({"all_conflicts", "SELECT submission_xml FROM conflict_record"}));
    REQUIRE(kept.count() == 1);
    CHECK(kept.bytes(0, 0) == other.submissionXml);
}

TEST_CASE("a record that differs in a file alone is a conflict", "[gateway]")
{
    Archive archive;
    const exchange::Item item = anItem();
    archive.ingested(aDelivery(aBatch({item})));
    exchange::Item other = item;
    other.files.append({QStringLiteral("a.txt"), QStringLiteral("text/plain"), "a"});
    CHECK(archive.ingested(aDelivery(aBatch({other}, 2))).verdicts == QList{Verdict::Conflict});
}

TEST_CASE("posts do not see each other's records", "[gateway]")
{
    Archive archive;
    const exchange::Batch batch = aBatch({anItem()});
    archive.ingested(aDelivery(batch, QStringLiteral("PE-DES-01")));
    CHECK(archive.ingested(aDelivery(batch, QStringLiteral("BO-DES-01"))).verdicts == QList{Verdict::Stored});
    CHECK(archive.records() == 2);
}

TEST_CASE("a record that the archive cannot write down is refused, and holds up no other", "[gateway]")
{
    Archive archive;
    exchange::Item odd = anItem();
    odd.formId = QString(QChar(u'\0'));
    CHECK(archive.ingested(aDelivery(aBatch({anItem(), odd, anItem()}))).verdicts ==
          QList{Verdict::Stored, Verdict::Refused, Verdict::Stored});
    CHECK(archive.records() == 2);
}

TEST_CASE("a batch without records moves the store's count alone", "[gateway]")
{
    Archive archive;
    CHECK(archive.ingested(aDelivery(aBatch({}, 7))).verdicts.isEmpty());
    CHECK(archive.database.number("SELECT sequence FROM store_state") == 7);
}

TEST_CASE("a late batch does not move the store's count back", "[gateway]")
{
    Archive archive;
    archive.ingested(aDelivery(aBatch({anItem()}, 9)));
    archive.ingested(aDelivery(aBatch({anItem()}, 8)));
    CHECK(archive.database.number("SELECT sequence FROM store_state") == 9);
}

TEST_CASE("a batch number beyond what the archive can keep is not taken", "[gateway]")
{
    Archive archive;
    CHECK(errorOf(archive.tryIngest(aDelivery(aBatch({anItem()}, ~quint64(0))))) == ErrorCode::InvalidInput);
    CHECK(archive.records() == 0);
}

TEST_CASE("a sealed batch is kept unread and its records are known by their hashes", "[gateway]")
{
    Archive archive;
    const QList<exchange::Item> items = someItems(2);
    Delivery delivery = aDelivery(aBatch(items));
    delivery.manifest.entries.append(
        delivery.manifest.entries.first());  // only a faulty client names one twice
    delivery.content = SealedContent{QByteArray(8, 'k'), "closed"};
    CHECK(archive.ingested(delivery).verdicts ==
          QList{Verdict::Stored, Verdict::Stored, Verdict::AlreadyStored});
    CHECK(archive.records() == 0);
    CHECK(archive.database.number("SELECT count(*) FROM sealed_batch WHERE frame = 'closed'") == 1);
    CHECK(archive.ingested(aDelivery(aBatch(items, 2))).verdicts == times(2, Verdict::AlreadyStored));
}

TEST_CASE(
    "[SEC-S2] however batches overlap and race, each record is stored once and each batch has one receipt",
    "[gateway]")
{
    const int rounds = std::max(5, qEnvironmentVariableIntValue("AMPARO_GATEWAY_RACES"));
    const auto seed = GENERATE(range(0u, 2u));
    std::mt19937 chance(seed);
    Archive archive;
    for (int round = 0; round < rounds; ++round) {
        const QList<exchange::Item> pool = someItems(12);
        QHash<QByteArray, Delivery> deliveries;
        for (quint64 i = 0; i < 8; ++i) {
            const Delivery delivery = aDelivery(aDraw(pool, chance, i));
            deliveries.insert(delivery.batchId, delivery);
        }
        const auto receipts = race(archive, deliveries.values());
        QHash<QByteArray, int> stored;  // by instance hash
        for (const Delivery &delivery : deliveries) {
            CAPTURE(seed, round, receipts[delivery.batchId]);
            REQUIRE(receipts[delivery.batchId].size() == 1);
            const auto receipt = require(exchange::decodeBatchReceipt(*receipts[delivery.batchId].begin()));
            for (qsizetype i = 0; i < receipt.verdicts.size(); ++i)
                stored[delivery.manifest.entries[i].instanceHash] +=
                    receipt.verdicts[i] == Verdict::Stored ? 1 : 0;
        }
        CHECK(std::all_of(stored.cbegin(), stored.cend(), [](int count) { return count == 1; }));
    }
    CHECK(archive.records() == archive.database.number("SELECT count(*) FROM record_identity"));
}
