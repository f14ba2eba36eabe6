// A PIN within a shift: security design, A4.
#include "core/store/store_support.h"
#include "store/lock_time.h"
#include "support/catch.h"
#include "support/test_store.h"

#include <QFile>

using namespace amparo;
using namespace amparo::store;
using namespace std::chrono_literals;
using crypto::Passphrase;
using test::aPassphrase;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::theirs;

namespace {

Passphrase pin() { return Passphrase::fromText(u"830714"); }
Passphrase wrongPin() { return Passphrase::fromText(u"830715"); }

using StorePtr = std::unique_ptr<Store>;

Result<StorePtr> unlock(TestStore &store, QuickUnlock &quick, const Passphrase &typed = pin())
{
    return Store::unlock(store.folder(), quick, typed, store.clock);
}

/// As the desktop locks: the store goes, the PIN stays.
QuickUnlock lockedWithPin(TestStore &store)
{
    QuickUnlock quick = require(store->setPin(pin()));
    store.close();
    return quick;
}

/// The names of the last entries, oldest first.
QStringList lastActs(Store &store, qsizetype count)
{
    QStringList names;
    for (const AuditEntry &entry : auditEntries(store.audit()))
        names.append(auditActionName(entry.action));
    return names.mid(names.size() - count);
}

QStringList words(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *word : list)
        all.append(QString::fromLatin1(word));
    return all;
}

}  // namespace

TEST_CASE("a PIN opens the locked store again for the same officer, and the log tells it",
          "[store][SEC-A4][SEC-T4]")
{
    TestStore store;
    const record::Screening draft = store.addDraft();
    QuickUnlock quick = lockedWithPin(store);

    const auto opened = require(unlock(store, quick));
    CHECK(opened->officer() == store.lead());
    CHECK(require(opened->screenings().find(draft.id)) == draft);
    CHECK(lastActs(*opened, 2) == words({"pin-set", "unlocked"}));
}

TEST_CASE("five wrong PINs wipe it, whenever they come, and the log has each", "[store][SEC-A4][SEC-T4]")
{
    TestStore store;
    QuickUnlock quick = lockedWithPin(store);
    for (int left = QuickUnlock::maximumTries - 1; left >= 0; --left) {
        CHECK(errorOf(unlock(store, quick, wrongPin())) == ErrorCode::Denied);
        CHECK(quick.triesLeft() == left);
    }
    CHECK(quick.end() == PinEnd::WrongPins);
    CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);  // the right one comes too late

    store.clock.advance(300s);
    store.reopen();
    require(store->recordPinEvents(quick.takeEvents()));
    CHECK(lastActs(*store, 7) == words({"signed-in", "pin-failed", "pin-failed", "pin-failed", "pin-failed",
                                        "pin-failed", "pin-wiped"}));
    const AuditEntry last = auditEntries(store->audit()).last();
    CHECK(last.subject == store.lead().id.toText());
    CHECK(last.detail == QStringLiteral("reason=wrong-pins at=2026-03-02T14:00:00Z"));
    CHECK(quick.takeEvents().isEmpty());
}

TEST_CASE("the right PIN in time gives all five tries again, and the log still has the wrong ones",
          "[store][SEC-A4][SEC-T4]")
{
    TestStore store;
    QuickUnlock quick = lockedWithPin(store);
    for (int i = 1; i < QuickUnlock::maximumTries; ++i)
        REQUIRE_FALSE(unlock(store, quick, wrongPin()));
    {
        const auto opened = require(unlock(store, quick));
        CHECK(lastActs(*opened, 6) ==
              words({"pin-set", "pin-failed", "pin-failed", "pin-failed", "pin-failed", "unlocked"}));
    }
    CHECK(quick.triesLeft() == QuickUnlock::maximumTries);
    CHECK(unlock(store, quick).has_value());
}

TEST_CASE("wrong PINs slow down the sign-in as wrong passphrases do, also after the program was ended",
          "[store][SEC-A3][SEC-A4]")
{
    TestStore store;
    {
        QuickUnlock quick = lockedWithPin(store);
        for (int i = 0; i < 3; ++i)
            REQUIRE_FALSE(unlock(store, quick, wrongPin()));
    }
    CHECK(require(Store::signInWait(store.folder(), store.lead().loginName, store.clock)) == 4s);
    store.clock.advance(4s);
    store.reopen();
    CHECK(auditEntries(store->audit()).last().detail == QStringLiteral("failed-before=3"));
}

