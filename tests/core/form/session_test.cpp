#include "form/session.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

QStringList shownPaths(const Session &session)
{
    QStringList paths;
    for (const Item &item : session.items())
        paths += item.path;
    return paths;
}

const FormParts basic{
    "<a/><b/><c/><d/>",
    R"xml(<bind nodeset="/data/a" type="int"/>
       <bind nodeset="/data/b" type="int" calculate="/data/a + 1"/>
       <bind nodeset="/data/c" type="string" relevant="/data/b &gt; 10"/>
       <bind nodeset="/data/d" calculate="concat('c=', ../c)"/>)xml",
    R"xml(<input ref="/data/a"><label>A</label></input><input ref="/data/c"><label>C</label></input>)xml",
};

}  // namespace

TEST_CASE("a calculation follows its answers", "[form]")
{
    Session session = startForm(basic);
    CHECK(valueOf(session, "/data/b") == QString());
    answer(session, "/data/a", "4");
    CHECK(valueOf(session, "/data/b") == text("5"));
    answer(session, "/data/a", "");
    CHECK(valueOf(session, "/data/b") == QString());
}

TEST_CASE("a question that is not relevant is neither shown, read nor sent, and keeps its answer", "[form]")
{
    Session session = startForm(basic);
    CHECK(shownPaths(session) == QStringList{text("/data/a")});
    CHECK(errorOf(session.setAnswer(text("/data/c"), text("x"))) == ErrorCode::Denied);

    answer(session, "/data/a", "10");
    CHECK(shownPaths(session) == QStringList{text("/data/a"), text("/data/c")});
    answer(session, "/data/c", "kept");
    CHECK(valueOf(session, "/data/d") == text("c=kept"));

    answer(session, "/data/a", "1");
    CHECK_FALSE(session.isRelevant(text("/data/c")));
    CHECK(valueOf(session, "/data/d") == text("c="));
    CHECK(valueOf(session, "/data/c") == text("kept"));
    CHECK_FALSE(session.toXml().contains("<c>"));

    answer(session, "/data/a", "12");
    CHECK(valueOf(session, "/data/d") == text("c=kept"));
}

TEST_CASE("relevance is inherited by all that stands inside", "[form]")
{
    Session session = startForm({
        "<a/><g><h><x/></h><y/></g><n/>",
        R"xml(<bind nodeset="/data/g" relevant="/data/a = 'yes'"/>
           <bind nodeset="/data/g/h" relevant="/data/g/y != ''"/>
           <bind nodeset="/data/n" calculate="string-length(concat(/data/g/h/x, /data/g/y))"/>)xml",
        R"xml(<input ref="/data/a"/><group ref="/data/g"><group ref="/data/g/h"><input ref="/data/g/h/x"/></group>
           <input ref="/data/g/y"/></group>)xml",
    });
    CHECK(shownPaths(session) == QStringList{text("/data/a")});
    answer(session, "/data/a", "yes");
    CHECK(shownPaths(session) == QStringList{text("/data/a"), text("/data/g"), text("/data/g/y")});
    answer(session, "/data/g/y", "abc");
    answer(session, "/data/g/h/x", "de");
    CHECK(valueOf(session, "/data/n") == text("5"));
    answer(session, "/data/a", "no");
    CHECK(valueOf(session, "/data/n") == text("0"));
    CHECK_FALSE(session.isRelevant(text("/data/g/h/x")));
}

TEST_CASE("what is wrong with the answers is found by kind", "[form]")
{
    Session session = startForm({
        "<age/><name/><note/>",
        R"xml(<bind nodeset="/data/age" type="int" constraint=". &gt;= 0 and . &lt; 130" jr:constraintMsg="0 to 129, please"/>
           <bind nodeset="/data/name" required="/data/age != ''" jr:requiredMsg="Who?"/>
           <bind nodeset="/data/note" readonly="true()"/>)xml",
        R"xml(<input ref="/data/age"/><input ref="/data/name"/><input ref="/data/note"/>)xml",
    });
    CHECK(session.validate().isEmpty());
    answer(session, "/data/age", "130");
    CHECK(session.validate() ==
          QList<Violation>{{text("/data/age"), Violation::Kind::Constraint, text("0 to 129, please")},
                           {text("/data/name"), Violation::Kind::Required, text("Who?")}});
    CHECK(errorOf(session.finalise()) == ErrorCode::Conflict);
    CHECK(session.item(text("/data/age"))->constraintMessage == text("0 to 129, please"));
    CHECK(session.item(text("/data/name"))->required);

    answer(session, "/data/age", "129");
    answer(session, "/data/name", "N");
    CHECK(session.validate().isEmpty());
    CHECK(errorOf(session.setAnswer(text("/data/note"), text("x"))) == ErrorCode::Denied);
    CHECK(errorOf(session.setAnswer(text("/data/age"), text("ten"))) == ErrorCode::InvalidInput);
    CHECK(errorOf(session.setAnswer(text("/data/none"), text("x"))) == ErrorCode::NotFound);
    CHECK(valueOf(session, "/data/age") == text("129"));
}

