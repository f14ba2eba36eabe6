#include "form/form_source.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

QStringList refusedWith(const QByteArray &xml, const Media &media = {})
{
    const ReadForm read = readForm(xml, media);
    CHECK_FALSE(read.definition);
    return problemLines(read.problems);
}

}  // namespace

TEST_CASE("a definition says what its form is", "[form]")
{
    const auto form = readSound(xform({
        "<a/><g><b/></g>",
        R"xml(<bind nodeset="/data/a" type="int"/><bind nodeset="/data/g/b" type="date"/>)xml",
        R"xml(<input ref="/data/a"><label>Age of <output value="/data/g/b"/>?</label></input>)xml",
        R"xml(<submission action="https://example.org/x" base64RsaPublicKey="MII"/>)xml",
        "pages",
    }));
    CHECK(form->formId() == text("test"));
    CHECK(form->version() == text("7"));
    CHECK(form->title() == text("Test"));
    CHECK(form->style() == text("pages"));
    CHECK(form->submission() ==
          SubmissionSettings{text("https://example.org/x"), text("MII"), {}, {}, false});
    CHECK(form->languages().isEmpty());
    CHECK(form->fields().first(2) == QStringList{text("/data/a"), text("/data/g/b")});
    CHECK(form->type(text("/data/g/b")) == DataType::Date);
    CHECK(form->control(text("/data/a")) == Control::Input);
    CHECK(form->control(text("/data/g/b")) == std::nullopt);
    CHECK(form->label(text("/data/a"), {}) == text("Age of …?"));
    CHECK(form->hasField(text("/data/a[3]")));
    CHECK_FALSE(form->hasField(text("/data/g")));
}

TEST_CASE("texts come in languages and forms", "[form]")
{
    Session session = startForm({
        "<a/>",
        "",
        R"xml(<input ref="/data/a"><label ref="jr:itext('q')"/><hint ref="jr:itext('h')"/></input>)xml",
        R"xml(<itext>
            <translation lang="English (en)" default="true()">
              <text id="q"><value>Name?</value><value form="image">jr://images/a.png</value></text>
              <text id="h"><value>As printed</value><value form="guidance">Ask kindly</value></text>
            </translation>
            <translation lang="Português (pt-BR)"><text id="q"><value>Nome?</value></text></translation></itext>)xml",
    });
    CHECK(session.definition().languages() == QStringList{text("en"), text("pt-BR")});
    CHECK(session.definition().languageName(text("pt-BR")) == text("Português (pt-BR)"));
    CHECK(session.definition().mediaFiles() == QStringList{text("a.png")});
    Item item = session.items().first();
    CHECK(item.label == text("Name?"));
    CHECK(item.image == text("a.png"));
    CHECK(item.hint == text("As printed"));
    CHECK(item.guidance == text("Ask kindly"));
    session.setLanguage(text("pt-BR"));
    item = session.items().first();
    CHECK(item.label == text("Nome?"));
    CHECK(item.hint == text("As printed"));  // not translated: as in the default language
}

TEST_CASE("a language is found by its tag, else by the tag's primary subtag", "[form]")
{
    const Session session = startForm({
        "<a/>",
        "",
        R"xml(<input ref="/data/a"><label ref="jr:itext('q')"/></input>)xml",
        R"xml(<itext>
            <translation lang="English (en)" default="true()"><text id="q"><value>Name?</value></text></translation>
            <translation lang="Português (pt-BR)"><text id="q"><value>Nome?</value></text></translation>
            <translation lang="Português (pt)"><text id="q"><value>Que nome?</value></text></translation>
            <translation lang="Español (es)"><text id="q"><value>¿Nombre?</value></text></translation></itext>)xml",
    });
    struct Row {
        QString language, label;
    };
    const auto row = GENERATE(values<Row>({{text("pt-BR"), text("Nome?")},
                                           {text("pt"), text("Que nome?")},
                                           {text("pt-PT"), text("Nome?")},
                                           {text("es-BO"), text("¿Nombre?")},
                                           {text("es_PE"), text("¿Nombre?")},
                                           {text("est"), text("Name?")},
                                           {text("fr"), text("Name?")}}));
    CAPTURE(row.language);
    CHECK(session.definition().label(text("/data/a"), row.language) == row.label);
}

