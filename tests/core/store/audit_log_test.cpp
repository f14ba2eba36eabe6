#include "store/database.h"

#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::store;
using test::require;
using test::TestStore;

TEST_CASE("each act leaves an entry with who, what and when", "[store][SEC-T1]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const auto entries = require(store->audit().entriesAfter(0, 100));
    const QList expected{AuditAction::StoreCreated, AuditAction::OfficerAdded, AuditAction::FormInstalled,
                         AuditAction::SignedIn,     AuditAction::ShiftOpened,  AuditAction::SignedIn,
                         AuditAction::ScreeningFinalised, AuditAction::AdviceOverridden};
    REQUIRE(entries.size() == expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        const record::Officer who = i < 3 ? store.administrator() : store.lead();
        CHECK(entries.at(i).sequence == i + 1);
        CHECK(entries.at(i).action == expected.at(i));
        CHECK(entries.at(i).actor == who.id);
        CHECK(entries.at(i).role == who.role);
        CHECK(entries.at(i).at == store.clock.utcNow());
    }
    CHECK(entries.last().subject == screening.id.toText());
    CHECK(require(store->audit().entriesAfter(6, 100)) == entries.mid(6));
}

TEST_CASE("an untouched chain verifies, and its end names it", "[store][SEC-T3]")
{
    TestStore store;
    require(store->audit().record(AuditAction::ReportExported, store.shift().toText()));
    const auto entries = require(store->audit().entriesAfter(0, 100));
    CHECK(require(store->audit().verify()) == AuditLog::Verdict{entries.size(), std::nullopt, entries.last().hash});
}

TEST_CASE("verification goes on from where it was stopped, and from no other place", "[store][SEC-T3]")
{
    TestStore store;
    for (int i = 0; i < 5; ++i)
        store.addFinal();
    const auto entries = require(store->audit().entriesAfter(0, 100));
    const auto whole = require(store->audit().verify());
    const AuditPoint known{3, entries.at(2).hash};
    CHECK(require(store->audit().verify(known)) == whole);
    CHECK(require(store->audit().verify(whole.point())) == whole);

    const AuditPoint other{3, entries.at(3).hash};
    CHECK(require(store->audit().verify(other)).firstBroken == 3);
    const AuditPoint beyond{99, entries.last().hash};
    CHECK(require(store->audit().verify(beyond)).firstBroken == 99);

    // What lies before is taken on trust: that is what makes it quick.
    REQUIRE(store.execute("DROP TRIGGER audit_stays; UPDATE audit SET detail = 'x' WHERE sequence = 2;"
                          "UPDATE audit SET detail = 'x' WHERE sequence = 6"));
    CHECK(require(store->audit().verify()).firstBroken == 2);
    CHECK(require(store->audit().verify(known)).firstBroken == 6);
    CHECK(require(store->audit().verify(known)).fault == AuditLog::Fault::Changed);
}

TEST_CASE("a long verification can be stopped and resumed", "[store][SEC-T3]")
{
    TestStore store;
    const auto database = store.closeAndTakeDatabase();
    AuditLog log(*database, store.clock, store.administrator());
    require(inTransaction(*database, [&]() -> Result<> {
        for (int i = 0; i < 25'000; ++i)
            require(log.append(AuditAction::ReportExported, QString::number(i)));
        return {};
    }));
    QList<qint64> asked;
    AuditLog::Verdict verdict = require(log.verify({}, [&](qint64 sequence) {
        asked.append(sequence);
        return false;
    }));
    CHECK_FALSE(verdict.isComplete);
    CHECK(asked == QList<qint64>{verdict.sound});
    CHECK(verdict.sound < 25'000);
    verdict = require(log.verify(verdict.point(), [&](qint64 sequence) {
        asked.append(sequence);
        return true;
    }));
    CHECK(verdict == require(log.verify()));
    CHECK(asked.size() == 2);
}

TEST_CASE("cards are counted by shift", "[store]")
{
    TestStore store;
    const QString shift = store.shift().toText();
    CHECK(require(store->audit().count(AuditAction::CardShown, shift)) == 0);
    require(store->audit().record(AuditAction::CardShown, shift, QStringLiteral("rights es")));
    require(store->audit().record(AuditAction::CardShown, shift, QStringLiteral("rights ht")));
    require(store->audit().record(AuditAction::CardGiven, shift, QStringLiteral("rights es")));
    require(store->audit().record(AuditAction::CardShown, ShiftId::create().toText(),
                                  QStringLiteral("rights es")));
    CHECK(require(store->audit().count(AuditAction::CardShown, shift)) == 2);
    CHECK(require(store->audit().count(AuditAction::CardGiven, shift)) == 1);
}

TEST_CASE("the schema refuses to change the log", "[store][SEC-T1]")
{
    TestStore store;
    const auto sql =
        GENERATE(as<QByteArray>(), "UPDATE audit SET detail = 'x' WHERE sequence = 2",
                 "DELETE FROM audit WHERE sequence = 3", "REPLACE INTO audit SELECT * FROM audit",
                 "INSERT INTO audit SELECT sequence + 7, at, monotonic_ms, actor, role, action, subject,"
                 " detail, hash FROM audit WHERE sequence = 1");
    CAPTURE(sql);
    CHECK_FALSE(store.execute(sql));
    CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
}

TEST_CASE("who removes the guards is found out by the chain", "[store][SEC-T3]")
{
    TestStore store;
    for (int i = 0; i < 3; ++i)
        store.addFinal();
    const QByteArray unguard =
        "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_follows;";
    struct Row {
        const char *sql;
        qint64 broken;
    };
    const auto row =
        GENERATE(values<Row>({{"UPDATE audit SET subject = 'x' WHERE sequence = 5", 5},
                              {"UPDATE audit SET at = '2026-03-02T14:00:00.001Z' WHERE sequence = 4", 4},
                              {"UPDATE audit SET actor = randomblob(16) WHERE sequence = 1", 1},
                              {"UPDATE audit SET hash = zeroblob(32) WHERE sequence = 2", 2},
                              {"DELETE FROM audit WHERE sequence = 3", 3},
                              {"UPDATE audit SET sequence = 99 WHERE sequence = 4; UPDATE audit SET sequence "
                               "= 4 WHERE sequence = 5;"
                               "UPDATE audit SET sequence = 5 WHERE sequence = 99",
                               4}}));
    CAPTURE(row.sql);
    REQUIRE(store.execute(unguard + row.sql));
    const auto verdict = require(store->audit().verify());
    CHECK(verdict.firstBroken == row.broken);
    CHECK(verdict.sound == row.broken - 1);
}
