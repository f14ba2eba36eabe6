#include "app/desktop/administration/administration_page.h"

#include "app/desktop/administration/officers_model.h"
#include "desktop/modal.h"
#include "desktop/open_post.h"
#include "support/samples.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListWidget>
#include <QPointer>
#include <QTableView>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

const QString given = QStringLiteral("cinco llamas azules");

/// The page as an administrator meets it: "admin" has founded the post, "rosa" is signed in.
struct Administration {
    Administration()
    {
        page->resize(1024, 700);
        activate(*page);
        REQUIRE(eventually([this] { return officers()->model()->rowCount() == 3; }));
    }

    QTableView *officers() { return control<QTableView>(*page, "Officers"); }

    void choose(const char *login)
    {
        auto *model = officers()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, OfficersModel::Login).data().toString() == QLatin1String(login))
                return officers()->selectRow(row);
        }
        FAIL("nobody is called " << login);
    }

    QString about(const char *login, OfficersModel::Column column)
    {
        auto *model = officers()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, OfficersModel::Login).data().toString() == QLatin1String(login))
                return model->index(row, column).data().toString();
        }
        return {};
    }

    QDialog *open(const char *button) { return openBy(*page, button); }

    bool says(const char *part) { return test::says(*page, part); }

    /// Ends the session, and tries another.
    bool opens(const char *login, const QString &passphrase)
    {
        page.reset();
        post.take().reset();
        return store::Store::open(post.folder(), QLatin1String(login),
                                  crypto::Passphrase::fromText(passphrase), post.clock)
            .has_value();
    }

    OpenPost post{OpenPost::Forms::None, record::Role::Administrator};
    std::unique_ptr<AdministrationPage> page = std::make_unique<AdministrationPage>(*post);
};

}  // namespace

TEST_CASE("an administrator sees who has an account, and reaches all of it by keys", "[desktop]")
{
    Administration administration;
    CHECK(control<QListWidget>(*administration.page, "Sections")->currentRow() == 0);
    CHECK(administration.about("lead", OfficersModel::Role) == QStringLiteral("Shift lead"));
    CHECK(administration.about("lead", OfficersModel::State) == QStringLiteral("Can sign in"));
    CHECK(administration.about("admin", OfficersModel::LastSignIn) == QStringLiteral("Never"));
    CHECK(administration.about("rosa", OfficersModel::LastSignIn) != QStringLiteral("Never"));

    CHECK(control<QListWidget>(*administration.page, "Sections")->hasFocus());
    press(*administration.page, Qt::Key_Tab);
    CHECK(administration.officers()->hasFocus());
    administration.choose("lead");
    for (const char *button :
         {"Add an officer…", "New passphrase…", "Change the role…", "Suspend…", "Remove…"}) {
        press(*administration.page, Qt::Key_Tab);
        CHECK(control<QPushButton>(*administration.page, button)->hasFocus());
    }
}

TEST_CASE("nobody is offered deeds upon their own account", "[desktop][SEC-A1]")
{
    Administration administration;
    for (const char *button : {"New passphrase…", "Change the role…", "Suspend…", "Remove…"}) {
        CAPTURE(button);
        CHECK_FALSE(control<QPushButton>(*administration.page, button)->isEnabled());
        administration.choose("lead");
        CHECK(control<QPushButton>(*administration.page, button)->isEnabled());
        administration.choose("rosa");
        CHECK_FALSE(control<QPushButton>(*administration.page, button)->isEnabled());
    }
    CHECK(control<QPushButton>(*administration.page, "Add an officer…")->isEnabled());
}

