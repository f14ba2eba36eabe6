// An attacker with the folder in hand, who edits key files, swaps them and puts old ones back.

#include "crypto/random.h"
#include "store/key_slots.h"
#include "store/salvage.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/test_store.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace amparo;
using namespace amparo::store;
using amparo::test::contentOf;
using amparo::test::replaceContent;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

/// Both generations of a key file, as an attacker would put them.
void putKeys(const QString &folder, const QByteArray &bytes)
{
    const QStringList names = QDir(folder).entryList({keyName + QLatin1Char('*')}, QDir::Files);
    for (const QString &name : names)
        replaceContent(QDir(folder).filePath(name), bytes);
}

const crypto::Passphrase &colleaguesPassphrase()
{
    static const auto passphrase = crypto::Passphrase::fromText(u"cinco barcas en la niebla");
    return passphrase;
}

/// A store with another officer, closed; the slots are the administrator's, the lead's and that officer's.
struct Post {
    explicit Post(TestStore::Kind kind = TestStore::Kind::Usual) : store(kind)
    {
        store.signIn(store.administrator());
        require(store->addOfficer(
            {OfficerId::create(), QStringLiteral("eva"), QStringLiteral("Eva Rojas"), record::Role::Officer},
            colleaguesPassphrase()));
        store.signIn(store.lead());
        store.addFinal();
        store.close();
    }

    Result<std::unique_ptr<Store>> openAs(const QString &name, const crypto::Passphrase &passphrase)
    {
        return Store::open(store.folder(), name, passphrase, store.clock);
    }
    Result<std::unique_ptr<Store>> openAsLead()
    {
        return openAs(QStringLiteral("lead"), test::aPassphrase());
    }

    TestStore store;
};

}  // namespace

TEST_CASE("[SEC-K2] a key file with cheaper parameters opens nothing", "[security]")
{
    Post post;
    KeyFile keys = require(readKeyFile(post.store.folder()));
    SECTION("fewer passes") { keys.slotList[1].own.kdf.passes = 1; }
    SECTION("less memory") { keys.slotList[1].own.kdf.memoryInKib = 8; }
    SECTION("dearer ones than it was made with") { keys.slotList[1].own.kdf.passes += 1; }
    require(writeKeyFile(post.store.folder(), keys, Previous::Replaced));
    CHECK_FALSE(post.openAsLead());
}

TEST_CASE("[SEC-K2] an officer's slot does not serve another", "[security]")
{
    Post post;
    KeyFile keys = require(readKeyFile(post.store.folder()));
    REQUIRE(keys.slotList.size() == 3);
    SECTION("the whole way under the other's name")
    {
        std::swap(keys.slotList[1].own, keys.slotList[2].own);
        std::swap(keys.slotList[1].store, keys.slotList[2].store);
        require(writeKeyFile(post.store.folder(), keys, Previous::Replaced));
        CHECK_FALSE(post.openAs(QStringLiteral("lead"), colleaguesPassphrase()));
    }
    SECTION("the other's person under the own name: an officer as a shift lead")
    {
        std::swap(keys.slotList[1].officer, keys.slotList[2].officer);
        require(writeKeyFile(post.store.folder(), keys, Previous::Replaced));
        CHECK_FALSE(post.openAs(QStringLiteral("eva"), colleaguesPassphrase()));
    }
}

TEST_CASE("[SEC-K8] after a change of key an old key file opens nothing", "[security]")
{
    Post post;
    const QByteArray before = contentOf(post.store.path(keyName));
    {
        const auto store = require(post.openAs(QStringLiteral("admin"), test::aPassphrase()));
        const auto officers = require(store->officers().list());
        const auto eva = std::find_if(officers.begin(), officers.end(), [](const record::Officer &officer) {
            return officer.loginName == QLatin1String("eva");
        });
        REQUIRE(eva != officers.end());
        require(store->removeOfficer(eva->id));
        require(store->finishKeyRotation(require(store->beginKeyRotation())));
    }
    CHECK_FALSE(post.openAs(QStringLiteral("eva"), colleaguesPassphrase()));
    putKeys(post.store.folder(), before);
    CHECK_FALSE(post.openAs(QStringLiteral("eva"), colleaguesPassphrase()));
    CHECK_FALSE(post.openAsLead());
    // Nor under the name of the new file.
    REQUIRE(QFile::copy(post.store.path(QStringLiteral("store-2.amparo")),
                        post.store.path(QStringLiteral("store.amparo"))));
    CHECK_FALSE(post.openAs(QStringLiteral("eva"), colleaguesPassphrase()));
}

TEST_CASE("[SEC-K3] a key file that is cut off or zeroed opens nothing, and nothing is made anew",
          "[security]")
{
    Post post;
    const QByteArray sound = contentOf(post.store.path(keyName));
    const QByteArray database = contentOf(post.store.path(QStringLiteral("store.amparo")));
    const qsizetype length = GENERATE(0, 1, 13, 100);
    SECTION("cut off") { putKeys(post.store.folder(), sound.first(length)); }
    SECTION("zeroed") { putKeys(post.store.folder(), QByteArray(sound.size(), '\0')); }
    CHECK(errorOf(post.openAsLead()) == ErrorCode::Corrupt);
    CHECK(contentOf(post.store.path(QStringLiteral("store.amparo"))) == database);
}

TEST_CASE("[SEC-K1] a database of another key is refused, whole or by the page", "[security]")
{
    Post post;
    Post other(TestStore::Kind::Another);
    require(other.store.executeAndClose("PRAGMA wal_checkpoint(TRUNCATE)"));
    require(post.store.executeAndClose("PRAGMA wal_checkpoint(TRUNCATE)"));
    const QString path = post.store.path(QStringLiteral("store.amparo"));
    const QByteArray foreign = contentOf(other.store.path(QStringLiteral("store.amparo")));
    QByteArray bytes = contentOf(path);
    SECTION("whole")
    {
        replaceContent(path, foreign);
        CHECK(errorOf(post.openAsLead()) == ErrorCode::Corrupt);
    }
    SECTION("its key file too, under the own passphrase")
    {
        replaceContent(path, foreign);
        putKeys(post.store.folder(), contentOf(other.store.path(keyName)));
        CHECK(post.openAs(QStringLiteral("nobody"), test::aPassphrase()).has_value() == false);
    }
    SECTION("one page, or two of the own exchanged")
    {
        constexpr int size = 4096;
        const int page = GENERATE(3, 7, 11);
        const bool isForeign = GENERATE(true, false);
        bytes.replace((page - 1) * size, size,
                      isForeign ? foreign.mid((page - 1) * size, size) : bytes.mid(page * size, size));
        replaceContent(path, bytes);
        auto store = post.openAsLead();
        if (!store || (*store)->isDamaged())
            return;  // the page was needed to sign in: noticed at once
        std::optional<qint64> next = 1;
        Result<std::optional<qint64>> checked = next;
        while (checked && *checked)
            checked = (*store)->checkPages(**checked, 100);
        CHECK(errorOf(checked) == ErrorCode::Corrupt);
    }
}
