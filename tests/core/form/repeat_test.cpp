// Repeats: how instances begin, come, go and are counted (ODK XForms specification, "Repeats").

#include "form/session.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

const QByteArray repeatBody = R"xml(<repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>)xml";

}  // namespace

TEST_CASE("a new instance has the template's defaults, without a template none", "[form]")
{
    struct Row {
        QByteArray instance;
        QString first, added;
    };
    const auto row = GENERATE(values<Row>({
        {R"xml(<r jr:template=""><x>t</x></r><r><x>1</x></r>)xml", text("1"), text("t")},
        {"<r><x>1</x></r>", text("1"), text("")},
    }));
    CAPTURE(row.instance);
    Session session = startForm({row.instance, "", repeatBody});
    CHECK(valueOf(session, "/data/r[1]/x") == row.first);
    require(session.addRepeat(text("/data/r")));
    CHECK(valueOf(session, "/data/r[2]/x") == row.added);
}

TEST_CASE("all instances may go, and new ones come", "[form]")
{
    Session session = startForm({"<r><x>1</x></r><end/>", "", repeatBody});
    require(session.removeRepeat(text("/data/r[1]")));
    CHECK_FALSE(session.toXml().contains("<r>"));
    CHECK(require(session.addRepeat(text("/data/r"))) == text("/data/r[1]"));
    CHECK(session.toXml().contains("<r><x/></r><end/>"));
}

TEST_CASE("an instance may be put between others", "[form]")
{
    Session session =
        startForm({"<r><x>1</x><p/></r><r><x>2</x><p/></r>",
                   R"xml(<bind nodeset="/data/r/p" calculate="position(..)"/>)xml", repeatBody});
    CHECK(require(session.addRepeat(text("/data/r"), 2)) == text("/data/r[2]"));
    CHECK(valueOf(session, "/data/r[2]/x") == QString());
    CHECK(valueOf(session, "/data/r[3]/x") == text("2"));
    CHECK(valueOf(session, "/data/r[3]/p") == text("3"));
    CHECK(session.toXml().contains("<r><x>1</x><p>1</p></r><r><x/><p>2</p></r><r><x>2</x><p>3</p></r>"));
    CHECK(require(session.addRepeat(text("/data/r"), 1)) == text("/data/r[1]"));
    CHECK(valueOf(session, "/data/r[2]/x") == text("1"));
    CHECK(errorOf(session.addRepeat(text("/data/r"), 0)) == ErrorCode::NotFound);
    CHECK(errorOf(session.addRepeat(text("/data/r"), 6)) == ErrorCode::NotFound);
}

TEST_CASE("a count is a number, a path or an expression", "[form]")
{
    struct Row {
        QByteArray count;
        int before, after;
    };
    const auto row = GENERATE(values<Row>({
        {"3", 3, 3},
        {"/data/n", 0, 2},
        {" ../n ", 0, 2},
        {"/data/n + 1", 0, 3},
        {"-1", 0, 0},
    }));
    CAPTURE(row.count);
    Session session = startForm({
        R"xml(<n/><r jr:template=""><x/></r>)xml",
        R"xml(<bind nodeset="/data/n" type="int"/>)xml",
        R"xml(<input ref="/data/n"/><repeat nodeset="/data/r" jr:count=")xml" + row.count +
            R"xml("><input ref="/data/r/x"/></repeat>)xml",
    });
    const auto count = [&] { return session.evaluate(text("count(/data/r)")).value().toNumber(); };
    CHECK(count() == row.before);
    require(session.setAnswer(text("/data/n"), text("2")));
    CHECK(count() == row.after);
}