TEST_CASE("an officer is added once name and passphrase will do, and can sign in", "[desktop][SEC-A2]")
{
    Administration administration;
    QPointer<QDialog> dialog = administration.open("Add an officer…");
    type(*dialog, QStringLiteral("Jose Mamani"));
    press(*dialog, Qt::Key_Tab);
    type(*dialog, QStringLiteral("lead"));
    auto *role = control<QComboBox>(*dialog, "Role");
    role->setCurrentIndex(role->findText(QStringLiteral("Auditor")));
    const auto tryIt = [&](const QString &first, const QString &again) {
        control<QLineEdit>(*dialog, "New passphrase")->setText(first);
        control<QLineEdit>(*dialog, "The same passphrase again")->setText(again);
        press(*dialog, Qt::Key_Return);
    };
    tryIt(QStringLiteral("short"), QStringLiteral("short"));
    CHECK(saidIn(*dialog).contains(QStringLiteral("12 characters")));
    tryIt(given, given + QLatin1Char('x'));
    CHECK(saidIn(*dialog).contains(QStringLiteral("differ")));
    CHECK(control<QLineEdit>(*dialog, "New passphrase")->text().isEmpty());
    tryIt(given, given);
    REQUIRE(eventually([&] { return saidIn(*dialog).contains(QStringLiteral("this login name")); }));
    CHECK(control<QLineEdit>(*dialog, "Name")->text() == QStringLiteral("Jose Mamani"));
    type(*dialog, QStringLiteral("jose"));  // in the place of what was taken
    tryIt(given, given);
    REQUIRE(eventually([&] { return !administration.about("jose", OfficersModel::Role).isEmpty(); }));
    CHECK_FALSE(dialog);
    CHECK(administration.about("jose", OfficersModel::Role) == QStringLiteral("Auditor"));
    CHECK(administration.says("Jose Mamani can sign in as jose"));
    CHECK(administration.opens("jose", given));
}

TEST_CASE("who is suspended or removed opens nothing, and a change of the key is called for",
          "[desktop][SEC-K8]")
{
    Administration administration;
    administration.choose("lead");
    const char *deed = GENERATE("Suspend", "Remove");
    QDialog *dialog = administration.open((QByteArray(deed) + "…").constData());
    control<QPushButton>(*dialog, deed)->click();
    REQUIRE(eventually([&] { return administration.says("can no longer sign in"); }));
    CHECK(administration.says("Change the store's key next"));
    const bool isSuspended = deed == QByteArray("Suspend");
    REQUIRE(eventually([&] {
        return administration.about("lead", OfficersModel::State) ==
               (isSuspended ? QStringLiteral("Suspended") : QString());
    }));
    if (isSuspended)
        CHECK_FALSE(control<QPushButton>(*administration.page, "Suspend…")->isEnabled());
    CHECK_FALSE(administration.opens("lead", QStringLiteral("tres garzas blancas")));
}

TEST_CASE("a new passphrase opens a suspended account again", "[desktop]")
{
    Administration administration;
    administration.choose("lead");
    control<QPushButton>(*administration.open("Suspend…"), "Suspend")->click();
    REQUIRE(eventually(
        [&] { return administration.about("lead", OfficersModel::State) == QStringLiteral("Suspended"); }));
    QDialog *dialog = administration.open("New passphrase…");
    control<QLineEdit>(*dialog, "New passphrase")->setText(given);
    control<QLineEdit>(*dialog, "The same passphrase again")->setText(given);
    press(*dialog, Qt::Key_Return);
    REQUIRE(eventually(
        [&] { return administration.about("lead", OfficersModel::State) == QStringLiteral("Can sign in"); }));
    CHECK(administration.opens("lead", given));
}

TEST_CASE("another role is chosen for an officer, and cancelling changes nothing", "[desktop]")
{
    Administration administration;
    administration.choose("lead");
    const bool isMeant = GENERATE(true, false);
    QDialog *dialog = administration.open("Change the role…");
    auto *role = control<QComboBox>(*dialog, "Role");
    CHECK(role->currentText() == QStringLiteral("Shift lead"));
    role->setCurrentIndex(role->findText(QStringLiteral("Officer")));
    press(*dialog, isMeant ? Qt::Key_Return : Qt::Key_Escape);
    if (isMeant)
        REQUIRE(eventually([&] { return administration.says("has this role from the next sign-in on"); }));
    else
        REQUIRE(eventually([&] { return QApplication::activeModalWidget() == nullptr; }));
    const QString expected = isMeant ? QStringLiteral("Officer") : QStringLiteral("Shift lead");
    CHECK(eventually([&] { return administration.about("lead", OfficersModel::Role) == expected; }));
}

TEST_CASE("the model of officers keeps the rules of models", "[desktop]")
{
    OfficersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const record::Officer one{OfficerId::create(), QStringLiteral("jose"), QStringLiteral("Jose Mamani"),
                              record::Role::Officer};
    model.replace({{one, true, std::nullopt}});
    CHECK(model.rowOf(one.id) == 0);
    CHECK(model.rowOf(OfficerId::create()) == -1);
    CHECK(model.index(0, OfficersModel::State).data().toString() == QStringLiteral("Suspended"));
    model.retranslate();
    model.replace({});
    CHECK(model.rowCount() == 0);
}
