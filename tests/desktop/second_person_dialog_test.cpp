#include "app/desktop/approval/second_person_dialog.h"

#include "desktop/modal.h"
#include "desktop/open_post.h"

#include <QLabel>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::Permission;

namespace {

const QString right = QStringLiteral("tres garzas blancas");
const QString wrong = QStringLiteral("cuatro ranas verdes");

/// "rosa", an administrator, wants a policy; "lead" may agree, "admin" may not.
struct Asked {
    Asked()
    {
        activate(page);
        dialog = new SecondPersonDialog(
            *post, Permission::SetPolicies, QStringLiteral("Lock after 5 minutes."),
            [this](store::Approval yes) { approval.emplace(std::move(yes)); }, &page);
        dialog->open();
        modal();
    }

    OpenPost post{OpenPost::Forms::None, record::Role::Administrator};
    QWidget page;
    QPointer<SecondPersonDialog> dialog;
    std::optional<store::Approval> approval;
};

}  // namespace

TEST_CASE("a second person reads who asks what, and agrees with an own passphrase", "[desktop][SEC-A6]")
{
    Asked asked;
    QString words;
    for (const QLabel *label : asked.dialog->findChildren<QLabel *>())
        words += label->text() + QLatin1Char('\n');
    CHECK(words.contains(QStringLiteral("Rosa Quiroga")));
    CHECK(words.contains(QStringLiteral("Lock after 5 minutes.")));
    CHECK(words.contains(QStringLiteral("Shift lead, Auditor")));

    type(*asked.dialog, QStringLiteral("lead"));
    press(*asked.dialog, Qt::Key_Tab);
    type(*asked.dialog, right);
    press(*asked.dialog, Qt::Key_Return);
    REQUIRE(eventually([&] { return asked.approval.has_value(); }));
    CHECK(asked.approval->permission() == Permission::SetPolicies);
    CHECK(eventually([&] { return !asked.dialog; }));
}

TEST_CASE("nobody approves an own deed, nor who may not by role", "[desktop][SEC-A6]")
{
    struct Row {
        const char *login;
        const char *sentence;
    };
    const Row row = GENERATE(values<Row>({{"rosa", "Nobody agrees to their own deed"},
                                          {" ROSA ", "Nobody agrees to their own deed"},
                                          {"admin", "role may not agree"}}));
    CAPTURE(row.login);
    Asked asked;
    agreeAs(*asked.dialog, QLatin1String(row.login), right);
    CHECK(eventually([&] { return says(*asked.dialog, row.sentence); }));
    CHECK_FALSE(asked.approval);
    CHECK(control<QLineEdit>(*asked.dialog, "Passphrase of the second person")->text().isEmpty());
    agreeAs(*asked.dialog, QStringLiteral("lead"), right);  // no try was counted
    CHECK(eventually([&] { return asked.approval.has_value(); }));
}

TEST_CASE("wrong passphrases of a second person are waited for as at the sign-in",
          "[desktop][SEC-A6][SEC-A3]")
{
    Asked asked;
    agreeAs(*asked.dialog, QStringLiteral("lead"), wrong);
    REQUIRE(eventually([&] { return says(*asked.dialog, "Name or passphrase is wrong."); }));
    agreeAs(*asked.dialog, QStringLiteral("lead"), right);
    REQUIRE(eventually([&] { return says(*asked.dialog, "After wrong tries there is a wait."); }));
    CHECK_FALSE(asked.approval);
    CHECK(control<QLineEdit>(*asked.dialog, "Login name of the second person")->text() ==
          QStringLiteral("lead"));
    asked.post.clock.advance(std::chrono::seconds(5));
    agreeAs(*asked.dialog, QStringLiteral("lead"), right);
    CHECK(eventually([&] { return asked.approval.has_value(); }));
}

TEST_CASE("a second person who walks away agrees to nothing", "[desktop][SEC-A6]")
{
    Asked asked;
    press(*asked.dialog, Qt::Key_Return);
    CHECK(says(*asked.dialog, "types login name and passphrase"));
    press(*asked.dialog, Qt::Key_Escape);
    CHECK(eventually([&] { return !asked.dialog; }));
    CHECK_FALSE(asked.approval);
}
