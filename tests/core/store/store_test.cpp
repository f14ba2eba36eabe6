#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>

using namespace amparo;
using namespace amparo::store;
using crypto::Passphrase;
using test::anOfficer;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

namespace {

Passphrase another() { return Passphrase::fromText(u"cuatro ranas verdes"); }

}  // namespace

TEST_CASE("a store knows its post and who has opened it", "[store]")
{
    TestStore store;
    store.reopen();
    CHECK(store->post() == record::Post{text("PE-DES-01"), text("Desaguadero"), text("PER"), true});
    CHECK(store->officer() == store.lead());
    const auto last = auditEntries(store->audit()).last();
    CHECK(last.action == AuditAction::SignedIn);
    CHECK(last.detail == text("failed-before=0"));
}

TEST_CASE("a wrong passphrase and an unknown name get the same answer", "[store]")
{
    TestStore store;
    store.close();
    const auto wrongPassphrase = Store::open(store.folder(), text("lead"), another(), store.clock);
    const auto unknownName = Store::open(store.folder(), text("nobody"), test::aPassphrase(), store.clock);
    REQUIRE(errorOf(wrongPassphrase) == ErrorCode::Denied);
    REQUIRE(errorOf(unknownName) == ErrorCode::Denied);
    CHECK(wrongPassphrase.error() == unknownName.error());
}

TEST_CASE("failed tries delay even the right passphrase, and are told afterwards", "[store][SEC-A3]")
{
    TestStore store;
    store.close();
    REQUIRE(errorOf(Store::open(store.folder(), text("lead"), another(), store.clock)) == ErrorCode::Denied);
    CHECK(require(Store::signInWait(store.folder(), text("lead"), store.clock)) == std::chrono::seconds(1));
    CHECK(errorOf(store.open()) == ErrorCode::Denied);
    store.clock.advance(std::chrono::seconds(1));
    require(store.open());
    CHECK(auditEntries(store->audit()).last().detail == text("failed-before=1"));
    CHECK(require(Store::signInWait(store.folder(), text("lead"), store.clock)) == std::chrono::seconds(0));
}

TEST_CASE("an added officer opens the store with a passphrase of their own", "[store][SEC-K2]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto officer = anOfficer("José");
    require(store->addOfficer(officer, another()));
    store.close();

    CHECK(errorOf(Store::open(store.folder(), text("José"), test::aPassphrase(), store.clock)) ==
          ErrorCode::Denied);
    store.clock.advance(std::chrono::seconds(1));
    const auto opened = require(Store::open(store.folder(), text("JOSÉ"), another(), store.clock));
    CHECK(opened->officer().id == officer.id);
    CHECK(opened->officer().role == record::Role::Officer);
    CHECK(require(opened->officers().list()).size() == 3);
    CHECK(require(opened->officers().find(officer.id))->displayName == officer.displayName);
    CHECK(require(opened->officers().find(OfficerId::create())) == std::nullopt);

    CHECK(errorOf(opened->addOfficer(anOfficer("third"), another())) == ErrorCode::Denied);
}

TEST_CASE("an officer who cannot be added has no key", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    SECTION("a login name that is taken, whatever its case")
    {
        CHECK(errorOf(store->addOfficer(anOfficer("LEAD"), another())) == ErrorCode::Conflict);
    }
    SECTION("a passphrase that is too short")
    {
        CHECK(errorOf(store->addOfficer(anOfficer("jose"), Passphrase::fromText(u"corta"))) ==
              ErrorCode::InvalidInput);
    }
    SECTION("no login name")
    {
        CHECK(errorOf(store->addOfficer(anOfficer("  "), another())) == ErrorCode::InvalidInput);
    }
    CHECK(require(store->officers().list()) == QList{store.lead(), store.administrator()});
    const auto keys = require(readKeyFile(store.folder()));
    REQUIRE(keys.slotList.size() == 2);
    CHECK(keys.slotList.first().officer == store.administrator().id);
}

TEST_CASE("a store is not made over another, nor over what is left of one", "[store]")
{
    TestStore store;
    store.close();
    SECTION("whole") {}
    SECTION("its keys lost") { REQUIRE(QFile::remove(store.path(text("keys.amparo")))); }
    const auto made = Store::create(store.folder(), {text("X"), text("X"), text("PER"), false},
                                    store.administrator(), test::aPassphrase(), store.clock);
    CHECK(errorOf(made) == ErrorCode::Conflict);
    CHECK(QFile::exists(store.path(text("store.amparo"))));
}

TEST_CASE("a store that may not be made leaves nothing", "[store]")
{
    const QTemporaryDir folder;
    const test::FixedClock clock;
    record::Post post{text("PE-DES-01"), text("Desaguadero"), text("PER"), false};
    record::Officer first{OfficerId::create(), text("lead"), text("Ana"), record::Role::Administrator};
    auto passphrase = test::aPassphrase();
    SECTION("for an officer who is no administrator") { first.role = record::Role::Officer; }
    SECTION("for a post without a code") { post.code.clear(); }
    SECTION("with a passphrase that is too short") { passphrase = Passphrase::fromText(u"corta"); }
    CHECK(errorOf(Store::create(folder.path(), post, first, passphrase, clock)) == ErrorCode::InvalidInput);
    CHECK(QDir(folder.path()).isEmpty());
    CHECK_FALSE(Store::existsIn(folder.path()));
}

TEST_CASE("parameters below the floor are not accepted for a new store", "[store][SEC-K2]")
{
    const QTemporaryDir folder;
    const test::FixedClock clock;
    const record::Officer first{OfficerId::create(), text("lead"), text("Ana"), record::Role::Administrator};
    CHECK(errorOf(Store::create(folder.path(), {text("X"), text("X"), text("PER"), false}, first,
                                test::aPassphrase(), clock, {1024, 1})) == ErrorCode::InvalidInput);
    CHECK_FALSE(Store::existsIn(folder.path()));
}

TEST_CASE("no file beside or in the store shows what people are called", "[store][SEC-D1]")
{
    TestStore store;
    auto draft = store.aDraft();
    draft.traveller.surname = text("Choquehuanca");
    draft.traveller.documentNumber = text("ZX7788991");
    store.addFinal(draft);
    store.addDraft(draft = [&] {
        auto other = draft;
        other.id = ScreeningId::create();
        return other;
    }());
    require(store->screenings().saveDraft(draft, "answer of Choquehuanca"));

    const auto scan = [&] {
        const auto files = QDir(store.folder()).entryInfoList(QDir::Files | QDir::Hidden);
        CHECK(files.size() >= 3);
        for (const QFileInfo &entry : files) {
            CAPTURE(entry.fileName());
            QFile file(entry.filePath());
            if (!file.open(QIODevice::ReadOnly)) {  // Windows lets nobody read a lock that is held
                CHECK(entry.fileName() == QStringLiteral("store.lock"));
                continue;
            }
            const QByteArray bytes = file.readAll();
            for (const QByteArray secret :
                 {"Choquehuanca", "choquehuanca", "ZX7788991", "zx7788991", "Desaguadero"})
                CHECK_FALSE(bytes.contains(secret));
            CHECK_FALSE(bytes.contains(QByteArray(reinterpret_cast<const char *>(u"Choquehuanca"), 24)));
        }
    };
    scan();  // with its write-ahead log
    store.close();
    scan();
}
