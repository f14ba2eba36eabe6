#include "risk/model_reader.h"

#include "risk_support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

/// The shipped file with one passage replaced: what an author's slip looks like.
QByteArray edited(const char *id, const QByteArray &passage, const QByteArray &replacement)
{
    QByteArray json = QJsonDocument::fromJson(modelJson(id)).toJson(QJsonDocument::Compact);
    const qsizetype at = json.indexOf(passage);
    REQUIRE(at >= 0);
    return json.replace(at, passage.size(), replacement);
}

QString refusal(const QByteArray &json)
{
    const auto read = readModel(json);
    REQUIRE(errorOf(read) == ErrorCode::InvalidInput);
    return read.error().detail;
}

}  // namespace

TEST_CASE("the shipped models are read and name themselves", "[risk]")
{
    CHECK(shippedModel("primary-points").name() == QStringLiteral("primary-points 1.0"));
    CHECK(shippedModel("delphi-trafficking").name() == QStringLiteral("delphi-trafficking 1.0"));
}

TEST_CASE("what is wrong in a model is named with its JSON path", "[risk]")
{
    struct Row {
        const char *model;
        const char *passage;
        const char *replacement;
        const char *path;
    };
    const auto row = GENERATE(values<Row>({
        {"primary-points", R"("strong":4)", R"("strong":1)", "$.rules.weights.strong: "},
        {"primary-points", R"("strong":4)", R"("strong":4.5)", "$.rules.weights.strong: "},
        {"primary-points", R"("strong":4)", R"("stong":4)", "$.rules.weights.stong: unknown key"},
        {"primary-points", R"("from":4)", R"("from":1)", "$.rules.steps[2].from: "},
        {"primary-points", R"("band":"second_line","from")", R"("band":"secondline","from")",
         "$.bands: \"secondline\" is missing"},
        {"primary-points", R"("level":2)", R"("level":4)", "$.bands[2].level: "},
        {"primary-points", R"("level":1)", R"("level":3)",
         "$.rules: \"inform\" asks for more than \"second_line\""},
        {"primary-points", R"("recommend":"urgent_protection")", R"("recommend":"arrest")",
         "$.bands[4].recommend: "},
        {"primary-points", R"("CHI-06")", R"("nationality")", "$.presumes_child[0]: \"nationality\""},
        {"primary-points", R"("SEX-11")", R"("traveller_sex")",
         "$.triggers[0].indicators[1]: \"traveller_sex\""},
        {"primary-points", R"("SM.needs")", R"("SM.ethnicity")",
         "$.tracks[0].results[1].items[3]: \"SM.ethnicity\""},
        {"delphi-trafficking", R"("VD.personal":{"scored":false})", R"("VD.personal":{"AL":"weak"})",
         "$.rules.items.VD.personal: a protected characteristic"},
        {"delphi-trafficking", R"("VD.personal":{"scored":false})", R"("VD.religion":{"AL":"weak"})",
         "$.rules.items.VD.religion: a protected characteristic"},
        {"delphi-trafficking", R"("DR.job":{"AL":"strong")", R"("DR.job":{"AL":"huge")",
         "$.rules.items.DR.job.AL: "},
        {"delphi-trafficking", R"("DR.job":)", R"("XX.job":)", "$.rules.items.XX.job: no dimension"},
        {"delphi-trafficking", R"([["child","EX"]])", R"([["child","EX","female"]])",
         "$.rules.table[0].any_of[0][2]: unknown fact"},
        {"delphi-trafficking", R"([["any_item"]])", R"([[]])", "$.rules.table[7].any_of[0]: "},
        {"delphi-trafficking", R"("from":"CL")", R"("from":"XX")", "$.rules.profiles[3].derived.from: "},
        {"delphi-trafficking", R"("person":"child")", R"("person":"minor")", "$.rules.profiles[2].person: "},
        {"delphi-trafficking", R"("kind":"delphi")", R"("kind":"oracle")", "$.rules.kind: "},
    }));
    CAPTURE(row.passage, row.replacement);
    const QString detail = refusal(edited(row.model, row.passage, row.replacement));
    CHECK(detail.left(qstrlen(row.path)) == QLatin1String(row.path));
}

TEST_CASE("each key of a model that must be there is missed by name", "[risk]")
{
    const char *id = GENERATE("primary-points", "delphi-trafficking");
    const QJsonObject whole = QJsonDocument::fromJson(modelJson(id)).object();
    for (const QString &key : whole.keys()) {
        CAPTURE(key);
        QJsonObject part = whole;
        part.remove(key);
        CHECK(refusal(QJsonDocument(part).toJson()).startsWith(QStringLiteral("$.%1").arg(key)));
    }
}

TEST_CASE("a model whose values are of another kind is refused, wherever it is", "[risk]")
{
    const QJsonValue value = GENERATE(QJsonValue(), QJsonValue(7), QJsonValue(QStringLiteral("x")),
                                      QJsonValue(QJsonArray{QJsonValue(1)}));
    const QJsonObject whole = QJsonDocument::fromJson(modelJson("delphi-trafficking")).object();
    for (const QString &key :
         {QStringLiteral("rules"), QStringLiteral("bands"), QStringLiteral("triggers"),
          QStringLiteral("tracks"), QStringLiteral("phrases"), QStringLiteral("notice")}) {
        QJsonObject other = whole;
        other[key] = value;
        CHECK(refusal(QJsonDocument(other).toJson()).startsWith(QStringLiteral("$.%1").arg(key)));
    }
}

TEST_CASE("what is no JSON object is no model", "[risk]")
{
    CHECK(refusal("").startsWith(QStringLiteral("$: byte 0")));
    CHECK(refusal("[1, 2]").startsWith(QStringLiteral("$: an object is expected")));
    CHECK(refusal(QByteArray(1024 * 1024 + 1, ' ')) == QStringLiteral("$: larger than 1 MB"));
    CHECK(refusal(QByteArray(100'000, '[')).startsWith(QStringLiteral("$: byte")));
}
