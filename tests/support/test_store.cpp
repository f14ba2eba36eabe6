#include "support/test_store.h"

#include "store/key_slots.h"

#include "support/catch.h"

namespace amparo::test {

namespace {

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

}  // namespace

TestStore::TestStore()
    : m_folder(quickFolder()),
      m_administrator{OfficerId::create(), text("lead"), text("Ana Salas"), record::Role::Administrator}
{
    const record::Post post{text("PE-DES-01"), text("Desaguadero"), text("PER"), true};
    m_store = require(store::Store::create(folder(), post, m_administrator, aPassphrase(), clock));
    require(
        m_store->forms().install({text("checklist"), text("1"), "<h:html/>", {{text("model.json"), "{}"}}}));
    m_shift = require(m_store->shifts().open(m_administrator.id)).id;
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

Result<> TestStore::open()
{
    auto opened = store::Store::open(folder(), m_administrator.loginName, aPassphrase(), clock);
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

Result<> TestStore::executeAndClose(const QByteArray &sql)
{
    close();
    const auto keys = require(store::readKeyFile(folder()));
    const auto slot = require(store::openSlot(keys, m_administrator.loginName, aPassphrase()));
    const auto database = require(store::Database::open(path(store::databaseName(keys.keyNumber)), slot.store,
                                                        store::Database::Mode::Existing));
    return database->execute(sql);
}

bool TestStore::execute(const QByteArray &sql)
{
    const bool done = executeAndClose(sql).has_value();
    require(open());
    return done;
}

}  // namespace amparo::test
