// The audit log of a store that was made of a damaged one: it lacks entries, which is known, and all else of
// it still proves itself.
#include "store/audit_check.h"
#include "store/salvage.h"
#include "store/upgrade.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>
#include <QFile>

using namespace amparo;
using namespace amparo::store;
using amparo::test::text;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

void zeroPage(const TestStore &store, qint64 page)
{
    QFile file(store.path(text("store.amparo")));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek((page - 1) * pageSizeInBytes));
    REQUIRE(file.write(QByteArray(pageSizeInBytes, '\0')) == pageSizeInBytes);
}

/// Puts an entry into the log that says `subject`, between so many that its page has nothing but such
/// entries, and closes the store.
void logAround(TestStore &store, const QString &subject)
{
    for (int i = 0; i < 80; ++i)
        require(store->audit().record(AuditAction::ScreeningRead, i == 40 ? subject : text("another")));
    store.close();
    require(store.executeAndClose("PRAGMA wal_checkpoint(TRUNCATE)"));
}

/// Takes the page away that has the entry with this subject.
void losePageOf(TestStore &store, const QString &subject)
{
    const qint64 page = require(store.closeAndTakeDatabase()->value<qint64>(
        "SELECT pgno FROM sqlite_dbpage WHERE instr(data, CAST(? AS BLOB)) > 0", subject));
    REQUIRE(page > 1);
    zeroPage(store, page);
}

/// Salvages the store and puts the new one in its place, opened.
void salvageInPlace(TestStore &store)
{
    const QTemporaryDir into(test::quickFolder());
    require(salvageStore({store.folder(), into.path(), store.administrator().loginName, {}, {}},
                         test::aPassphrase(), store.clock));
    QDir place(store.folder());
    for (const QString &name : place.entryList(QDir::Files))
        REQUIRE(place.remove(name));
    for (const QString &name : QDir(into.path()).entryList(QDir::Files))
        REQUIRE(QFile::copy(into.filePath(name), store.path(name)));
    require(store.open());
}

/// The store lacks entries from the middle of its log, and was salvaged.
void loseAndSalvage(TestStore &store, const QString &subject = text("the-lost-one"))
{
    logAround(store, subject);
    losePageOf(store, subject);
    salvageInPlace(store);
}

AuditReport examine(TestStore &store, const QList<Testimony> &elsewhere = {})
{
    return require(examineLog(store->audit(), store->checkpoints(), store->id(), elsewhere));
}

const QByteArray unguard = "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept;";

QByteArray changeOf(qint64 entry)
{
    return unguard + "UPDATE audit SET detail = 'other' WHERE sequence = " + QByteArray::number(entry);
}

QByteArray removalOf(qint64 entry)
{
    return unguard + "DELETE FROM audit WHERE sequence = " + QByteArray::number(entry);
}

struct Place {
    QTemporaryDir folder{test::quickFolder()};
    QString backup = folder.filePath(text("backup"));
    QString store = folder.filePath(text("store"));
};

}  // namespace

TEST_CASE("what a salvage could not save of the log is named, and all else of it holds together",
          "[store][SEC-D3][SEC-T3]")
{
    TestStore store;
    loseAndSalvage(store);
    const AuditReport report = examine(store);
    CHECK(report.findings.isEmpty());
    REQUIRE(report.lost.size() == 1);
    const LostEntries lost = report.lost.first();
    CHECK(lost.first > 1);
    CHECK(lost.last >= lost.first);
    const auto before = auditEntries(store->audit());  // ends at the gap
    CHECK(before.last().sequence == lost.first - 1);
    const auto after = auditEntries(store->audit(), lost.last);
    CHECK(after.first().sequence == lost.last + 1);
    CHECK(report.chain.point() == AuditPoint{after.last().sequence, after.last().hash});
    const auto salvage = auditEntries(store->audit(), lost.salvage - 1).first();
    CHECK(salvage.action == AuditAction::StoreSalvaged);
    CHECK(report.generations.last().firstEntry == lost.salvage);

    const AuditPoint beforeGap{before.last().sequence, before.last().hash};
    CHECK(require(store->audit().verify(beforeGap)) == report.chain);
}

TEST_CASE("whoever changes the log of a salvaged store is found out as before", "[store][SEC-T3]")
{
    TestStore store;
    loseAndSalvage(store);
    const LostEntries lost = examine(store).lost.first();
    struct Row {
        QByteArray sql;
        AuditFinding::Kind kind;
        qint64 entry;
    };
    const QList<Row> rows{
        {changeOf(lost.first - 1), AuditFinding::Kind::Changed, lost.first - 1},
        {changeOf(lost.last + 1), AuditFinding::Kind::Changed, lost.last + 1},
        {changeOf(lost.last + 2), AuditFinding::Kind::Changed, lost.last + 2},
        {changeOf(lost.salvage), AuditFinding::Kind::Missing, lost.first},  // nothing names the gap any more
        {changeOf(lost.salvage + 1), AuditFinding::Kind::Changed, lost.salvage + 1},
        {removalOf(lost.first - 1), AuditFinding::Kind::Missing, lost.first - 1},
        {removalOf(lost.last + 1), AuditFinding::Kind::Missing, lost.last + 1},
        {removalOf(lost.last + 3), AuditFinding::Kind::Missing, lost.last + 3},
        {removalOf(lost.salvage + 1), AuditFinding::Kind::Missing, lost.salvage + 1},
    };
    const Row row = rows[GENERATE(range(0, 9))];
    CAPTURE(row.sql.toStdString());
    REQUIRE(store.execute(row.sql));
    const AuditReport report = examine(store);
    REQUIRE_FALSE(report.findings.isEmpty());
    CHECK(report.findings.first().kind == row.kind);
    CHECK(report.findings.first().entry == row.entry);
}