TEST_CASE("a count that says nothing, or no longer, leaves the instances that there are", "[form]")
{
    struct Row {
        QString count;
        int expected;
    };
    const auto row = GENERATE(
        values<Row>({{text(""), 2}, {text("0"), 0}, {text("-1"), 0}, {text("1"), 1}, {text("3"), 3}}));
    CAPTURE(row.count);
    Session session = startForm({
        R"xml(<n>2</n><r><x/></r>)xml",
        R"xml(<bind nodeset="/data/n" type="int"/>)xml",
        R"xml(<input ref="/data/n"/><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/x"/></repeat>)xml",
    });
    const auto count = [&] { return session.evaluate(text("count(/data/r)")).value().toNumber(); };
    CHECK(count() == 2);
    require(session.setAnswer(text("/data/n"), row.count));
    CHECK(count() == row.expected);
}

TEST_CASE("what is not relevant is neither counted, joined nor offered", "[form]")
{
    Session session = startForm({
        R"xml(<t>1</t><r><x>a</x></r><r><x/></r><r><x>c</x></r><n/><m/><j/><pick/>)xml",
        R"xml(<bind nodeset="/data/r" relevant="/data/t = 1"/>
              <bind nodeset="/data/r/x" relevant="/data/t != 2"/>
              <bind nodeset="/data/n" calculate="count(/data/r)"/>
              <bind nodeset="/data/m" calculate="count(/data/r/x)"/>
              <bind nodeset="/data/j" calculate="join('-', /data/r/x)"/>)xml",
        R"xml(<input ref="/data/t"/><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>
              <select1 ref="/data/pick"><itemset nodeset="/data/r"><value ref="x"/></itemset></select1>)xml",
    });
    const auto figures = [&] {
        return QStringList{valueOf(session, "/data/n"), valueOf(session, "/data/m"),
                           valueOf(session, "/data/j"),
                           QString::number(session.choices(text("/data/pick")).size())};
    };
    const QStringList all{text("3"), text("3"), text("a--c"), text("3")};
    CHECK(figures() == all);
    require(session.setAnswer(text("/data/pick"), text("c")));
    require(session.setAnswer(text("/data/t"), text("0")));
    CHECK(figures() == QStringList{text("0"), text("0"), text(""), text("0")});
    CHECK(valueOf(session, "/data/pick") == QString());
    require(session.setAnswer(text("/data/t"), text("1")));
    CHECK(figures() == all);
}

TEST_CASE("a new instance is preloaded as the form was", "[form]")
{
    Session session = startForm({
        R"xml(<r><u>mine</u><x/></r>)xml",
        R"xml(<bind nodeset="/data/r/u" jr:preload="property" jr:preloadParams="username"/>)xml",
        repeatBody,
    });
    CHECK(valueOf(session, "/data/r[1]/u") == text("officer-1"));
    require(session.addRepeat(text("/data/r")));
    CHECK(valueOf(session, "/data/r[2]/u") == text("officer-1"));
}

TEST_CASE("jr:noAddRemove leaves instances as the form has them", "[form]")
{
    Session session = startForm(
        {"<r><x/></r>", "",
         R"xml(<repeat nodeset="/data/r" jr:noAddRemove="true()"><input ref="/data/r/x"/></repeat>)xml"});
    CHECK(errorOf(session.addRepeat(text("/data/r"))) == ErrorCode::Denied);
    CHECK(errorOf(session.removeRepeat(text("/data/r[1]"))) == ErrorCode::Denied);
}

TEST_CASE("fields of nested instances have a path of their own", "[form]")
{
    Session session = startForm({
        "<r><x/><k><y/></k></r>",
        "",
        R"xml(<repeat nodeset="/data/r"><input ref="/data/r/x"/><repeat nodeset="/data/r/k">
           <input ref="/data/r/k/y"/></repeat></repeat>)xml",
    });
    require(session.addRepeat(text("/data/r[1]/k")));
    require(session.addRepeat(text("/data/r")));
    CHECK(session.fieldPaths().mid(0, 4) == QStringList{text("/data/r[1]/x"), text("/data/r[1]/k[1]/y"),
                                                        text("/data/r[1]/k[2]/y"), text("/data/r[2]/x")});
}

