#include "app/desktop/training/scenario_run.h"

#include "app/desktop/training/feedback_html.h"
#include "resources/training/builtin_training.h"
#include "support/gui.h"
#include "support/spoken_language.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QTextBrowser>

#include <algorithm>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

std::shared_ptr<const training::Scenario> scenarioNamed(const char *id)
{
    for (const auto &scenario : resources::builtinScenarios()) {
        if (scenario->id == QLatin1String(id))
            return scenario;
    }
    FAIL("no scenario " << id);
    return {};
}

struct Running {
    explicit Running(const char *id)
    {
        run.resize(1366, 700);
        activate(run);
        run.begin(scenarioNamed(id), record::Officer{});
        REQUIRE(QTest::qWaitFor([this] { return run.isRunning(); }, 30'000));
        QObject::connect(&run, &ScenarioRun::finished, &run,
                         [this](const FinishedRun &done) { finished = done; });
    }

    QString story() { return control<QTextBrowser>(run, "What happens")->toPlainText(); }

    /// Makes the move that reads like this.
    void make(const char *words)
    {
        auto *moves = run.findChild<QListWidget *>();
        moves->setFocus();
        for (int row = 0; row < moves->count(); ++row) {
            if (moves->item(row)->text().contains(QString::fromUtf8(words))) {
                moves->setCurrentRow(row);
                press(run, Qt::Key_Return);
                return;
            }
        }
        FAIL("no move reads " << words);
    }

    ScenarioRun run;
    std::optional<FinishedRun> finished;
};

}  // namespace

TEST_CASE("questions without words of their own are those of the form, in the program's language",
          "[desktop][training]")
{
    {
        Running scenario("workshop-with-a-lock");
        scenario.make("How many hours and days did you work?");
        CHECK(scenario.story().contains(QStringLiteral("You have not asked whether you may.")));
        scenario.make("May I go on?");
        scenario.make("How many hours and days did you work?");
        CHECK(scenario.story().contains(QStringLiteral("From seven till one at night")));
    }
    const SpokenLanguage spanish(QStringLiteral("es"));
    Running scenario("workshop-with-a-lock");
    scenario.make("¿Cuántas horas y días trabajaba?");
}

TEST_CASE("ages follow from the day a scenario plays at, not from today", "[desktop][training]")
{
    Running scenario("market-morning");
    scenario.make("Put on the reader");
    const auto labels = scenario.run.findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("9 year"));
    }));
}

TEST_CASE("only specimens are read in training", "[desktop][training]")
{
    Running scenario("folded-note");
    const QStringList lines = scenarioNamed("folded-note")->documents.first().lines;
    CHECK(scenario.run.readMrz(lines.join(QString())));
    CHECK_FALSE(scenario.run.readMrz(QStringLiteral(
        "P<BOLERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36BOL7408122F1204159ZE184226B<<<<<10")));
    scenario.run.close();
    CHECK_FALSE(scenario.run.readMrz(lines.join(QString())));
}

TEST_CASE("a scenario whose form there is not is refused", "[desktop][training]")
{
    auto scenario = std::make_shared<training::Scenario>(*scenarioNamed("folded-note"));
    scenario->formId = QStringLiteral("no-such-form");
    ScenarioRun run;
    std::optional<Error> error;
    QObject::connect(&run, &ScenarioRun::failed, &run, [&](const Error &why) { error = why; });
    run.begin(scenario, record::Officer{});
    REQUIRE(QTest::qWaitFor([&] { return error.has_value(); }, 30'000));
    CHECK(error->code == ErrorCode::NotFound);
    CHECK_FALSE(run.isRunning());
}

TEST_CASE("F5 goes to the form and back", "[desktop][training]")
{
    Running scenario("folded-note");
    auto *moves = control<QListWidget>(scenario.run, "What you may read, ask or do");
    CHECK(moves->hasFocus());
    press(scenario.run, Qt::Key_F5);
    CHECK_FALSE(moves->hasFocus());
    press(scenario.run, Qt::Key_F5);
    CHECK(moves->hasFocus());
}

TEST_CASE("the run hands over what was recorded, done and decided", "[desktop][training]")
{
    Running scenario("folded-note");
    scenario.make("Put on the reader");
    scenario.make("Close the passport");
    scenario.make("At the counter: \"What is this note?\"");
    press(scenario.run, Qt::Key_F5);
    press(scenario.run, Qt::Key_3);
    press(scenario.run, Qt::Key_1);
    press(scenario.run, Qt::Key_F4);
    press(scenario.run, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return scenario.finished.has_value(); }));
    CHECK(scenario.finished->attempt.decision == record::Decision::UrgentProtection);
    CHECK(scenario.finished->attempt.recorded == QList<QStringList>{{QStringLiteral("GEN-18")}});
    CHECK(scenario.finished->attempt.made.contains(QStringLiteral("palm")));
    CHECK(scenario.finished->attempt.mistakes == QList<int>{1});
    CHECK_FALSE(scenario.run.isRunning());
}

TEST_CASE("the feedback names every lost point, and markup in texts stays text", "[desktop][training]")
{
    auto scenario = std::make_shared<training::Scenario>(*scenarioNamed("folded-note"));
    scenario->lessons[0].byLanguage[QStringLiteral("en")] = QStringLiteral("<b>1 & 2</b>");
    const FinishedRun run{scenario,
                          {{{QStringLiteral("GEN-08")}}, record::Decision::Clear, {}, {9}},
                          {{QStringLiteral("GEN-08"), QStringLiteral("Injuries")}}};
    const QString html = feedbackHtml(run, training::score(*scenario, run.attempt),
                                      resources::builtinTrainingRules(), qApp->palette());
    CHECK(html.contains(QStringLiteral("Injuries (GEN-08)")));
    CHECK(html.contains(QStringLiteral("A written note is a request for help")));
    CHECK(html.contains(QStringLiteral("Confront the suspected controller")));
    CHECK(html.contains(QStringLiteral("Close the passport over the note")));
    CHECK(html.contains(QStringLiteral("&lt;b&gt;1 &amp; 2&lt;/b&gt;")));
}

TEST_CASE("the lesson about base rates has its figures", "[desktop][training]")
{
    const QString lesson = baseRateText(resources::builtinTrainingRules(), training::BaseRate());
    for (const char *figure : {"14", "399", "385", "3.5"})
        CHECK(lesson.contains(QLatin1String(figure)));
    CHECK_FALSE(lesson.contains(QLatin1Char('%')));
}
