// F1 from every place of the window.
#include "app/desktop/help/help_topic.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/workplace.h"
#include "journey/person.h"
#include "resources/help/builtin_help.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/samples.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

HelpWindow *helpOf(MainWindow &window) { return window.findChild<HelpWindow *>(); }

/// Opens the help with F1, says its topic, and closes it again.
QString topicOnF1(Person &person, MainWindow &window)
{
    person.press(Qt::Key_F1);
    REQUIRE(person.sees([&] { return helpOf(window) && helpOf(window)->isActiveWindow(); }));
    const QString topic = helpOf(window)->currentTopic();
    person.press(Qt::Key_Escape);
    REQUIRE(person.sees([&] { return window.isActiveWindow() && !helpOf(window)->isVisible(); }));
    return topic;
}

}  // namespace

TEST_CASE("every page of the window has a topic in each language", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    MainWindow window(folder.path(), false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    const help::Library library = resources::builtinHelp();
    int pages = 0;
    for (const QStackedWidget *stack : window.findChildren<QStackedWidget *>()) {
        for (int i = 0; i < stack->count(); ++i) {
            const QWidget *page = stack->widget(i);
            if (qobject_cast<const Workplace *>(page))
                continue;  // holds the pages
            const QString topic = helpTopicOf(page);
            CAPTURE(page->metaObject()->className(), page->accessibleName(), topic);
            for (const QString &language : library.languages())
                CHECK(library.topic(language, topic) != nullptr);
            ++pages;
        }
    }
    CHECK(pages >= TopBar::placeCount + 1);
}

TEST_CASE("F1 opens the page for where one is, and the screening stays as it is", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    MainWindow window(folder.path(), false, systemClock());
    Person person(window);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    CHECK(topicOnF1(person, window) == QStringLiteral("sign-in"));

    REQUIRE(person.signIn());
    CHECK(topicOnF1(person, window) == QStringLiteral("shift"));
    person.press(Qt::Key_3, Qt::ControlModifier);
    CHECK(topicOnF1(person, window) == QStringLiteral("records"));
    person.press(Qt::Key_4, Qt::ControlModifier);
    CHECK(topicOnF1(person, window) == QStringLiteral("reports"));
    person.press(Qt::Key_5, Qt::ControlModifier);
    CHECK(topicOnF1(person, window) == QStringLiteral("referrals"));
    person.press(Qt::Key_6, Qt::ControlModifier);
    CHECK(topicOnF1(person, window) == QStringLiteral("help-cards"));
    person.press(Qt::Key_7, Qt::ControlModifier);
    CHECK(topicOnF1(person, window) == QStringLiteral("training"));

    person.scan(specimenPassport());
    REQUIRE(person.reads(QStringLiteral("ERIKSSON, ANNA MARIA")));
    person.press(Qt::Key_3);
    person.press(Qt::Key_2);
    REQUIRE(person.sees([&] { return person.signCount() == 1; }));
    CHECK(topicOnF1(person, window) == QStringLiteral("screening"));
    CHECK(person.signCount() == 1);
    person.press(Qt::Key_F6);
    CHECK(topicOnF1(person, window) == QStringLiteral("document-reader"));
    CHECK(QApplication::focusWidget()->accessibleName() == QStringLiteral("Machine readable lines"));
}
