#include "form/form_source.h"

#include "core/form/xlsform_support.h"
#include "support/text.h"
#include "support/xlsx_builder.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

TEST_CASE("each question type becomes the control and the type that ODK gives it", "[form]")
{
    struct Row {
        const char *survey;
        const char *bind;
        const char *control;
    };
    const auto row = GENERATE(values<Row>({
        {"text | q | Q", R"xml(type="string")xml", R"xml(<input ref="/data/q">)xml"},
        {"integer | q | Q", R"xml(type="int")xml", R"xml(<input ref="/data/q">)xml"},
        {"decimal | q | Q", R"xml(type="decimal")xml", R"xml(<input ref="/data/q">)xml"},
        {"date | q | Q", R"xml(type="date")xml", R"xml(<input ref="/data/q">)xml"},
        {"time | q | Q", R"xml(type="time")xml", R"xml(<input ref="/data/q">)xml"},
        {"dateTime | q | Q", R"xml(type="dateTime")xml", R"xml(<input ref="/data/q">)xml"},
        {"geopoint | q | Q", R"xml(type="geopoint")xml", R"xml(<input ref="/data/q">)xml"},
        {"geotrace | q | Q", R"xml(type="geotrace")xml", R"xml(<input ref="/data/q">)xml"},
        {"geoshape | q | Q", R"xml(type="geoshape")xml", R"xml(<input ref="/data/q">)xml"},
        {"barcode | q | Q", R"xml(type="barcode")xml", R"xml(<input ref="/data/q">)xml"},
        {"note | q | Q", R"xml(type="string" readonly="true()")xml", R"xml(<input ref="/data/q">)xml"},
        {"image | q | Q", R"xml(type="binary")xml", R"xml(<upload ref="/data/q" mediatype="image/*">)xml"},
        {"audio | q | Q", R"xml(type="binary")xml", R"xml(<upload ref="/data/q" mediatype="audio/*">)xml"},
        {"video | q | Q", R"xml(type="binary")xml", R"xml(<upload ref="/data/q" mediatype="video/*">)xml"},
        {"file | q | Q", R"xml(type="binary")xml",
         R"xml(<upload ref="/data/q" mediatype="application/*">)xml"},
        {"acknowledge | q | Q", R"xml(type="string")xml", R"xml(<trigger ref="/data/q">)xml"},
        {"range | q | Q", R"xml(type="int")xml",
         R"xml(<range ref="/data/q" start="1" end="10" step="1">)xml"},
        {"select_one yn | q | Q", R"xml(type="string")xml", R"xml(<select1 ref="/data/q">)xml"},
        {"select_multiple yn | q | Q", R"xml(type="string")xml", R"xml(<select ref="/data/q">)xml"},
        {"rank yn | q | Q", R"xml(type="odk:rank")xml", R"xml(<odk:rank ref="/data/q">)xml"},
        {"start | q |", R"xml(type="dateTime" jr:preload="timestamp" jr:preloadParams="start")xml", ""},
        {"end | q |", R"xml(type="dateTime" jr:preload="timestamp" jr:preloadParams="end")xml", ""},
        {"today | q |", R"xml(type="date" jr:preload="date" jr:preloadParams="today")xml", ""},
        {"deviceid | q |", R"xml(type="string" jr:preload="property" jr:preloadParams="deviceid")xml", ""},
        {"username | q |", R"xml(type="string" jr:preload="property" jr:preloadParams="username")xml", ""},
        {"hidden | q |", R"xml(type="string")xml", ""},
    }));
    CAPTURE(row.survey);
    const QByteArray sheet = QByteArray("type | name | label\n") + row.survey;
    const QString made =
        converted({sheet.constData(), "list_name | name | label\nyn | yes | Yes\nyn | no | No"});
    CHECK(made.contains(text(R"xml(<bind nodeset="/data/q" )xml") + text(row.bind) + text("/>")));
    CHECK(made.contains(text(row.control)));
}

TEST_CASE("each column of the survey finds its place in the XForm", "[form]")
{
    struct Row {
        const char *column;
        const char *cell;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"required", "yes", R"xml(required="true()")xml"},
        {"required", "${a} = 1", R"xml(required=" /data/a  = 1")xml"},
        {"relevant", "${a} > 2", R"xml(relevant=" /data/a  &gt; 2")xml"},
        {"relevance", "${a} > 2", R"xml(relevant=" /data/a  &gt; 2")xml"},
        {"constraint", ". < 5", R"xml(constraint=". &lt; 5")xml"},
        {"constraint_message", "Less", R"xml(jr:constraintMsg="Less")xml"},
        {"constraint message", "Less", R"xml(jr:constraintMsg="Less")xml"},
        {"required_message", "Needed", R"xml(jr:requiredMsg="Needed")xml"},
        {"calculation", "${a} + 1", R"xml(calculate=" /data/a  + 1")xml"},
        {"read_only", "yes", R"xml(readonly="true()")xml"},
        {"appearance", "minimal", R"xml(<input ref="/data/q" appearance="minimal">)xml"},
        {"hint", "Look", R"xml(<hint>Look</hint>)xml"},
        {"hint", "Like ${a}", R"xml(<hint>Like <output value=" /data/a "/></hint>)xml"},
        {"guidance_hint", "More",
         R"xml(<text id="/data/q:hint"><value form="guidance">More</value></text>)xml"},
        {"image", "a.png", R"xml(<value form="image">jr://images/a.png</value>)xml"},
        {"media::audio", "a.mp3", R"xml(<value form="audio">jr://audio/a.mp3</value>)xml"},
        {"default", "7", R"xml(<q>7</q>)xml"},
        {"default", "now()",
         R"xml(<setvalue event="odk-instance-first-load" ref="/data/q" value="now()"/>)xml"},
        {"default", "${a}",
         R"xml(<setvalue event="odk-instance-first-load" ref="/data/q" value=" /data/a "/>)xml"},
        {"bind::amparo:item", "CR.isolation", R"xml(amparo:item="CR.isolation")xml"},
        {"body::amparo:x", "1", R"xml(<input ref="/data/q" amparo:x="1">)xml"},
        {"instance::amparo:x", "1", R"xml(<q amparo:x="1")xml"},
        {"parameters", "rows=4", R"xml(<input ref="/data/q" rows="4">)xml"},
    }));
    CAPTURE(row.column, row.cell);
    const QByteArray sheet =
        QByteArray("type | name | label | ") + row.column + "\ninteger | a | A |\ntext | q | Q | " + row.cell;
    const QString made =
        converted({sheet.constData(), nullptr, "namespaces\namparo=\"urn:amparo:xforms:1\""});
    CHECK(made.contains(text(row.expected)));
}

TEST_CASE("each setting finds its place in the XForm", "[form]")
{
    struct Row {
        const char *setting;
        const char *cell;
        const char *expected;
    };
    const auto row = GENERATE(values<Row>({
        {"form_title", "Screening", "<h:title>Screening</h:title>"},
        {"form_id", "primary", R"xml(<data id="primary">)xml"},
        {"version", "2026-03", R"xml(version="2026-03")xml"},
        {"instance_name", "concat('R ', ${q})", R"xml(calculate="concat('R ',  /data/q )")xml"},
        {"style", "pages", R"xml(<h:body class="pages">)xml"},
        {"public_key", "MIIB", R"xml(<submission base64RsaPublicKey="MIIB"/>)xml"},
        {"submission_url", "https://example.org/s",
         R"xml(<submission action="https://example.org/s" method="post"/>)xml"},
        {"namespaces", "a=\"urn:a\" b=\"urn:b\"", R"xml(xmlns:a="urn:a" xmlns:b="urn:b")xml"},
        {"attribute::kind", "x", R"xml(kind="x")xml"},
        {"name", "record", R"xml(<bind nodeset="/record/q")xml"},
        {"instance_xmlns", "urn:i", R"xml(<data xmlns="urn:i")xml"},
    }));
    CAPTURE(row.setting);
    const QByteArray settings = QByteArray(row.setting) + "\n" + row.cell;
    const QString made = converted({"type | name | label\ntext | q | Q", nullptr, settings.constData()});
    CHECK(made.contains(text(row.expected)));
}

TEST_CASE("languages, choices and their further columns arrive in the definition", "[form]")
{
    const WorkbookText sheets{
        R"xml(type           | name | label::English (en) | label::Español (es) | hint::Español (es)
           select_one yn  | q    | Alone?              | ¿Solo?              | Mire ${n}
           text           | n    | Name                | Nombre              |)xml",
        R"xml(list_name | name | label::English (en) | label::Español (es) | weight
           yn        | yes  | Yes                 | Sí                  | 3
           yn        | no   | No                  | No                  | 0)xml",
        "form_id | default_language\ntwo | Español (es)",
    };
    Session session = startWorkbook(sheets);
    CHECK(session.definition().languages() == QStringList{text("en"), text("es")});
    CHECK(session.language() == text("es"));
    CHECK(session.definition().label(text("/data/q"), text("en")) == text("Alone?"));
    require(session.setAnswer(text("/data/n"), text("Ana")));
    CHECK(session.item(text("/data/q"))->label == text("¿Solo?"));
    CHECK(session.item(text("/data/q"))->hint == text("Mire Ana"));

    const QList<Choice> choices = session.choices(text("/data/q"));
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].value == text("yes"));
    CHECK(choices[0].label == text("Sí"));
    CHECK(choices[0].extra == QMap<QString, QString>{{text("weight"), text("3")}});

    session.setLanguage(text("en"));
    CHECK(session.item(text("/data/q"))->label == text("Alone?"));
    CHECK(session.choices(text("/data/q")).at(0).label == text("Yes"));
    CHECK(errorOf(session.setAnswer(text("/data/q"), text("maybe"))) == ErrorCode::InvalidInput);
}

TEST_CASE("a choice filter offers what fits, and takes back what no longer does", "[form]")
{
    Session session = startWorkbook({
        R"xml(type                | name    | label   | choice_filter
           select_one country  | country | Country |
           select_multiple city| city    | City    | country = ${country})xml",
        R"xml(list_name | name | label | country
           country   | co   | Colombia |
           country   | pe   | Peru  |
           city      | bog  | Bogotá | co
           city      | cuc  | Cúcuta | co
           city      | lim  | Lima  | pe)xml",
    });
    CHECK(session.choices(text("/data/city")).isEmpty());
    require(session.setAnswer(text("/data/country"), text("co")));
    CHECK(session.choices(text("/data/city")).size() == 2);
    require(session.setAnswer(text("/data/city"), text("bog cuc")));
    require(session.setAnswer(text("/data/country"), text("pe")));
    CHECK(valueOf(session, "/data/city") == QString());
    CHECK(session.choices(text("/data/city")).at(0).label == text("Lima"));
}

TEST_CASE("choices may come from a file beside the form", "[form]")
{
    Session session = startWorkbook(
        {R"xml(type                               | name | label | choice_filter       | parameters
            text                               | c    | C     |                     |
            select_one_from_file centres.csv   | q    | Q     | country = ${c}      | value=code label=title)xml"},
        {{text("centres.csv"), "code,title,country\nA,\"Albergue, Norte\",co\nB,Casa,pe\n"}});
    CHECK(session.definition().mediaFiles() == QStringList{text("centres.csv")});
    require(session.setAnswer(text("/data/c"), text("co")));
    const QList<Choice> choices = session.choices(text("/data/q"));
    REQUIRE(choices.size() == 1);
    CHECK(choices[0].value == text("A"));
    CHECK(choices[0].label == text("Albergue, Norte"));
    CHECK(choices[0].extra.value(text("country")) == text("co"));
}

TEST_CASE("or_other adds a choice and a question for it", "[form]")
{
    Session session = startWorkbook(
        {"type | name | label\nselect_one c or_other | q | Q", "list_name | name | label\nc | a | A"});
    CHECK(session.choices(text("/data/q")).size() == 2);
    CHECK_FALSE(session.isRelevant(text("/data/q_other")));
    require(session.setAnswer(text("/data/q"), text("other")));
    CHECK(session.isRelevant(text("/data/q_other")));
}

TEST_CASE("names inside a repeat mean the same instance", "[form]")
{
    const WorkbookText sheets{
        R"xml(type         | name   | label | calculation | relevant | repeat_count
           integer      | n      | N     |             |          |
           begin_repeat | person | P     |             |          | ${n} + 1
           integer      | age    | Age   |             |          |
           begin_group  | g      | G     |             |          |
           text         | school | S     |             | ${age} < 18 |
           end_group    |        |       |             |          |
           calculate    | label  |       | concat(${age}, '/', ${n}) | |
           end_repeat   |        |       |             |          |
           calculate    | total  |       | sum(${age}) |          |
           calculate    | second |       | indexed-repeat(${age}, ${person}, 2) | |)xml",
    };
    const QString made = converted(sheets);
    CHECK(made.contains(text(R"xml(relevant=" ../../age  &lt; 18")xml")));
    CHECK(made.contains(text(R"xml(calculate="concat( ../age , '/',  /data/n )")xml")));
    CHECK(made.contains(text(R"xml(calculate="sum( /data/person/age )")xml")));
    CHECK(made.contains(text(R"xml(calculate="indexed-repeat( /data/person/age ,  /data/person , 2)")xml")));
    CHECK(made.contains(text(R"xml(jr:count=" /data/person_count ")xml")));
    CHECK(made.contains(text(R"xml(<person jr:template="">)xml")));

    Session session = startWorkbook(sheets);
    require(session.setAnswer(text("/data/n"), text("1")));
    require(session.setAnswer(text("/data/person[1]/age"), text("40")));
    require(session.setAnswer(text("/data/person[2]/age"), text("9")));
    CHECK_FALSE(session.isRelevant(text("/data/person[1]/g/school")));
    CHECK(session.isRelevant(text("/data/person[2]/g/school")));
    CHECK(valueOf(session, "/data/person[2]/label") == text("9/1"));
    CHECK(valueOf(session, "/data/total") == text("49"));
    CHECK(valueOf(session, "/data/second") == text("9"));
}

TEST_CASE("a trigger computes when its question changes, not otherwise", "[form]")
{
    Session session = startWorkbook({
        R"xml(type      | name | label | calculation | trigger
           integer   | a    | A     |             |
           integer   | b    | B     |             |
           calculate | c    |       | ${a} + ${b} | ${a})xml",
    });
    require(session.setAnswer(text("/data/b"), text("2")));
    CHECK(valueOf(session, "/data/c") == QString());
    require(session.setAnswer(text("/data/a"), text("1")));
    CHECK(valueOf(session, "/data/c") == text("3"));
    require(session.setAnswer(text("/data/b"), text("5")));
    CHECK(valueOf(session, "/data/c") == text("3"));
}

TEST_CASE("indicator attributes of a workbook can be found in the definition", "[form]")
{
    const auto form = readSound(workbook({
        R"xml(type    | name | label | bind::amparo:indicator | bind::amparo:strength
           text    | a    | A     | GEN-01                 | strong
           text    | b    | B     |                        |
           text    | c    | C     | GEN-02                 |)xml",
        nullptr,
        "form_id | namespaces\nprimary | amparo=\"urn:amparo:xforms:1\"",
    }));
    CHECK(form->fieldsWith(amparoNamespace, text("indicator")) ==
          QStringList{text("/data/a"), text("/data/c")});
    CHECK(form->bindAttribute(text("/data/a"), amparoNamespace, text("strength")) == text("strong"));
    CHECK(form->bindAttribute(text("/data/c"), amparoNamespace, text("strength")) == std::nullopt);
}

TEST_CASE("a mistake in a workbook is named by sheet, row and column, with what may be meant", "[form]")
{
    struct Row {
        WorkbookText sheets;
        QString expected;
    };
    const char *const choices = "list_name | name | label\nyesno | yes | Yes\nyesno | no | No";
    const auto row = GENERATE_COPY(values<Row>({
        {{"type | name | label\ntexd | q | Q"},
         text("survey, row 2, column type: “texd” is no type of question; did you mean "
              "“text”?")},
        {{"type | name | label\nselect_one yesn | q | Q", choices},
         text("survey, row 2, column type: the sheet choices has no list “yesn”; did you "
              "mean “yesno”?")},
        {{"type | name | label\ntext | my name | Q"},
         text("survey, row 2, column name: “my name” is no name")},
        {{"type | name | label\ntext | | Q"}, text("survey, row 2, column name: the row has no name")},
        {{"type | name | label\ntext | q | Q\ntext | q | R"},
         text("survey, row 3, column name: “q” is already the name of row 2 in the same "
              "group")},
        {{"type | name | label | Relevance\ntext | age | Q |\ntext | q | Q | ${aeg} > 1"},
         text("survey, row 3, column Relevance (/data/q): ${aeg} is the name of no row; "
              "did you mean “age”?")},
        {{"type | name | label | constraint\ninteger | age | Q | . >> 1"},
         text("survey, row 2, column constraint (/data/age): “. >> 1”")},
        {{"type | name | calculation\ncalculate | a | ${b}\ncalculate | b | ${a}"},
         text("a circle of dependencies")},
        {{"type | name | calculation\ncalculate | a | nonsense(1)"},
         text("survey, row 2, column calculation (/data/a): “nonsense(1)”")},
        {{"type | name | label\nbegin_group | g | G\ntext | q | Q"},
         text("survey, row 2, column type: the group “g” is never ended")},
        {{"type | name | label\nend_group | |"},
         text("survey, row 2, column type: there is no group to end here")},
        {{"type | name | label\nbegin_group | g | G\nend_repeat | |"},
         text("survey, row 3, column type: “end_repeat” meets the group “g” of row 2")},
        {{"type | name | label\nselect_one yesno | q | Q",
          "list_name | name | label\nyesno | a | A\nyesno | a | B"},
         text("choices, row 3, column name: “a” stands already in row 2 of the list "
              "“yesno”")},
        {{"type | name | labl\ntext | q | Q"},
         text("survey, row 1, column labl: the column “labl” is not known and is "
              "ignored; did you mean “label”?")},
        {{"type | name | label\ntext | q | Q", choices},
         text("choices, row 2, column list_name: no question uses the list “yesno”")},
    }));
    const QString problems = problemsOf(row.sheets);
    CAPTURE(problems, row.expected);
    CHECK(problems.contains(row.expected));
}

TEST_CASE("a workbook without a survey says which sheets it has", "[form]")
{
    const ReadForm read =
        readForm(XlsxBuilder().sheet("Tabelle1", "type").sheet("Tabelle2", "x").bytes(), {});
    CHECK_FALSE(read.definition);
    CHECK(problemLines(read.problems)
              .join(QLatin1Char('\n'))
              .contains(text("no sheet “survey”; it has: Tabelle1, Tabelle2")));
}

TEST_CASE("the workbook and the XForm made of it are the same form", "[form]")
{
    const QByteArray xlsx = workbook({
        R"xml(type             | name | label::English (en) | label::Español (es) | relevant | required | amparo
           select_one yn    | a    | A | Á |              | yes |
           begin_repeat     | r    | R | R | ${a} = 'yes' |     |
           text             | b    | B | B |              |     |
           end_repeat       |      |   |   |              |     |)xml",
        "list_name | name | label::English (en) | label::Español (es)\nyn | yes | Yes | "
        "Sí\nyn | no | No | No",
        "form_id | version\ntwo | 3",
    });
    const auto direct = readSound(xlsx);
    const auto viaXml = readSound(convertXlsForm(xlsx).xform);
    Session first = require(Session::start(direct, testOptions()));
    Session second = require(Session::start(viaXml, testOptions()));
    for (Session *session : {&first, &second}) {
        require(session->setAnswer(text("/data/a"), text("yes")));
        require(session->addRepeat(text("/data/r")));
        require(session->setAnswer(text("/data/r[2]/b"), text("x")));
    }
    CHECK(first.items() == second.items());
    CHECK(first.snapshot() == second.snapshot());
    CHECK(first.toXml() == second.toXml());
}
