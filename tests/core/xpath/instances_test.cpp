// Functions that look around: node-sets, repeats, secondary instances, texts of the form.

#include "evaluation.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::test;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

const char *const household =
    "<data><id>B</id><state>tx</state><person><name>Ana</name><age>34</age>"
    "<pet><call>Rex</call></pet><pet><call>Tom</call></pet></person>"
    "<person><name>Bia</name><age/><pet><call>Ida</call></pet><pet><call>Leo</call></pet>"
    "</person><person><name>Caio</name><age>19</age></person></data>";

const char *const cities = "<root><item><name>a</name><label>Austin</label><state>tx</state></item>"
                           "<item><name>b</name><label>Dallas</label><state>tx</state></item>"
                           "<item><name>c</name><label>Salem</label><state>or</state></item></root>";

void checkAll(const Subject &subject, const char *at, std::initializer_list<Row> rows)
{
    for (const auto &row : rows) {
        CAPTURE(row.expression, at);
        const auto value = subject.value(row.expression, at);
        CHECK((value.isNodeSet() ? subject.nodes(row.expression, at) : value.toString()) ==
              text(row.expected));
    }
}

}  // namespace

TEST_CASE("node-sets are counted, named and found", "[xpath]")
{
    checkAll(Subject("<r xmlns:u='urn:u' xml:lang='pt-BR'><a id='x'>1</a><u:b xml:id='y'/><c/></r>"), "/r",
             {
                 {"count(*)", "3"},
                 {"count(none)", "0"},
                 {"count-non-empty(*)", "1"},
                 {"name(u:b)", "u:b"},
                 {"local-name(u:b)", "b"},
                 {"namespace-uri(u:b)", "urn:u"},
                 {"name()", "r"},
                 {"name(none)", ""},
                 {"namespace-uri(a)", ""},
                 {"name(id('x y')[2])", "u:b"},
                 {"name(id('z'))", ""},
                 {"lang('pt')", "true"},
                 {"lang('PT-br')", "true"},
                 {"lang('p')", "false"},
             });
}

TEST_CASE("what is hidden is not there where nodes are counted or set in a row", "[xpath]")
{
    Subject subject("<r><a>1</a><a/><a>3</a><b/></r>");
    subject.environment.hidden = {subject.at("/r/a[2]"), subject.at("/r/b")};
    checkAll(subject, "/r",
             {
                 {"count(a)", "2"},
                 {"count(*)", "2"},
                 {"count(b)", "0"},
                 {"join('-', a)", "1-3"},
                 {"join('-', 'x', a, b)", "x-1-3"},
                 {"concat(a)", "13"},
                 {"sum(a)", "4"},
                 {"b = ''", "true"},
                 {"a[3]", "3"},
             });
    struct Case {
        const char *expression;
        bool counts;
    };
    const auto one = GENERATE(values<Case>({{"count(a) > 1", true},
                                            {"if(true(), 1, join(' ', a))", true},
                                            {"a[count(b) = 1]", true},
                                            {"sum(a)", false},
                                            {"count-non-empty(a)", false}}));
    CAPTURE(one.expression);
    CHECK(subject.compiled(text(one.expression)).countsNodes() == one.counts);
}

TEST_CASE("a place is told among siblings of one name", "[xpath]")
{
    const Subject subject(household);
    checkAll(subject, "/data/person[2]/pet[2]/call",
             {
                 {"position(..)", "2"},
                 {"position(../..)", "2"},
                 {"position(.)", "1"},
                 {"position(/data/person)", "1"},
                 {"count(/data/person[position() > 1])", "2"},
                 {"/data/person[last()]/name", "Caio"},
                 {"/data/person[position() = 2]/name", "Bia"},
             });
    CHECK(errorOf(subject.evaluate(text("position(none)"))) == ErrorCode::InvalidInput);
}

TEST_CASE("once keeps what has been answered", "[xpath]")
{
    const Subject subject(household);
    CHECK(subject.string("once('new')", "/data/id") == text("B"));
    CHECK(subject.string("once(1 + 1)", "/data/person[2]/age") == text("2"));
}

TEST_CASE("secondary instances are read with predicates on the form's answers", "[xpath]")
{
    Subject subject(household);
    subject.environment.addInstance("cities", cities);
    checkAll(subject, "/data/state",
             {
                 {"instance('cities')/root/item[state = /data/state]/label", "Austin Dallas"},
                 {"instance('cities')/root/item[state = current()]/label", "Austin Dallas"},
                 {"instance('cities')/root/item[name = current()/../id]/label", ""},
                 {"instance('cities')/root/item[name = 'b' and state = 'tx']/label", "Dallas"},
                 {"instance('cities')/root/item[state = 'tx'][2]/label", "Dallas"},
                 {"count(instance('cities')/root/item)", "3"},
                 {"pulldata('cities', 'label', 'name', 'c')", "Salem"},
                 {"pulldata('cities', 'label', 'name', 'z')", ""},
                 {"pulldata('cities', 'none', 'name', 'c')", ""},
                 {"instance('cities')/root/item[/data/state = state]/name", "a b"},
             });
}

