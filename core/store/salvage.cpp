#include "store/salvage.h"

#include "base/owner_only.h"
#include "crypto/random.h"
#include "store/audit_chain.h"
#include "store/database.h"
#include "store/key_slots.h"
#include "store/migrations.h"
#include "store/record_mending.h"
#include "store/reference_mending.h"
#include "store/store.h"
#include "store/store_opening.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace amparo::store {

namespace {

/// What is made anew instead: an index of words, what was read of forms, counts.
const QStringList derived{QStringLiteral("search_word"), QStringLiteral("compiled_form"),
                          QStringLiteral("outbox_count")};

Result<> countOutbox(Database &into)
{
    return into
        .run("UPDATE outbox_count SET records = (SELECT count(*) FROM outbox o WHERE o.state = "
             "outbox_count.state)")
        .map([](qint64) {});
}

/// A file to work on, gone at the end.
class WorkCopy {
public:
    WorkCopy() = default;
    explicit WorkCopy(QString path) : m_path(std::move(path)) {}
    ~WorkCopy()
    {
        if (!m_path.isEmpty())
            removeDatabase(m_path);
    }
    WorkCopy(WorkCopy &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    WorkCopy &operator=(WorkCopy &&other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }

private:
    QString m_path;
};

/// The damaged database, or where it ends within a page, a copy that does not.
Result<QString> wholePages(const SalvageRequest &request, quint32 keyNumber, WorkCopy &copy)
{
    const QString path = databasePath(request.damaged, keyNumber);
    const qint64 size = QFileInfo(path).size();
    if (size % pageSizeInBytes == 0)
        return path;
    const QString work = QDir(request.into).filePath(QStringLiteral("cut-off.amparo"));
    copy = WorkCopy(work);
    removeDatabase(work);
    if (!QFile::copy(path, work) || !keepToOwner(work) ||
        !QFile::resize(work, size / pageSizeInBytes * pageSizeInBytes))
        return failure(ErrorCode::DiskFull, QStringLiteral("there is no room for a copy to work on"));
    const QString log = path + QStringLiteral("-wal");
    if (QFile::exists(log) && !QFile::copy(log, work + QStringLiteral("-wal")))
        return failure(ErrorCode::DiskFull, QStringLiteral("there is no room for a copy to work on"));
    return work;
}

struct Damaged {
    WorkCopy copy;  // outlives the database
    KeyFile keys;
    SlotKeys slot;
    std::unique_ptr<Database> database;
};

Result<Damaged> openDamaged(const SalvageRequest &request, const crypto::Passphrase &passphrase)
{
    Damaged damaged;
    auto keys = readKeyFile(request.damaged);
    if (!keys)
        return tl::make_unexpected(keys.error());
    damaged.keys = std::move(*keys);
    auto slot = openSlot(damaged.keys, request.loginName, passphrase);
    if (!slot)
        return tl::make_unexpected(slot.error());
    damaged.slot = std::move(*slot);
    const auto path = wholePages(request, damaged.keys.keyNumber, damaged.copy);
    if (!path)
        return tl::make_unexpected(path.error());
    auto database = Database::open(*path, damaged.slot.store, Database::Mode::Damaged);
    if (!database)
        return tl::make_unexpected(database.error());
    damaged.database = std::move(*database);
    const auto role = damaged.database->first(
        "SELECT role FROM officer WHERE id = ?", [](const Row &row) { return row.get<QString>(0); },
        damaged.keys.find(request.loginName)->officer);
    // Where the row is lost, the key has to do.
    if (role && *role && **role != record::roleName(record::Role::Administrator))
        return failure(ErrorCode::Denied, QStringLiteral("only an administrator salvages a store"));
    return damaged;
}

/// Takes the triggers away while rows are put in their places, and gives them back.
class WithoutTriggers {
public:
    static Result<WithoutTriggers> of(Database &database)
    {
        const auto triggers =
            database.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", [](const Row &row) {
                return Trigger{row.get<QString>(0), row.get<QString>(1)};
            });
        if (!triggers)
            return tl::make_unexpected(triggers.error());
        for (const Trigger &trigger : *triggers) {
            if (const auto gone = database.execute("DROP TRIGGER " + trigger.name.toUtf8()); !gone)
                return tl::make_unexpected(gone.error());
        }
        return WithoutTriggers(database, *triggers);
    }

