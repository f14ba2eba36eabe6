#include "store/database.h"

#include "support/catch.h"
#include "support/test_store.h"

#include <algorithm>
#include <functional>

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::require;
using test::TestStore;

TEST_CASE("each act leaves an entry with who, what and when", "[store][SEC-T1]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const auto entries = auditEntries(store->audit());
    const QList expected{AuditAction::StoreCreated,       AuditAction::OfficerAdded,
                         AuditAction::FormInstalled,      AuditAction::SignedIn,
                         AuditAction::ShiftOpened,        AuditAction::SignedIn,
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
    CHECK(auditEntries(store->audit(), 6) == entries.mid(6));
}

TEST_CASE("an untouched chain verifies, and its end names it", "[store][SEC-T3]")
{
    TestStore store;
    require(store->audit().record(AuditAction::ReportExported, store.shift().toText()));
    const auto entries = auditEntries(store->audit());
    CHECK(require(store->audit().verify()) ==
          AuditLog::Verdict{entries.size(), std::nullopt, entries.last().hash});
}

TEST_CASE("verification goes on from where it was stopped, and from no other place", "[store][SEC-T3]")
{
    TestStore store;
    for (int i = 0; i < 5; ++i)
        store.addFinal();
    const auto entries = auditEntries(store->audit());
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

TEST_CASE("the log is read by those to whom the table opens it, and that is an entry",
          "[store][SEC-A1][SEC-T4]")
{
    TestStore store;
    const auto role = GENERATE(record::Role::Officer, record::Role::ShiftLead, record::Role::Administrator,
                               record::Role::Auditor);
    CAPTURE(record::roleName(role));
    store.signIn(store.administrator());
    const record::Officer reader = store.addOfficer(role, QStringLiteral("reader"));
    store.signIn(reader);
    const qint64 before = auditEntries(store->audit()).last().sequence;
    const auto page = store->audit().page({}, AuditOrder::NewestFirst, std::nullopt, 3);
    if (!record::may(role, record::Permission::ReadAudit)) {
        CHECK(test::errorOf(page) == ErrorCode::Denied);
        CHECK(test::errorOf(store->audit().page({}, AuditOrder::OldestFirst, 1, 10)) == ErrorCode::Denied);
        CHECK(auditEntries(store->audit(), before).isEmpty());
        return;
    }
    const AuditEntry told = auditEntries(store->audit()).last();
    CHECK(told.sequence == before + 1);
    CHECK(told.action == AuditAction::AuditRead);
    CHECK(told.actor == reader.id);
    CHECK(told.detail == QStringLiteral("list"));
    CHECK(require(page).entries.first() == told);
    REQUIRE(require(page).next);
    (void)require(store->audit().page({}, AuditOrder::NewestFirst, require(page).next, 10));
    CHECK(auditEntries(store->audit()).last() == told);  // to read on is no other reading
}

TEST_CASE("pages of the log are all of it, whatever their length and order", "[store][SEC-T4]")
{
    TestStore store;
    for (int i = 0; i < 4; ++i)
        store.addFinal();
    store.signIn(store.administrator());
    const auto order = GENERATE(AuditOrder::OldestFirst, AuditOrder::NewestFirst);
    const int most = GENERATE(1, 3, 7, 1000);
    CAPTURE(most);
    QList<AuditEntry> found;
    std::optional<qint64> from;
    do {
        const AuditPage page = require(store->audit().page({}, order, from, most));
        CHECK(page.entries.size() <= most);
        found += page.entries;
        from = page.next;
    } while (from);
    QList<AuditEntry> expected = auditEntries(store->audit());
    if (order == AuditOrder::NewestFirst)
        std::reverse(expected.begin(), expected.end());
    CHECK(found == expected);
}

TEST_CASE("the log is searched by time, action and person", "[store][SEC-T4]")
{
    TestStore store;
    const QDateTime first = store.clock.utcNow();
    store.addFinal();
    store.clock.advance(std::chrono::hours(24));
    store.addFinal();
    store.signIn(store.administrator());
    struct Row {
        AuditFilter filter;
        std::function<bool(const AuditEntry &)> fits;
    };
    const QDateTime later = first.addSecs(3600);
    const QList<Row> rows{
        {{later, {}, {}, {}}, [&](const AuditEntry &entry) { return entry.at >= later; }},
        {{{}, later, {}, {}}, [&](const AuditEntry &entry) { return entry.at < later; }},
        {{first, first, {}, {}}, [](const AuditEntry &) { return false; }},
        {{{}, {}, AuditAction::ScreeningFinalised, {}},
         [](const AuditEntry &entry) { return entry.action == AuditAction::ScreeningFinalised; }},
        {{{}, {}, {}, store.lead().id},
         [&](const AuditEntry &entry) { return entry.actor == store.lead().id; }},
        {{later, {}, AuditAction::ScreeningFinalised, store.lead().id},
         [&](const AuditEntry &entry) {
             return entry.at >= later && entry.action == AuditAction::ScreeningFinalised &&
                    entry.actor == store.lead().id;
         }},
    };
    for (const Row &row : rows) {
        const AuditPage page =
            require(store->audit().page(row.filter, AuditOrder::OldestFirst, std::nullopt, 1000));
        QList<AuditEntry> expected = auditEntries(store->audit());
        expected.removeIf([&](const AuditEntry &entry) { return !row.fits(entry); });
        CHECK(page.entries == expected);
        CHECK_FALSE(page.next);
    }
    CHECK(auditEntries(store->audit()).last().detail ==
          QStringLiteral("list since=%1 action=screening-finalised actor=%2")
              .arg(later.toString(Qt::ISODate), store.lead().id.toText()));
}
