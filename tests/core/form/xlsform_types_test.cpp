// Types and their parameters, each from what xlsform.org's reference says of it.

#include "core/form/xlsform_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

constexpr const char *yesNoList = "list_name | name | label\nyn | yes | Yes\nyn | no | No";

/// The XForm of a survey with one row, whose cells are given under those headings.
QString formOf(const QByteArray &headings, const QByteArray &row)
{
    const QByteArray survey = headings + '\n' + row;
    return converted({survey.constData(), yesNoList});
}

QString problemsOfRow(const QByteArray &headings, const QByteArray &row)
{
    const QByteArray survey = headings + '\n' + row;
    return problemsOf({survey.constData(), yesNoList});
}

}  // namespace

TEST_CASE("what the device fills or does by itself has no control", "[form]")
{
    struct Row {
        const char *type;
        const char *bind;
        const char *action;
    };
    const auto row = GENERATE(values<Row>({
        {"email", R"xml(type="string" jr:preload="property" jr:preloadParams="email")xml", ""},
        {"phonenumber", R"xml(type="string" jr:preload="property" jr:preloadParams="phonenumber")xml", ""},
        {"simserial", R"xml(type="string" jr:preload="property" jr:preloadParams="simserial")xml", ""},
        {"subscriberid", R"xml(type="string" jr:preload="property" jr:preloadParams="subscriberid")xml", ""},
        {"start-geopoint", R"xml(type="geopoint")xml",
         R"xml(<odk:setgeopoint event="odk-instance-first-load" ref="/data/q"/>)xml"},
        {"background-audio", R"xml(type="binary")xml",
         R"xml(<odk:recordaudio event="odk-instance-load" ref="/data/q"/>)xml"},
    }));
    CAPTURE(row.type);
    const QString form = formOf("type | name", QByteArray(row.type) + " | q");
    CHECK(mentions(form, (QByteArray(R"xml(<bind nodeset="/data/q" )xml") + row.bind + "/>").constData()));
    CHECK(mentions(form, row.action));
    CHECK_FALSE(mentions(form, "<input"));
}

TEST_CASE("older spellings of a type mean the same", "[form]")
{
    struct Row {
        const char *older;
        const char *today;
    };
    const auto row = GENERATE(values<Row>({
        {"string", "text"},
        {"add text prompt", "text"},
        {"q string", "text"},
        {"int", "integer"},
        {"add integer prompt", "integer"},
        {"datetime", "dateTime"},
        {"date time", "dateTime"},
        {"gps", "geopoint"},
        {"location", "geopoint"},
        {"photo", "image"},
        {"add image prompt", "image"},
        {"q picture", "image"},
        {"add note prompt", "note"},
        {"imei", "deviceid"},
        {"get start time", "start"},
        {"select one yn", "select_one yn"},
        {"select one from yn", "select_one yn"},
        {"select1 yn", "select_one yn"},
        {"add select one prompt using yn", "select_one yn"},
        {"select all that apply yn", "select_multiple yn"},
        {"select all that apply from yn", "select_multiple yn"},
        {"add select multiple prompt using yn", "select_multiple yn"},
        {"select one from file f.csv", "select_one_from_file f.csv"},
    }));
    CAPTURE(row.older);
    CHECK(formOf("type | name | label", QByteArray(row.older) + " | q | Q") ==
          formOf("type | name | label", QByteArray(row.today) + " | q | Q"));
}

TEST_CASE("groups and repeats are begun and ended in several spellings", "[form]")
{
    const auto kind = GENERATE(as<QByteArray>(), "group", "repeat");
    const auto survey = [&kind](const QByteArray &glue) {
        return "type | name | label\nbegin" + glue + kind + " | g | G\ntext | q | Q\nend" + glue + kind;
    };
    CHECK(converted({survey(" ").constData()}) == converted({survey("_").constData()}));
    CHECK(converted({"type | name | label\nbegin lgroup | g | G\ntext | q | Q\nend looped group"}) ==
          converted({"type | name | label\nbegin_repeat | g | G\ntext | q | Q\nend_repeat"}));
}

TEST_CASE("types with a check of their own bring constraint and hint", "[form]")
{
    const QString form = formOf("type | name | label", "percentage | q | Q");
    CHECK(mentions(form,
                   R"xml(<bind nodeset="/data/q" type="int" constraint="0 &lt;= . and . &lt;= 100"/>)xml"));
    const QString month =
        formOf("type | name | label | constraint", "number of days in last month | q | Q | . < 3");
    CHECK(mentions(month, R"xml(constraint=". &lt; 3")xml"));
    CHECK(mentions(month, "<hint>Enter a number 0-31.</hint>"));
}