TEST_CASE("lists come as CSV, XML and GeoJSON", "[form]")
{
    struct Row {
        QString file;
        QByteArray content;
        QByteArray value, label;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {text("l.csv"), "name,label\na,Alfa\nb,\"Beta, B\"\n", "name", "label"},
        {text("l.xml"),
         "<root><item><name>a</name><label>Alfa</label></item><item><name>b</name><label>Beta, "
         "B</label></item></root>",
         "name", "label"},
        {text("l.geojson"),
         R"({"type":"FeatureCollection","features":[
             {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[-72.5,7.9]},"properties":{"title":"Alfa"}},
             {"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[0,0]},"properties":{"title":"Beta, B"}}]})",
         "id", "title"},
    }));
    CAPTURE(row.file);
    const Session session = startForm(
        {"<q/>", "",
         R"xml(<select1 ref="/data/q"><itemset nodeset="instance('l')/root/item"><value ref=")xml" +
             row.value + R"xml("/><label ref=")xml" + row.label + R"xml("/></itemset></select1>)xml",
         R"xml(<instance id="l" src="jr://file/)xml" + row.file.toUtf8() + R"xml("/>)xml"},
        {{row.file, row.content}});
    const QList<Choice> choices = session.choices(text("/data/q"));
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].value == text("a"));
    CHECK(choices[0].label == text("Alfa"));
    CHECK(choices[1].label == text("Beta, B"));
    if (row.file.endsWith(text("geojson")))
        CHECK(choices[0].extra.value(text("geometry")).startsWith(text("7.9")));
}

TEST_CASE("external choices are one list of itemsets.csv, filtered by the question's query", "[form]")
{
    const Media media{{text("itemsets.csv"), "\"list_name\",\"name\",\"label\",\"state\"\n"
                                             "\"city\",\"puno\",\"Puno\",\"p\"\n"
                                             "\"other\",\"no\",\"No\",\"p\"\n"
                                             "\"city\",\"tacna\",\"Tacna\",\"t\"\n"}};
    const FormParts parts{"<state/><city/>", "",
                          R"xml(<input ref="/data/state"/>
              <input query="instance('city')/root/item[state = /data/state]" ref="/data/city"><label>City</label></input>)xml"};
    Session session = startForm(parts, media);
    CHECK(session.choices(text("/data/city")).isEmpty());
    require(session.setAnswer(text("/data/state"), text("t")));
    const QList<Choice> choices = session.choices(text("/data/city"));
    REQUIRE(choices.size() == 1);
    CHECK(choices.first().value == text("tacna"));
    CHECK(choices.first().label == text("Tacna"));
    require(session.setAnswer(text("/data/city"), text("tacna")));
    CHECK(session.item(text("/data/city")).value().control == Control::Select1);

    const QString refused = refusedWith(xform(parts), {{text("itemsets.csv"), "list_name,name\nother,no\n"}})
                                .join(QLatin1Char('\n'));
    CHECK(refused.contains(text("there is no list “city” in the form")));
}

TEST_CASE("entities of a version that is not known are refused", "[form]")
{
    struct Row {
        QByteArray version;
        bool isKnown;
    };
    const auto row = GENERATE(values<Row>({{"2022.1.0", true},
                                           {"2024.1", true},
                                           {"2025.1.3", true},
                                           {"", true},
                                           {"2024.10", false},
                                           {"3", false}}));
    CAPTURE(row.version);
    const QByteArray form =
        xform({"<a/>", "", ""})
            .replace(
                "<model>",
                R"xml(<model xmlns:entities="http://www.opendatakit.org/xforms/entities" entities:entities-version=")xml" +
                    row.version + R"xml(">)xml");
    const QString problems = problemLines(readForm(form, {}).problems).join(QLatin1Char('\n'));
    CHECK(problems.contains(text("the form's entities are of version")) == !row.isKnown);
}

TEST_CASE("a missing translation is told of at its language", "[form]")
{
    const QByteArray form = xform({"<a/>", "", "", R"xml(<itext>
<translation lang="en"><text id="x"><value>X</value></text><text id="y"><value>Y</value></text></translation>
<translation lang="es"><text id="x"><value>Equis</value></text></translation></itext>)xml"});
    CHECK(problemLines(readForm(form, {}).problems) ==
          QStringList{text("line 10, translation: 1 text(s) have no translation in “es”")});
}

TEST_CASE("a missing list is a warning, a broken one an error", "[form]")
{
    const QByteArray form = xform({"<q/>", "", "", R"xml(<instance id="l" src="jr://file-csv/l.csv"/>)xml"});
    const ReadForm without = readForm(form, {});
    CHECK(without.definition);
    CHECK(problemLines(without.problems).join(QLatin1Char('\n')).contains(text("the file l.csv is missing")));
    CHECK(refusedWith(form, {{text("l.csv"), "a,b\n\"c"}})
              .join(QLatin1Char('\n'))
              .contains(text("l.csv: CSV, line 2")));
}

TEST_CASE("a bind of no node does nothing and is told of, as other clients pass over it", "[form]")
{
    const ReadForm read =
        readForm(xform({"<a/>", R"xml(<bind nodeset="/data/b" calculate="1 + 1"/>)xml", ""}), {});
    CHECK(read.definition);
    CHECK(problemLines(read.problems)
              .join(QLatin1Char('\n'))
              .contains(text("line 8, nodeset (/data/b): the bind “/data/b” stands for no node")));
}

TEST_CASE("the long form of a text is shown, else the plain one, else the short one", "[form]")
{
    struct Row {
        QByteArray values;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"<value form=\"short\">S</value><value>P</value><value form=\"long\">L</value>", text("L")},
        {"<value>P</value><value form=\"short\">S</value>", text("P")},
        {"<value form=\"short\">S</value>", text("S")},
        {"<value form=\"image\">jr://images/a.png</value>", text("")},
    }));
    CAPTURE(row.values);
    const Session session = startForm(
        {"<a/>", "", R"xml(<input ref="/data/a"><label ref="jr:itext('a')"/></input>)xml",
         "<itext><translation lang=\"en\"><text id=\"a\">" + row.values + "</text></translation></itext>"});
    CHECK(session.item(text("/data/a"))->label == row.expected);
}