TEST_CASE("default values are written as their type has them", "[form]")
{
    struct Row {
        QByteArray type, given;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "007", text("7")},
        {"int", "x", text("")},
        {"int", "-0", text("0")},
        {"decimal", "1.50", text("1.5")},
        {"decimal", "1e3", text("1000")},
        {"string", "007", text("007")},
        {"date", "2026-03-02", text("2026-03-02")},
        {"date", "2026-3-2", text("2026-03-02")},
        {"date", "soon", text("")},
        {"dateTime", "2026-03-02T10:20+02:00", text("2026-03-02T10:20:00.000+02:00")},
        {"dateTime", "10:20", text("")},
        {"time", "10:20:30Z", text("10:20:30.000Z")},
        {"geopoint", "1.5 2", text("1.5 2.0 0.0 0.0")},
        {"geopoint", "91 0", text("")},
        {"boolean", "yes", text("yes")},
    }));
    CAPTURE(row.type, row.given);
    const Session session = startForm({"<a>" + row.given + "</a><r jr:template=\"\"><a/></r>",
                                       "<bind nodeset=\"/data/a\" type=\"" + row.type + "\"/>", ""});
    CHECK(valueOf(session, "/data/a") == row.expected);
}

TEST_CASE("an answer is written as its type has it", "[form]")
{
    struct Row {
        QByteArray type;
        QString given, expected;
    };
    const auto row = GENERATE(values<Row>({
        {"int", text("007"), text("7")},
        {"int", text(" 5 "), text("5")},
        {"decimal", text("1.50"), text("1.5")},
        {"date", text("2026-3-2"), text("2026-03-02")},
        {"int", text("1.5"), text("refused")},
        {"int", text("2147483648"), text("refused")},
        {"date", text("2026-02-30"), text("refused")},
        {"decimal", text("nan"), text("refused")},
        {"time", text("10:20Z"), text("10:20:00.000Z")},
        {"time", text("10:20:30.5+01:00"), text("10:20:30.5+01:00")},
        {"time", text("24:00"), text("refused")},
        {"dateTime", text("2026-3-2T10:20:30.250Z"), text("2026-03-02T10:20:30.250Z")},
        {"geopoint", text("-1.25 36 1700"), text("-1.25 36.0 1700.0 0.0")},
        {"geotrace", text("1 2;3 4"), text("1.0 2.0 0.0 0.0; 3.0 4.0 0.0 0.0")},
        {"geotrace", text("1 2"), text("refused")},
        {"geoshape", text("1 2; 3 4; 1 2"), text("1.0 2.0 0.0 0.0; 3.0 4.0 0.0 0.0; 1.0 2.0 0.0 0.0")},
        {"geoshape", text("1 2; x 4; 1 2"), text("refused")},
    }));
    CAPTURE(row.type, row.given);
    Session session = startForm(
        {"<a/>", "<bind nodeset=\"/data/a\" type=\"" + row.type + "\"/>", R"xml(<input ref="/data/a"/>)xml"});
    const auto set = session.setAnswer(text("/data/a"), row.given);
    if (row.expected == text("refused"))
        CHECK(errorOf(set) == ErrorCode::InvalidInput);
    else
        CHECK(valueOf(session, "/data/a") == row.expected);
}

TEST_CASE("a moment without a time of day begins at the local midnight", "[form]")
{
    Session session = startForm(
        {"<a/>", R"xml(<bind nodeset="/data/a" type="dateTime"/>)xml", R"xml(<input ref="/data/a"/>)xml"});
    require(session.setAnswer(text("/data/a"), text("2026-3-2")));
    const QString value = valueOf(session, "/data/a");
    CHECK(value.startsWith(text("2026-03-02T00:00:00.000")));
    CHECK(QDateTime::fromString(value, Qt::ISODateWithMs) == QDate(2026, 3, 2).startOfDay());
}