TEST_CASE("each parameter becomes the attribute that clients read", "[form]")
{
    struct Row {
        const char *type;
        const char *parameters;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"text", "rows=4", R"xml(<input ref="/data/q" rows="4">)xml"},
        {"range", "start=0 end=20 step=5", R"xml(<range ref="/data/q" start="0" end="20" step="5">)xml"},
        {"range", "start=0; end=20; step=5", R"xml(<range ref="/data/q" start="0" end="20" step="5">)xml"},
        {"range", "start = 0 , end = 20", R"xml(<range ref="/data/q" start="0" end="20" step="1">)xml"},
        {"range", "END=20", R"xml(<range ref="/data/q" end="20" start="1" step="1">)xml"},
        {"range", "step=0.5", R"xml(<bind nodeset="/data/q" type="decimal"/>)xml"},
        {"range", "step=2", R"xml(<bind nodeset="/data/q" type="int"/>)xml"},
        {"image", "max-pixels=1024", R"xml(type="binary" orx:max-pixels="1024")xml"},
        {"image", "app=org.example.camera", R"xml(intent="org.example.camera")xml"},
        {"audio", "quality=voice-only", R"xml(type="binary" odk:quality="voice-only")xml"},
        {"background-audio", "quality=low", R"xml(ref="/data/q" odk:quality="low"/>)xml"},
        {"geopoint", "capture-accuracy=5", R"xml(accuracyThreshold="5")xml"},
        {"geopoint", "warning-accuracy=9.5", R"xml(unacceptableAccuracyThreshold="9.5")xml"},
        {"geopoint", "allow-mock-accuracy=true", R"xml(odk:allow-mock-accuracy="true")xml"},
        {"geotrace", "incremental=true", R"xml(incremental="true")xml"},
        {"select_one yn", "randomize=true", R"xml(nodeset="randomize(instance('yn')/root/item)")xml"},
        {"select_one yn", "randomize=true, seed=7",
         R"xml(nodeset="randomize(instance('yn')/root/item, 7)")xml"},
        {"select_one yn", "randomize=true seed=${q}",
         R"xml(nodeset="randomize(instance('yn')/root/item, /data/q)")xml"},
        {"select_one_from_file f.csv", "value=Key label=Text",
         R"xml(<value ref="Key"/><label ref="Text"/>)xml"},
        {"select_one_from_file f.csv", "", R"xml(<value ref="name"/><label ref="label"/>)xml"},
        {"select_one_from_file f.geojson", "", R"xml(<value ref="id"/><label ref="title"/>)xml"},
    }));
    CAPTURE(row.type, row.parameters);
    const QByteArray label = QByteArray(row.type).startsWith("background") ? "" : "Q";
    CHECK(mentions(formOf("type | name | label | parameters",
                          QByteArray(row.type) + " | q | " + label + " | " + row.parameters),
                   row.expected));
}

TEST_CASE("a wrong parameter is refused, and says what it may be", "[form]")
{
    struct Row {
        const char *type;
        const char *parameters;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"range", "begin=1", "“begin” is no parameter of this type, which takes: start, end, step"},
        {"range", "stat=1", "did you mean “start”?"},
        {"range", "start", "“start” is no parameter; write name=value"},
        {"range", "start=x", "start is to be a number, not “x”"},
        {"image", "max-pixels=big", "max-pixels is to be a whole number"},
        {"image", "app=camera", "app is to be the name of an Android package"},
        {"audio", "quality=high", "quality is to be normal, low, voice-only or external"},
        {"geopoint", "incremental=true", "“incremental” is no parameter of this type"},
        {"select_one yn", "seed=1", "a seed needs randomize=true"},
        {"select_one yn", "randomize=maybe", "randomize is to be true or false"},
        {"select_one yn", "value=x", "“value” is no parameter of this type"},
        {"audit", "location-priority=balanced", "location-min-interval and location-max-age is needed, too"},
        {"audit", "location-priority=balanced location-min-interval=9 location-max-age=3",
         "location-max-age is to be at least location-min-interval"},
        {"audit", "track-changes-reasons=always", "track-changes-reasons is to be on-form-edit"},
    }));
    CAPTURE(row.type, row.parameters);
    const bool isAudit = QByteArray(row.type) == "audit";
    const QString problems =
        problemsOfRow("type | name | label | parameters",
                      QByteArray(row.type) + (isAudit ? " | | | " : " | q | Q | ") + row.parameters);
    CHECK(mentions(problems, "survey, row 2, column parameters: "));
    CHECK(mentions(problems, row.expected));
}