TEST_CASE("an index answers as a look at every row does", "[xpath]")
{
    rc::check("with and without", [] {
        Table table{.columns = {QStringLiteral("key"), QStringLiteral("other")}, .cells = {}, .ends = {}};
        const auto keys = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
        for (const int key : keys) {
            table.cells += QByteArray::number(key);
            table.ends.push_back(quint32(table.cells.size()));
            table.cells += QByteArray::number(table.ends.size());
            table.ends.push_back(quint32(table.cells.size()));
        }
        Subject subject("<data><w>1</w><w>3</w><n>4</n></data>");
        subject.environment.addInstance("t", Document::fromTable(table));
        for (const auto *predicate :
             {"key = '2'", "key = /data/w", "/data/n = key", "key = /data/n and other > 3"}) {
            const auto plain = "instance('t')/root/item[boolean(" + std::string(predicate) + ")]/other";
            const auto indexed = "instance('t')/root/item[" + std::string(predicate) + "]/other";
            const auto expected = subject.nodes(plain.c_str());
            for (int i = 0; i < 3; ++i)  // the first time without, then with the index
                RC_ASSERT(subject.nodes(indexed.c_str()) == expected);
        }
    });
}

TEST_CASE("an index follows the changes of its document", "[xpath]")
{
    QByteArray xml = "<r>";
    for (int i = 0; i < 50; ++i)
        xml += "<i><k>" + QByteArray::number(i) + "</k></i>";
    Subject subject((xml + "</r>").constData());
    for (int i = 0; i < 3; ++i)
        CHECK(subject.nodes("/r/i[k = '7']") == text("7"));
    auto &document = subject.document;
    document.setText(subject.at("/r/i[1]/k").id, text("7"));
    for (int i = 0; i < 3; ++i)
        CHECK(subject.nodes("/r/i[k = '7']") == text("7 7"));
    document.remove(subject.at("/r/i[1]").id);
    for (int i = 0; i < 3; ++i)
        CHECK(subject.nodes("/r/i[k = '7']") == text("7"));
}

TEST_CASE("indexed-repeat reads another instance of a repeat", "[xpath]")
{
    checkAll(Subject(household), "/data",
             {
                 {"indexed-repeat(/data/person/name, /data/person, 2)", "Bia"},
                 {"indexed-repeat(/data/person/name, /data/person, none)", "Ana"},
                 {"indexed-repeat(/data/person/name, /data/person, 0)", "Ana"},
                 {"indexed-repeat(/data/person/name, /data/person, 9)", ""},
                 {"indexed-repeat(/data/person/pet/call, /data/person, 2, /data/person/pet, 1)", "Ida"},
                 {"indexed-repeat(/data/person/pet/call, /data/person/pet, 2, /data/person, 1)", "Tom"},
                 {"indexed-repeat(/data/person/pet/call, /data/person, 1)", "Rex Tom"},
                 {"string(indexed-repeat(/data/person/age, /data/person, 3))", "19"},
             });
}

TEST_CASE("ODK's absolute paths stay in their own repeat instance", "[xpath]")
{
    Subject subject(household);
    subject.staysInRepeat = true;
    checkAll(subject, "/data/person[2]/pet[2]/call",
             {
                 {"/data/person/name", "Bia"},
                 {"/data/person/pet/call", "Leo"},
                 {"/data/person", "Ana34RexTom BiaIdaLeo Caio19"},
                 {"count(/data/person)", "3"},
                 {"count(/data/person/pet)", "2"},
                 {"/data/person[1]/name", "Ana"},
                 {"/data/person[name = 'Caio']/age", "19"},
                 {"sum(/data/person/age)", "0"},
                 {"/data/id", "B"},
                 {"indexed-repeat(/data/person/name, /data/person, 1)", "Ana"},
                 {"indexed-repeat(/data/person/pet/call, /data/person/pet, 1)", "Ida"},
             });
    checkAll(subject, "/data/id", {{"/data/person/name", "Ana Bia Caio"}, {"sum(/data/person/age)", "53"}});
    subject.staysInRepeat = false;
    checkAll(subject, "/data/person[2]/name", {{"/data/person/name", "Ana Bia Caio"}});
}

TEST_CASE("a seed gives one order on every ODK client", "[xpath]")
{
    const Subject subject("<r><n>A</n><n>B</n><n>C</n><n>D</n><n>E</n><n>F</n><seed>1</seed><e/></r>");
    checkAll(subject, "/r",
             {
                 {"join('', randomize(n, 42))", "AFCBDE"},
                 {"join('', randomize(n, '42'))", "AFCBDE"},
                 {"join('', randomize(n, 42.9))", "AFCBDE"},
                 {"join('', randomize(n, -42))", "EDAFBC"},
                 {"join('', randomize(n, 1))", "BFEACD"},
                 {"join('', randomize(n, seed))", "BFEACD"},
                 {"join('', randomize(n, 11111111))", "ACDBFE"},
                 {"join('', randomize(n, e)) = join('', randomize(n, 0))", "true"},
                 {"join('', randomize(n, 1 div 0)) = join('', randomize(n, 9223372036854775807))", "true"},
                 {"count(randomize(none, 3))", "0"},
             });
    rc::check("nothing is lost or doubled", [&] {
        const auto seed = *rc::gen::arbitrary<int>();
        auto letters =
            subject.string(QStringLiteral("join('', randomize(n, %1))").arg(seed).toUtf8().constData());
        std::sort(letters.begin(), letters.end());
        RC_ASSERT(letters == text("ABCDEF"));
    });
}

TEST_CASE("texts of the form come from the session", "[xpath]")
{
    const Subject subject(household);
    checkAll(subject, "/data",
             {
                 {"jr:itext('hello')", "HELLO"},
                 {"jr:choice-name(state, '/data/state')", "/data/state=tx"},
                 {"jr:choice-name('', '/data/state')", ""},
                 {"version()", "2026-1"},
             });
}
