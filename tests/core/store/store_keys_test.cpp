// Who has a way to the store key, and what becomes of it: security design, section 3.
#include "store/key_slots.h"

#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>
#include <QFile>

using namespace amparo;
using namespace amparo::store;
using crypto::KdfParameters;
using crypto::Passphrase;
using test::anOfficer;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::theirs;

namespace {

Passphrase next() { return Passphrase::fromText(u"cinco llamas azules"); }

Result<> opens(const TestStore &store, const char *loginName, const Passphrase &passphrase)
{
    return Store::open(store.folder(), text(loginName), passphrase, store.clock)
        .map([](const std::unique_ptr<Store> &) {});
}

AuditAction lastAction(TestStore &store) { return auditEntries(store->audit()).last().action; }

void rotate(TestStore &store)
{
    auto rotation = require(store->beginKeyRotation());
    require(store->finishKeyRotation(std::move(rotation)));
}

QStringList databases(const TestStore &store)
{
    return QDir(store.folder()).entryList({text("store*.amparo")}, QDir::Files, QDir::Name);
}

void copy(const QString &from, const QString &to)
{
    QFile::remove(to);
    REQUIRE(QFile::copy(from, to));
}

}  // namespace

TEST_CASE("a removed officer's passphrase opens nothing any more", "[store][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = anOfficer("jose");
    require(store->addOfficer(officer, theirs()));
    require(store->removeOfficer(officer.id));
    CHECK(lastAction(store) == AuditAction::OfficerRemoved);
    CHECK(require(store->officers().list()).size() == 2);
    CHECK(require(store->officers().find(officer.id))->displayName == officer.displayName);
    CHECK(errorOf(store->removeOfficer(officer.id)) == ErrorCode::NotFound);
    store.close();
    CHECK(errorOf(opens(store, "jose", theirs())) == ErrorCode::Denied);
    QFile::remove(store.path(text("keys.amparo")));  // nor does the generation before
    store.clock.advance(std::chrono::minutes(10));
    CHECK(errorOf(opens(store, "jose", theirs())) == ErrorCode::Denied);
}

TEST_CASE("a key file that a removed officer copied opens nothing after the key was changed",
          "[store][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = anOfficer("jose");
    require(store->addOfficer(officer, theirs()));
    copy(store.path(text("keys.amparo")), store.path(text("stolen")));
    require(store->removeOfficer(officer.id));
    const bool isChanged = GENERATE(false, true);
    if (isChanged)
        rotate(store);
    store.close();
    copy(store.path(text("stolen")), store.path(text("keys.amparo")));
    copy(store.path(text("stolen")), store.path(text("keys.amparo.previous")));
    // Before the change the store knows who has gone; its key is still in the slot, which is why a change is
    // offered.
    CHECK(errorOf(opens(store, "jose", theirs())) == (isChanged ? ErrorCode::Corrupt : ErrorCode::Denied));
    const auto stolen = require(openSlot(require(readKeyFile(store.folder())), text("jose"), theirs()));
    CHECK(Database::open(store.path(text("store.amparo")), stolen.store, Database::Mode::Existing)
              .has_value() == !isChanged);
    if (isChanged) {
        // Also where the new database is put under the old one's name.
        copy(store.path(text("store-2.amparo")), store.path(text("store.amparo")));
        CHECK(errorOf(opens(store, "jose", theirs())) == ErrorCode::Corrupt);
    }
}

TEST_CASE("the store knows that its key should be changed until it is", "[store][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = anOfficer("jose");
    require(store->addOfficer(officer, theirs()));
    CHECK_FALSE(require(store->isKeyChangeAdvised()));
    SECTION("an account was removed") { require(store->removeOfficer(officer.id)); }
    SECTION("an account was suspended") { require(store->suspendOfficer(officer.id)); }
    CHECK(require(store->isKeyChangeAdvised()));
    store.reopen();
    CHECK(require(store->isKeyChangeAdvised()));
    {
        auto dropped = require(store->beginKeyRotation());
        REQUIRE(dropped.step(1).has_value());
    }
    CHECK(require(store->isKeyChangeAdvised()));
    rotate(store);
    CHECK_FALSE(require(store->isKeyChangeAdvised()));
    store.reopen();
    CHECK_FALSE(require(store->isKeyChangeAdvised()));
}

