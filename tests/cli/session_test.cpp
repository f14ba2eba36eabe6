#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace amparo::test;

namespace {

const QByteArray form = R"form(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head><h:title>Journey</h:title><model>
    <itext>
      <translation lang="English (en)" default="true()"><text id="age"><value>Age</value></text></translation>
      <translation lang="Español (es)"><text id="age"><value>Edad</value></text></translation>
    </itext>
    <instance><data id="journey" version="1"><age/><guardian/><child/><way/><stop jr:template=""><place/></stop>
      <meta><instanceID/></meta></data></instance>
    <bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 120" jr:constraintMsg="Too old"/>
    <bind nodeset="/data/guardian" type="string" relevant="/data/age &lt; 18"/>
    <bind nodeset="/data/child" type="string" calculate="if(/data/age &lt; 18, 'yes', 'no')"/>
    <bind nodeset="/data/stop/place" type="string"/>
    <bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/>
  </model></h:head>
  <h:body>
    <input ref="/data/age"><label ref="jr:itext('age')"/></input>
    <input ref="/data/guardian"><label>Guardian</label></input>
    <input ref="/data/child"><label>Is a child</label></input>
    <select1 ref="/data/way"><label>Way</label>
      <item><label>Bus</label><value>bus</value></item><item><label>On foot</label><value>foot</value></item></select1>
    <group ref="/data/stop"><label>Stop</label><repeat nodeset="/data/stop">
      <input ref="/data/stop/place"><label>Place</label></input></repeat></group>
  </h:body>
</h:html>)form";

/// The answers to one session's requests.
QList<QJsonObject> talk(const QByteArray &requests, const QStringList &options = {})
{
    const Files files;
    const Run run = amparoctl(
        QStringList{QStringLiteral("session"), files.add(QStringLiteral("journey.xml"), form)} + options,
        requests);
    CAPTURE(run.error);
    CHECK(run.exitCode == 0);
    return run.jsonLines();
}

QJsonValue value(const QJsonObject &answer) { return answer.value(QLatin1String("value")); }
bool isOk(const QJsonObject &answer) { return answer.value(QLatin1String("ok")).toBool(); }

}  // namespace

TEST_CASE("a session answers each line as the form then stands", "[cli]")
{
    const auto answers = talk(R"({"do":"relevant","path":"/data/guardian","id":7}
{"do":"set","path":"/data/age","value":17}
{"do":"relevant","path":"/data/guardian"}
{"do":"get","path":"/data/child"}
{"do":"evaluate","expr":"/data/age + 1"}
)");
    REQUIRE(answers.size() == 5);
    CHECK(value(answers[0]) == QJsonValue(false));  // no age is not below 18
    CHECK(answers[0].value(QLatin1String("id")) == QJsonValue(7));
    CHECK(isOk(answers[1]));
    CHECK(value(answers[2]) == QJsonValue(true));
    CHECK(value(answers[3]) == QJsonValue(QStringLiteral("yes")));
    CHECK(value(answers[4]) == QJsonValue(18));
}

TEST_CASE("a session tells choices, labels in a language, and what is required", "[cli]")
{
    const auto answers = talk(R"({"do":"choices","path":"/data/way"}
{"do":"label","path":"/data/age"}
{"do":"language","value":"es"}
{"do":"label","path":"/data/age"}
{"do":"required","path":"/data/age"}
{"do":"required","path":"/data/way"}
)");
    REQUIRE(answers.size() == 6);
    const QJsonArray choices = value(answers[0]).toArray();
    REQUIRE(choices.size() == 2);
    CHECK(choices[1].toObject() == QJsonObject{{QStringLiteral("value"), QStringLiteral("foot")},
                                               {QStringLiteral("label"), QStringLiteral("On foot")}});
    CHECK(value(answers[1]) == QJsonValue(QStringLiteral("Age")));
    CHECK(value(answers[2]) == QJsonValue(QStringLiteral("es")));
    CHECK(value(answers[3]) == QJsonValue(QStringLiteral("Edad")));
    CHECK(value(answers[4]) == QJsonValue(true));
    CHECK(value(answers[5]) == QJsonValue(false));
}

TEST_CASE("a session says what breaks the form's rules and finalises what does not", "[cli]")
{
    const auto answers = talk(R"({"do":"valid"}
{"do":"finalise"}
{"do":"set","path":"/data/age","value":"130"}
{"do":"valid","path":"/data/age"}
{"do":"set","path":"/data/age","value":"30"}
{"do":"finalise"}
)");
    REQUIRE(answers.size() == 6);
    CHECK(value(answers[0]) == QJsonValue(false));
    CHECK(answers[0]
              .value(QLatin1String("violations"))
              .toArray()
              .first()
              .toObject()
              .value(QLatin1String("kind"))
              .toString() == QLatin1String("required"));
    CHECK_FALSE(isOk(answers[1]));
    CHECK(answers[1].value(QLatin1String("error")).toString() == QLatin1String("conflict"));
    CHECK(answers[3]
              .value(QLatin1String("violations"))
              .toArray()
              .first()
              .toObject()
              .value(QLatin1String("message"))
              .toString() == QLatin1String("Too old"));
    CHECK(isOk(answers[5]));
    CHECK(value(answers[5]).toString().contains(QLatin1String("<age>30</age>")));
    CHECK(answers[5].value(QLatin1String("instanceId")).toString().startsWith(QLatin1String("uuid:")));
}

