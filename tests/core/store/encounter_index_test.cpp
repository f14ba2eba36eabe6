#include "core/store/encounter_support.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "store/damage_mark.h"
#include "store/key_slots.h"
#include "support/text.h"

#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::born;
using test::Encounters;
using test::require;
using test::text;

namespace {

const record::Link phone{record::LinkKind::Phone, text("+51 987 654 321"), {}};

traveller::Traveller rosa()
{
    return Encounters::person(text("Quispe"), text("Rosa"), born, text("A1234567"));
}

/// The closed store's database, as somebody sees it who has the store key.
std::unique_ptr<Database> opened(test::TestStore &store)
{
    store.close();
    const auto keys = require(readKeyFile(store.folder()));
    const auto slot = require(openSlot(keys, store.lead().loginName, test::aPassphrase()));
    return require(
        Database::open(store.path(databaseName(keys.keyNumber)), slot.store, Database::Mode::Existing));
}

QList<QByteArray> values(Database &database)
{
    return require(database.all("SELECT value FROM encounter_key ORDER BY value",
                                [](const Row &row) { return row.get<QByteArray>(0); }));
}

}  // namespace

TEST_CASE("the index holds nothing in clear, and without its key no hash can be made", "[store][SEC-R3]")
{
    Encounters post;
    post.screened(rosa(), {phone});
    const auto database = opened(post.store);
    const auto found = values(*database);
    CHECK(found.size() == 3);  // document, name, phone
    QByteArray dump;
    for (const QByteArray &value : found) {
        CHECK(value.size() == 16);
        dump += value + ' ';
    }
    for (const char *clear : {"A1234567", "QUISPE", "KISP", "Quispe", "ROSA", "51987654321", "987654321"})
        CHECK_FALSE(dump.contains(clear));
    for (const char *guess : {"A1234567", "A1234567PER", "51987654321", "phone51987654321"})
        CHECK_FALSE(found.contains(crypto::digest(guess).first(16)));
    // What lies beside them is sealed: 24 bytes of nonce, 32 of key, 16 of tag.
    const auto sealed =
        require(database->value<QByteArray>("SELECT value FROM setting WHERE name = 'encounter-index-key'"));
    CHECK(sealed.size() == 24 + 32 + 16);
}

TEST_CASE("two posts' indexes of one person have nothing in common", "[store][SEC-R3]")
{
    Encounters one;
    Encounters other(test::TestStore::Kind::Another);
    one.screened(rosa(), {phone});
    other.screened(rosa(), {phone});
    const auto here = values(*opened(one.store));
    for (const QByteArray &value : values(*opened(other.store)))
        CHECK_FALSE(here.contains(value));
}

TEST_CASE("encounters are found again after the store's key was changed", "[store][SEC-R3][SEC-K7]")
{
    Encounters post;
    post.screened(rosa(), {phone});
    auto rotation = require(post.store->beginKeyRotation());
    require(post.store->finishKeyRotation(std::move(rotation)));
    CHECK(post.lookUp(rosa()).earlier.size() == 1);
    post.store.reopen();
    post.screened(rosa());
    CHECK(post.lookUp(rosa()).earlier.size() == 2);
    const auto luz = Encounters::person(text("Choque"), text("Luz"), born);
    CHECK(post.lookUp(luz, {phone}).shared.size() == 1);
}

TEST_CASE("encounters are found again in a restored backup", "[store][SEC-R3][SEC-D6]")
{
    Encounters post;
    post.screened(rosa());
    const auto draft = post.draft(rosa());
    const QTemporaryDir place(test::quickFolder());
    const QString backup = place.filePath(text("backup"));
    auto copy = require(post.store->beginBackup(backup));
    require(post.store->finishBackup(std::move(copy)));
    const QString folder = place.filePath(text("restored"));
    require(restoreBackup(backup, folder, text("lead"), test::aPassphrase(), post.store.clock));
    const auto restored = require(Store::open(folder, text("lead"), test::aPassphrase(), post.store.clock));
    const auto report = require(restored->encounters().lookUp(draft.id, {}));
    CHECK(report.earlier.size() == 1);
    CHECK(report.isComplete);
}

