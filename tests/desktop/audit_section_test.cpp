// Reading the audit log in the window.
#include "app/desktop/administration/audit_section.h"

#include "app/desktop/administration/audit_model.h"
#include "app/desktop/administration/audit_text.h"
#include "desktop/section.h"
#include "support/samples.h"
#include "support/test_store.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTableView>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::Role;
using store::AuditAction;
using store::Store;

namespace {

struct Audit : OpenSection<AuditSection> {
    explicit Audit(Role role = Role::Auditor) : OpenSection(role) {}

    QAbstractItemModel *model() { return part<QTableView>("Audit log")->model(); }

    QStringList column(AuditModel::Column column)
    {
        QStringList cells;
        for (int row = 0; row < model()->rowCount(); ++row)
            cells.append(model()->index(row, column).data().toString());
        return cells;
    }

    bool shows(const std::function<bool(const QStringList &)> &isRight,
               AuditModel::Column of = AuditModel::Action)
    {
        return eventually([&] { return isRight(column(of)); });
    }

    void choose(const char *box, const QString &words)
    {
        auto *choices = part<QComboBox>(box);
        REQUIRE(eventually([&] { return choices->findText(words) >= 0; }));
        choices->setCurrentIndex(choices->findText(words));
    }

    QList<store::AuditEntry> entries()
    {
        return ask([](Store &store) { return auditEntries(store.audit()); });
    }
};

}  // namespace

TEST_CASE("an auditor reads who did what, the newest first, and that is an entry", "[desktop][SEC-T4]")
{
    Audit audit(GENERATE(Role::Auditor, Role::Administrator));
    QAbstractItemModelTester tester(audit.model());
    CHECK(audit.shows([](const QStringList &acts) { return acts.contains(QStringLiteral("Store made")); }));
    const QStringList acts = audit.column(AuditModel::Action);
    CHECK(acts.first() == QStringLiteral("Audit log read"));
    CHECK(acts.last() == QStringLiteral("Store made"));
    CHECK(audit.column(AuditModel::Who).first() == QStringLiteral("Rosa Quiroga"));
    CHECK(audit.column(AuditModel::Who).last() == QStringLiteral("Inés Roca"));
    const auto told = audit.entries().last();
    CHECK(told.action == AuditAction::AuditRead);
    CHECK(told.detail == QStringLiteral("list"));
}

TEST_CASE("the list is narrowed by deed, person and day", "[desktop][SEC-T4]")
{
    Audit audit;
    REQUIRE(audit.shows([](const QStringList &acts) { return acts.size() > 5; }));
    SECTION("by deed")
    {
        audit.choose("What was done", QStringLiteral("Account added"));
        CHECK(audit.shows(
            [](const QStringList &acts) { return acts == QStringList(2, QStringLiteral("Account added")); }));
        CHECK(audit.says("2 entries."));
    }
    SECTION("by person")
    {
        audit.choose("Who did it", QStringLiteral("Ana Salas"));
        CHECK(audit.shows(
            [](const QStringList &who) {
                return !who.isEmpty() && who == QStringList(who.size(), QStringLiteral("Ana Salas"));
            },
            AuditModel::Who));
    }
    SECTION("by day")
    {
        auto *from = audit.part<QLineEdit>("From");
        from->setFocus();
        QTest::keyClicks(from, QStringLiteral("2100-01-01"));
        CHECK(audit.shows([](const QStringList &acts) { return acts.isEmpty(); }));
        CHECK(audit.says("There is no such entry."));
    }
}

TEST_CASE("a long log is read as the reader scrolls", "[desktop][SEC-T4]")
{
    Audit audit(Role::Administrator);
    require(audit.ask([](Store &store) -> Result<> {
        for (int i = 0; i < 250; ++i) {
            if (const auto told = store.audit().record(AuditAction::CardShown, {}, QString::number(i)); !told)
                return told;
        }
        return {};
    }));
    audit.section->hide();
    audit.section->show();
    CHECK(audit.shows([](const QStringList &acts) { return acts.size() == 100; }));
    CHECK(audit.says("The newest 100 entries; scroll for more."));
    audit.part<QTableView>("Audit log")->scrollToBottom();
    CHECK(audit.shows([](const QStringList &acts) { return acts.size() == 200; }));
    audit.choose("What was done", QStringLiteral("Store made"));  // the oldest of all
    CHECK(audit.shows(
        [](const QStringList &acts) { return acts == QStringList{QStringLiteral("Store made")}; }));
}

TEST_CASE("verification tells that the log is whole, and is told itself", "[desktop][SEC-T3]")
{
    Audit audit;
    audit.click("Verify now");
    CHECK(audit.says("entries are sound"));
    CHECK(audit.part<QPushButton>("Verify now")->isEnabled());
    const auto entries = audit.entries();
    CHECK(std::any_of(entries.begin(), entries.end(), [](const store::AuditEntry &entry) {
        return entry.action == AuditAction::AuditRead && entry.detail == QStringLiteral("verify");
    }));
}

TEST_CASE("every deed that is logged has words of its own", "[desktop][SEC-T4]")
{
    QSet<QString> words;
    for (const AuditAction action : store::allAuditActions()) {
        CHECK_FALSE(text(action).isEmpty());
        words.insert(text(action));
    }
    CHECK(words.size() == store::allAuditActions().size());
}