TEST_CASE("a record writes decimals with a fraction, expressions read them without", "[form]")
{
    struct Row {
        QString given, written, read;
    };
    const auto row = GENERATE(values<Row>({
        {text("7"), text("7.0"), text("7")},
        {text("7.50"), text("7.5"), text("7.5")},
        {text("10000000"), text("10000000.0"), text("10000000")},
        {text(""), text(""), text("")},
    }));
    CAPTURE(row.given);
    const auto form = readSound(xform(
        {"<d/><s/>",
         R"xml(<bind nodeset="/data/d" type="decimal"/><bind nodeset="/data/s" calculate="/data/d"/>)xml",
         R"xml(<input ref="/data/d"/>)xml"}));
    Session session = require(Session::start(form, testOptions()));
    require(session.setAnswer(text("/data/d"), row.given));
    CHECK(session.written(text("/data/d")) == row.written);
    CHECK(valueOf(session, "/data/s") == row.read);
    CHECK(QString::fromUtf8(session.toXml())
              .contains(row.given.isEmpty() ? text("<d/>") : text("<d>%1</d>").arg(row.written)));

    const Session edited = require(Session::edit(form, session.toXml(), testOptions()));
    CHECK(valueOf(edited, "/data/d") == row.read);
}

TEST_CASE("a default that is not among the choices is dropped", "[form]")
{
    const Session session = startForm({
        "<one>z</one><many>a z</many>",
        "",
        R"xml(<select1 ref="/data/one"><item><label>A</label><value>a</value></item></select1>
           <select ref="/data/many"><item><label>A</label><value>a</value></item></select>)xml",
    });
    CHECK(valueOf(session, "/data/one") == QString());
    CHECK(valueOf(session, "/data/many") == text("a"));
}

TEST_CASE("an element with attributes keeps both, its value and theirs", "[form]")
{
    Session session = startForm({R"xml(<a tag="t">1</a>)xml",
                                 R"xml(<bind nodeset="/data/a/@tag" calculate="concat('n', /data/a)"/>)xml",
                                 R"xml(<input ref="/data/a"/>)xml"});
    CHECK(valueOf(session, "/data/a") == text("1"));
    require(session.setAnswer(text("/data/a"), text("2")));
    CHECK(session.toXml().contains("<a tag=\"n2\">2</a>"));
    const Session restored =
        require(Session::restore(session.sharedDefinition(), session.snapshot(), testOptions()));
    CHECK(restored.toXml() == session.toXml());
}

TEST_CASE("the record saved last can be read", "[form]")
{
    const auto definition = readSound(
        xform({"<a/><b/>", R"xml(<bind nodeset="/data/b" calculate="instance('last-saved')/data/a"/>)xml",
               R"xml(<input ref="/data/a"/>)xml",
               R"xml(<instance id="last-saved" src="jr://instance/last-saved"/>)xml"}));
    CHECK(valueOf(require(Session::start(definition, testOptions())), "/data/b") == QString());
    SessionOptions options = testOptions();
    options.lastSaved = "<data id=\"test\"><a>before</a></data>";
    const Session session = require(Session::start(definition, options));
    CHECK(valueOf(session, "/data/b") == text("before"));
    CHECK(valueOf(Session(session), "/data/b") == text("before"));
}

TEST_CASE("instances that the author wrote out differently come back from a snapshot", "[form]")
{
    const FormParts uneven{
        "<people kind=\"first\"><name>Ana</name></people><people><name>Luis</name></people>", "",
        "<group ref='/data/people'><label>People</label><repeat nodeset='/data/people'>"
        "<input ref='/data/people/name'><label>Name</label></input></repeat></group>"};
    Session session = startForm(uneven);
    require(session.setAnswer(QStringLiteral("/data/people[2]/name"), QStringLiteral("Rosa")));
    const Session restored =
        require(Session::restore(readSound(xform(uneven)), session.snapshot(), testOptions()));
    CHECK(restored.item(QStringLiteral("/data/people[1]/name"))->value == QStringLiteral("Ana"));
    CHECK(restored.item(QStringLiteral("/data/people[2]/name"))->value == QStringLiteral("Rosa"));
}
