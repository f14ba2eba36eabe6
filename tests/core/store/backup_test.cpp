// Backups, their trial and their way back: security design, D5 and D6.
#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>
#include <QFile>

using namespace amparo;
using namespace amparo::store;
using amparo::test::contentOf;
using amparo::test::text;
using amparo::test::theirs;
using crypto::Passphrase;
using test::anOfficer;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

struct Place {
    QTemporaryDir folder{test::quickFolder()};
    QString backup = folder.filePath(text("backup"));
    QString store = folder.filePath(text("store"));
};

BackupInfo backUp(TestStore &store, const QString &folder)
{
    auto copy = require(store->beginBackup(folder));
    while (!require(copy.step(3))) {
    }
    return require(store->finishBackup(std::move(copy)));
}

Result<BackupInfo> drill(const QString &backup)
{
    return drillBackup(backup, text("lead"), test::aPassphrase());
}

}  // namespace

TEST_CASE("a backup made while records are written is restored whole, as a new generation",
          "[store][SEC-D5][SEC-D6]")
{
    TestStore store;
    const Place place;
    const auto before = store.addFinal();
    auto copy = require(store->beginBackup(place.backup));
    REQUIRE(copy.step(2).has_value());
    const auto meanwhile = store.addFinal();
    const BackupInfo info = require(store->finishBackup(std::move(copy)));
    const auto after = store.addFinal();
    CHECK(require(readBackup(place.backup)) == info);
    CHECK(require(drill(place.backup)) == info);

    require(restoreBackup(place.backup, place.store, text("lead"), test::aPassphrase(), store.clock));
    const auto restored = require(Store::open(place.store, text("lead"), test::aPassphrase(), store.clock));
    CHECK(require(restored->screenings().find(before.id)).has_value());
    CHECK(require(restored->screenings().find(meanwhile.id)).has_value());
    CHECK_FALSE(require(restored->screenings().find(after.id)).has_value());
    CHECK(require(restored->audit().verify()).firstBroken == std::nullopt);
    CHECK(require(restored->outbox().counts()).queued == 2);  // sent again, which the server takes once
    CHECK(require(restored->generation()) != require(store->generation()));
    const auto entries = auditEntries(restored->audit(), info.auditEntry);
    REQUIRE_FALSE(entries.isEmpty());
    CHECK(entries.first().action == AuditAction::StoreRestored);
    CHECK(QDir(place.store).entryList({text("restore*")}).isEmpty());
}

TEST_CASE("a backup shows nobody a name, and its key is not the store's", "[store][SEC-K5][SEC-D6]")
{
    TestStore store;
    const Place place;
    store.addFinal();
    (void)backUp(store, place.backup);
    const QDir folder(place.backup);
    for (const QString &name : folder.entryList(QDir::Files)) {
        CAPTURE(name);
        CHECK_FALSE(contentOf(folder.filePath(name)).contains("ERIKSSON"));
        CHECK_FALSE(contentOf(folder.filePath(name)).contains("Eriksson"));
        CHECK_FALSE(contentOf(folder.filePath(name)).contains("SQLite format"));
    }
    // The database of a backup put in the place of the store's does not open.
    store.close();
    QFile::remove(store.path(text("store.amparo")));
    REQUIRE(QFile::copy(folder.filePath(text("store.amparo")), store.path(text("store.amparo"))));
    CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
}

TEST_CASE("a trial changes nothing in the backup", "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    (void)backUp(store, place.backup);
    const QDir folder(place.backup);
    const auto state = [&] {
        QMap<QString, QByteArray> files;
        for (const QString &name : folder.entryList(QDir::Files))
            files.insert(name, contentOf(folder.filePath(name)));
        return files;
    };
    const auto before = state();
    require(drill(place.backup));
    CHECK(state() == before);
}

TEST_CASE("a damaged, unfinished or foreign backup is told before anything is restored", "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    store.addFinal();
    (void)backUp(store, place.backup);
    const QString database = QDir(place.backup).filePath(text("store.amparo"));
    const QString info = QDir(place.backup).filePath(text("backup.amparo"));
    ErrorCode expected = ErrorCode::Corrupt;
    SECTION("one byte of the database")
    {
        QFile file(database);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() / 2));
        REQUIRE(file.write("x", 1) == 1);
    }
    SECTION("without its database") { QFile::remove(database); }
    SECTION("never finished")
    {
        QFile::remove(info);
        expected = ErrorCode::NotFound;
    }
    SECTION("without its keys")
    {
        QFile::remove(QDir(place.backup).filePath(text("keys.amparo")));
        expected = ErrorCode::NotFound;
    }
    SECTION("an older database under a newer description")
    {
        const QString older = place.folder.filePath(text("older"));
        REQUIRE(QFile::copy(database, older));
        store.addFinal();
        QDir(place.backup).removeRecursively();
        (void)backUp(store, place.backup);
        QFile::remove(database);
        REQUIRE(QFile::copy(older, database));
    }
    CHECK(errorOf(drill(place.backup)) == expected);
    CHECK(errorOf(restoreBackup(place.backup, place.store, text("lead"), test::aPassphrase(), store.clock)) ==
          expected);
    CHECK_FALSE(Store::existsIn(place.store));
    CHECK(QDir(place.store).entryList({text("*.amparo")}, QDir::Files).filter(text("store")).isEmpty());
}

