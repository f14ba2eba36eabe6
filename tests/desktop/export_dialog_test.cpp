// Records with names leave the post by two people's deed.
#include "app/desktop/reports/reports_page.h"
#include "desktop/modal.h"
#include "desktop/open_post.h"
#include "support/test_store.h"

#include <QDir>
#include <QFile>

using namespace amparo;
using namespace amparo::test;

TEST_CASE("records with names are exported by two people, and it is logged", "[desktop][SEC-A6][SEC-T4]")
{
    TestStore store;
    const auto record = store.addFinal();
    store.signIn(store.administrator());
    store.addOfficer(record::Role::Auditor, QStringLiteral("marta"));
    const auto post = openAsPost(store, QStringLiteral("lead"));
    desktop::ReportsPage page(*post);
    page.resize(1024, 700);
    activate(page);
    REQUIRE(
        eventually([&] { return control<QPushButton>(page, "Export records with names…")->isEnabled(); }));
    const QTemporaryDir folder(quickFolder());
    const auto files = [&] { return QDir(folder.path()).entryList(QDir::Files); };
    control<QLineEdit>(page, "Folder")->setText(folder.path());

    press(*openBy(page, "Export records with names…"), Qt::Key_Escape);
    REQUIRE(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
    CHECK(files().isEmpty());
    CHECK(control<QLineEdit>(page, "Folder")->text() == folder.path());

    agreeAs(*openBy(page, "Export records with names…"), QStringLiteral("marta"),
            QStringLiteral("tres garzas blancas"));
    REQUIRE(eventually([&] { return says(page, "readable by you alone"); }));
    REQUIRE(files().size() == 1);
    QFile file(QDir(folder.path()).filePath(files().first()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains(record.traveller.surname.toUtf8()));
    CHECK((file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
}