TEST_CASE("the program may fill fields that the officer cannot", "[form]")
{
    Session session =
        startForm({"<note/><hidden/>", R"xml(<bind nodeset="/data/note" readonly="true()"/>)xml",
                   R"xml(<input ref="/data/note"/>)xml"});
    require(session.setField(text("/data/note"), text("from the passport")));
    require(session.setField(text("/data/hidden"), text("band 2")));
    CHECK(valueOf(session, "/data/note") == text("from the passport"));
    CHECK(session.toXml().contains("<hidden>band 2</hidden>"));
}

TEST_CASE("sums and positions follow as repeats come and go", "[form]")
{
    Session session = startForm({
        R"xml(<r jr:template=""><x/><double/><place/></r><sum/><count/>)xml",
        R"xml(<bind nodeset="/data/r/x" type="int"/>
           <bind nodeset="/data/r/double" type="int" calculate="2 * ../x"/>
           <bind nodeset="/data/r/place" calculate="position(..)"/>
           <bind nodeset="/data/sum" calculate="sum(/data/r/double)"/>
           <bind nodeset="/data/count" calculate="count(/data/r)"/>)xml",
        R"xml(<group ref="/data/r"><label>People</label><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat></group>)xml",
    });
    CHECK(valueOf(session, "/data/count") == text("0"));
    CHECK(require(session.addRepeat(text("/data/r"))) == text("/data/r[1]"));
    CHECK(require(session.addRepeat(text("/data/r"))) == text("/data/r[2]"));
    CHECK(require(session.addRepeat(text("/data/r"))) == text("/data/r[3]"));
    answer(session, "/data/r[1]/x", "1");
    answer(session, "/data/r[2]/x", "10");
    answer(session, "/data/r[3]/x", "100");
    CHECK(valueOf(session, "/data/sum") == text("222"));
    CHECK(valueOf(session, "/data/r[2]/double") == text("20"));
    CHECK(valueOf(session, "/data/r[3]/place") == text("3"));

    require(session.removeRepeat(text("/data/r[2]")));
    CHECK(valueOf(session, "/data/sum") == text("202"));
    CHECK(valueOf(session, "/data/count") == text("2"));
    CHECK(valueOf(session, "/data/r[2]/x") == text("100"));
    CHECK(valueOf(session, "/data/r[2]/place") == text("2"));
    CHECK(valueOf(session, "/data/r[3]/x") == text("?"));

    const QList<Item> items = session.items();
    REQUIRE(items.size() == 5);
    CHECK(items[0].control == Control::Repeat);
    CHECK(items[0].label == text("People"));
    CHECK(items[0].canAdd);
    CHECK(items[0].value == text("2"));
    CHECK(items[1].path == text("/data/r[1]"));
    CHECK(items[1].control == Control::Group);
    CHECK(items[1].canRemove);
    CHECK(items[4].path == text("/data/r[2]/x"));
    CHECK(items[4].depth == 2);
}

TEST_CASE("an absolute path inside a repeat means the same instance (ODK XForms)", "[form]")
{
    Session session = startForm({
        "<r><x/><y/></r><r><x/><y/></r>",
        R"xml(<bind nodeset="/data/r/y" calculate="concat('&lt;', /data/r/x, '&gt;')"/>)xml",
        R"xml(<repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>)xml",
    });
    answer(session, "/data/r[1]/x", "one");
    answer(session, "/data/r[2]/x", "two");
    CHECK(valueOf(session, "/data/r[1]/y") == text("<one>"));
    CHECK(valueOf(session, "/data/r[2]/y") == text("<two>"));
}

TEST_CASE("a repeat count makes and removes instances, up to 10,000", "[form][SEC-I6]")
{
    Session session = startForm({
        R"xml(<n/><r jr:template=""><x>new</x></r>)xml",
        R"xml(<bind nodeset="/data/n" type="int"/>)xml",
        R"xml(<input ref="/data/n"/><group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/n">
           <input ref="/data/r/x"/></repeat></group>)xml",
    });
    answer(session, "/data/n", "3");
    CHECK(valueOf(session, "/data/r[3]/x") == text("new"));
    answer(session, "/data/n", "1");
    CHECK(valueOf(session, "/data/r[1]/x") == text("new"));
    CHECK(valueOf(session, "/data/r[2]/x") == text("?"));
    CHECK(errorOf(session.addRepeat(text("/data/r"))) == ErrorCode::Denied);
    CHECK(errorOf(session.removeRepeat(text("/data/r[1]"))) == ErrorCode::Denied);
    CHECK_FALSE(session.items().at(1).canAdd);

    answer(session, "/data/n", "10000");
    CHECK(valueOf(session, "/data/r[10000]/x") == text("new"));
    CHECK(errorOf(session.setAnswer(text("/data/n"), text("10001"))) == ErrorCode::Conflict);
}