TEST_CASE("a PIN lasts twelve hours from the sign-in with the passphrase, by whichever clock is ahead",
          "[store][SEC-A4]")
{
    TestStore store;
    store.clock.advance(1h);
    QuickUnlock quick = lockedWithPin(store);

    SECTION("just before, it opens")
    {
        store.clock.advance(11h - 1s);
        CHECK(unlock(store, quick).has_value());
    }
    SECTION("then it is wiped, whether or not somebody tries it")
    {
        store.clock.advance(11h);
        quick.review(store.folder(), store.clock);
        CHECK(quick.end() == PinEnd::Expired);
        CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
    }
    SECTION("a wall clock that was set forward ends it")
    {
        store.clock.set(store.clock.utcNow().addSecs(11 * 3600));
        CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
        CHECK(quick.end() == PinEnd::Expired);
    }
    SECTION("one that was set back does not prolong it")
    {
        const QDateTime before = store.clock.utcNow();
        store.clock.advance(11h);
        store.clock.set(before.addDays(-3));
        CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
        CHECK(quick.end() == PinEnd::Expired);
    }
    SECTION("coming back with it does not begin the twelve hours anew")
    {
        store.clock.advance(10h);
        {
            const auto opened = require(unlock(store, quick));
            QuickUnlock second = require(opened->setPin(Passphrase::fromText(u"493826")));
            store.clock.advance(1h);
            second.review(store.folder(), store.clock);
            CHECK(second.end() == PinEnd::Expired);
            CHECK(errorOf(opened->setPin(pin())) == ErrorCode::Denied);
        }
        CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
    }
}

TEST_CASE("a PIN belongs to its shift", "[store][SEC-A4]")
{
    TestStore store;
    QuickUnlock quick = lockedWithPin(store);
    store.reopen();
    require(store->shifts().close(store.shift(), std::nullopt, {}));
    CHECK(errorOf(store->setPin(pin())) == ErrorCode::Conflict);

    SECTION("closed") {}
    SECTION("and the next one") { require(store->shifts().open()); }

    store.close();
    CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
    CHECK(quick.end() == PinEnd::ShiftClosed);
}

TEST_CASE("a PIN ends with what it was made of: the account and the store's key", "[store][SEC-A4][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const record::Officer jose{OfficerId::create(), QStringLiteral("jose"), QStringLiteral("José Mamani"),
                               record::Role::Officer};
    require(store->addOfficer(jose, theirs()));
    store.close();
    auto his = require(Store::open(store.folder(), jose.loginName, theirs(), store.clock));
    QuickUnlock quick = require(his->setPin(pin()));
    his.reset();
    store.reopen();

    std::optional<PinEnd> end;
    SECTION("the officer is removed")
    {
        require(store->removeOfficer(jose.id));
        end = PinEnd::AccountChanged;
    }
    SECTION("the officer gets another passphrase")
    {
        require(store->resetPassphrase(jose.id, Passphrase::fromText(u"cinco llamas azules")));
        end = PinEnd::AccountChanged;
    }
    SECTION("the store gets another key")
    {
        auto rotation = require(store->beginKeyRotation());
        require(store->finishKeyRotation(std::move(rotation)));
        end = PinEnd::KeyChanged;
    }
    SECTION("another officer is added: that is nobody's business")
    {
        require(store->addOfficer(
            {OfficerId::create(), QStringLiteral("rosa"), QStringLiteral("Rosa"), record::Role::Officer},
            theirs()));
    }

    store.close();
    CHECK(unlock(store, quick).has_value() == !end.has_value());
    CHECK(quick.end() == end);
}

TEST_CASE("where the post allows no PIN, none is set and none opens any more", "[store][SEC-A4]")
{
    TestStore store;
    CHECK(errorOf(store->setPinAllowed(false)) == ErrorCode::Denied);
    CHECK(require(isPinAllowed(store->settings())));
    QuickUnlock quick = lockedWithPin(store);
    store.signIn(store.administrator());
    require(store->setPinAllowed(false));
    CHECK(errorOf(store->setPin(pin())) == ErrorCode::Denied);
    store.close();
    CHECK(errorOf(unlock(store, quick)) == ErrorCode::Denied);
    CHECK(quick.end() == PinEnd::NotAllowed);

    store.signIn(store.administrator());
    CHECK(errorOf(store->setPinAllowed(true)) == ErrorCode::Denied);  // another value takes two people
    require(store->setPinAllowed(true, require(store->approve(record::Permission::SetPolicies,
                                                              store.lead().loginName, aPassphrase()))));
    CHECK(store->setPin(pin()));
}

TEST_CASE("a wrong way in uses up no try", "[store][SEC-A4]")
{
    TestStore store;
    QuickUnlock quick = require(store->setPin(pin()));
    CHECK(errorOf(unlock(store, quick)) == ErrorCode::Locked);  // it is still open
    store.close();
    const QString keys = store.path(QStringLiteral("keys.amparo"));
    REQUIRE(QFile::remove(keys + QStringLiteral(".previous")));
    REQUIRE(QFile::rename(keys, keys + QStringLiteral(".away")));
    CHECK_FALSE(unlock(store, quick).has_value());
    REQUIRE(QFile::rename(keys + QStringLiteral(".away"), keys));
    CHECK(quick.triesLeft() == QuickUnlock::maximumTries);
    CHECK(unlock(store, quick).has_value());
}

TEST_CASE("a PIN that anybody would try is not taken", "[store][SEC-A4]")
{
    TestStore store;
    CHECK(errorOf(store->setPin(Passphrase::fromText(u"123456"))) == ErrorCode::InvalidInput);
    CHECK(errorOf(store->setPin(Passphrase::fromText(u"8307"))) == ErrorCode::InvalidInput);
    CHECK(lastActs(*store, 1) == words({"signed-in"}));
}
