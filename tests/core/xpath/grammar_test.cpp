// Expressions as XPath 1.0 defines them; sections in the names of the cases.

#include "evaluation.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

QString whyNotCompiled(const char *expression)
{
    const auto result = Expression::compile(text(expression), {});
    return result ? QString() : result.error().message;
}

}  // namespace

TEST_CASE("operators bind and convert as XPath 1.0 says (3.4, 3.5)", "[xpath]")
{
    const Subject subject;
    const auto row = GENERATE(values<Row>({
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"1 - 2 - 3", "-4"},
        {"8 div 4 div 2", "1"},
        {"2 * 3 div 8 * 2", "1.5"},
        {"5 mod 2", "1"},
        {"5 mod -2", "1"},
        {"-5 mod 2", "-1"},
        {"1.5 mod 0.5", "0"},
        {"5 mod 0", "NaN"},
        {"1 div 0", "Infinity"},
        {"-1 div 0", "-Infinity"},
        {"0 div 0", "NaN"},
        {"-(8*5)", "-40"},
        {"--3", "3"},
        {"---3", "-3"},
        {"-'19'", "-19"},
        {"3 + -4", "-1"},
        {"3-2", "1"},
        {"true() + 8", "9"},
        {"'123' * '456'", "56088"},
        {"1 < 2", "true"},
        {"3 < 4 < 5", "true"},
        {"3 < (4 < 5)", "false"},
        {"-3 < 3 = 6 >= 6", "true"},
        {"true() or true() and false()", "true"},
        {"(true() or true()) and false()", "false"},
        {"false() or 0 + 2", "true"},
        {"(false() or 0) + 2", "2"},
        {"'' or 17", "true"},
        {"true() = 17", "true"},
        {"0 = false()", "true"},
        {"true() = 'true'", "true"},
        {"true() = 'false'", "true"},
        {"17 = '17.0000000'", "true"},
        {"'017.' = '17.000'", "false"},
        {"'-17' > '-172'", "true"},
        {"'abc' < 'abcd'", "false"},
        {"'a' != 'b'", "true"},
        {"number('x') = number('x')", "false"},
        {"number('x') != number('x')", "true"},
        {"6.1 - 7.8 = -1.7", "true"},
        {"6div 2", "3"},
        {"1\n+\t2", "3"},
    }));
    CAPTURE(row.expression);
    CHECK(subject.string(row.expression) == text(row.expected));
}

TEST_CASE("a truth that is decided leaves the rest alone (3.4)", "[xpath]")
{
    const Subject subject;
    CHECK(subject.string("true() or instance('none')") == text("true"));
    CHECK(subject.string("false() and instance('none')") == text("false"));
}

TEST_CASE("numbers are written in full, without exponents (4.2)", "[xpath]")
{
    const Subject subject;
    const auto row = GENERATE(values<Row>({
        {"0", "0"},
        {"-0", "0"},
        {".5", "0.5"},
        {"5.", "5"},
        {"123456.0000", "123456"},
        {"-1.50", "-1.5"},
        {"1230000000000000000000", "1230000000000000000000"},
        {"0.00000000000000000123", "0.00000000000000000123"},
        {"0.1 + 0.2", "0.30000000000000004"},
        {"1 div 3", "0.3333333333333333"},
        {"9007199254740993", "9007199254740992"},
    }));
    CAPTURE(row.expression);
    CHECK(subject.string(row.expression) == text(row.expected));
}

TEST_CASE("texts become numbers where they are nothing but one (4.4)", "[xpath]")
{
    const Subject subject;
    const auto row = GENERATE(values<Row>({
        {"number('  -12345.6789 ')", "-12345.6789"},
        {"number('.1001')", "0.1001"},
        {"number('7.')", "7"},
        {"number('- 17')", "NaN"},
        {"number('+17')", "NaN"},
        {"number('')", "NaN"},
        {"number('  ')", "NaN"},
        {"number('1.1e6')", "NaN"},
        {"number('Infinity')", "NaN"},
        {"number('34.56.7')", "NaN"},
        {"number('0x10')", "NaN"},
        {"number('.')", "NaN"},
        {"number('-')", "NaN"},
        {"number(true())", "1"},
        {"number(/none)", "NaN"},
    }));
    CAPTURE(row.expression);
    CHECK(subject.string(row.expression) == text(row.expected));
}