TEST_CASE("repeats nest", "[form]")
{
    Session session = startForm({
        R"xml(<h jr:template=""><name/><p jr:template=""><age/></p><ages/></h><all/>)xml",
        R"xml(<bind nodeset="/data/h/p/age" type="int"/>
           <bind nodeset="/data/h/ages" calculate="sum(../p/age)"/>
           <bind nodeset="/data/all" calculate="sum(/data/h/ages)"/>)xml",
        R"xml(<repeat nodeset="/data/h"><input ref="/data/h/name"/>
           <repeat nodeset="/data/h/p"><input ref="/data/h/p/age"/></repeat></repeat>)xml",
    });
    require(session.addRepeat(text("/data/h")));
    require(session.addRepeat(text("/data/h")));
    require(session.addRepeat(text("/data/h[1]/p")));
    require(session.addRepeat(text("/data/h[2]/p")));
    CHECK(require(session.addRepeat(text("/data/h[2]/p"))) == text("/data/h[2]/p[2]"));
    answer(session, "/data/h[1]/p[1]/age", "30");
    answer(session, "/data/h[2]/p[1]/age", "5");
    answer(session, "/data/h[2]/p[2]/age", "7");
    CHECK(valueOf(session, "/data/h[1]/ages") == text("30"));
    CHECK(valueOf(session, "/data/h[2]/ages") == text("12"));
    CHECK(valueOf(session, "/data/all") == text("42"));
    require(session.removeRepeat(text("/data/h[1]")));
    CHECK(valueOf(session, "/data/all") == text("12"));
}

TEST_CASE("a calculation gives its field's type", "[form]")
{
    struct Row {
        QByteArray type, calculate;
        QString expected;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "7 div 2", text("3")},
        {"int", "'x'", text("")},
        {"decimal", "7 div 2", text("3.5")},
        {"string", "7 div 2", text("3.5")},
        {"string", "1 = 1", text("true")},
        {"int", "2147483648", text("")},
        {"int", "'7.5'", text("7")},
        {"int", "today()", text("")},
        {"decimal", "'2026-03-02'", text("")},
        {"decimal", "'1e3'", text("1000")},
        {"date", "20515", text("20515")},
        {"date", "date('2026-03-02') + 1", text("20515")},
        {"date", "date(date('2026-03-02') + 1)", text("2026-03-03")},
        {"date", "today()", text("2026-03-02")},
        {"date", "'2026-03-02T10:00:00.000Z'", text("2026-03-02")},
        {"date", "'soon'", text("soon")},
        {"dateTime", "'2026-03-02T10:00:00.000Z'", text("2026-03-02T10:00:00.000Z")},
        {"dateTime", "'2026-03-02T10:00Z'", text("2026-03-02T10:00:00.000Z")},
        {"time", "'2026-03-02T10:00:00.000Z'", text("10:00:00.000Z")},
        {"geopoint", "'1 2.5'", text("1.0 2.5 0.0 0.0")},
        {"geopoint", "'here'", text("here")},
    }));
    CAPTURE(row.type, row.calculate);
    const Session session = startForm({"<a/>",
                                       R"xml(<bind nodeset="/data/a" type=")xml" + row.type +
                                           R"xml(" calculate=")xml" + row.calculate + R"xml("/>)xml",
                                       ""});
    CHECK(valueOf(session, "/data/a") == row.expected);
}

TEST_CASE("setvalue acts on its event", "[form]")
{
    Session session = startForm({
        R"xml(<first/><a/><b/><copy/><r jr:template=""><x/></r>)xml",
        "",
        R"xml(<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/copy" value="concat(/data/a, '!')"/></input>
           <input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/a">literal</setvalue></input>
           <repeat nodeset="/data/r"><setvalue event="odk-new-repeat" ref="/data/r/x" value="count(/data/r)"/>
           <input ref="/data/r/x"/></repeat>)xml",
        R"xml(<setvalue event="odk-instance-first-load" ref="/data/first" value="1 + 1"/>)xml",
    });
    CHECK(valueOf(session, "/data/first") == text("2"));
    answer(session, "/data/a", "x");
    CHECK(valueOf(session, "/data/copy") == text("x!"));
    answer(session, "/data/b", "go");
    CHECK(valueOf(session, "/data/a") == text("literal"));
    CHECK(valueOf(session, "/data/copy") == text("literal!"));
    require(session.addRepeat(text("/data/r")));
    require(session.addRepeat(text("/data/r")));
    CHECK(valueOf(session, "/data/r[1]/x") == text("1"));
    CHECK(valueOf(session, "/data/r[2]/x") == text("2"));
    const Session restored =
        require(Session::restore(readSound(xform(basic)), startForm(basic).snapshot(), testOptions()));
    CHECK(valueOf(restored, "/data/b") == QString());
}

