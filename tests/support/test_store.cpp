#include "support/test_store.h"

#include "crypto/random.h"
#include "store/key_slots.h"
#include "store/migrations.h"

#include "support/catch.h"
#include "support/kept_folder.h"
#include "support/text.h"

#include <QDir>
#include <QFile>

#include <optional>

namespace amparo::store {

class AuditLogProbe {
public:
    static Result<std::optional<AuditEntry>> find(const AuditLog &log, qint64 sequence)
    {
        return log.find(sequence);
    }
};

}  // namespace amparo::store

namespace amparo::test {

namespace {

/// What a store of a test is a copy of.
struct Pattern {
    QString folder;
    record::Officer administrator{OfficerId::create(), text("admin"), text("Inés Roca"),
                                  record::Role::Administrator};
    record::Officer lead{OfficerId::create(), text("lead"), text("Ana Salas"), record::Role::ShiftLead};
    ShiftId shift = {};
};

Pattern makePattern(const QString &folder)
{
    Pattern pattern{folder};
    const FixedClock clock;
    {
        const record::Post post{text("PE-DES-01"), text("Desaguadero"), text("PER"), true};
        const auto store =
            require(store::Store::create(folder, post, pattern.administrator, aPassphrase(), clock));
        require(store->addOfficer(pattern.lead, aPassphrase()));
        require(store->forms().install(
            {text("checklist"), text("1"), "<h:html/>", {{text("model.json"), "{}"}}}));
    }
    const auto store = require(store::Store::open(folder, pattern.lead.loginName, aPassphrase(), clock));
    pattern.shift = require(store->shifts().open()).id;
    return pattern;
}

const QString idsName = text("pattern.ids");

void keepIds(const Pattern &pattern)
{
    QFile file(QDir(pattern.folder).filePath(idsName));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QString ids = pattern.administrator.id.toText() + text(" ") + pattern.lead.id.toText() + text(" ") +
                        pattern.shift.toText();
    REQUIRE(file.write(ids.toLatin1()) > 0);
}

Pattern keptPattern(const QString &folder)
{
    QFile file(QDir(folder).filePath(idsName));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QString> ids = QString::fromLatin1(file.readAll()).split(QLatin1Char(' '));
    REQUIRE(ids.size() == 3);
    Pattern pattern{folder};
    pattern.administrator.id = *OfficerId::fromText(ids[0]);
    pattern.lead.id = *OfficerId::fromText(ids[1]);
    pattern.shift = *ShiftId::fromText(ids[2]);
    return pattern;
}

QStringList tablesOf(store::Database &database)
{
    return require(
        database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                     " AND sql NOT LIKE 'CREATE VIRTUAL%'",
                     [](const store::Row &row) { return row.get<QString>(0); }));
}

QStringList schemaOf(store::Database &database)
{
    return require(database.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
                                [](const store::Row &row) { return row.get<QString>(0); }));
}

/// The sign-ins that it takes to make it are most of what many test cases would do.
Pattern usualPattern()
{
    return keptPattern(
        keptFolder(text("pattern"), buildOf(), [](const QString &folder) { keepIds(makePattern(folder)); }));
}

}  // namespace

TestStore::TestStore(Kind kind, const QString &folderPattern) : m_folder(folderPattern)
{
    const QTemporaryDir another(quickFolder());
    const Pattern pattern = kind == Kind::Usual ? usualPattern() : makePattern(another.path());
    const QDir from(pattern.folder);
    for (const QString &file : from.entryList(QDir::Files)) {
        if (file != idsName)
            REQUIRE(QFile::copy(from.filePath(file), path(file)));
    }
    m_administrator = pattern.administrator;
    m_lead = pattern.lead;
    m_shift = pattern.shift;
    m_signedIn = m_lead;
    require(open());
}

record::Screening TestStore::addDraft() { return addDraft(aDraft()); }

record::Screening TestStore::addDraft(const record::Screening &draft)
{
    require(m_store->screenings().create(draft, "answers"));
    return draft;
}

record::Screening TestStore::addFinal() { return addFinal(aDraft()); }

record::Screening TestStore::addFinal(const record::Screening &draft)
{
    addDraft(draft);
    record::Screening final = draft.verdict ? draft : decided(draft);
    require(m_store->screenings().finalise(final, "<data id=\"checklist\"/>"));
    final.state = record::State::Queued;
    return final;
}

void TestStore::deliver()
{
    while (const auto taken = require(m_store->outbox().takeNext())) {
        require(m_store->outbox().acknowledge(
            taken->item.screening,
            {clock.utcNow(), text("https://central.example"), 201, text("Form received")}));
    }
}

Result<> TestStore::open()
{
    auto opened = store::Store::open(folder(), m_signedIn.loginName, aPassphrase(), clock);
    if (!opened)
        return tl::make_unexpected(opened.error());
    m_store = std::move(*opened);
    return {};
}

void TestStore::reopen()
{
    close();
    require(open());
}

void TestStore::signIn(const record::Officer &officer)
{
    m_signedIn = officer;
    reopen();
}

record::Officer TestStore::addOfficer(record::Role role, const QString &loginName)
{
    const record::Officer officer{OfficerId::create(), loginName, loginName, role};
    require(m_store->addOfficer(officer, aPassphrase()));
    return officer;
}

std::unique_ptr<store::Database> TestStore::closeAndTakeDatabase()
{
    close();
    const auto keys = require(store::readKeyFile(folder()));
    const auto slot = require(store::openSlot(keys, m_lead.loginName, aPassphrase()));
    return require(store::Database::open(path(store::databaseName(keys.keyNumber)), slot.store,
                                         store::Database::Mode::Existing));
}

void TestStore::makeOlder()
{
    const auto database = closeAndTakeDatabase();
    const QTemporaryDir place(quickFolder());
    const auto real = require(store::Database::open(place.filePath(text("older.db")),
                                                    crypto::randomSecret(32), store::Database::Mode::Create));
    require(store::migrate(*real, store::knownMigrations().first(olderSchema)));
    const QStringList older = tablesOf(*real);
    QByteArray script;
    for (const QString &table : tablesOf(*database)) {
        if (!older.contains(table))
            script += "DROP TABLE " + table.toLatin1() + ";\n";
    }
    require(database->execute(script + "PRAGMA user_version = " + QByteArray::number(olderSchema)));
    REQUIRE(schemaOf(*database) ==
            schemaOf(*real));  // what a step does to a table that was there is undone here as well
}

Result<> TestStore::executeAndClose(const QByteArray &sql) { return closeAndTakeDatabase()->execute(sql); }

bool TestStore::execute(const QByteArray &sql)
{
    const bool done = executeAndClose(sql).has_value();
    require(open());
    return done;
}

QList<store::AuditEntry> auditEntries(const store::AuditLog &log, qint64 sequence)
{
    QList<store::AuditEntry> found;
    while (true) {
        const auto next = store::AuditLogProbe::find(log, ++sequence);
        if (!next)
            qFatal("the audit log cannot be read");  // in any thread, so it is no assertion
        if (!*next)
            return found;
        found.append(**next);
    }
}

}  // namespace amparo::test