TEST_CASE("entries that were taken out before are not made good by a salvage of other damage",
          "[store][SEC-D3][SEC-T3]")
{
    TestStore store;
    const auto draft = store.aDraft();
    require(store->screenings().create(draft, QByteArray(9000, 'a') + "the-answers" + QByteArray(9000, 'a')));
    logAround(store, text("another"));
    require(store.executeAndClose(removalOf(20)));
    losePageOf(store, text("the-answers"));
    salvageInPlace(store);
    const AuditReport report = examine(store);
    CHECK(report.lost.isEmpty());
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.first().kind == AuditFinding::Kind::Missing);
    CHECK(report.findings.first().entry == 20);
}

TEST_CASE("a second salvage still knows what the first could not save", "[store][SEC-D3]")
{
    TestStore store;
    loseAndSalvage(store, text("the-first-one"));
    const LostEntries first = examine(store).lost.first();
    SECTION("when it loses more of the log")
    {
        loseAndSalvage(store, text("the-second-one"));
        const AuditReport report = examine(store);
        CHECK(report.findings.isEmpty());
        REQUIRE(report.lost.size() == 2);
        CHECK(report.lost.first().first == first.first);
        CHECK(report.lost.first().last == first.last);
    }
    SECTION("when it loses what the first one said")
    {
        logAround(store, text("another"));
        losePageOf(store, text("records-damaged"));
        salvageInPlace(store);
        const AuditReport report = examine(store);
        CHECK(report.findings.isEmpty());
        REQUIRE_FALSE(report.lost.isEmpty());  // one, where the page lies beside the first gap
        CHECK(report.lost.first().first <= first.first);
        CHECK(report.lost.first().last >= first.last);
        CHECK(report.lost.last().salvage > first.salvage);
    }
    SECTION("when the log is whole")
    {
        require(store->screenings().create(store.aDraft(),
                                           QByteArray(9000, 'a') + "the-answers" + QByteArray(9000, 'a')));
        losePageOf(store, text("the-answers"));
        salvageInPlace(store);
        const AuditReport report = examine(store);
        CHECK(report.findings.isEmpty());
        REQUIRE(report.lost.size() == 1);
        CHECK(report.lost.first().salvage > first.salvage);
    }
}

TEST_CASE("a checkpoint of an entry that is lost is left behind, and one of another still binds",
          "[store][SEC-T2]")
{
    TestStore store;
    for (int i = 0; i < 20; ++i)
        require(store->audit().record(AuditAction::ScreeningRead, text("another")));
    const Testimony early{require(store->checkpoints().sign()), text("on paper")};
    for (int i = 0; i < 80; ++i)
        require(store->audit().record(AuditAction::ScreeningRead, text("another")));
    require(store->audit().record(AuditAction::ScreeningRead, text("the-lost-one")));
    const Testimony lost{require(store->checkpoints().sign()), text("on paper")};
    for (int i = 0; i < 80; ++i)
        require(store->audit().record(AuditAction::ScreeningRead, text("another")));
    const Testimony late{require(store->checkpoints().sign()), text("on paper")};
    store.close();
    losePageOf(store, text("the-lost-one"));
    salvageInPlace(store);
    const AuditReport report = examine(store, {early, lost, late});
    CHECK(report.findings.isEmpty());
    CHECK(report.compared == 2);
    CHECK(report.leftBehind == 1);
}

TEST_CASE("a salvaged store is backed up, tried, restored and upgraded as any other",
          "[store][SEC-D3][SEC-D6]")
{
    TestStore store;
    const auto screening = store.addFinal();
    loseAndSalvage(store);
    REQUIRE(examine(store).lost.size() == 1);
    SECTION("backed up, tried and restored")
    {
        const Place place;
        const BackupInfo info = require(store->finishBackup(require(store->beginBackup(place.backup))));
        CHECK(require(drillBackup(place.backup, text("lead"), test::aPassphrase())) == info);
        require(restoreBackup(place.backup, place.store, text("lead"), test::aPassphrase(), store.clock));
        const auto restored =
            require(Store::open(place.store, text("lead"), test::aPassphrase(), store.clock));
        CHECK(require(restored->screenings().find(screening.id)));
        CHECK_FALSE(require(restored->audit().verify()).firstBroken);
    }
    SECTION("upgraded")
    {
        store.makeOlder();
        require(store.open());
        CHECK(require(store->screenings().find(screening.id)));
        const auto backups = upgradeBackups(store.folder());
        REQUIRE(backups.size() == 1);
        CHECK(drillBackup(backups[0].folder, text("lead"), test::aPassphrase()));
    }
}