TEST_CASE("the same answers give the same bytes, with what is not relevant left out", "[form]")
{
    const FormParts parts{
        R"xml(<orx:meta><orx:instanceID/><orx:instanceName/></orx:meta><a/><g><b/></g>)xml",
        R"xml(<bind nodeset="/data/g" relevant="/data/a = 1"/>
           <bind nodeset="/data/meta/instanceName" calculate="concat('Record ', /data/a)"/>)xml",
        R"xml(<input ref="/data/a"/><group ref="/data/g"><input ref="/data/g/b"/></group>)xml",
    };
    Session session = startForm(parts);
    answer(session, "/data/a", "2 < 3");
    const Submission submission = require(session.finalise());
    CHECK(submission.formId == text("test"));
    CHECK(submission.version == text("7"));
    CHECK(submission.instanceName == text("Record 2 < 3"));
    CHECK(submission.xml ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<data id=\"test\" version=\"7\"><orx:meta "
          "xmlns:orx=\"http://openrosa.org/xforms\"><orx:instanceID>" +
              submission.instanceId.toUtf8() +
              "</orx:instanceID><orx:instanceName>Record 2 &lt; 3</orx:instanceName></orx:meta>"
              "<a>2 &lt; 3</a></data>");
}

TEST_CASE("a finalised record is corrected under a new id that names the old one", "[form]")
{
    Session first = startForm(basic);
    answer(first, "/data/a", "10");
    answer(first, "/data/c", "old");
    const Submission sent = require(first.finalise());

    Session second = require(Session::edit(readSound(xform(basic)), sent.xml, testOptions()));
    CHECK(valueOf(second, "/data/c") == text("old"));
    CHECK(valueOf(second, "/data/b") == text("11"));
    CHECK(valueOf(second, "/data/meta/deprecatedID") == sent.instanceId);
    answer(second, "/data/c", "new");
    const Submission corrected = require(second.finalise());
    CHECK(corrected.xml.contains(":deprecatedID>" + sent.instanceId.toUtf8() + "<"));
    CHECK(errorOf(Session::edit(readSound(xform(basic)), "<other id=\"x\"/>", testOptions())) ==
          ErrorCode::InvalidInput);
}

TEST_CASE("a snapshot brings everything back", "[form]")
{
    Session session = startForm(basic);
    answer(session, "/data/a", "10");
    answer(session, "/data/c", "kept");
    answer(session, "/data/a", "1");
    const QByteArray snapshot = session.snapshot();

    SECTION("as it was")
    {
        Session restored = require(Session::restore(readSound(xform(basic)), snapshot, testOptions()));
        CHECK(restored.snapshot() == snapshot);
        CHECK(restored.toXml() == session.toXml());
        CHECK(restored.items() == session.items());
        answer(restored, "/data/a", "11");
        CHECK(valueOf(restored, "/data/d") == text("c=kept"));
    }
    SECTION("but not into another form")
    {
        FormParts other = basic;
        other.instance += "<e/>";
        CHECK(errorOf(Session::restore(readSound(xform(other)), snapshot, testOptions())) ==
              ErrorCode::Conflict);
    }
    SECTION("but not from bytes cut short or changed in length")
    {
        for (qsizetype length = 0; length < snapshot.size(); ++length)
            CHECK(errorOf(Session::restore(readSound(xform(basic)), snapshot.first(length), testOptions())) ==
                  ErrorCode::Corrupt);
        CHECK(errorOf(Session::restore(readSound(xform(basic)), snapshot + 'x', testOptions())) ==
              ErrorCode::Corrupt);
    }
}

TEST_CASE("a copy of a session lives on its own", "[form]")
{
    Session session = startForm(basic);
    answer(session, "/data/a", "10");
    Session copy = session;
    answer(copy, "/data/a", "20");
    CHECK(valueOf(copy, "/data/b") == text("21"));
    CHECK(valueOf(session, "/data/b") == text("11"));
    answer(session, "/data/c", "x");
    CHECK(valueOf(copy, "/data/c") == QString());
}