TEST_CASE("a session adds and removes repeats", "[cli]")
{
    const auto answers = talk(R"({"do":"add-repeat","path":"/data/stop"}
{"do":"add-repeat","path":"/data/stop"}
{"do":"set","path":"/data/stop[2]/place","value":"Puno"}
{"do":"remove-repeat","path":"/data/stop[1]"}
{"do":"serialise"}
)");
    REQUIRE(answers.size() == 5);
    CHECK(answers[1].value(QLatin1String("path")).toString().startsWith(QLatin1String("/data/stop[")));
    CHECK(value(answers[4]).toString().contains(QLatin1String("<place>Puno</place>")));
}

TEST_CASE("a session survives requests that make no sense", "[cli]")
{
    const auto answers = talk(R"({"do":"dance"}
{"do":"get","path":"/data/nothing"}
{"do":"set","path":"/data/age","value":"old"}
{"do":"set","path":"/data/guardian","value":"no"}
nonsense
[1]
{"do":"get","path":"/data/age"}
)");
    REQUIRE(answers.size() == 7);
    const char *codes[] = {"invalid-input", "not-found",     "invalid-input",
                           "denied",        "invalid-input", "invalid-input"};
    for (int i = 0; i < 6; ++i) {
        CAPTURE(i);
        CHECK_FALSE(isOk(answers[i]));
        CHECK(answers[i].value(QLatin1String("error")).toString() == QLatin1String(codes[i]));
    }
    CHECK(isOk(answers[6]));
}

TEST_CASE("a session understands the names that other drivers use", "[cli]")
{
    const auto answers = talk(R"({"cmd":"set","ref":"/data/jr:age[1]","answer":17}
{"op":"addRepeat","node":"/data/stop"}
{"command":"set","path":"place","value":["a","b"]}
{"do":"get","path":"/data/stop[1]/place[1]"}
{"do":"serialize"}
{"do":"valid","path":"/data/nothing"}
)");
    REQUIRE(answers.size() == 6);
    CHECK(isOk(answers[0]));
    CHECK(answers[1].value(QLatin1String("path")).toString() == QLatin1String("/data/stop[1]"));
    CHECK(value(answers[3]).toString() == QLatin1String("a b"));
    CHECK(value(answers[4]).toString().contains(QLatin1String("<age>17</age>")));
    CHECK_FALSE(isOk(answers[5]));
}

TEST_CASE("a session is walked page by page", "[cli]")
{
    const auto answers = talk(R"({"do":"next"}
{"do":"next"}
{"do":"previous"}
{"do":"previous"}
{"do":"jump","path":"/data/stop"}
{"do":"next"}
{"do":"previous"}
)");
    REQUIRE(answers.size() == 7);
    const auto at = [&](int i) {
        return answers[i].value(QLatin1String("kind")).toString() + QLatin1Char(' ') +
               answers[i].value(QLatin1String("path")).toString();
    };
    CHECK(at(0) == QLatin1String("questions /data/age"));
    CHECK(at(1) == QLatin1String("questions /data/child"));
    CHECK(at(2) == QLatin1String("questions /data/age"));
    CHECK(at(3) == QLatin1String("beginning "));
    CHECK(at(4) == QLatin1String("add-repeat /data/stop"));
    CHECK(at(5) == QLatin1String("end "));
    CHECK(at(6) == QLatin1String("add-repeat /data/stop"));
}

TEST_CASE("a session is put away and taken up again, and its record corrected", "[cli]")
{
    const auto first = talk(R"({"do":"set","path":"/data/age","value":30}
{"do":"snapshot"}
{"do":"finalise"}
)");
    REQUIRE(first.size() == 3);
    const QString submission = value(first[2]).toString();
    const auto second = talk(
        QJsonDocument(QJsonObject{{QStringLiteral("do"), QStringLiteral("restore")},
                                  {QStringLiteral("value"), value(first[1])}})
            .toJson(QJsonDocument::Compact) +
        "\n{\"do\":\"get\",\"path\":\"/data/age\"}\n" +
        QJsonDocument(QJsonObject{{QStringLiteral("do"), QStringLiteral("edit")},
                                  {QStringLiteral("value"), submission}})
            .toJson(QJsonDocument::Compact) +
        "\n{\"do\":\"get\",\"path\":\"/data/meta/deprecatedID\"}\n{\"do\":\"restore\",\"value\":\"no\"}\n");
    REQUIRE(second.size() == 5);
    CHECK(value(second[1]).toString() == QLatin1String("30"));
    CHECK(value(second[2]).toString() != first[2].value(QLatin1String("instanceId")).toString());
    CHECK(value(second[3]) == first[2].value(QLatin1String("instanceId")));
    CHECK_FALSE(isOk(second[4]));
}
