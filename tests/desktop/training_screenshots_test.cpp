// Pictures of training and help for people to look at, no test: AMPARO_SCREENSHOTS=folder test_desktop
// "[screenshots]".

#include "app/desktop/help/help_window.h"
#include "app/desktop/training/feedback_view.h"
#include "app/desktop/training/scenario_list.h"
#include "app/desktop/training/scenario_run.h"
#include "app/desktop/widgets/theme.h"
#include "resources/training/builtin_training.h"
#include "support/gui.h"
#include "translations/languages.h"

#include <QApplication>
#include <QDir>
#include <QListWidget>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

constexpr QSize smallestPage(1366, 660);  // the smallest screen that posts have, without bar and banner

void shoot(QWidget &window, const char *name)
{
    QTest::qWait(150);
    const QDir folder = test::screenshotFolder();
    CHECK(window.grab().save(folder.filePath(QLatin1String(name) + QStringLiteral(".png"))));
}

std::shared_ptr<const training::Scenario> pictured(const char *id)
{
    for (const auto &scenario : resources::builtinScenarios()) {
        if (scenario->id == QLatin1String(id))
            return scenario;
    }
    FAIL("no scenario " << id);
    return {};
}

void shootList(const char *name)
{
    ScenarioList list(resources::builtinScenarios());
    list.resize(smallestPage);
    const QDateTime at(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
    list.showResults({{QStringLiteral("folded-note"), QStringLiteral("1"), at, 100, true, 0},
                      {QStringLiteral("bridge-holiday"), QStringLiteral("1"), at, 50, false, 1}},
                     at.date());
    list.showProgress({{QStringLiteral("A. Quispe"), 3, 5}, {QStringLiteral("L. Mamani"), 0, 0}});
    activate(list);
    shoot(list, name);
}

void shootRun(const char *name)
{
    ScenarioRun run;
    run.resize(smallestPage);
    activate(run);
    run.begin(pictured("show-in-the-city"), record::Officer{});
    REQUIRE(QTest::qWaitFor([&] { return run.isRunning(); }, 30'000));
    auto *moves = run.findChild<QListWidget *>();
    for (int i = 0; i < 3; ++i) {
        moves->setCurrentRow(i);
        press(run, Qt::Key_Return);
    }
    press(run, Qt::Key_F5);
    press(run, Qt::Key_3);
    press(run, Qt::Key_2);
    shoot(run, name);
}

void shootFeedback(const char *name)
{
    const auto scenario = pictured("show-in-the-city");
    const FinishedRun run{scenario,
                          {{{QStringLiteral("GEN-01"), QStringLiteral("GEN-02")}, {QStringLiteral("GEN-08")}},
                           record::Decision::UrgentProtection,
                           {QStringLiteral("where")},
                           {3}},
                          {{QStringLiteral("GEN-08"), QStringLiteral("Injuries without care")}}};
    FeedbackView view;
    view.resize(smallestPage);
    view.present(run, training::score(*scenario, run.attempt));
    activate(view);
    shoot(view, name);
}

void shootHelp(const char *name, const char *topic, const char *words)
{
    HelpWindow help;
    help.open(QString::fromLatin1(topic));
    REQUIRE(QTest::qWaitForWindowActive(&help));
    if (*words != '\0') {
        press(help, Qt::Key_F, Qt::ControlModifier);
        type(help, QString::fromLatin1(words));
    }
    shoot(help, name);
}

}  // namespace

TEST_CASE("pictures of training and help", "[.][screenshots]")
{
    applyTheme(Scheme::Light);
    shootList("training-list");
    shootRun("training-run");
    shootFeedback("training-feedback");
    shootHelp("help", "welcome", "");
    shootHelp("help-keys", "keys", "");
    shootHelp("help-search", "decisions", "child");
    applyTheme(Scheme::Dark);
    translations::useLanguage(*qApp, QStringLiteral("es-BO"));
    shootList("training-list-dark-es");
    shootRun("training-run-dark-es");
    shootFeedback("training-feedback-dark-es");
    shootHelp("help-dark-es", "sync", "");
    translations::useLanguage(*qApp, QStringLiteral("en"));
    applyTheme(Scheme::Light);
}