TEST_CASE("nobody removes themselves, and only administrators remove", "[store][SEC-A1]")
{
    TestStore store;
    store.signIn(store.administrator());
    CHECK(errorOf(store->removeOfficer(store.administrator().id)) == ErrorCode::Denied);
    store.signIn(store.addOfficer(record::Role::Auditor, text("jose")));
    CHECK(errorOf(store->removeOfficer(store.administrator().id)) == ErrorCode::Denied);
    CHECK(errorOf(store->resetPassphrase(store.administrator().id, next())) == ErrorCode::Denied);
    CHECK(errorOf(store->setKeyCost({})) == ErrorCode::Denied);
    CHECK(errorOf(store->setRecoveryKey(QByteArray(32, '\1'))) == ErrorCode::Denied);
    CHECK(errorOf(store->beginKeyRotation()) == ErrorCode::Denied);
}

TEST_CASE("a passphrase is changed with the one before, which is guessed as slowly as at a sign-in",
          "[store][SEC-K2][SEC-A3]")
{
    TestStore store;
    CHECK(errorOf(store->changePassphrase(theirs(), next())) == ErrorCode::Denied);
    CHECK(errorOf(store->changePassphrase(test::aPassphrase(), next())) == ErrorCode::Denied);
    CHECK(require(Store::signInWait(store.folder(), text("lead"), store.clock)) == std::chrono::seconds(1));
    store.clock.advance(std::chrono::seconds(1));
    CHECK(errorOf(store->changePassphrase(test::aPassphrase(), Passphrase::fromText(u"short"))) ==
          ErrorCode::InvalidInput);
    require(store->changePassphrase(test::aPassphrase(), next()));
    const auto told = auditEntries(store->audit()).last();
    CHECK(told.action == AuditAction::PassphraseChanged);
    CHECK(told.detail == text("failed-before=1"));
    store.close();
    CHECK(errorOf(opens(store, "lead", test::aPassphrase())) == ErrorCode::Denied);
    store.clock.advance(std::chrono::seconds(1));
    CHECK(opens(store, "lead", next()));
}

TEST_CASE("a forgotten passphrase is replaced by an administrator", "[store][SEC-K2]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = anOfficer("jose");
    require(store->addOfficer(officer, theirs()));
    require(store->resetPassphrase(officer.id, next()));
    CHECK(lastAction(store) == AuditAction::PassphraseReset);
    CHECK(errorOf(store->resetPassphrase(OfficerId::create(), next())) == ErrorCode::NotFound);
    store.close();
    CHECK(errorOf(opens(store, "jose", theirs())) == ErrorCode::Denied);
    store.clock.advance(std::chrono::seconds(1));
    CHECK(opens(store, "jose", next()));
}

TEST_CASE("a key that costs more is adopted at the next sign-in, never one that costs less",
          "[store][SEC-K2]")
{
    TestStore store;
    store.signIn(store.administrator());
    CHECK(errorOf(store->setKeyCost({1024, 3})) == ErrorCode::InvalidInput);
    const KdfParameters dearer{65 * 1024, 4};
    require(store->setKeyCost(dearer));
    store.reopen();
    CHECK(lastAction(store) == AuditAction::KeyCostRaised);
    CHECK(require(readKeyFile(store.folder())).find(u"admin")->own.kdf == dearer);
    require(store->setKeyCost({}, require(store->approve(record::Permission::SetPolicies,
                                                         store.lead().loginName, test::aPassphrase()))));
    store.reopen();
    CHECK(lastAction(store) == AuditAction::SignedIn);
    CHECK(require(readKeyFile(store.folder())).find(u"admin")->own.kdf == dearer);
}

