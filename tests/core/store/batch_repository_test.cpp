#include "crypto/signature.h"
#include "store/checkpoint_text.h"
#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::store;
using amparo::test::auditEntries;
using amparo::test::errorOf;
using amparo::test::require;
using amparo::test::TestStore;

TEST_CASE("no two batches of a generation bear one number, also after a restart", "[store][SEC-D5]")
{
    TestStore store;
    CHECK(require(store->batches().next()).sequence == 1);
    CHECK(require(store->batches().next()).sequence == 2);
    store.reopen();
    CHECK(require(store->batches().next()).sequence == 3);
}

TEST_CASE("a batch says whose it is and carries the signed head of the log", "[store][SEC-T2]")
{
    TestStore store;
    const BatchSender sender = require(store->batches().next());
    CHECK(sender.store == store->id());
    CHECK(sender.generation == require(store->generation()));
    const auto carried = readCarried("<data>" + sender.checkpoint + "</data>");
    REQUIRE(carried);
    REQUIRE(carried->checkpoint);
    CHECK(carried->checkpoint->isSignedBy(require(store->checkpoints().generations()).last().publicKey));
}

TEST_CASE("another generation counts its batches from the beginning", "[store][SEC-D5]")
{
    TestStore store;
    require(store->batches().next());
    require(store->batches().next());
    REQUIRE(store.execute(
        "UPDATE setting SET value = CAST(replace(CAST(value AS TEXT),"
        " substr(CAST(value AS TEXT), 1, 8), '00000000') AS BLOB) WHERE name = 'batch-sequence'"));
    CHECK(require(store->batches().next()).sequence == 1);
}

TEST_CASE("a server's first key stays, and the log tells of it", "[store][SEC-S7]")
{
    TestStore store;
    const QString address = QStringLiteral("https://gateway.example");
    const QByteArray key(32, 'k');
    CHECK(require(store->batches().serverKey(address)) == std::nullopt);
    require(store->batches().keepServerKey(address, key));
    require(store->batches().keepServerKey(address, key));
    CHECK(errorOf(store->batches().keepServerKey(address, QByteArray(32, 'x'))) == ErrorCode::Conflict);
    store.reopen();
    CHECK(require(store->batches().serverKey(address)) == key);
    CHECK(require(store->batches().serverKey(QStringLiteral("https://other.example"))) == std::nullopt);
    const auto told = auditEntries(store->audit());
    CHECK(std::count_if(told.begin(), told.end(), [](const AuditEntry &entry) {
              return entry.action == AuditAction::PolicySet && entry.detail == QStringLiteral("receipt-key");
          }) == 1);
}

TEST_CASE("the key under what a post seals is made once, and outlives a change of the store's key",
          "[store][SEC-K5][SEC-S6]")
{
    TestStore store;
    CHECK(errorOf(store->batches().sealingSeed()) == ErrorCode::NotFound);
    const QByteArray key = require(store->batches().sealingKey());
    CHECK(crypto::signingPublicKey(require(store->batches().sealingSeed())) == key);
    auto rotation = require(store->beginKeyRotation());
    require(store->finishKeyRotation(std::move(rotation)));
    store.reopen();
    CHECK(require(store->batches().sealingKey()) == key);
    CHECK(key != require(store->checkpoints().generations()).last().publicKey);
    CHECK_FALSE(store.execute("UPDATE sealing_key SET public_key = zeroblob(32)"));
    CHECK_FALSE(store.execute("DELETE FROM sealing_key"));
    const auto told = auditEntries(store->audit());
    CHECK(std::count_if(told.begin(), told.end(), [](const AuditEntry &entry) {
              return entry.action == AuditAction::PolicySet && entry.detail == QStringLiteral("sealing-key");
          }) == 1);
}
