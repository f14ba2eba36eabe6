// One function an object of the files, in their order. The structure is read first; each text then fills its
// place in it.

#include "training/scenario_reader.h"

#include "base/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace amparo::training {

namespace {

const QString structureFile = QStringLiteral("scenario.json");

QString key(const char *name) { return QString::fromLatin1(name); }
QStringList keyList(const char *names) { return key(names).split(QLatin1Char(' ')); }

Result<JsonReader> opened(const QString &file, const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("%1 at byte %2: %3").arg(file).arg(error.offset).arg(error.errorString()));
    return JsonReader(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

Result<> checked(const QString &file, const JsonReader &json)
{
    if (json.error().isEmpty())
        return {};
    return failure(ErrorCode::InvalidInput, file + QLatin1Char(' ') + json.error());
}

template <class Value>
Value named(const JsonReader &json, std::optional<Value> (*fromName)(QStringView), const char *expected)
{
    const std::optional<Value> found = fromName(json.text());
    if (!found)
        json.fail(QStringLiteral("%1 is expected").arg(key(expected)));
    return found.value_or(Value{});
}

QString optionalText(const JsonReader &json, const char *name)
{
    return json.has(key(name)) ? json.at(key(name)).text() : QString();
}

std::optional<Condition> readCondition(const JsonReader &json, const char *name)
{
    if (!json.has(key(name)))
        return std::nullopt;
    return named<Condition>(json.at(key(name)), conditionFromName, "private or consent");
}

Move readMove(const JsonReader &json)
{
    json.allow(keyList("id question needs gives mistake"));
    Move move;
    move.id = json.at(key("id")).text();
    move.question = optionalText(json, "question");
    move.needs = readCondition(json, "needs");
    move.gives = readCondition(json, "gives");
    if (json.has(key("mistake")))
        move.mistake = json.at(key("mistake")).number(1, 99);
    return move;
}

/// Names a move of the scenario.
QString readMoveName(const JsonReader &json, const Scenario &scenario)
{
    const QString name = json.text();
    if (!scenario.move(name))
        json.fail(QStringLiteral("no move is called \"%1\"").arg(name));
    return name;
}

Key readKey(const JsonReader &json, const Scenario &scenario)
{
    json.allow(keyList("answers signs optional steps decisions"));
    Key found;
    const JsonReader answers = json.at(key("answers"));
    for (const QString &question : answers.keys())
        found.answers.insert(question, answers.at(question).text());
    for (const QString &sign : json.at(key("signs")).texts())
        found.signs.append({sign, {}});
    found.optional = json.at(key("optional")).texts();
    for (const JsonReader &step : json.at(key("steps")).elements()) {
        const Move *move = scenario.move(readMoveName(step, scenario));
        if (move && move->mistake)
            step.fail(key("a mistake cannot be a step"));
        if (move)
            found.steps.append(move->id);
    }
    const JsonReader decisions = json.at(key("decisions"));
    decisions.allow(keyList("clear second_line urgent_protection"));
    for (const QString &name : keyList("clear second_line urgent_protection"))
        found.decisions.append({*record::decisionFromName(name),
                                named<Fit>(decisions.at(name), fitFromName, "right, acceptable or wrong"),
                                {}});
    if (std::none_of(found.decisions.begin(), found.decisions.end(),
                     [](const DecisionKey &one) { return one.fit == Fit::Right; }))
        decisions.fail(key("one decision has to be right"));
    return found;
}

Scenario readStructure(const JsonReader &json)
{
    json.allow(keyList("id version grade kinds border form now documents moves events key sources"));
    Scenario scenario;
    scenario.id = json.at(key("id")).text();
    scenario.version = json.at(key("version")).text();
    scenario.grade = named<Grade>(json.at(key("grade")), gradeFromName, "easy, medium or hard");
    scenario.kinds = json.at(key("kinds")).texts();
    scenario.border = json.at(key("border")).text();
    scenario.formId = json.at(key("form")).text();
    scenario.now = QDateTime::fromString(json.at(key("now")).text(), Qt::ISODate);
    if (!scenario.now.isValid() || scenario.now.timeSpec() != Qt::UTC)
        json.at(key("now")).fail(key("a moment like 2026-05-12T15:20:00Z is expected"));
    for (const JsonReader &element : json.at(key("documents")).elements()) {
        element.allow(keyList("id lines"));
        scenario.documents.append({element.at(key("id")).text(), element.at(key("lines")).texts(), {}});
    }
    for (const JsonReader &element : json.at(key("moves")).elements()) {
        const Move move = readMove(element);
        if (scenario.move(move.id))
            element.at(key("id")).fail(key("this move stands twice"));
        scenario.moves.append(move);
    }
    for (const JsonReader &element : json.at(key("events")).elements()) {
        element.allow(keyList("id after"));
        scenario.events.append(
            {element.at(key("id")).text(), readMoveName(element.at(key("after")), scenario), {}});
    }
    scenario.key = readKey(json.at(key("key")), scenario);
    scenario.sources = json.at(key("sources")).texts();
    return scenario;
}

/// The texts of one language, each put where it belongs.
class Texts {
public:
    Texts(const JsonReader &json, const QString &language) : m_json(json), m_language(language) {}

    void put(Translated &where, const JsonReader &json) const
    {
        where.byLanguage.insert(m_language, json.text());
    }

    /// A text for each of `things`, by its name, and for nothing else.
    template <class Things, class NameOf, class Where>
    void putAll(const char *group, Things &things, NameOf nameOf, Where where) const
    {
        const JsonReader texts = m_json.at(key(group));
        QStringList names;
        for (auto &thing : things)
            names.append(nameOf(thing));
        texts.allow(names);
        for (auto &thing : things)
            put(thing.*where, texts.at(nameOf(thing)));
    }

    void putMove(Move &move) const
    {
        const JsonReader texts = m_json.at(key("moves")).at(move.id);
        texts.allow(keyList("ask reply before"));
        if (texts.has(key("ask")) || move.question.isEmpty())
            put(move.ask, texts.at(key("ask")));
        put(move.reply, texts.at(key("reply")));
        if (texts.has(key("before")))
            put(move.before, texts.at(key("before")));
    }

    void putMoves(QList<Move> &moves) const
    {
        QStringList names;
        for (Move &move : moves) {
            names.append(move.id);
            putMove(move);
        }
        m_json.at(key("moves")).allow(names);
    }

    void putLessons(QList<Translated> &lessons) const
    {
        const QList<JsonReader> texts = m_json.at(key("lessons")).elements();
        lessons.resize(std::max(lessons.size(), texts.size()));
        for (qsizetype i = 0; i < texts.size(); ++i)
            put(lessons[i], texts[i]);
    }

private:
    const JsonReader &m_json;
    QString m_language;
};

void readTexts(const JsonReader &json, const QString &language, Scenario &scenario)
{
    json.allow(
        keyList("reviewed_by_native_speaker title seen documents moves events signs decisions lessons"));
    if (!json.at(key("reviewed_by_native_speaker")).flag())
        scenario.unreviewed.append(language);
    const Texts texts(json, language);
    texts.put(scenario.title, json.at(key("title")));
    texts.put(scenario.seen, json.at(key("seen")));
    texts.putAll(
        "documents", scenario.documents, [](const Specimen &one) { return one.id; }, &Specimen::caption);
    texts.putMoves(scenario.moves);
    texts.putAll(
        "events", scenario.events, [](const Event &one) { return one.id; }, &Event::text);
    texts.putAll(
        "signs", scenario.key.signs, [](const ExpectedSign &one) { return one.indicator; },
        &ExpectedSign::why);
    texts.putAll(
        "decisions", scenario.key.decisions,
        [](const DecisionKey &one) { return record::decisionName(one.decision); }, &DecisionKey::why);
    texts.putLessons(scenario.lessons);
}

/// A text that one language has and another lacks is a mistake in the language that lacks it.
QString missingLanguage(const Scenario &scenario, const QStringList &languages)
{
    const auto lacks = [&](const Translated &text, const QString &place) {
        for (const QString &language : languages) {
            if (!text.isEmpty() && !text.byLanguage.contains(language))
                return QStringLiteral("%1.json %2: missing").arg(language, place);
        }
        return QString();
    };
    for (const Move &move : scenario.moves) {
        for (const auto &[text, name] : {std::pair(&move.ask, "ask"), std::pair(&move.before, "before")}) {
            const QString lack = lacks(*text, QStringLiteral("$.moves.%1.%2").arg(move.id, key(name)));
            if (!lack.isEmpty())
                return lack;
        }
    }
    for (qsizetype i = 0; i < scenario.lessons.size(); ++i) {
        const QString lack = lacks(scenario.lessons[i], QStringLiteral("$.lessons[%1]").arg(i));
        if (!lack.isEmpty())
            return lack;
    }
    return {};
}

}  // namespace

Result<Scenario> readScenario(const ScenarioFiles &files)
{
    const auto structure = opened(structureFile, files.structure);
    if (!structure)
        return tl::make_unexpected(structure.error());
    Scenario scenario = readStructure(*structure);
    if (const auto sound = checked(structureFile, *structure); !sound)
        return tl::make_unexpected(sound.error());
    if (files.texts.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("no texts in any language"));
    for (auto it = files.texts.begin(); it != files.texts.end(); ++it) {
        const QString file = it.key() + QStringLiteral(".json");
        const auto texts = opened(file, *it);
        if (!texts)
            return tl::make_unexpected(texts.error());
        readTexts(*texts, it.key(), scenario);
        if (const auto sound = checked(file, *texts); !sound)
            return tl::make_unexpected(sound.error());
    }
    const QString lack = missingLanguage(scenario, files.texts.keys());
    if (!lack.isEmpty())
        return failure(ErrorCode::InvalidInput, lack);
    return scenario;
}

Result<Rules> readRules(const QMap<QString, QByteArray> &texts)
{
    Rules rules;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const QString file = it.key() + QStringLiteral(".json");
        const auto json = opened(file, *it);
        if (!json)
            return tl::make_unexpected(json.error());
        json->allow(keyList("reviewed_by_native_speaker never base_rate"));
        const QStringList never = json->at(key("never")).texts();
        if (rules.never.isEmpty())
            rules.never.resize(never.size());
        if (never.size() != rules.never.size())
            json->at(key("never")).fail(QStringLiteral("%1 rules are expected").arg(rules.never.size()));
        for (qsizetype i = 0; i < std::min(never.size(), rules.never.size()); ++i)
            rules.never[i].byLanguage.insert(it.key(), never[i]);
        rules.baseRate.byLanguage.insert(it.key(), json->at(key("base_rate")).text());
        if (const auto sound = checked(file, *json); !sound)
            return tl::make_unexpected(sound.error());
    }
    return rules;
}

}  // namespace amparo::training
