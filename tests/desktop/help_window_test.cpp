#include "app/desktop/help/help_window.h"

#include "app/desktop/help/help_topic.h"
#include "support/gui.h"
#include "support/spoken_language.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct OpenHelp {
    explicit OpenHelp(const char *topic)
    {
        window.open(QString::fromLatin1(topic));
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }

    QString page() const { return window.findChild<QTextBrowser *>()->toPlainText(); }

    HelpWindow window;
};

}  // namespace

TEST_CASE("the help shows a topic, and the first page for one that there is not", "[desktop][help]")
{
    OpenHelp help("drafts");
    CHECK(help.page().startsWith(QStringLiteral("Drafts and interruptions")));
    help.window.open(QStringLiteral("no such topic"));
    CHECK(help.window.currentTopic() == QStringLiteral("welcome"));
}

TEST_CASE("words find topics by keyboard alone, and back leads back", "[desktop][help]")
{
    OpenHelp help("welcome");
    press(help.window, Qt::Key_F, Qt::ControlModifier);
    type(help.window, QStringLiteral("POWER cut"));
    auto *list = control<QListWidget>(help.window, "Help topics");
    REQUIRE(list->count() >= 1);
    press(help.window, Qt::Key_Down);
    CHECK(list->hasFocus());
    press(help.window, Qt::Key_Return);
    CHECK(help.window.currentTopic() == QStringLiteral("drafts"));
    press(help.window, Qt::Key_Left, Qt::AltModifier);
    CHECK(help.window.currentTopic() == QStringLiteral("welcome"));

    press(help.window, Qt::Key_F, Qt::ControlModifier);
    control<QLineEdit>(help.window, "Search the help")->selectAll();
    type(help.window, QStringLiteral("qqq"));
    CHECK_FALSE(list->isVisible());
    press(help.window, Qt::Key_Escape);
    CHECK_FALSE(help.window.isVisible());
}

TEST_CASE("a link between topics is followed", "[desktop][help]")
{
    OpenHelp help("drafts");
    auto *page = control<QTextBrowser>(help.window, "Help");
    press(help.window, Qt::Key_Tab);  // the page has the focus: the first link
    press(help.window, Qt::Key_Return);
    CHECK(help.window.currentTopic() == QStringLiteral("privacy"));
    CHECK(page->toPlainText().startsWith(QStringLiteral("The privacy key")));
}

TEST_CASE("the help speaks the program's language and says when nobody has reviewed it", "[desktop][help]")
{
    const SpokenLanguage spanish(QStringLiteral("es-BO"));
    OpenHelp help("second-line");
    CHECK(help.page().startsWith(QStringLiteral("La segunda línea")));
    const auto labels = help.window.findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("hablante nativo"));
    }));
}

TEST_CASE("a widget has the topic of the nearest parent that has one", "[desktop][help]")
{
    QWidget page;
    auto *part = new QWidget(&page);
    auto *control = new QWidget(part);
    CHECK(helpTopicOf(nullptr).isEmpty());
    CHECK(helpTopicOf(control).isEmpty());
    setHelpTopic(&page, "screening");
    CHECK(helpTopicOf(control) == QStringLiteral("screening"));
    setHelpTopic(part, "decisions");
    CHECK(helpTopicOf(control) == QStringLiteral("decisions"));
    CHECK(helpTopicOf(&page) == QStringLiteral("screening"));
}
