// How rows depend on each other: references, repeats, triggers, lists, languages, entities.

#include "core/form/xlsform_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

TEST_CASE("a reference leads to the same instance of the repeats that both stand in", "[form]")
{
    const QString form = converted({R"xml(
        type         | name | label | calculation
        integer      | top  | Top   |
        begin_repeat | r1   | R1    |
        integer      | a    | A     |
        begin_group  | g    | G     |
        integer      | b    | B     |
        calculate    | c1   |       | ${b}
        calculate    | c2   |       | ${a}
        calculate    | c3   |       | ${top}
        end_group    |      |       |
        begin_repeat | r2   | R2    |
        integer      | d    | D     |
        calculate    | c4   |       | ${a} + ${b} + ${d}
        end_repeat   |      |       |
        calculate    | c5   |       | count(${r2})
        end_repeat   |      |       |
        calculate    | c6   |       | sum(${a})
        calculate    | c7   |       | indexed-repeat(${a}, ${r1}, 1))xml"});
    struct Row {
        const char *node;
        const char *calculate;
    };
    const Row rows[] = {
        {"/data/r1/g/c1", " ../b "},
        {"/data/r1/g/c2", " ../../a "},
        {"/data/r1/g/c3", " /data/top "},
        {"/data/r1/r2/c4", " ../../a  +  ../../g/b  +  ../d "},
        {"/data/r1/c5", "count( ../r2 )"},
        {"/data/c6", "sum( /data/r1/a )"},
        {"/data/c7", "indexed-repeat( /data/r1/a ,  /data/r1 , 1)"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.node);
        CHECK(mentions(form, (QByteArray("<bind nodeset=\"") + row.node +
                              R"xml(" type="string" calculate=")xml" + row.calculate + "\"/>")
                                 .constData()));
    }
}

TEST_CASE("indexed-repeat() takes whole repeats, and its places as they are seen from the row", "[form]")
{
    const QString form = converted({R"xml(
        type         | name | label | calculation
        begin_repeat | r    | R     |
        integer      | a    | A     |
        calculate    | c    |       | indexed-repeat(${a}, ${r}, ${a}) + ${a}
        end_repeat   |      |       |)xml"});
    CHECK(mentions(form, R"xml(calculate="indexed-repeat( /data/r/a ,  /data/r ,  ../a ) +  ../a ")xml"));
}

TEST_CASE("inside a filter ${name} is that of the record, not of the choice", "[form]")
{
    const QString form = converted({R"xml(
        type         | name | label | choice_filter | calculation
        begin_repeat | r    | R     |               |
        select_one c | a    | A     |               |
        select_one d | b    | B     | p = ${a}      |
        calculate    | l    |       |               | instance('c')/root/item[name = ${a}]/label
        end_repeat   |      |       |               |)xml",
                                    "list_name | name | label | p\nc | x | X |\nd | y | Y | x"});
    CHECK(mentions(form, R"xml(nodeset="instance('d')/root/item[p =  current()/../a ]")xml"));
    CHECK(mentions(form, R"xml(calculate="instance('c')/root/item[name =  current()/../a ]/label")xml"));
}

TEST_CASE("answers of a repeat are choices", "[form]")
{
    const WorkbookText sheets{R"xml(
        type               | name | label | choice_filter
        begin_repeat       | r    | R     |
        text               | name | Name  |
        integer            | age  | Age   |
        end_repeat         |      |       |
        select_one ${name} | any  | Any   |
        select_one ${name} | old  | Adult | ${age} > 17)xml"};
    const QString form = converted(sheets);
    CHECK(mentions(
        form, R"xml(<itemset nodeset="/data/r[./name != '']"><value ref="name"/><label ref="name"/>)xml"));
    CHECK(mentions(form, R"xml(<itemset nodeset="/data/r[ ./age  &gt; 17]">)xml"));

    Session session = startWorkbook(sheets);
    require(session.setAnswer(QStringLiteral("/data/r[1]/name"), QStringLiteral("Ana")));
    require(session.setAnswer(QStringLiteral("/data/r[1]/age"), QStringLiteral("30")));
    require(session.addRepeat(QStringLiteral("/data/r")));
    require(session.setAnswer(QStringLiteral("/data/r[2]/name"), QStringLiteral("Luz")));
    require(session.setAnswer(QStringLiteral("/data/r[2]/age"), QStringLiteral("8")));
    CHECK(session.choices(QStringLiteral("/data/any")).size() == 2);
    CHECK(session.choices(QStringLiteral("/data/old")).size() == 1);
    CHECK(mentions(problemsOf({"type | name | label\ntext | a | A\nselect_one ${a} | q | Q"}),
                   "${a} stands in no repeat"));
}

TEST_CASE("a repeat holds its template and the instance that a record begins with", "[form]")
{
    const QString form = converted({R"xml(
        type         | name | label | instance::odk:x
        begin_repeat | r    | R     | 1
        begin_repeat | s    | S     |
        text         | q    | Q     |
        end_repeat   |      |       |
        end_repeat   |      |       |)xml"});
    QString nodes = form.mid(form.indexOf(QStringLiteral("<r jr:template")));
    nodes = nodes.left(nodes.indexOf(QStringLiteral("<meta>"))).remove(u'\n');
    CHECK(nodes == QStringLiteral(R"xml(<r jr:template=""><s jr:template=""><q/></s></r>)xml"
                                  R"xml(<r odk:x="1"><s><q/></s></r>)xml"));
}

TEST_CASE("a count that is more than a field gets a field before its repeat", "[form]")
{
    const QString form = converted({"type | name | label | repeat_count\ninteger | n | N |\n"
                                    "begin_repeat | r | R | ${n} + 1\ntext | q | Q |\nend_repeat | | |"});
    CHECK(mentions(form, "<r_count/>\n<r jr:template"));
    CHECK(mentions(
        form,
        R"xml(<bind nodeset="/data/r_count" type="string" readonly="true()" calculate=" /data/n  + 1"/>)xml"));
    CHECK(mentions(form, R"xml(<repeat nodeset="/data/r" jr:count=" /data/r_count ">)xml"));
}

TEST_CASE("computed defaults in a repeat are computed for each new instance", "[form]")
{
    Session session = startWorkbook({R"xml(
        type         | name | label | default
        begin_repeat | r    | R     |
        text         | a    | A     | concat('n', position(..))
        text         | b    | B     | ${a}
        end_repeat   |      |       |)xml"});
    require(session.addRepeat(QStringLiteral("/data/r")));
    CHECK(valueOf(session, "/data/r[1]/b") == QStringLiteral("n1"));
    CHECK(valueOf(session, "/data/r[2]/b") == QStringLiteral("n2"));
}

TEST_CASE("a trigger computes when its question changes, wherever both stand", "[form]")
{
    Session session = startWorkbook({R"xml(
        type        | name | label | trigger    | calculation
        text        | a    | A     |            |
        begin_group | g    | G     |            |
        text        | b    | B     |            |
        end_group   |      |       |            |
        calculate   | c    |       | ${a}, ${b} | concat(${a}, '-', ${b}))xml"});
    require(session.setAnswer(QStringLiteral("/data/a"), QStringLiteral("x")));
    CHECK(valueOf(session, "/data/c") == QStringLiteral("x-"));
    require(session.setAnswer(QStringLiteral("/data/g/b"), QStringLiteral("y")));
    CHECK(valueOf(session, "/data/c") == QStringLiteral("x-y"));

    const QString place =
        converted({"type | name | label | trigger\ntext | a | A |\nbackground-geopoint | p | | ${a}"});
    CHECK(mentions(place, R"xml(<odk:setgeopoint event="xforms-value-changed" ref="/data/p"/>)xml"));
}

TEST_CASE("labels hold answers, and what a list says of them", "[form]")
{
    Session session = startWorkbook({R"xml(
        type         | name | label
        select_one c | a    | A
        note         | n    | You chose instance('c')/root/item[name = ${a}]/label (${a}).)xml",
                                     "list_name | name | label\nc | x | Ex"});
    require(session.setAnswer(QStringLiteral("/data/a"), QStringLiteral("x")));
    CHECK(session.item(QStringLiteral("/data/n"))->label == QStringLiteral("You chose Ex (x)."));
}

TEST_CASE("lists that only expressions read are there, too", "[form]")
{
    Session session = startWorkbook({"type | name | label | calculation\ntext | t | T |\n"
                                     "calculate | w | | instance('c')/root/item[name = 'y']/weight",
                                     "list_name | name | label | weight\nc | x | X | 3\nc | y | Y | 4"});
    CHECK(valueOf(session, "/data/w") == QStringLiteral("4"));
}

TEST_CASE("a table-list shows its choices once, as the heading of its questions", "[form]")
{
    const QString form =
        converted({"type | name | label | appearance\nbegin_group | t | Table | table-list minimal\n"
                   "select_one yn | a | A |\nselect_one yn | b | B |\nend_group | | |",
                   "list_name | name | label\nyn | y | Yes"});
    CHECK(mentions(form, R"xml(<group ref="/data/t" appearance="field-list minimal">)xml"));
    CHECK(mentions(
        form, R"xml(<input ref="/data/t/generated_table_list_label_2"><label>Table</label></input>)xml"));
    CHECK(mentions(
        form, R"xml(<select1 ref="/data/t/reserved_name_for_field_list_labels_3" appearance="label">)xml"));
    CHECK(mentions(form, R"xml(<select1 ref="/data/t/a" appearance="list-nolabel">)xml"));
    CHECK(mentions(form, R"xml(<select1 ref="/data/t/b" appearance="list-nolabel">)xml"));
}

TEST_CASE("search() has its choices in place", "[form]")
{
    const QString form =
        converted({"type | name | label | appearance\nselect_one f | q | Q | search('fruits')",
                   "list_name | name | label\nf | key | caption"});
    CHECK(mentions(form, "<item><label>caption</label><value>key</value></item>"));
    CHECK_FALSE(mentions(form, R"xml(<instance id="f">)xml"));
    CHECK(mentions(
        problemsOf(
            {"type | name | label | appearance\nselect_one f | q | Q | search('x')\nselect_one f | p | P |",
             "list_name | name | label\nf | a | b"}),
        "survey, row 3, column type: the list “f” serves search() in another question"));
}

TEST_CASE("a loop writes its questions once for each choice", "[form]")
{
    const QString form = converted({"type | name | label\nbegin_loop over c | l | Loop\n"
                                    "integer | n | How many %(label)s?\nend_loop | |",
                                    "list_name | name | label\nc | a | apples\nc | b | pears"});
    CHECK(mentions(form, R"xml(<input ref="/data/l/a/n"><label>How many apples?</label></input>)xml"));
    CHECK(mentions(form, R"xml(<input ref="/data/l/b/n"><label>How many pears?</label></input>)xml"));
}

TEST_CASE("a text that a language lacks is a dash there", "[form]")
{
    const QString form = converted({"type | name | label::English (en) | label::French (fr)\n"
                                    "text | a | A | Â\ntext | b | B |",
                                    nullptr, "default_language\nFrench (fr)"});
    CHECK(mentions(form, R"xml(<translation lang="French (fr)" default="true()">)xml"));
    CHECK(form.count(QStringLiteral(R"xml(<text id="/data/b:label"><value>-</value></text>)xml")) == 1);
}

TEST_CASE("a text without a language is in the default one", "[form]")
{
    const QString form =
        converted({"type | name | label | label::fr\ntext | a | A | Â", nullptr, "default_language\nes"});
    CHECK(mentions(
        form, "<translation lang=\"es\" default=\"true()\">\n<text id=\"/data/a:label\"><value>A</value>"));
    const QString both = converted({"type | name | label | label::es | label::fr\ntext | a | A | E | F",
                                    nullptr, "default_language\nes"});
    CHECK(mentions(both, "<value>E</value>"));
    CHECK_FALSE(mentions(both, "<value>A</value>"));
}

TEST_CASE("one colon parts headings where none has two", "[form]")
{
    CHECK(converted(
              {"type | name | label:en | label:fr | bind:relevant | jr:count\ntext | a | A | Â | 1 = 1 |"}) ==
          converted(
              {"type | name | label::en | label::fr | relevant | repeat_count\ntext | a | A | Â | 1 = 1 |"}));
}

TEST_CASE("an entity is made, changed or both, as the sheet entities says", "[form]")
{
    struct Row {
        const char *entities;
        QStringList expected;
        bool setsId;
    };
    const QString bind =
        QStringLiteral(R"xml(<bind nodeset="/data/meta/entity/%1" type="string" readonly="true()")xml");
    const auto row = GENERATE(values<Row>({
        {"list_name | label\ntrees | ${a}",
         {QStringLiteral("<entity dataset=\"trees\" id=\"\" create=\"1\"><label/></entity>")},
         true},
        {"dataset | label | create_if\ntrees | ${a} | ${a} != ''",
         {QStringLiteral("create=\"1\"><label/>"), QStringLiteral("/meta/entity/@create")},
         true},
        {"list_name | entity_id\ntrees | ${a}",
         {QStringLiteral("id=\"\" update=\"1\" baseVersion=\"\" trunkVersion=\"\" branchId=\"\"/>"),
          QStringLiteral("instance('trees')/root/item[name= /data/a ]/__version"),
          QStringLiteral("instance('trees')/root/item[name= /data/a ]/__trunkVersion"),
          QStringLiteral("instance('trees')/root/item[name= /data/a ]/__branchId")},
         false},
        {"list_name | entity_id | create_if | update_if | label\ntrees | ${a} | ${a} = '' | ${a} != '' | "
         "${a}",
         {QStringLiteral("create=\"1\" update=\"1\""), QStringLiteral("/meta/entity/@create"),
          QStringLiteral("/meta/entity/@update")},
         true},
    }));
    CAPTURE(row.entities);
    const QString form =
        converted({"type | name | label | save_to\ncsv-external | trees | |\ntext | a | A | height", nullptr,
                   nullptr, row.entities});
    CHECK(mentions(form, "entities:entities-version=\"2024.1.0\""));
    CHECK(mentions(form, "<bind nodeset=\"/data/a\" type=\"string\" entities:saveto=\"height\"/>"));
    CHECK(form.contains(bind.arg(QStringLiteral("@id"))));
    for (const QString &expected : row.expected) {
        CAPTURE(expected);
        CHECK(form.contains(expected));
    }
    CHECK(mentions(form, R"xml(ref="/data/meta/entity/@id" value="uuid()")xml") == row.setsId);
}

TEST_CASE("each instance of a repeat is an entity where the sheet entities names it", "[form]")
{
    const QString form = converted({R"xml(
        type         | name | label | save_to
        begin_repeat | r    | R     |
        text         | a    | A     | height
        end_repeat   |      |       |)xml",
                                    nullptr, nullptr, "list_name | label | repeat\ntrees | ${a} | ${r}"});
    CHECK(mentions(form, "entities:entities-version=\"2025.1.0\""));
    CHECK(form.count(QStringLiteral(
              "<meta><entity dataset=\"trees\" id=\"\" create=\"1\"><label/></entity></meta>")) == 2);
    CHECK(mentions(
        form,
        R"xml(<bind nodeset="/data/r/meta/entity/label" type="string" readonly="true()" calculate=" ../../../a "/>)xml"));
    CHECK(mentions(
        form, R"xml(<setvalue event="odk-new-repeat" ref="/data/r/meta/entity/@id" value="uuid()"/>)xml"));
}

TEST_CASE("the settings that steer a submission reach its element", "[form]")
{
    const QString form =
        converted({"type | name | label\ntext | a | A", nullptr,
                   "auto_send | auto_delete | client_editable | public_key\ntrue | false | yes | KEY"});
    CHECK(mentions(
        form,
        R"xml(<submission base64RsaPublicKey="KEY" orx:auto-send="true" orx:auto-delete="false" odk:client-editable="true"/>)xml"));
    const QString without = converted({"type | name | label\ntext | a | A", nullptr, "omit_instanceID\nyes"});
    CHECK_FALSE(mentions(without, "instanceID"));
    CHECK(mentions(
        problemsOf({"type | name | label\ntext | a | A", nullptr, "omit_instanceID | public_key\nyes | KEY"}),
        "settings, row 2, column omit_instanceID: an encrypted form needs its instanceID"));
}

TEST_CASE("curly quotes and doubled blanks are straightened, unless the form keeps them", "[form]")
{
    const char *survey = "type | name | label\nnote | a | “two”  blanks";
    CHECK(mentions(converted({survey}), "<label>&quot;two&quot; blanks</label>"));
    CHECK(mentions(converted({survey, nullptr, "clean_text_values\nno"}), "<label>“two”  blanks</label>"));
}

TEST_CASE("rows without type, name and label are notes of the author", "[form]")
{
    CHECK(mentions(converted({"type | name | label | hint\ntext | a | A |\n | | | remember\ntext | b | B |"}),
                   R"xml(<input ref="/data/b">)xml"));
    CHECK_FALSE(mentions(converted({"type | name | label | disabled\ntext | a | A | yes\ntext | b | B | no"}),
                         "/data/a"));
}