TEST_CASE("every number reads back from its own text", "[xpath]")
{
    rc::check("parseNumber(formatNumber(x)) is x", [](double number) {
        RC_PRE(std::isfinite(number));
        RC_ASSERT(parseNumber(formatNumber(number)) == number);
    });
    const auto extreme = GENERATE(5e-324, 1.7976931348623157e308, -5e-324, 1e22, 123456789012345680.0);
    CHECK(parseNumber(formatNumber(extreme)) == extreme);
}

TEST_CASE("axes lead where they say (2.2)", "[xpath]")
{
    const Subject subject(
        "<r><a i='1' u:j='2' xmlns:u='urn:u'>A<b>B<c>C</c></b><d>D</d></a><e>E</e><!--F--><?g G?></r>");
    const auto row = GENERATE(values<std::pair<Row, const char *>>({
        {{"child::b", "BC"}, "/r/a"},
        {{"b/c", "C"}, "/r/a"},
        {{"descendant::*", "BC C D"}, "/r/a"},
        {{"descendant-or-self::*", "ABCD BC C D"}, "/r/a"},
        {{"parent::*", "BC"}, "//c"},
        {{"ancestor::*", "ABCDE ABCD BC"}, "//c"},
        {{"ancestor-or-self::*", "ABCDE ABCD BC C"}, "//c"},
        {{"ancestor::*[1]", "BC"}, "//c"},
        {{"ancestor::*[last()]", "ABCDE"}, "//c"},
        {{"following-sibling::*", "D"}, "//b"},
        {{"preceding-sibling::*", "BC"}, "//d"},
        {{"preceding-sibling::node()[1]", "BC"}, "//d"},
        {{"preceding-sibling::node()[last()]", "A"}, "//d"},
        {{"following::*", "D E"}, "//c"},
        {{"preceding::*", "BC C"}, "//d"},
        {{"preceding::*[1]", "C"}, "//d"},
        {{"preceding::text()", "A B C"}, "//d"},
        {{"following::node()", "D D E E F G"}, "//b"},
        {{"self::b", "BC"}, "//b"},
        {{"self::c", ""}, "//b"},
        {{"@i", "1"}, "/r/a"},
        {{"attribute::*", "1 2"}, "/r/a"},
        {{"attribute::node()", "1 2"}, "/r/a"},
        {{"@u:j", "2"}, "/r/a"},
        {{"@u:*", "2"}, "/r/a"},
        {{"@j", ""}, "/r/a"},
        {{"..", "ABCD"}, "/r/a/@i"},
        {{"following::*", "BC C D E"}, "/r/a/@i"},
        {{"following-sibling::node()", ""}, "/r/a/@i"},
        {{"child::node()", ""}, "/r/a/@i"},
        {{"namespace::u", "urn:u"}, "/r/a/b"},
        {{"comment()", "F"}, "/r"},
        {{"processing-instruction()", "G"}, "/r"},
        {{"processing-instruction('g')", "G"}, "/r"},
        {{"processing-instruction('x')", ""}, "/r"},
        {{"text()", "A"}, "/r/a"},
        {{"node()", "A BC D"}, "/r/a"},
    }));
    CAPTURE(row.first.expression, row.second);
    CHECK(subject.nodes(row.first.expression, row.second) == text(row.first.expected));
}

TEST_CASE("paths keep document order, without twins (2.1, 3.3)", "[xpath]")
{
    const Subject subject("<r><g><n>1</n><n>2</n></g><g><n>3</n><m>4</m><n>5</n></g></r>");
    const auto row = GENERATE(values<Row>({
        {"/r/g/n", "1 2 3 5"},
        {"//n", "1 2 3 5"},
        {"//n[1]", "1 3"},
        {"(//n)[1]", "1"},
        {"/descendant::n[3]", "3"},
        {"//n[last()]", "2 5"},
        {"/r/g[2]/n[2]", "5"},
        {"/r/g[n = 5]/m", "4"},
        {"/r/g/n[. > 1][. < 5]", "2 3"},
        {"/r/g/n[position() = 2]", "2 5"},
        {"/r/g/n[2][1]", "2 5"},
        {"/r/g/n/..", "12 345"},
        {"//n/../n", "1 2 3 5"},
        {"/r/g/n | /r/g/m", "1 2 3 4 5"},
        {"//m | //n | //m", "1 2 3 4 5"},
        {"/r/g/n[0.5]", ""},
        {"/r/g/n['2']", "1 2 3 5"},
        {"/r/g/n['']", ""},
        {"/", "12345"},
        {"/r/*", "12 345"},
        {"/r//node()/n", "1 2 3 5"},
        {".//n", "1 2 3 5"},
        {"//*[self::m]", "4"},
        {"//m/preceding::n", "1 2 3"},
        {"//n/ancestor::*", "12345 12 345"},
        {"//g/descendant::n", "1 2 3 5"},
        {"(//m | //n)[2]", "2"},
        {"(/r/g)[2]/n[1]", "3"},
    }));
    CAPTURE(row.expression);
    CHECK(subject.nodes(row.expression) == text(row.expected));
}

