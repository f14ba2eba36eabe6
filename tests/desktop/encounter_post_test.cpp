#include "app/desktop/records/records_page.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/test_store.h"

#include <QLineEdit>

using namespace amparo;
using namespace amparo::test;

namespace {

/// What a job on the post's store answers.
template <class Job> auto ask(app::Post &post, Job job)
{
    std::optional<std::invoke_result_t<Job, store::Store &>> answer;
    QObject receiver;
    post.store().run(&receiver, job, [&](auto said) { answer = std::move(said); });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    return require(std::move(*answer));
}

QList<store::AuditEntry> searches(app::Post &post)
{
    auto entries = ask(post, [](store::Store &store) {
        return Result<QList<store::AuditEntry>>(auditEntries(store.audit()));
    });
    entries.removeIf(
        [](const store::AuditEntry &entry) { return entry.action != store::AuditAction::Searched; });
    return entries;
}

}  // namespace

TEST_CASE("a post that is opened indexes its older records by itself", "[desktop][SEC-R3]")
{
    TestStore store;
    for (int i = 0; i < 3; ++i)
        store.addFinal();
    REQUIRE(
        store.execute("DELETE FROM encounter_key; DELETE FROM setting WHERE name LIKE 'encounter-index%'"));
    const auto post = openAsPost(store);
    CHECK(eventually(
        [&] { return ask(*post, [](store::Store &open) { return open.encounterIndex().isComplete(); }); }));
}

TEST_CASE("a search for a person is logged once, without its words", "[desktop][SEC-T4]")
{
    OpenPost post;
    desktop::RecordsPage page(*post);
    activate(page);
    auto *search = page.findChild<QLineEdit *>();
    REQUIRE(search);
    search->setText(QStringLiteral("Quispe"));
    CHECK(eventually([&] { return searches(*post).size() == 1; }));
    Q_EMIT post->recordsChanged();  // the same list again is no other search
    search->setText(QString());
    search->setText(QStringLiteral("Mamani"));
    CHECK(eventually([&] { return searches(*post).size() == 2; }));
    for (const store::AuditEntry &entry : searches(*post))
        CHECK(entry.detail.startsWith(QStringLiteral("words=")));
    CHECK(searches(*post).first().detail != searches(*post).last().detail);
}
