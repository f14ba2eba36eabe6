// Events and actions (ODK XForms specification, "Events and Actions").

#include "form/session.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

TEST_CASE("an action's paths start at the control around it", "[form]")
{
    Session session = startForm({
        "<g><b/><c/></g>",
        "",
        R"xml(<group ref="/data/g"><input ref="/data/g/b">
           <setvalue event="xforms-value-changed" ref=" ../c " value=" concat(../b, '!') "/></input></group>)xml",
    });
    answer(session, "/data/g/b", "x");
    CHECK(valueOf(session, "/data/g/c") == text("x!"));
}

TEST_CASE("an action inside a repeat sets its own instance", "[form]")
{
    Session session = startForm({
        "<r><x/><y/></r><r><x/><y/></r>",
        "",
        R"xml(<repeat nodeset="/data/r"><input ref="/data/r/x">
           <setvalue event="xforms-value-changed" ref="/data/r/y" value="../x * 4"/></input></repeat>)xml",
    });
    answer(session, "/data/r[2]/x", "3");
    CHECK(valueOf(session, "/data/r[1]/y") == QString());
    CHECK(valueOf(session, "/data/r[2]/y") == text("12"));
}

TEST_CASE("an action sets one node: a predicate chooses it, several are left alone", "[form]")
{
    struct Row {
        QByteArray ref;
        QString first, second;
    };
    const auto row = GENERATE(values<Row>({
        {"/data/r[position() = 2]/x", text(""), text("v")},
        {"/data/r[k = /data/a]/x", text("v"), text("")},
        {"/data/r/x", text(""), text("")},
    }));
    CAPTURE(row.ref);
    Session session = startForm({
        "<a/><r><k>v</k><x/></r><r><k/><x/></r>",
        "",
        R"xml(<input ref="/data/a"><setvalue event="xforms-value-changed" ref=")xml" + row.ref +
            R"xml(" value="/data/a"/></input><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>)xml",
    });
    answer(session, "/data/a", "v");
    CHECK(valueOf(session, "/data/r[1]/x") == row.first);
    CHECK(valueOf(session, "/data/r[2]/x") == row.second);
}

TEST_CASE("events may be listed: on first load, and for each new instance", "[form]")
{
    Session session = startForm({
        "<r><x/></r><r><x/></r>",
        "",
        R"xml(<repeat nodeset="/data/r"><input ref="/data/r/x"/>
           <setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/r/x" value="position(..)"/>
           </repeat>)xml",
    });
    CHECK(valueOf(session, "/data/r[1]/x") == text("1"));
    CHECK(valueOf(session, "/data/r[2]/x") == text("2"));
    require(session.addRepeat(text("/data/r")));
    CHECK(valueOf(session, "/data/r[3]/x") == text("3"));
}

TEST_CASE("instances of the form itself are not new ones, those of a count are", "[form]")
{
    Session session = startForm({
        "<n>2</n><r><x/></r>",
        R"xml(<bind nodeset="/data/n" type="int"/>)xml",
        R"xml(<input ref="/data/n"/><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/x"/>
           <setvalue event="odk-new-repeat" ref="/data/r/x" value="position(..)"/></repeat>)xml",
    });
    CHECK(valueOf(session, "/data/r[1]/x") == QString());
    CHECK(valueOf(session, "/data/r[2]/x") == text("2"));
}

TEST_CASE("first load happens once in a record's life, load each time it is opened", "[form]")
{
    const auto definition = readSound(
        xform({"<first/><ready/><each>0</each>", "", "",
               R"xml(<setvalue event="odk-instance-first-load" ref="/data/first" value="concat(., 'f')"/>
                  <setvalue event="xforms-ready" ref="/data/ready" value="concat(., 'r')"/>
                  <setvalue event="odk-instance-load" ref="/data/each" value=". + 1"/>)xml"}));
    Session session = require(Session::start(definition, testOptions()));
    CHECK(valueOf(session, "/data/first") == text("f"));
    CHECK(valueOf(session, "/data/ready") == text("r"));
    CHECK(valueOf(session, "/data/each") == text("1"));

    const Session edited = require(Session::edit(definition, require(session.finalise()).xml, testOptions()));
    CHECK(valueOf(edited, "/data/first") == text("f"));
    CHECK(valueOf(edited, "/data/ready") == text("r"));
    CHECK(valueOf(edited, "/data/each") == text("2"));
}

TEST_CASE("an action reaches what is readonly or not relevant", "[form]")
{
    Session session = startForm({
        "<a/><fixed/><later/>",
        R"xml(<bind nodeset="/data/fixed" readonly="true()"/>
           <bind nodeset="/data/later" relevant="/data/a = 2"/>)xml",
        R"xml(<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/fixed" value="/data/a"/>
           <setvalue event="xforms-value-changed" ref="/data/later">kept</setvalue></input>)xml",
    });
    answer(session, "/data/a", "1");
    CHECK(valueOf(session, "/data/fixed") == text("1"));
    CHECK(valueOf(session, "/data/later") == text("kept"));
    CHECK_FALSE(session.toXml().contains("<later>"));
}

TEST_CASE("the same answer again changes nothing", "[form]")
{
    Session session = startForm({
        "<a/><n>0</n>",
        "",
        R"xml(<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/n" value=". + 1"/></input>)xml",
    });
    answer(session, "/data/a", "x");
    answer(session, "/data/a", "x");
    CHECK(valueOf(session, "/data/n") == text("1"));
}