TEST_CASE("a node-set compares by any of its nodes (3.4)", "[xpath]")
{
    const Subject subject("<r><a>1</a><a>2</a><b>2</b><b>3</b><c>x</c></r>");
    const auto row = GENERATE(values<Row>({
        {"a = 2", "true"},      {"a != 2", "true"},         {"a = 3", "false"},     {"a = '2'", "true"},
        {"a = '2.0'", "false"}, {"a = b", "true"},          {"a != b", "true"},     {"c != c", "false"},
        {"a < b", "true"},      {"a > b", "false"},         {"a >= b", "true"},     {"b > a", "true"},
        {"3 <= b", "true"},     {"3 < b", "false"},         {"a = none", "false"},  {"a != none", "false"},
        {"none = ''", "false"}, {"none = false()", "true"}, {"a = true()", "true"}, {"c > 1", "false"},
        {"a + 1", "2"},         {"none + 1", "NaN"},
    }));
    CAPTURE(row.expression);
    CHECK(subject.string(row.expression) == text(row.expected));
}

TEST_CASE("by order, a truth meets the number of each node, as in ODK's clients", "[xpath]")
{
    checkAll(Subject("<r><a>0</a><a>5</a><c>x</c></r>"), {
                                                             {"true() < a", "true"},
                                                             {"a > true()", "true"},
                                                             {"true() > a", "true"},
                                                             {"false() > a", "false"},
                                                             {"false() <= c", "false"},
                                                             {"false() >= none", "false"},
                                                             {"true() = c", "true"},
                                                             {"false() != none", "false"},
                                                         });
}

TEST_CASE("names are told apart by namespace, or not, as the form engine asks", "[xpath]")
{
    Subject subject("<data xmlns='urn:form' xmlns:u='urn:u'><a>1</a><u:a>2</u:a></data>");
    CHECK(subject.nodes("/data/a").isEmpty());
    CHECK(subject.nodes("//u:a") == text("2"));
    subject.names.unprefixed = Namespaces::Unprefixed::AnyNamespace;
    CHECK(subject.nodes("/data/a") == text("1 2"));
    CHECK(subject.nodes("/data/u:a") == text("2"));
}

TEST_CASE("names that look like operators are names where one can stand (3.7)", "[xpath]")
{
    const Subject subject("<r><div>8</div><mod>3</mod><and>1</and><or/></r>");
    CHECK(subject.string("div div mod * and") == formatNumber(8.0 / 3));
    CHECK(subject.string("div mod mod") == text("2"));
    CHECK(subject.string("or or and") == text("true"));
    CHECK(subject.string("*/text()") == text("8"));
}

TEST_CASE("between an operator's name and a number no blank is needed", "[xpath]")
{
    checkAll(Subject("<r><a>6</a><or1>x</or1></r>"), {
                                                         {"6div2", "3"},
                                                         {"7 mod4", "3"},
                                                         {"1and1", "true"},
                                                         {"0 or1", "true"},
                                                         {"a div2.5", "2.4"},
                                                         {"or1", "x"},
                                                     });
    CHECK(whyNotCompiled("1 orange").contains(text("Unexpected")));
}

TEST_CASE("a call that cannot succeed fails when it is reached, where that is asked for", "[xpath]")
{
    const Subject subject;
    const auto compiled = [&](const char *expression) {
        return Expression::compile(text(expression), {}, BadCalls::FailWhenReached).value();
    };
    const auto context = subject.context({&subject.document, NodeId::Root});
    for (const char *expression : {"false() and nonsense()", "0 and 1 + nonsense(nonsense(/a), 2)",
                                   "false() and substring()", "if(true(), false(), true(1))"}) {
        CAPTURE(expression);
        CHECK(amparo::test::require(compiled(expression).evaluateString(context)) == text("false"));
    }
    const auto reached = compiled("1 + conact('a')").evaluate(context);
    REQUIRE_FALSE(reached);
    CHECK(reached.error().detail ==
          text("Unknown function \"conact\". Did you mean \"concat\"? (character 5)"));
}