TEST_CASE("an audit is kept in the record's meta block, with its parameters", "[form]")
{
    const QString form =
        formOf("type | name | parameters", "audit | audit | track-changes=true identify-user=true");
    CHECK(mentions(form, "<meta><audit/><instanceID/></meta>"));
    CHECK(
        mentions(form, R"xml(<bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true" )xml"));
    CHECK(mentions(problemsOfRow("type | name", "audit | log"), "an audit is always named audit"));
}

TEST_CASE("or_other adds a choice, and a question for what it is", "[form]")
{
    const QString form = formOf("type | name | label", "select_one yn or_other | q | Q");
    CHECK(mentions(form, "<item><name>other</name><label>Other</label></item>"));
    CHECK(mentions(
        form, R"xml(<bind nodeset="/data/q_other" type="string" relevant="selected(../q, 'other')"/>)xml"));
    CHECK(mentions(form, R"xml(<input ref="/data/q_other"><label>Specify other.</label></input>)xml"));
    CHECK(mentions(
        problemsOfRow("type | name | label | choice_filter", "select_one yn or_other | q | Q | x = 1"),
        "survey, row 2, column choice_filter: or_other goes with the whole list"));
}

TEST_CASE("or_other is said in each language of the list", "[form]")
{
    const QString form = converted({"type | name | label::en | label::fr\nselect_one l or_other | q | Q | Q",
                                    "list_name | name | label::en | label::fr\nl | a | A | Â"});
    CHECK(form.count(QStringLiteral(R"xml(<text id="l-1"><value>Other</value></text>)xml")) == 2);
}

TEST_CASE("a question with choices from a file names the file", "[form]")
{
    struct Row {
        const char *file;
        const char *source;
    };
    const auto row = GENERATE(values<Row>({{"f.csv", "jr://file-csv/f.csv"},
                                           {"f.xml", "jr://file/f.xml"},
                                           {"f.geojson", "jr://file/f.geojson"}}));
    const QString form =
        formOf("type | name | label", QByteArray("select_one_from_file ") + row.file + " | q | Q");
    CHECK(mentions(
        form, (QByteArray(R"xml(<instance id="f" src=")xml") + row.source + R"xml("/>)xml").constData()));
    CHECK(mentions(form, R"xml(nodeset="instance('f')/root/item")xml"));
    CHECK(mentions(problemsOfRow("type | name | label", "select_one_from_file f.txt | q | Q"),
                   "“f.txt” is no .csv, .xml or .geojson file"));
}

TEST_CASE("choices of the sheet external_choices are choices like others", "[form]")
{
    Session session = startWorkbook({"type | name | label | choice_filter\n"
                                     "text | state | State |\n"
                                     "select_one_external cities | city | City | state = ${state}",
                                     nullptr, nullptr, nullptr,
                                     "list_name | name | label | state\n"
                                     "cities | dal | Dallas | tx\ncities | sea | Seattle | wa"});
    require(session.setAnswer(QStringLiteral("/data/state"), QStringLiteral("wa")));
    const QList<Choice> choices = session.choices(QStringLiteral("/data/city"));
    REQUIRE(choices.size() == 1);
    CHECK(choices[0].label == QStringLiteral("Seattle"));
}

TEST_CASE("a question without a text is refused, unless it is computed", "[form]")
{
    CHECK(mentions(problemsOfRow("type | name", "text | q"),
                   "survey, row 2, column label: the question “q” has neither label nor hint"));
    CHECK(
        mentions(problemsOfRow("type | name | guidance_hint", "text | q | G"), "has neither label nor hint"));
    CHECK(mentions(formOf("type | name | hint", "text | q | H"), "<hint>H</hint>"));
    const QString computed = formOf("type | name | calculation", "text | q | 1 + 1");
    CHECK(mentions(computed, R"xml(<bind nodeset="/data/q" type="string" calculate="1 + 1"/>)xml"));
    CHECK_FALSE(mentions(computed, "<input"));
    CHECK(mentions(formOf("type | name | label | calculation", "text | q | Q | 1 + 1"),
                   R"xml(<input ref="/data/q">)xml"));
}

TEST_CASE("an image's default is one of the form's images", "[form]")
{
    CHECK(mentions(formOf("type | name | label | default", "image | q | Q | a.png"),
                   "<q>jr://images/a.png</q>"));
    CHECK(mentions(formOf("type | name | label | default", "image | q | Q | jr://images/a.png"),
                   "<q>jr://images/a.png</q>"));
}

TEST_CASE("a default is computed where it says how", "[form]")
{
    struct Row {
        const char *type;
        const char *given;
        bool isComputed;
    };
    const auto row = GENERATE(values<Row>({
        {"text", "a-b", false},
        {"text", "https://example.org/a", false},
        {"text", "'quoted'", false},
        {"text", "see (below)", false},
        {"integer", "-5", false},
        {"date", "2026-01-31", false},
        {"dateTime", "2026-01-31T10:00:00.000+02:00", false},
        {"time", "10:00:00", false},
        {"geopoint", "-1.5 36.2 0 0", false},
        {"integer", "1 + 1", true},
        {"integer", "4 div 2", true},
        {"date", "today()", true},
        {"text", "concat('a', 'b')", true},
        {"text", "${o}", true},
        {"text", "${last-saved#o}", true},
    }));
    CAPTURE(row.type, row.given);
    const QString form = formOf("type | name | label | default",
                                QByteArray("text | o | O |\n") + row.type + " | q | Q | " + row.given);
    CHECK(mentions(form, "<setvalue") == row.isComputed);
    CHECK(mentions(form, "<q/>") == row.isComputed);
}