    Result<> giveBack()
    {
        for (const Trigger &trigger : m_triggers) {
            if (const auto made = m_database.execute(trigger.sql.toUtf8()); !made)
                return made;
        }
        return {};
    }

private:
    struct Trigger {
        QString name;
        QString sql;
    };
    WithoutTriggers(Database &database, QList<Trigger> triggers)
        : m_database(database), m_triggers(std::move(triggers))
    {}

    Database &m_database;
    QList<Trigger> m_triggers;
};

Result<> copyTables(Database &damaged, Database &into, SalvageReport &report)
{
    const auto tables = into.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                 "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
                                 [](const Row &row) { return row.get<QString>(0); });
    if (!tables)
        return tl::make_unexpected(tables.error());
    const qint64 lastRecord =
        damaged.value<qint64>("SELECT seq FROM sqlite_sequence WHERE name = 'screening'").value_or(0);
    const auto lastOf = [&](const QString &table) -> qint64 {
        static const QStringList numberedAlike{QStringLiteral("screening"), QStringLiteral("submission"),
                                               QStringLiteral("outbox"), QStringLiteral("draft_answers"),
                                               QStringLiteral("indicator_hit")};
        return numberedAlike.contains(table) ? lastRecord : 0;
    };
    for (const QString &table : *tables) {
        if (derived.contains(table))
            continue;
        const auto rescued =
            inTransaction(into, [&] { return rescueTable(damaged, into, table, lastOf(table)); });
        if (!rescued)
            return tl::make_unexpected(rescued.error());
        report.tables.append(*rescued);
    }
    if (lastRecord > 0)  // a number is never given twice, to a draft that was discarded neither
        return into.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'screening'", lastRecord)
            .map([](qint64) {});
    return {};
}

Result<> mendPost(Database &into, const Damaged &damaged, const SalvageRequest &request, const QDateTime &now,
                  SalvageReport &report)
{
    const auto count = into.value<qint64>("SELECT count(*) FROM post");
    if (!count)
        return tl::make_unexpected(count.error());
    if (*count == 1)
        return {};
    if (!request.post)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("what the store says of its post is lost: name code, name and country"));
    report.isPostAssumed = true;
    return into
        .run("INSERT INTO post (only_row, store_id, code, name, country, demo, created_at) VALUES (1, ?, ?, "
             "?, "
             "?, ?, ?)",
             damaged.keys.store, request.post->code, request.post->name, request.post->country,
             request.post->demo, now)
        .map([](qint64) {});
}

Result<> fill(Database &into, const Damaged &damaged, const SalvageRequest &request, SalvageReport &report)
{
    const auto version = damaged.database->value<qint64>("PRAGMA user_version");
    if (!version)
        return tl::make_unexpected(version.error());
    QList<Migration> migrations = knownMigrations();
    if (*version > migrations.size())
        return failure(ErrorCode::TooNew, QStringLiteral("the store is of a newer version of the program"));
    // Nothing of it counts before its end, so that the disk need not be waited for.
    if (const auto begun = into.execute("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF").and_then([&] {
            return migrate(into, migrations.first(*version));
        });
        !begun)
        return begun;
    auto triggers = WithoutTriggers::of(into);
    if (!triggers)
        return tl::make_unexpected(triggers.error());
    return copyTables(*damaged.database, into, report)
        .and_then([&] {
            return inTransaction(into, [&] {
                return mendPost(into, damaged, request, report.at, report)
                    .and_then([&] { return mendForms(into, request.forms, report.at, report); })
                    .and_then([&] { return mendRecords(into, readIndexes(*damaged.database), report); })
                    .and_then([&] { return mendShifts(into, report); })
                    .and_then([&] { return mendOfficers(into, damaged.keys, report.at, report); })
                    .and_then([&] { return dropOrphans(into, report); })
                    .and_then([&] { return indexRecords(into); });
            });
        })
        .and_then([&] { return triggers->giveBack(); })
        .and_then([&] { return migrate(into, migrations); })
        .and_then([&] { return countOutbox(into); });
}