TEST_CASE("what is no expression is refused with its place", "[xpath]")
{
    struct Wrong {
        const char *expression;
        const char *message;
        qsizetype position;
    };
    const auto row = GENERATE(values<Wrong>({
        {"", "The expression ends too early.", 0},
        {"1 +", "The expression ends too early.", 3},
        {"(1", "Expected \")\" but found the end.", 2},
        {"1 2", "Unexpected \"2\".", 2},
        {"/data/[1]", "Unexpected \"[\".", 6},
        {"'abc", "A text that starts here is never closed.", 0},
        {"$x", "Variables are not supported.", 0},
        {"conact('a')", "Unknown function \"conact\". Did you mean \"concat\"?", 0},
        {"nothing-like-it()", "Unknown function \"nothing-like-it\".", 0},
        {"true(5)", "true() takes 0 argument(s), not 1.", 0},
        {"1 + if(1, 2)", "if() takes 3 argument(s), not 2.", 4},
        {"round(1, 2, 3)", "round() takes 1 or 2 argument(s), not 3.", 0},
        {"weighted-checklist(1, 2, 3)",
         "weighted-checklist() takes 2 or more in steps of 2 argument(s), not 3.", 0},
        {"q:a", "The namespace prefix \"q\" is not declared.", 0},
        {"sideways::a", "Unknown axis \"sideways\".", 0},
        {"a !b", "Unexpected \"!\".", 2},
        {"a[", "The expression ends too early.", 2},
        {"//", "The expression ends too early.", 2},
    }));
    CAPTURE(row.expression);
    const auto result = Expression::compile(text(row.expression), {});
    REQUIRE_FALSE(result);
    CHECK(result.error() == SyntaxError{text(row.message), row.position});
}

TEST_CASE("depth is limited, length is not a depth", "[xpath]")
{
    CHECK(whyNotCompiled(QByteArray(1'000'000, '(').constData()).contains(text("200 deep")));
    CHECK(whyNotCompiled(QByteArray("a[").repeated(300'000).constData()).contains(text("200 deep")));
    CHECK(whyNotCompiled(QByteArray("not(").repeated(100'000).constData()).contains(text("200 deep")));
    CHECK(whyNotCompiled(QByteArray(1'100'000, '1').constData()).contains(text("Longer than")));
    const Subject subject;
    CHECK(subject.string((QByteArray("1+").repeated(100'000) + "1").constData()) == text("100001"));
    CHECK(subject.string((QByteArray(100'000, '-') + "1").constData()) == text("1"));
    CHECK(subject.string((QByteArray("../").repeated(10'000) + "a").constData()).isEmpty());
}

TEST_CASE("no text crashes the compiler or what it compiles", "[xpath]")
{
    const Subject subject("<r><a>1</a><a>x</a><b k='2'/></r>");
    rc::check("random tokens", [&] {
        static const std::vector<std::string> parts{
            "a",         "b",          "/",      "//",  "..",      ".",      "@",         "k",
            "*",         "[",          "]",      "(",   ")",       ",",      "1",         "2.5",
            "'x'",       "+",          "-",      "=",   "!=",      "<",      ">=",        " or ",
            " and ",     " div ",      " mod ",  "|",   "::",      "parent", "preceding", "count(",
            "sum(",      "position()", "last()", "if(", "string(", "date(",  "current()", "randomize(",
            "join(' ',", "\"",         "$",      ":"};
        const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts));
        std::string all;
        for (const auto &part : chosen)
            all += part;
        const auto expression = Expression::compile(QString::fromStdString(all), subject.names);
        if (!expression) {
            RC_ASSERT(!expression.error().message.isEmpty());
            RC_ASSERT(expression.error().position <= qsizetype(all.size()));
            return;
        }
        const auto context = subject.context({&subject.document, subject.document.rootElement()});
        const auto value = expression->evaluate(context);
        const auto string = expression->evaluateString(context);
        RC_ASSERT(value.has_value() == string.has_value());
        if (value)
            RC_ASSERT(value->toString() == *string);
    });
}

TEST_CASE("work is bounded", "[xpath]")
{
    QByteArray xml = "<r>";
    for (int i = 0; i < 300; ++i)
        xml += "<a/>";
    const Subject subject((xml + "</r>").constData());
    const auto expression = subject.compiled(text("count(//a[count(//a[count(//a) > 1]) > 1])"));
    auto context = subject.context({&subject.document, NodeId::Root});
    context.maximumSteps = 100'000;
    const auto result = expression.evaluate(context);
    REQUIRE_FALSE(result);
    CHECK(result.error().detail == text("More than 100000 steps of work."));
}