TEST_CASE("a picture may have a larger one", "[form]")
{
    const auto definition =
        readSound(xform({"<a/>", "", R"xml(<input ref="/data/a"><label ref="jr:itext('a')"/></input>)xml",
                         R"xml(<itext><translation lang="en"><text id="a"><value>A</value>
                  <value form="image">jr://images/small.png</value>
                  <value form="big-image">jr://images/large.png</value></text></translation></itext>)xml"}));
    const Session session = require(Session::start(definition, testOptions()));
    const Item item = session.item(text("/data/a")).value();
    CHECK(item.image == text("small.png"));
    CHECK(item.bigImage == text("large.png"));
    CHECK(definition->mediaFiles().contains(text("large.png")));
}

TEST_CASE("what cannot run is refused with its line and what may be meant", "[form]")
{
    struct Row {
        FormParts parts;
        QString expected;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{"<age/><b/>", R"xml(<bind nodeset="/data/b" relevant="/data/aeg &gt; 1"/>)xml", ""},
         text("line 8, relevant (/data/b): “/data/aeg > 1” refers to “aeg”, which the form does not have; "
              "did you mean “age”?")},
        {{"<a/>", R"xml(<bind nodeset="/data/a" calculate="frobnicate(1)"/>)xml", ""},
         text("line 8, calculate (/data/a): “frobnicate(1)”")},
        {{"<a/>", R"xml(<bind nodeset="/data/a" constraint=". &gt;"/>)xml", ""},
         text("line 8, constraint (/data/a)")},
        {{"<a/>", "", "", R"xml(<setvalue event="odk-instance-first-load" ref="/data/aa" value="1"/>)xml"},
         text("<setvalue> is to set “/data/aa”, which is no field of the primary instance; did you mean "
              "“/data/a”?")},
        {{"<a/>", "", "", R"xml(<setvalue event="odk-new-repeat" ref="/data/a" value="1"/>)xml"},
         text("an action for new instances has to stand inside their <repeat>")},
        {{"<a/>", "", R"xml(<input ref="/data/aa"/>)xml"},
         text("the question “/data/aa” stands for no node of the primary instance; did you mean “/data/a”?")},
        {{"<a/>", R"xml(<bind nodeset="/data/a" calculate="/data/a + 1"/>)xml", ""},
         text("line 8, calculate (/data/a): the calculation of /data/a depends on itself")},
        {{"<a/><b/><c/>",
          R"xml(<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" calculate="/data/c"/><bind nodeset="/data/c" relevant="/data/a"/>)xml",
          ""},
         text("the calculation of /data/a")},
        {{"<g><a/></g>", R"xml(<bind nodeset="/data/g" relevant="/data/g/a = 1"/>)xml", ""},
         text("the relevance of /data/g depends on itself")},
        {{R"xml(<r jr:template=""><x/></r><n/>)xml",
          R"xml(<bind nodeset="/data/n" calculate="count(/data/r) + 1"/>)xml",
          R"xml(<repeat nodeset="/data/r" jr:count="/data/n"/>)xml"},
         text("the repeat count of /data/r")},
        {{"<a/>", "",
          R"xml(<select1 ref="/data/a"><itemset nodeset="instance('cities')/root/item"><value ref="name"/></itemset></select1>)xml",
          R"xml(<instance id="citys"><root/></instance>)xml"},
         text("there is no list “cities” in the form, and no file cities.csv beside it; did you mean "
              "“citys”?")},
    }));
    CAPTURE(row.parts.binds, row.expected);
    CHECK(refusedWith(xform(row.parts)).join(QLatin1Char('\n')).contains(row.expected));
}

