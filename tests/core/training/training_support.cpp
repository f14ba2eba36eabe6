#include "core/training/training_support.h"

#include "support/catch.h"

#include <QJsonDocument>

namespace amparo::test {

namespace {

QJsonObject parsed(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isObject());
    return document.object();
}

}  // namespace

ScenarioJson::ScenarioJson()
    : structure(parsed(R"({
        "id": "harvest", "version": "1", "grade": "medium", "kinds": ["positive"], "border": "rumichaca",
        "form": "amparo-primary-line", "now": "2026-05-12T15:20:00Z",
        "documents": [{"id": "card", "lines": ["I<UTO", "880101", "SOLANO"]}],
        "moves": [
            {"id": "where", "question": "gen_05"},
            {"id": "room", "gives": "private"},
            {"id": "debt", "question": "b3_debt", "needs": "private"},
            {"id": "consent", "gives": "consent"},
            {"id": "fear", "needs": "consent"},
            {"id": "threaten", "mistake": 5},
            {"id": "photograph", "mistake": 10}],
        "events": [{"id": "bus", "after": "where"}],
        "key": {"answers": {"gen_03": "yes"}, "signs": ["GEN-03", "GEN-05"], "optional": ["GEN-16"],
            "steps": ["where", "room"],
            "decisions": {"clear": "wrong", "second_line": "right", "urgent_protection": "acceptable"}},
        "sources": ["UNODC"]})"))
{
    const QJsonObject text = parsed(R"({
        "reviewed_by_native_speaker": true, "title": "Harvest", "seen": "A van.",
        "documents": {"card": "A card."},
        "moves": {"where": {"reply": "North."}, "room": {"ask": "Come in.", "reply": "He does."},
            "debt": {"reply": "Two thousand.", "before": "Nothing."},
            "consent": {"ask": "May I?", "reply": "Yes."}, "fear": {"ask": "Fear?", "reply": "Yes."},
            "threaten": {"ask": "Jail!", "reply": "Silence."}, "photograph": {"ask": "Snap.", "reply": "No."}},
        "events": {"bus": "The bus hoots."},
        "signs": {"GEN-03": "He keeps it.", "GEN-05": "He cannot say."},
        "decisions": {"clear": "No.", "second_line": "Yes.", "urgent_protection": "Well."},
        "lessons": ["Ask."]})");
    texts.insert(QStringLiteral("en"), text);
    texts.insert(QStringLiteral("es"), text);
    texts[QStringLiteral("es")].insert(QStringLiteral("reviewed_by_native_speaker"), false);
}

training::ScenarioFiles ScenarioJson::files() const
{
    training::ScenarioFiles files{QJsonDocument(structure).toJson(), {}};
    for (auto it = texts.begin(); it != texts.end(); ++it)
        files.texts.insert(it.key(), QJsonDocument(*it).toJson());
    return files;
}

training::Scenario aScenario() { return require(training::readScenario(ScenarioJson().files())); }

}  // namespace amparo::test
