// The main job through the real window: from a document on the reader to the record at the national server.
#include "app/desktop/workplace.h"
#include "journey/person.h"
#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/samples.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// Pictures for people to look at, where somebody wants them: AMPARO_SCREENSHOTS=folder.
void shoot(QWidget &window, const char *name)
{
    const QString folder = qEnvironmentVariable("AMPARO_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(200);
    CHECK(window.grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png"))));
}

/// The bytes that the store keeps for the server.
QByteArray submissionIn(app::Post &post, ScreeningId id)
{
    std::optional<QByteArray> xml;
    QObject receiver;
    post.store().run(
        &receiver, [id](store::Store &store) { return store.screenings().submission(id); },
        [&](const Result<QByteArray> &answer) { xml = require(answer); });
    REQUIRE(eventually([&] { return xml.has_value(); }));
    return *xml;
}

}  // namespace

TEST_CASE("a passport on the reader becomes a record that the national server has, byte for byte",
          "[journey]")
{
    ServerProcess server;
    server.kill();  // no link yet
    const QTemporaryDir store(quickFolder());
    const QTemporaryDir reports(quickFolder());
    require(makePost(store.path(), server.baseUrl().toString()));
    MainWindow window(store.path(), false, systemClock());
    Person person(window);

    REQUIRE(person.signIn());
    CHECK(person.reads(QStringLiteral("Demo post")));
    shoot(window, "today");

    person.scan(specimenPassport());
    REQUIRE(person.reads(QStringLiteral("ERIKSSON, ANNA MARIA")));
    const ScreeningId id = person.screening().interview()->screening().id;

    person.press(Qt::Key_3);  // travels with others
    CHECK(hasControl<QLabel>(window, "Result: No indicators recorded"));
    person.press(Qt::Key_2);
    person.press(Qt::Key_3);
    person.press(Qt::Key_6);
    CHECK(hasControl<QLabel>(window, "Result: Second line"));
    CHECK(person.reads(QStringLiteral("Draft saved")));
    shoot(window, "screening");

    person.press(Qt::Key_F3);
    person.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(person.reads(QStringLiteral("The record is final")));
    CHECK(person.reads(QStringLiteral("No link to the server")));

    person.press(Qt::Key_3, Qt::ControlModifier);
    person.type(QStringLiteral("eriks"));
    person.press(Qt::Key_Return);
    person.press(Qt::Key_Down);
    shoot(window, "records");

    person.press(Qt::Key_4, Qt::ControlModifier);
    auto *folder = control<QLineEdit>(window, "Folder");
    folder->setFocus();
    folder->setText(reports.path());
    shoot(window, "reports");
    person.press(Qt::Key_Return);
    REQUIRE(person.reads(QStringLiteral("Written, readable by you alone")));
    const QFileInfoList files = QDir(reports.path()).entryInfoList(QDir::Files);
    REQUIRE(files.size() == 3);
    for (const QFileInfo &file : files)
        CHECK(int(file.permissions() &
                  ~(QFile::ReadUser | QFile::WriteUser | QFile::ReadOwner | QFile::WriteOwner)) == 0);

    server.start();  // the link is back
    if (hasControl<QPushButton>(window, "Send now"))
        control<QPushButton>(window, "Send now")->click();
    REQUIRE(eventually([&] { return server.archive().size() == 1; }));
    CHECK(person.reads(QStringLiteral("Linked to the server")));
    const auto archived = server.archive();
    CHECK(archived.begin()->second == submissionIn(window.workplace()->post(), id));
    CHECK(archived.begin()->second.contains("ERIKSSON"));
}