TEST_CASE("records older than the index are added in steps", "[store][SEC-R3]")
{
    Encounters post;
    for (int i = 0; i < 5; ++i)
        post.screened(rosa());
    SECTION("of a store made by an earlier version")
    {
        REQUIRE(post.store.execute(
            "DELETE FROM encounter_key; DELETE FROM setting WHERE name LIKE 'encounter-index%'"));
    }
    SECTION("of a store whose index key cannot be opened")
    {
        REQUIRE(
            post.store.execute("UPDATE setting SET value = zeroblob(72) WHERE name = 'encounter-index-key'"));
    }
    const auto before = post.lookUp(rosa());
    CHECK(before.earlier.isEmpty());
    CHECK_FALSE(before.isComplete);
    post.screened(rosa());  // meanwhile work goes on

    CHECK_FALSE(require(post.store->encounterIndex().addEarlier(2)));
    CHECK(post.lookUp(rosa()).earlier.size() == 3);
    post.store.reopen();
    CHECK_FALSE(require(post.store->encounterIndex().addEarlier(4)));
    CHECK(require(post.store->encounterIndex().addEarlier(4)));
    const auto after = post.lookUp(rosa());
    CHECK(after.earlier.size() == 6);
    CHECK(after.isComplete);
}

TEST_CASE("with the screening goes what it was found by", "[store][SEC-R3]")
{
    Encounters post;
    const auto gone = post.screened(rosa(), {phone});
    REQUIRE(post.store.execute("DROP TRIGGER screening_final_is_kept; DROP TRIGGER submission_is_kept;"
                               "DROP TRIGGER indicator_hit_is_kept; DROP TRIGGER outbox_is_kept;"
                               "DELETE FROM submission; DELETE FROM indicator_hit; DELETE FROM outbox;"
                               "DELETE FROM screening"));
    CHECK(post.lookUp(rosa(), {phone}) == record::EncounterReport());
    CHECK(values(*opened(post.store)).isEmpty());
}

TEST_CASE("a search is logged by a keyed hash of its words", "[store][SEC-T4]")
{
    Encounters post;
    const auto note = [&](const char *words) {
        require(post.store->screenings().noteSearch(text(words)));
        return auditEntries(post.store->audit()).last();
    };
    const auto entry = note("Quispe Rosa");
    CHECK(entry.action == AuditAction::Searched);
    CHECK(entry.detail.startsWith(text("words=")));
    CHECK(entry.detail.size() == 6 + 32);
    CHECK(note("ROSA quispe").detail == entry.detail);
    CHECK(note("Quispe Rita").detail != entry.detail);
    Encounters other(test::TestStore::Kind::Another);
    require(other.store->screenings().noteSearch(text("Quispe Rosa")));
    CHECK(auditEntries(other.store->audit()).last().detail != entry.detail);
}

TEST_CASE("a search of a damaged store is logged by the same keyed hash, or as unknown",
          "[store][SEC-T4][SEC-D3]")
{
    Encounters post;
    const auto note = [&] {
        require(post.store->screenings().noteSearch(text("Quispe Rosa")));
        return auditEntries(post.store->audit()).last();
    };
    const QString before = note().detail;
    const bool isKeyLost = GENERATE(false, true);
    post.store.close();
    if (isKeyLost)
        require(post.store.executeAndClose("DELETE FROM setting WHERE name = 'encounter-index-key'"));
    require(markDamaged(post.store.folder(), post.store.clock.utcNow()));
    require(post.store.open());
    REQUIRE(post.store->isDamaged());
    const auto entry = note();
    CHECK(entry.action == AuditAction::Searched);
    CHECK(entry.detail == (isKeyLost ? text("words=?") : before));
}
