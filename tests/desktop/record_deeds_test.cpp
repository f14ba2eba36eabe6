// What is done about the records of one person, from the page Records.
#include "app/desktop/records/records_page.h"
#include "desktop/modal.h"
#include "desktop/open_post.h"
#include "support/test_store.h"

#include <QComboBox>
#include <QPointer>
#include <QTableView>

using namespace amparo;
using namespace amparo::test;

namespace {

/// A post with one final record, which "lead" has on the screen; "admin" and "marta", an auditor, may agree.
struct RecordDesk {
    explicit RecordDesk(const QString &login = QStringLiteral("lead"))
    {
        record = store.addFinal();
        store.deliver();
        store.signIn(store.administrator());
        for (const auto &[role, name] :
             {std::pair(record::Role::Auditor, "marta"), std::pair(record::Role::Officer, "luis")})
            store.addOfficer(role, QLatin1String(name));
        post = openAsPost(store, login);
        page = std::make_unique<desktop::RecordsPage>(*post);
        page->resize(1024, 700);
        activate(*page);
        REQUIRE(eventually([this] { return table()->model()->rowCount() == 1; }));
        table()->selectRow(0);
        REQUIRE(eventually([this] { return control<QPushButton>(*page, "Keep beyond term…")->isEnabled(); }));
    }

    QTableView *table() { return control<QTableView>(*page, "Records"); }

    bool isHeld()
    {
        std::optional<bool> held;
        QObject receiver;
        post->store().run(
            &receiver, [id = record.encounter](store::Store &open) { return open.legalHolds().isHeld(id); },
            [&](const Result<bool> &answer) { held = require(answer); });
        REQUIRE(eventually([&] { return held.has_value(); }));
        return *held;
    }

    void hold(const QString &reference)
    {
        QDialog *dialog = openBy(*page, "Keep beyond term…");
        control<QLineEdit>(*dialog, "Reference")->setText(reference);
        press(*dialog, Qt::Key_Return);
    }

    TestStore store;
    record::Screening record;
    std::unique_ptr<app::Post> post;
    std::unique_ptr<desktop::RecordsPage> page;
};

}  // namespace

TEST_CASE("all records of a person are erased before their term by two people", "[desktop][SEC-A6][SEC-R2]")
{
    RecordDesk desk;
    QPointer<QDialog> dialog = openBy(*desk.page, "Erase before term…");
    control<QComboBox>(*dialog, "Reason")->setCurrentIndex(1);
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return modal() != dialog; }));
    press(*modal(), Qt::Key_Escape);
    REQUIRE(eventually([&] { return modal() == dialog; }));
    CHECK(control<QComboBox>(*dialog, "Reason")->currentIndex() == 1);
    CHECK(desk.table()->model()->rowCount() == 1);

    control<QPushButton>(*dialog, "Erase")->click();
    REQUIRE(eventually([&] { return modal() != dialog; }));
    agreeAs(*modal(), QStringLiteral("marta"), everybodysPassphrase);
    REQUIRE(eventually([&] { return desk.table()->model()->rowCount() == 0; }));
    CHECK(says(*desk.page, "All records of this person are erased."));
    CHECK_FALSE(control<QPushButton>(*desk.page, "Erase before term…")->isEnabled());
}

TEST_CASE("a hold is set by one person and ended by two, and nothing is erased meanwhile",
          "[desktop][SEC-A6][SEC-R1]")
{
    RecordDesk desk;
    CHECK_FALSE(control<QPushButton>(*desk.page, "End the hold…")->isEnabled());
    desk.hold(QStringLiteral("case of Ana"));
    REQUIRE(eventually([&] { return says(*modal(), "A reference has 1 to 40 letters"); }));
    press(*modal(), Qt::Key_Escape);
    desk.hold(QStringLiteral("EXP-77/2026"));
    REQUIRE(eventually([&] { return says(*desk.page, "under: EXP-77/2026"); }));
    CHECK(desk.isHeld());

    QDialog *erase = openBy(*desk.page, "Erase before term…");
    press(*erase, Qt::Key_Return);
    REQUIRE(eventually([&] { return modal() != erase; }));
    agreeAs(*modal(), QStringLiteral("admin"), everybodysPassphrase);
    REQUIRE(eventually([&] { return says(*erase, "Nothing was erased."); }));
    press(*erase, Qt::Key_Escape);

    QDialog *release = openBy(*desk.page, "End the hold…");
    press(*release, Qt::Key_Return);
    REQUIRE(eventually([&] { return modal() != release; }));
    agreeAs(*modal(), QStringLiteral("marta"), everybodysPassphrase);
    REQUIRE(eventually([&] { return says(*desk.page, "The hold is ended."); }));
    CHECK_FALSE(desk.isHeld());
    CHECK_FALSE(says(*desk.page, "EXP-77/2026"));
}

TEST_CASE("each role is offered the deeds upon records that the table opens to it", "[desktop][SEC-A1]")
{
    struct Row {
        const char *login;
        bool erases, holds;
    };
    const Row row = GENERATE(Row{"lead", true, true}, Row{"marta", false, true});
    CAPTURE(row.login);
    RecordDesk desk(QLatin1String(row.login));
    CHECK(hasControl<QPushButton>(*desk.page, "Erase before term…") == row.erases);
    CHECK(hasControl<QPushButton>(*desk.page, "Keep beyond term…") == row.holds);
    CHECK(hasControl<QPushButton>(*desk.page, "End the hold…") == row.holds);
}
