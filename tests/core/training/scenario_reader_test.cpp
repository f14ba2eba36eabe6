#include "training/scenario_reader.h"

#include "core/training/training_support.h"
#include "support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace amparo;
using namespace amparo::training;
using namespace amparo::test;

namespace {

QString str(const char *text) { return QString::fromUtf8(text); }

/// An object's member changed, as deep as `path` leads.
QJsonObject with(QJsonObject object, QStringList path, const QJsonValue &value)
{
    const QString name = path.takeFirst();
    if (path.isEmpty())
        object[name] = value;
    else
        object[name] = with(object[name].toObject(), path, value);
    return object;
}

}  // namespace

TEST_CASE("a scenario is read with its texts in each language", "[training]")
{
    const Scenario scenario = aScenario();
    CHECK(scenario.grade == Grade::Medium);
    CHECK(scenario.now == QDateTime(QDate(2026, 5, 12), QTime(15, 20), Qt::UTC));
    CHECK(scenario.title.byLanguage.keys() == QStringList{str("en"), str("es")});
    CHECK(scenario.unreviewed == QStringList{str("es")});
    CHECK(scenario.documents.first().caption.in(str("es")) == str("A card."));
    REQUIRE(scenario.move(str("debt")));
    CHECK(scenario.move(str("debt"))->needs == Condition::Private);
    CHECK(scenario.move(str("where"))->ask.isEmpty());  // the form's question
    CHECK(scenario.move(str("threaten"))->mistake == 5);
    CHECK(scenario.keyOf(record::Decision::SecondLine).fit == Fit::Right);
    CHECK(scenario.key.signs.first().why.in(str("en")) == str("He keeps it."));
}

TEST_CASE("what is wrong is named with its file and path", "[training]")
{
    struct Row {
        const char *what;
        std::function<void(ScenarioJson &)> spoil;
        const char *detail;
    };
    const auto structure = [](QStringList path, QJsonValue value) {
        return [=](ScenarioJson &json) { json.structure = with(json.structure, path, value); };
    };
    const auto spanish = [](QStringList path, QJsonValue value) {
        return [=](ScenarioJson &json) { json.texts[str("es")] = with(json.texts[str("es")], path, value); };
    };
    const QList<Row> rows{
        {"a grade that is none", structure({str("grade")}, str("mild")),
         "scenario.json $.grade: easy, medium or hard is expected"},
        {"a misspelt key", structure({str("bordr")}, str("x")), "scenario.json $.bordr: unknown key"},
        {"a local time", structure({str("now")}, str("2026-05-12T15:20:00")),
         "scenario.json $.now: a moment"},
        {"a decision without a verdict",
         structure({str("key"), str("decisions"), str("clear")}, str("maybe")),
         "scenario.json $.key.decisions.clear: right, acceptable or wrong is expected"},
        {"no right decision",
         structure({str("key"), str("decisions"), str("second_line")}, str("acceptable")),
         "scenario.json $.key.decisions: one decision has to be right"},
        {"a step that is no move", structure({str("key"), str("steps")}, QJsonArray{str("dance")}),
         "scenario.json $.key.steps[0]: no move is called \"dance\""},
        {"a step that is a mistake", structure({str("key"), str("steps")}, QJsonArray{str("threaten")}),
         "scenario.json $.key.steps[0]: a mistake cannot be a step"},
        {"an event after nothing",
         structure({str("events")},
                   QJsonArray{QJsonObject{{str("id"), str("bus")}, {str("after"), str("x")}}}),
         "scenario.json $.events[0].after: no move"},
        {"a text for a sign that is not expected", spanish({str("signs"), str("GEN-99")}, str("x")),
         "es.json $.signs.GEN-99: unknown key"},
        {"an empty text", spanish({str("title")}, QString()), "es.json $.title: a text is expected"},
        {"a move without a reply", spanish({str("moves"), str("room")}, QJsonObject{{str("ask"), str("x")}}),
         "es.json $.moves.room.reply: missing"},
        {"a move for which neither form nor text has a question",
         spanish({str("moves"), str("room")}, QJsonObject{{str("reply"), str("x")}}),
         "es.json $.moves.room.ask: missing"},
        {"fewer lessons than the other language", spanish({str("lessons")}, QJsonArray()),
         "es.json $.lessons[0]: missing"},
        {"an answer only one language has",
         spanish({str("moves"), str("debt")}, QJsonObject{{str("reply"), str("x")}}),
         "es.json $.moves.debt.before: missing"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.what);
        ScenarioJson json;
        row.spoil(json);
        const auto read = readScenario(json.files());
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::InvalidInput);
        CAPTURE(read.error().detail);
        CHECK(read.error().detail.startsWith(str(row.detail)));
    }
}

TEST_CASE("bytes that are no JSON are named with their place", "[training]")
{
    ScenarioFiles files = ScenarioJson().files();
    files.texts[str("es")] = "{\"title\": ";
    const auto read = readScenario(files);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().detail.startsWith(str("es.json at byte ")));

    files = ScenarioJson().files();
    files.texts.clear();
    CHECK(errorOf(readScenario(files)) == ErrorCode::InvalidInput);
}

TEST_CASE("every language has as many rules", "[training]")
{
    const QByteArray two = R"({"reviewed_by_native_speaker": true, "never": ["a", "b"], "base_rate": "%1"})";
    const QByteArray one = R"({"reviewed_by_native_speaker": true, "never": ["a"], "base_rate": "%1"})";
    const auto rules = require(readRules({{str("en"), two}, {str("es"), two}}));
    CHECK(rules.never.size() == 2);
    CHECK(rules.never[1].in(str("es")) == str("b"));
    const auto refused = readRules({{str("en"), two}, {str("es"), one}});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().detail == str("es.json $.never: 2 rules are expected"));
}