TEST_CASE("what is no XForm is refused", "[form]")
{
    struct Row {
        QByteArray xml;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"", text("not well-formed")},
        {"hello", text("not well-formed")},
        {"<html><head></html>", text("not well-formed")},
        {"<data/>", text("this is no XForm")},
        {"<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", text("no primary instance")},
        {"<!DOCTYPE html [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><html>&b;</html>", text("DOCTYPE")},
        {"<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><html/>", text("DOCTYPE")},
    }));
    CAPTURE(row.xml);
    CHECK(refusedWith(row.xml).join(QLatin1Char('\n')).contains(row.expected));
}

TEST_CASE("elements nest up to 256 deep", "[form][SEC-I1]")
{
    // html, head, model, instance and data stand around the groups.
    const auto nested = [](int depth) {
        return xform(
            {QByteArray("<g>").repeated(depth - 5) + QByteArray("</g>").repeated(depth - 5), "", ""});
    };
    CHECK(readForm(nested(256), {}).definition);
    CHECK(refusedWith(nested(257)).join(QLatin1Char('\n')).contains(text("nested deeper than 256")));
    CHECK(refusedWith(xform({QByteArray("<g>").repeated(1'000'000), "", ""}))
              .join(QLatin1Char('\n'))
              .contains(text("nested deeper than 256")));
}

TEST_CASE("a form is up to 64 MB large", "[form][SEC-I1]")
{
    const QByteArray form = xform({"<a/>", "", ""});
    const QByteArray atLimit = form + QByteArray(64 * 1024 * 1024 - form.size(), '\n');
    CHECK(readForm(atLimit, {}).definition);
    CHECK(refusedWith(atLimit + '\n').join(QLatin1Char('\n')).contains(text("larger than 64 MB")));
}

TEST_CASE("a form says how its records are sent", "[form]")
{
    struct Row {
        QByteArray attributes;
        SubmissionSettings expected;
    };
    const auto row = GENERATE(values<Row>({
        {R"( orx:auto-send="true" orx:auto-delete="false")", {{}, {}, true, false, false}},
        {R"( orx:auto-send="false" orx:auto-delete="true")", {{}, {}, false, true, false}},
        {R"( orx:auto-send="perhaps")", {{}, {}, {}, {}, false}},
        {R"( auto-send="true")", {{}, {}, {}, {}, false}},  // of no namespace: nothing that ODK knows
        {R"( odk:client-editable="true")", {{}, {}, {}, {}, true}},
    }));
    CAPTURE(row.attributes);
    const auto form =
        readSound(xform({"<a/>", "<submission" + row.attributes + "/>", R"xml(<input ref="/data/a"/>)xml"}));
    CHECK(form->submission() == row.expected);
}

TEST_CASE("custom namespaces reach the submission", "[form]")
{
    Session session = startForm({R"xml(<a xmlns:my="urn:my" my:kind="x"/><my:b xmlns:my="urn:my"/>)xml", "",
                                 R"xml(<input ref="/data/a"/><input ref="/data/b"/>)xml"});
    require(session.setAnswer(text("/data/b"), text("1")));
    const QByteArray xml = session.toXml();
    CHECK(xml.contains("my:kind=\"x\""));
    CHECK(xml.contains("<my:b xmlns:my=\"urn:my\">1</my:b>"));
    CHECK_FALSE(xml.contains("www.w3.org/2002/xforms"));
}

TEST_CASE("a form of 500 questions in six languages is read", "[form]")
{
    QByteArray instance, binds, body, itext;
    for (int i = 0; i < 500; ++i) {
        const QByteArray name = "q" + QByteArray::number(i);
        instance += '<' + name + "/>";
        binds += "<bind nodeset=\"/data/" + name + "\" type=\"string\"" +
                 (i > 0 ? " relevant=\"/data/q" + QByteArray::number(i - 1) + " != 'stop'\"" : QByteArray()) +
                 "/>";
        body += "<input ref=\"/data/" + name + "\"><label ref=\"jr:itext('" + name + "')\"/></input>";
    }
    for (const char *language : {"en", "es", "pt", "fr", "ht", "ar"}) {
        itext += QByteArray("<translation lang=\"") + language + "\">";
        for (int i = 0; i < 500; ++i)
            itext += "<text id=\"q" + QByteArray::number(i) + "\"><value>Question " + QByteArray::number(i) +
                     "</value></text>";
        itext += "</translation>";
    }
    Session session = startForm({instance, binds, body, "<itext>" + itext + "</itext>"});
    CHECK(session.items().size() == 500);
    require(session.setAnswer(text("/data/q0"), text("stop")));
    CHECK(session.items().size() == 499);
}