TEST_CASE("after the key was changed every passphrase opens the store, and nothing is missing",
          "[store][SEC-K7]")
{
    TestStore store;
    store.signIn(store.administrator());
    require(store->addOfficer(anOfficer("jose"), theirs()));
    store.signIn(store.lead());
    const auto before = store.addFinal();

    auto rotation = require(store->beginKeyRotation());
    const int pages = GENERATE(1, 2, 1'000'000);
    REQUIRE(rotation.step(pages).has_value());
    const auto meanwhile = store.addFinal();  // goes into the copy as well, wherever that stands
    while (!require(rotation.step(pages))) {
    }
    store.addFinal();
    require(store->finishKeyRotation(std::move(rotation)));
    CHECK(lastAction(store) == AuditAction::KeyRotated);
    CHECK(databases(store) == QStringList{text("store-2.amparo")});
    const auto after = store.addFinal();

    store.reopen();
    for (const auto &screening : {before, meanwhile, after})
        CHECK(require(store->screenings().find(screening.id)).has_value());
    CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
    store.close();
    CHECK(opens(store, "jose", theirs()));
    QFile::remove(store.path(text("keys.amparo")));  // the generation before knows the new key, too
    CHECK(opens(store, "lead", test::aPassphrase()));
}

TEST_CASE("a change of key that is dropped leaves all as it was", "[store][SEC-K7]")
{
    TestStore store;
    {
        auto rotation = require(store->beginKeyRotation());
        REQUIRE(rotation.step(1).has_value());
        CHECK(databases(store) == QStringList{text("store-2.amparo"), text("store.amparo")});
    }
    CHECK(databases(store) == QStringList{text("store.amparo")});
    store.addFinal();
    store.reopen();
    CHECK(lastAction(store) == AuditAction::SignedIn);
}

TEST_CASE("what a broken-off change of key left is cleared away at the next opening, and no more",
          "[store][SEC-K7]")
{
    TestStore store;
    store.close();
    const QString leftover = store.path(text("store-2.amparo"));
    copy(store.path(text("store.amparo")), leftover);
    require(store.open());
    CHECK_FALSE(QFile::exists(leftover));
    CHECK(QFile::exists(store.path(text("store.amparo"))));

    // Where only the generation before is left, nobody knows which database counts: none is touched.
    store.close();
    copy(store.path(text("store.amparo")), leftover);
    QFile::remove(store.path(text("keys.amparo")));
    require(store.open());
    CHECK(QFile::exists(leftover));
}

TEST_CASE("a post whose passphrases are lost is opened with headquarters' key", "[store][SEC-K4]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto pair = crypto::makeRecoveryKeyPair();
    CHECK(errorOf(store->setRecoveryKey(QByteArray("short"))) == ErrorCode::InvalidInput);
    require(store->setRecoveryKey(pair.publicKey));
    store.signIn(store.lead());
    const auto screening = store.addFinal();
    if (GENERATE(false, true))
        rotate(store);
    store.close();

    const auto rescuer = anOfficer("rescue", record::Role::Administrator);
    const auto other = crypto::makeRecoveryKeyPair();
    CHECK(errorOf(Store::recover(store.folder(), other.secretKey, rescuer, next(), store.clock)) ==
          ErrorCode::Denied);
    require(Store::recover(store.folder(), pair.secretKey, rescuer, next(), store.clock));

    const auto opened = require(Store::open(store.folder(), text("rescue"), next(), store.clock));
    CHECK(require(opened->outbox().find(screening.id)).has_value());
    const auto entries = auditEntries(opened->audit());
    CHECK(std::any_of(entries.begin(), entries.end(), [&](const AuditEntry &entry) {
        return entry.action == AuditAction::StoreRecovered && entry.actor == rescuer.id;
    }));
}

TEST_CASE("a post without a recovery key cannot be opened that way", "[store][SEC-K4]")
{
    TestStore store;
    store.close();
    CHECK(errorOf(Store::recover(store.folder(), crypto::makeRecoveryKeyPair().secretKey,
                                 anOfficer("rescue", record::Role::Administrator), next(), store.clock)) ==
          ErrorCode::NotFound);
}
