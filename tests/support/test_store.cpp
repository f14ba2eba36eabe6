#include "support/test_store.h"

#include "store/key_slots.h"

#include "support/catch.h"

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

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

/// What every store of a test program is a copy of.
struct Pattern {
    QTemporaryDir folder{quickFolder()};
    record::Officer administrator{OfficerId::create(), text("admin"), text("Inés Roca"),
                                  record::Role::Administrator};
    record::Officer lead{OfficerId::create(), text("lead"), text("Ana Salas"), record::Role::ShiftLead};
    ShiftId shift;

    Pattern()
    {
        const FixedClock clock;
        {
            const record::Post post{text("PE-DES-01"), text("Desaguadero"), text("PER"), true};
            const auto store =
                require(store::Store::create(folder.path(), post, administrator, aPassphrase(), clock));
            require(store->addOfficer(lead, aPassphrase()));
            require(store->forms().install(
                {text("checklist"), text("1"), "<h:html/>", {{text("model.json"), "{}"}}}));
        }
        const auto store = require(store::Store::open(folder.path(), lead.loginName, aPassphrase(), clock));
        shift = require(store->shifts().open()).id;
    }
};

const Pattern &usualPattern()
{
    static const Pattern pattern;
    return pattern;
}

}  // namespace

TestStore::TestStore(Kind kind, const QString &folderPattern) : m_folder(folderPattern)
{
    std::optional<Pattern> another;
    const Pattern &pattern = kind == Kind::Usual ? usualPattern() : another.emplace();
    const QDir from(pattern.folder.path());
    for (const QString &file : from.entryList(QDir::Files))
        REQUIRE(QFile::copy(from.filePath(file), path(file)));
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
