#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

StoredForm aForm(const QString &version, const QByteArray &definition = "<h:html/>")
{
    return {QStringLiteral("second-line"),
            version,
            definition,
            {{QStringLiteral("model.json"), "{\"v\":1}"}, {QStringLiteral("empty.csv"), ""}}};
}

}  // namespace

TEST_CASE("a form is kept with every byte of its media", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto form = aForm(QStringLiteral("2026.1"), QByteArray("PK\x03\x04\x00\xff", 6));
    require(store->forms().install(form));
    store.reopen();
    CHECK(require(store->forms().find(form.formId, form.version)) == form);
}

TEST_CASE("the version installed last is current, and the earlier ones stay", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto one = aForm(QStringLiteral("10"));
    const auto two = aForm(QStringLiteral("9"));  // a version is a name, not a number
    require(store->forms().install(one));
    store.clock.advance(std::chrono::minutes(1));
    require(store->forms().install(two));
    require(store->forms().install(one));  // the same again: nothing new

    CHECK(require(store->forms().current(one.formId)) == two);
    CHECK(require(store->forms().find(one.formId, QStringLiteral("10"))) == one);
    const auto list = require(store->forms().list());
    REQUIRE(list.size() == 2);
    CHECK(list.at(0).formId == QStringLiteral("checklist"));
    CHECK(list.at(1) == FormVersion{two.formId, two.version, store.clock.utcNow()});
}

TEST_CASE("other content under the same version is refused", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    require(store->forms().install(aForm(QStringLiteral("1"))));
    auto other = aForm(QStringLiteral("1"));
    SECTION("definition") { other.definition = "<other/>"; }
    SECTION("media") { other.media[QStringLiteral("model.json")] = "{}"; }
    CHECK(errorOf(store->forms().install(other)) == ErrorCode::Conflict);
    CHECK(require(store->forms().current(other.formId)) == aForm(QStringLiteral("1")));
}

TEST_CASE("a form that is not there is no form", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    CHECK(require(store->forms().current(QStringLiteral("none"))) == std::nullopt);
    CHECK(require(store->forms().find(QStringLiteral("checklist"), QStringLiteral("7"))) == std::nullopt);
    CHECK(errorOf(store->forms().install({})) == ErrorCode::InvalidInput);
}

TEST_CASE("what was compiled of a form is kept beside it, the last one only", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto form = aForm(QStringLiteral("2026.1"));
    require(store->forms().install(form));
    CHECK(require(store->forms().compiled(form.formId, form.version)) == std::nullopt);
    require(store->forms().keepCompiled(form.formId, form.version, "first"));
    require(store->forms().keepCompiled(form.formId, form.version, "second"));
    store.reopen();
    CHECK(require(store->forms().compiled(form.formId, form.version)) == QByteArray("second"));
    CHECK(require(store->forms().find(form.formId, form.version)) == form);
    CHECK_FALSE(store->forms().keepCompiled(form.formId, QStringLiteral("2026.2"), "of no form").has_value());
}

TEST_CASE("what the server publishes is taken up whoever is signed in, and said in the log",
          "[store][SEC-T4]")
{
    TestStore store;
    store.signIn(store.administrator());
    store.signIn(store.addOfficer(record::Role::Officer, QStringLiteral("rosa")));
    const auto one = aForm(QStringLiteral("1"));
    CHECK(require(store->forms().receive(one)));
    CHECK_FALSE(require(store->forms().receive(one)));
    require(store->forms().keepCompiled(one.formId, one.version, "compiled with the old list"));

    auto withOtherList = one;
    withOtherList.media.insert(QStringLiteral("new.csv"), "name,label");
    withOtherList.media.remove(QStringLiteral("empty.csv"));
    CHECK(require(store->forms().receive(withOtherList)));
    CHECK(require(store->forms().current(one.formId)) == withOtherList);
    CHECK(require(store->forms().compiled(one.formId, one.version)) == std::nullopt);

    CHECK(errorOf(store->forms().receive(aForm(QStringLiteral("1"), "<other/>"))) == ErrorCode::Conflict);
    const auto two = aForm(QStringLiteral("2"));
    CHECK(require(store->forms().receive(two)));
    CHECK(require(store->forms().current(one.formId)) == two);
    CHECK(require(store->forms().find(one.formId, one.version)) ==
          withOtherList);  // for drafts that began with it

    store.signIn(store.administrator());
    QList<AuditAction> received;
    for (const AuditEntry &entry : auditEntries(store->audit())) {
        if (entry.action == AuditAction::FormReceived || entry.action == AuditAction::FormFilesReceived)
            received.append(entry.action);
    }
    CHECK(received ==
          QList{AuditAction::FormReceived, AuditAction::FormFilesReceived, AuditAction::FormReceived});
}