/// Which entries the new log is known to lack. What was missing while no page of the log is lost was taken
/// out by somebody, and stays their fault.
Result<QList<AuditGap>> lostEntries(Database &database, const SalvageReport &report)
{
    const bool isLogRead = std::ranges::any_of(report.tables, [](const RescuedTable &table) {
        return table.name == QLatin1StringView("audit") && table.isWhole();
    });
    if (!isLogRead)
        return findGaps(database);
    return knownGaps(database).map([](const KnownGaps &known) { return known.list; });
}

QString detailOf(const SalvageReport &report, const QList<AuditGap> &lost)
{
    QStringList words{QStringLiteral("pages-lost=%1").arg(report.damagedPages.size()),
                      QStringLiteral("records-damaged=%1").arg(report.damagedRecords.size())};
    if (!lost.isEmpty())
        words.append(gapsToDetail(lost));
    return words.join(u' ');
}

/// Durable, whole and known to be another generation.
Result<> conclude(const QString &path, const Damaged &damaged, const SalvageRequest &request,
                  const Clock &clock, const SalvageReport &report)
{
    auto database = Database::open(path, damaged.slot.store, Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto officer = OfficerRepository(**database).find(damaged.keys.find(request.loginName)->officer);
    if (!officer || !*officer)
        return failure(ErrorCode::Corrupt, QStringLiteral("the officer was not saved"));
    const auto lost = lostEntries(**database, report);
    if (!lost)
        return tl::make_unexpected(lost.error());
    AuditLog log(**database, clock, **officer);
    return inTransaction(**database,
                         [&] {
                             return Checkpoints(**database, log, clock)
                                 .beginGeneration(AuditAction::StoreSalvaged, damaged.keys.store.toText(),
                                                  detailOf(report, *lost));
                         })
        .and_then([&] { return (*database)->execute("PRAGMA wal_checkpoint(TRUNCATE)"); })
        .and_then([&] { return (*database)->checkIntegrity(Database::Check::Full); });
}

}  // namespace

QString damagedPartName(DamagedRecord::Part part)
{
    switch (part) {
    case DamagedRecord::Part::Row:
        return QStringLiteral("row");
    case DamagedRecord::Part::Submission:
        return QStringLiteral("submission");
    case DamagedRecord::Part::Outbox:
        return QStringLiteral("outbox");
    case DamagedRecord::Part::Answers:
        return QStringLiteral("answers");
    }
    Q_UNREACHABLE();
}

bool SalvageReport::isWhole() const
{
    return damagedRecords.isEmpty() && damagedPages.isEmpty() && orphans == 0 &&
           std::all_of(tables.begin(), tables.end(),
                       [](const RescuedTable &table) { return table.isWhole(); });
}

Result<SalvageReport> salvageStore(const SalvageRequest &request, const crypto::Passphrase &passphrase,
                                   const Clock &clock)
{
    if (!Store::existsIn(request.damaged))
        return failure(ErrorCode::NotFound, QStringLiteral("there is no store in this folder"));
    const auto damagedLock = FolderLock::take(request.damaged);
    if (!damagedLock)
        return tl::make_unexpected(damagedLock.error());
    if (!makeOwnFolder(request.into))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the new store's folder cannot be made"));
    const auto lock = FolderLock::take(request.into);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (const auto isFree = checkNoTraces(request.into); !isFree)
        return tl::make_unexpected(isFree.error());
    const auto damaged = openDamaged(request, passphrase);
    if (!damaged)
        return tl::make_unexpected(damaged.error());

    SalvageReport report;
    report.at = clock.utcNow();
    const auto pages = damaged->database->pageCount();
    const auto unsealed =
        pages.and_then([&](qint64 count) { return damaged->database->damagedPages(1, count); });
    if (!unsealed)
        return tl::make_unexpected(unsealed.error());
    report.pages = *pages;
    report.damagedPages = *unsealed;

    const QString path = databasePath(request.into, damaged->keys.keyNumber);
    auto into = Database::open(path, damaged->slot.store, Database::Mode::Create);
    if (!into)
        return tl::make_unexpected(into.error());
    keepToOwner(path);
    const auto made = fill(**into, *damaged, request, report).and_then([&]() -> Result<> {
        into->reset();
        return conclude(path, *damaged, request, clock, report);
    });
    const auto written =
        made.and_then([&] { return writeKeyFile(request.into, damaged->keys, Previous::Replaced); });
    if (!written) {
        into->reset();
        removeDatabase(path);
        return tl::make_unexpected(written.error());
    }
    return report;
}

}  // namespace amparo::store
