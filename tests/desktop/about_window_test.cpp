#include "app/desktop/help/about_window.h"

#include "app/desktop/help/help_window.h"
#include "app/desktop/workplace.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"
#include "support/spoken_language.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct OpenAbout {
    OpenAbout()
    {
        window.open(QCoreApplication::applicationDirPath());
        REQUIRE(QTest::qWaitForWindowActive(&window));
        REQUIRE(eventually([this] { return parts()->count() > 0; }));
    }

    QListWidget *parts() { return window.findChild<QListWidget *>(); }
    QString licence() { return window.findChild<QPlainTextEdit *>()->toPlainText(); }

    bool says(const char *words)
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }

    AboutWindow window;
};

}  // namespace

TEST_CASE("the licences of what ships are read by keyboard alone", "[desktop][help][SEC-L5]")
{
    OpenAbout about;
    CHECK(about.parts()->accessibleName() == QStringLiteral("What ships with Amparo"));
    CHECK(about.licence().contains(QStringLiteral("Apache License")));
    press(about.window, Qt::Key_Down);
    CHECK(about.licence().contains(QStringLiteral("GNU LESSER GENERAL PUBLIC LICENSE")));
    press(about.window, Qt::Key_Tab);
    CHECK(control<QPlainTextEdit>(about.window, "Text of the licence")->hasFocus());
    press(about.window, Qt::Key_Escape);
    CHECK_FALSE(about.window.isVisible());
}

TEST_CASE("about says which version this is and under which terms Qt is used", "[desktop][help][SEC-L5]")
{
    OpenAbout about;
    CHECK(about.says("Version " AMPARO_VERSION));
    CHECK(about.says("Lesser General Public License, version 3"));
    CHECK(about.says("developer's build"));
}

TEST_CASE("about speaks the program's language", "[desktop][help]")
{
    const SpokenLanguage spanish(QStringLiteral("es-BO"));
    OpenAbout about;
    CHECK(about.window.windowTitle() == QStringLiteral("Acerca de Amparo"));
    CHECK(about.says("software libre"));
}

TEST_CASE("about is reached from the help and from the officer's menu", "[desktop][help]")
{
    SECTION("the help")
    {
        HelpWindow help;
        help.open(QStringLiteral("welcome"));
        REQUIRE(QTest::qWaitForWindowActive(&help));
        const QSignalSpy asked(&help, &HelpWindow::aboutRequested);
        press(help, Qt::Key_A, Qt::AltModifier);
        CHECK(eventually([&] { return asked.count() == 1; }));
    }
    SECTION("the menu")
    {
        OpenPost post(OpenPost::Forms::None, record::Role::Officer);
        Workplace window(post.take());
        activate(window);
        const QSignalSpy asked(&window, &Workplace::aboutRequested);
        press(window, Qt::Key_F10);
        REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_B);
        CHECK(asked.count() == 1);
    }
}

TEST_CASE("pictures of about", "[.][screenshots]")
{
    const QString ui =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR"));
    const SpokenLanguage spoken(ui);
    OpenAbout about;
    about.window.resize(1100, 720);
    about.parts()->setCurrentRow(1);
    QCoreApplication::processEvents();
    CHECK(about.window.grab().save(screenshotFolder().filePath(QStringLiteral("about-%1.png").arg(ui))));
}