TEST_CASE("setgeopoint asks where the device is", "[form]")
{
    const auto definition = readSound(
        xform({"<p>old</p><q/>", R"xml(<bind nodeset="/data/p" type="geopoint"/>)xml",
               R"xml(<input ref="/data/q"><odk:setgeopoint event="xforms-value-changed" ref="/data/p"
                            value="'not used'"/></input>)xml"}));
    SessionOptions options = testOptions();
    std::optional<QString> here = text("46.2 6.1 375 4");
    options.location = [&here] { return here; };
    Session session = require(Session::start(definition, options));
    answer(session, "/data/q", "1");
    CHECK(valueOf(session, "/data/p") == text("46.2 6.1 375 4"));

    here.reset();  // not to be found leaves the field empty
    answer(session, "/data/q", "2");
    CHECK(valueOf(session, "/data/p") == QString());

    Session without = require(Session::start(definition, testOptions()));
    answer(without, "/data/q", "1");
    CHECK(valueOf(without, "/data/p") == QString());
}

TEST_CASE("actions that set each other off are stopped", "[form]")
{
    Session session = startForm({
        "<a/><b/>",
        "",
        R"xml(<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b" value="/data/a + 1"/></input>
           <input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/a" value="/data/b + 1"/></input>)xml",
    });
    const auto refused = session.setAnswer(text("/data/a"), text("1"));
    CHECK(errorOf(refused) == ErrorCode::Conflict);
    CHECK(refused.error().detail.contains(text("do not come to an end")));
}

TEST_CASE("a literal is written as the type of its field has it", "[form]")
{
    struct Row {
        QByteArray type, literal;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "007", text("7")},
        {"int", "ab", text("")},
        {"string", " as it is ", text(" as it is ")},
    }));
    CAPTURE(row.type, row.literal);
    const Session session = startForm(
        {"<a/>", "<bind nodeset=\"/data/a\" type=\"" + row.type + "\"/>", "",
         R"xml(<setvalue event="odk-instance-first-load" ref="/data/a">)xml" + row.literal + "</setvalue>"});
    CHECK(valueOf(session, "/data/a") == row.expected);
}

TEST_CASE("a computed value is set as the type of its field has it, or not at all", "[form]")
{
    struct Row {
        QByteArray type, value;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "'5.7'", text("5")},
        {"int", "today()", text("")},
        {"decimal", "1 div 4", text("0.25")},
        {"date", "1 + 1", text("")},
        {"date", "'soon'", text("")},
        {"date", "date('2026-03-02')", text("2026-03-02")},
        {"dateTime", "1 + 1", text("")},
        {"geopoint", "'1 2'", text("1.0 2.0 0.0 0.0")},
        {"string", "1 + 1", text("2")},
        {"string", "", text("")},
    }));
    CAPTURE(row.type, row.value);
    const Session session =
        startForm({"<a>old</a>", R"xml(<bind nodeset="/data/a" type=")xml" + row.type + R"xml("/>)xml", "",
                   R"xml(<setvalue event="odk-instance-first-load" ref="/data/a" value=")xml" + row.value +
                       R"xml(">not this</setvalue>)xml"});
    CHECK(valueOf(session, "/data/a") == row.expected);
}

TEST_CASE("an action outside model and controls does nothing and is told of", "[form]")
{
    const ReadForm read = readForm(
        xform({"<a/>", "", R"xml(<setvalue event="odk-instance-first-load" ref="/data/a">1</setvalue>)xml"}),
        {});
    REQUIRE(read.definition);
    CHECK(problemLines(read.problems)
              .join(QLatin1Char('\n'))
              .contains(text("stands neither in the model nor in a control")));
    CHECK(valueOf(require(Session::start(read.definition, testOptions())), "/data/a") == QString());
}

TEST_CASE("a count that grows by what it makes is refused", "[form]")
{
    const auto grown = [](const QByteArray &binds, const QByteArray &count, const QByteArray &action) {
        return xform({R"xml(<n>1</n><r jr:template=""><x/></r>)xml", binds,
                      "<input ref=\"/data/n\"/><repeat nodeset=\"/data/r\" jr:count=\"" + count +
                          "\"><input ref=\"/data/r/x\"/>" + action + "</repeat>"});
    };
    SECTION("when it counts itself")
    {
        const ReadForm read = readForm(grown("", "count(/data/r) + 1", ""), {});
        CHECK_FALSE(read.definition);
        CHECK(problemLines(read.problems).join(QLatin1Char(' ')).contains(text("depends on itself")));
    }
    SECTION("when a calculation counts it")
    {
        const ReadForm read = readForm(
            grown(R"xml(<bind nodeset="/data/n" calculate="count(/data/r) + 1"/>)xml", "/data/n", ""), {});
        CHECK_FALSE(read.definition);
        CHECK(problemLines(read.problems).join(QLatin1Char(' ')).contains(text("circle of dependencies")));
    }
    SECTION("when each new instance raises it")
    {
        const auto definition = readSound(grown(
            "", "/data/n", R"xml(<setvalue event="odk-new-repeat" ref="/data/n" value="/data/n + 1"/>)xml"));
        const auto session = Session::start(definition, testOptions());
        CHECK(errorOf(session) == ErrorCode::Conflict);
        CHECK(session.error().detail.contains(text("more than 10000 times")));
    }
}
