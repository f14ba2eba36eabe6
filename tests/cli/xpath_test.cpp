#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace amparo::test;

namespace {

const QByteArray document =
    "<h:d xmlns:h='urn:h' xmlns='urn:e'><a xmlns:e='urn:e'>1</a><b><a>x</a><a>2</a></b>"
    "<instance id='i'><a>3</a></instance></h:d>";

QJsonObject evaluated(const QString &expression, const QString &context = QStringLiteral("/"))
{
    const Files files;
    const Run run = amparoctl({QStringLiteral("xpath"), QStringLiteral("--xml"),
                               files.add(QStringLiteral("d.xml"), document), QStringLiteral("--context"),
                               context, expression});
    CAPTURE(run.error);
    CHECK(run.exitCode == 0);
    return run.json();
}

QJsonObject object(const char *text) { return QJsonDocument::fromJson(text).object(); }

}  // namespace

TEST_CASE("amparoctl xpath prints type and value", "[cli]")
{
    struct Row {
        const char *expression;
        const char *context;
        const char *json;
    };
    const auto row = GENERATE(values<Row>({
        {"1 + 1", "/", R"({"type":"number","value":2})"},
        {"concat('a', 'b')", "/", R"({"type":"string","value":"ab"})"},
        {"1 = 1", "/", R"({"type":"boolean","value":true})"},
        {"//e:a", "/", R"({"type":"nodeset","count":4,"value":["1","x","2","3"]})"},
        {"count(e:a)", "/h:d/e:b", R"({"type":"number","value":2})"},
        {"//a", "/", R"({"type":"nodeset","count":0,"value":[]})"},
        {"false() and nonsense()", "/", R"({"type":"boolean","value":false})"},
        {"jr:itext('x')", "/", R"({"type":"string","value":""})"},
        {"instance('i')/e:a", "/", R"({"type":"nodeset","count":1,"value":["3"]})"},
        {"/none", "/", R"({"type":"nodeset","count":0,"value":[]})"},
        {"number('x')", "/", R"({"type":"number","value":"NaN"})"},
        {"0 - 1 div 0", "/", R"({"type":"number","value":"-Infinity"})"},
    }));
    CAPTURE(row.expression);
    CHECK(evaluated(QLatin1String(row.expression), QLatin1String(row.context)) == object(row.json));
}

TEST_CASE("amparoctl xpath looks into any namespace where it is told to", "[cli]")
{
    const Files files;
    const Run run =
        amparoctl({QStringLiteral("xpath"), QStringLiteral("--any-namespace"), QStringLiteral("--xml"),
                   files.add(QStringLiteral("d.xml"), document), QStringLiteral("count(/d/b/a)")});
    CHECK(run.json() == object(R"({"type":"number","value":2})"));
}

TEST_CASE("amparoctl xpath refuses with the place", "[cli]")
{
    const Run run = amparoctl({QStringLiteral("xpath"), QStringLiteral("1 + nonsense(")});
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains("character "));
}

TEST_CASE("a batch of expressions is answered line by line", "[cli]")
{
    const Files files;
    const QString file = files.add(QStringLiteral("d.xml"), document);
    // clang-format off
    const QByteArray batch = QByteArray(R"batch({"id":1,"xml":"<d><a>7</a></d>","expr":"/d/a + 1"}
{"id":"two","xml":"<d><a>7</a></d>","context":"/d","expr":"a","type":"string"}
{"id":3,"xml_file":"FILE","expr":"count(//e:a)"}

{"id":4,"xml":"<d>","expr":"1"}
{"id":5,"xml":"<d/>","expr":"nonsense()"}
{"id":6,"xml":"<d/>","expr":"1","type":"nodeset"}
{"id":7,"xml":"<d/>","context":"/x","expr":"1"}
no JSON
{"id":9,"xml":"<a:d xmlns:a='urn:a'>5</a:d>","expr":"/b:d","type":"node-set","namespaces":{"b":"urn:a"}}
{"id":10,"xml":"<d>5</d>","expr":"d","type":"any"}
{"id":11,"xml":"<d>5</d>","expr":"d","type":"set"}
{"id":12,"xml":"<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>","expr":"count(/xhtml:html)"}
)batch").replace("FILE", file.toUtf8());
    // clang-format on
    const Run run =
        amparoctl({QStringLiteral("xpath"), QStringLiteral("--batch"), QStringLiteral("-")}, batch);
    CHECK(run.exitCode == 0);
    const QList<QJsonObject> answers = run.jsonLines();
    REQUIRE(answers.size() == 12);
    CHECK(answers[0] == object(R"({"id":1,"type":"number","value":8})"));
    CHECK(answers[1] == object(R"({"id":"two","type":"string","value":"7"})"));
    CHECK(answers[2] == object(R"({"id":3,"type":"number","value":4})"));
    for (int i = 3; i < 8; ++i) {
        CAPTURE(i);
        CHECK(answers[i].contains(QLatin1String("error")));
        CHECK_FALSE(answers[i].contains(QLatin1String("value")));
    }
    CHECK(answers[6].value(QLatin1String("id")).toInt() == 7);
    CHECK(answers[8] == object(R"({"id":9,"type":"nodeset","count":1,"value":["5"]})"));
    CHECK(answers[9] == object(R"({"id":10,"type":"nodeset","count":1,"value":["5"]})"));
    CHECK(answers[10].contains(QLatin1String("error")));
    CHECK(answers[11] == object(R"({"id":12,"type":"number","value":1})"));
}

TEST_CASE("a batch is answered from a file, with lines of any length", "[cli]")
{
    const Files files;
    QByteArray batch;
    for (const qsizetype length : {1, 20'000, 300'000})
        batch += R"({"id":1,"xml":"<d/>","expr":"string-length(')" + QByteArray(length, 'x') + "')\"}\n";
    const Run run = amparoctl({QStringLiteral("xpath"), QStringLiteral("--batch"),
                               files.add(QStringLiteral("b.jsonl"), batch.chopped(1))});
    const QList<QJsonObject> answers = run.jsonLines();
    REQUIRE(answers.size() == 3);
    CHECK(answers[0].value(QLatin1String("value")) == 1);
    CHECK(answers[1].value(QLatin1String("value")) == 20'000);
    CHECK(answers[2].value(QLatin1String("value")) == 300'000);
}