TEST_CASE("a store whose log would keep its backup from being restored is told when one is made",
          "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    REQUIRE(store.execute("DROP TRIGGER audit_stays; UPDATE audit SET detail = 'other' WHERE sequence = 2"));
    const auto made = store->finishBackup(require(store->beginBackup(place.backup)));
    REQUIRE(errorOf(made) == ErrorCode::Corrupt);
    CHECK(made.error().detail.contains(text("audit verify")));
    CHECK(QDir(place.backup).entryList(QDir::Files).isEmpty());
    CHECK(errorOf(readBackup(place.backup)) == ErrorCode::NotFound);
}

TEST_CASE("a backup needs a passphrase, and goes into no store's place", "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    (void)backUp(store, place.backup);
    CHECK(errorOf(drillBackup(place.backup, text("lead"), theirs())) == ErrorCode::Denied);
    CHECK(errorOf(restoreBackup(place.backup, place.store, text("lead"), theirs(), store.clock)) ==
          ErrorCode::Denied);
    store.close();
    CHECK(errorOf(restoreBackup(place.backup, store.folder(), text("lead"), test::aPassphrase(),
                                store.clock)) == ErrorCode::Conflict);
    CHECK(store.open());
}

TEST_CASE("a backup goes into a folder of its own, made by those who may", "[store][SEC-A1][SEC-D6]")
{
    TestStore store;
    const Place place;
    (void)backUp(store, place.backup);
    CHECK(errorOf(store->beginBackup(place.backup)) == ErrorCode::Conflict);
    store.signIn(store.administrator());
    store.signIn(store.addOfficer(record::Role::Officer, text("jose")));
    CHECK(errorOf(store->beginBackup(place.folder.filePath(text("other")))) == ErrorCode::Denied);
}

TEST_CASE("a backup that is dropped leaves no database", "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    {
        auto copy = require(store->beginBackup(place.backup));
        REQUIRE(copy.step(1).has_value());
    }
    CHECK(QDir(place.backup).entryList(QDir::Files).isEmpty());
    CHECK(require(store->beginBackup(place.backup)).step(1).has_value());
}

TEST_CASE("a backup from before a change of key is restored with the passphrases of then", "[store][SEC-D6]")
{
    TestStore store;
    const Place place;
    const auto screening = store.addFinal();
    (void)backUp(store, place.backup);
    require(store->finishKeyRotation(require(store->beginKeyRotation())));
    store.close();
    require(restoreBackup(place.backup, place.store, text("lead"), test::aPassphrase(), store.clock));
    const auto restored = require(Store::open(place.store, text("lead"), test::aPassphrase(), store.clock));
    CHECK(require(restored->screenings().find(screening.id)).has_value());
}

TEST_CASE("a backup whose passphrases are lost is restored with headquarters' key", "[store][SEC-K4][SEC-D6]")
{
    TestStore store;
    const Place place;
    store.signIn(store.administrator());
    const auto pair = crypto::makeRecoveryKeyPair();
    const QStringView theirsAsText = u"cuatro ranas verdes";
    const auto recover = [&](const crypto::SecretBytes &key, const char *loginName, QStringView passphrase) {
        return recoverBackup(place.backup, place.store,
                             {key.clone(),
                              anOfficer(loginName, record::Role::Administrator),
                              Passphrase::fromText(passphrase),
                              {}},
                             store.clock);
    };
    SECTION("of a post that had such a key")
    {
        require(store->setRecoveryKey(pair.publicKey));
        store.signIn(store.lead());
        const auto screening = store.addFinal();
        (void)backUp(store, place.backup);
        if (GENERATE(false, true))
            require(store->finishKeyRotation(require(store->beginKeyRotation())));
        store.close();
        CHECK(errorOf(recover(crypto::makeRecoveryKeyPair().secretKey, "rescue", theirsAsText)) ==
              ErrorCode::Denied);
        CHECK(errorOf(recover(pair.secretKey, "admin", theirsAsText)) == ErrorCode::Conflict);
        CHECK(errorOf(recover(pair.secretKey, "rescue", u"short")) == ErrorCode::InvalidInput);
        CHECK(Store::tracesIn(place.store).isEmpty());
        require(recover(pair.secretKey, "Rescue", theirsAsText));
        {
            const auto restored = require(Store::open(place.store, text("rescue"), theirs(), store.clock));
            CHECK(restored->officer().role == record::Role::Administrator);
            CHECK(require(restored->outbox().find(screening.id)));
            CHECK_FALSE(require(restored->audit().verify()).firstBroken);
            const auto entries = auditEntries(restored->audit());
            CHECK(std::any_of(entries.begin(), entries.end(), [&](const AuditEntry &entry) {
                return entry.action == AuditAction::StoreRecovered && entry.actor == restored->officer().id;
            }));
            require(restored->finishKeyRotation(require(restored->beginKeyRotation())));
        }
        CHECK(Store::open(place.store, text("lead"), test::aPassphrase(), store.clock));
    }
    SECTION("not of one that had none")
    {
        (void)backUp(store, place.backup);
        CHECK(errorOf(recover(pair.secretKey, "rescue", theirsAsText)) == ErrorCode::NotFound);
        CHECK(Store::tracesIn(place.store).isEmpty());
    }
}
