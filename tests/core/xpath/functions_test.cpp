// Functions that answer from their arguments alone, each against what its specification says: XPath 1.0
// (section 4), XPath 3.0 for the mathematics, ODK XForms for the rest.

#include "evaluation.h"

#include <rapidcheck.h>

#include <numbers>

using namespace amparo;
using namespace amparo::test;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

QString whyNotEvaluated(const char *expression)
{
    const auto result = Subject().evaluate(text(expression));
    return result ? QString() : result.error().detail;
}

}  // namespace

TEST_CASE("string functions take texts apart and put them together", "[xpath]")
{
    checkAll(Subject("<r> a <n>1</n><n>2</n><e/></r>"),
             {
                 {"string(12.50)", "12.5"},
                 {"string(true())", "true"},
                 {"string(n)", "1"},
                 {"string(none)", ""},
                 {"string()", " a 12"},
                 {"concat()", ""},
                 {"concat('a')", "a"},
                 {"concat('a', 'b', 1, true(), '')", "ab1true"},
                 {"concat(n, '-', n)", "12-12"},
                 {"join(', ', 'a', 'b', 'c')", "a, b, c"},
                 {"join('-', n)", "1-2"},
                 {"join('-', n, e, 'x')", "1-2--x"},
                 {"join('-')", ""},
                 {"substring('12345', 2, 3)", "234"},
                 {"substring('12345', 2)", "2345"},
                 {"substring('12345', 1.5, 2.6)", "234"},
                 {"substring('12345', 0, 3)", "12"},
                 {"substring('12345', 0 div 0, 3)", ""},
                 {"substring('12345', 1, 0 div 0)", ""},
                 {"substring('12345', -42, 1 div 0)", "12345"},
                 {"substring('12345', -1 div 0, 1 div 0)", ""},
                 {"substr('hello', 0)", "hello"},
                 {"substr('hello', 1, 4)", "ell"},
                 {"substr('hello', -2)", "lo"},
                 {"substr('hello', 0, -1)", "hell"},
                 {"substr('hello', 3, 2)", ""},
                 {"substr('hello', 9)", ""},
                 {"substring-before('1999/04/01', '/')", "1999"},
                 {"substring-before('hello', 'q')", ""},
                 {"substring-before('hello', '')", ""},
                 {"substring-after('1999/04/01', '/')", "04/01"},
                 {"substring-after('1999/04/01', '19')", "99/04/01"},
                 {"substring-after('hello', 'q')", ""},
                 {"substring-after('hello', '')", "hello"},
                 {"translate('bar', 'abc', 'ABC')", "BAr"},
                 {"translate('--aaa--', 'abc-', 'ABC')", "AAA"},
                 {"translate('aaa', 'aa', 'xy')", "xxx"},
                 {"string-length('')", "0"},
                 {"string-length('año')", "3"},
                 {"string-length()", "5"},
                 {"normalize-space('  a \t\n b  ')", "a b"},
                 {"normalize-space()", "a 12"},
                 {"contains('abc', 'bc')", "true"},
                 {"contains('abc', '')", "true"},
                 {"contains('abc', 'x')", "false"},
                 {"starts-with('abc', 'ab')", "true"},
                 {"starts-with('', 'a')", "false"},
                 {"ends-with('abc', 'bc')", "true"},
                 {"ends-with('abc', 'ab')", "false"},
             });
}

TEST_CASE("choices are asked of a list between blanks", "[xpath]")
{
    checkAll(Subject("<r><s>a bb  c</s><e/></r>"), {
                                                       {"selected(s, 'bb')", "true"},
                                                       {"selected(s, ' bb ')", "true"},
                                                       {"selected(s, 'b')", "false"},
                                                       {"selected(e, 'a')", "false"},
                                                       {"selected(e, '')", "true"},
                                                       {"selected-at(s, 0)", "a"},
                                                       {"selected-at(s, 2)", "c"},
                                                       {"selected-at(s, 3)", ""},
                                                       {"selected-at(s, -1)", ""},
                                                       {"selected-at(s, 1.9)", "bb"},
                                                       {"count-selected(s)", "3"},
                                                       {"count-selected(e)", "0"},
                                                   });
}

TEST_CASE("mathematics follows XPath 3.0, rounding XPath 1.0", "[xpath]")
{
    checkAll(Subject("<r><n>3</n><n>-1</n><n/><t>1</t><t>x</t><e/></r>"),
             {
                 {"int(3.9)", "3"},
                 {"int(-3.9)", "-3"},
                 {"int('12abc')", "NaN"},
                 {"floor(-1.5)", "-2"},
                 {"ceiling(-1.5)", "-1"},
                 {"round(2.5)", "3"},
                 {"round(-2.5)", "-2"},
                 {"round(-2.6)", "-3"},
                 {"round(1 div 0)", "Infinity"},
                 {"round('NaN')", "NaN"},
                 {"round('4,6')", "5"},
                 {"round(14.29123, 2)", "14.29"},
                 {"round(12345.15, 1)", "12345.2"},
                 {"round(1.005, 2)", "1.01"},
                 {"round(2.15, 1)", "2.2"},
                 {"round(12350.12, -2)", "12400"},
                 {"round(33.33, -1)", "30"},
                 {"round(626.3, -3)", "1000"},
                 {"round(5, 99)", "NaN"},
                 {"sum(n)", "2"},
                 {"sum(t)", "NaN"},
                 {"sum(none)", "0"},
                 {"max(n)", "3"},
                 {"min(n)", "-1"},
                 {"max(1, n, 7)", "7"},
                 {"max(e)", "NaN"},
                 {"min(t)", "NaN"},
                 {"abs(-3.5)", "3.5"},
                 {"pow(2.5, 2)", "6.25"},
                 {"pow(16, 0.25)", "2"},
                 {"sqrt(16)", "4"},
                 {"exp(0)", "1"},
                 {"exp10(2)", "100"},
                 {"log(exp(1))", "1"},
                 {"log10(1000)", "3"},
                 {"sin(0)", "0"},
                 {"cos(0)", "1"},
                 {"tan(0)", "0"},
                 {"asin(1) * 2 = pi()", "true"},
                 {"acos(-1) = pi()", "true"},
                 {"atan(1) * 4 = pi()", "true"},
                 {"atan2(0, -1) = pi()", "true"},
                 {"sqrt(-1)", "NaN"},
             });
}

TEST_CASE("minus zero is kept until it is written", "[xpath]")
{
    const Subject subject;
    CHECK(subject.string("1 div round(-0.4)") == text("-Infinity"));
    CHECK(subject.string("round(-0.4)") == text("0"));
    CHECK(subject.string("1 div -0") == text("-Infinity"));
}

TEST_CASE("truths and choices", "[xpath]")
{
    checkAll(Subject("<r><t>true</t><f>false</f><z>0</z><e/></r>"),
             {
                 {"boolean('false')", "true"},
                 {"boolean('')", "false"},
                 {"boolean(0)", "false"},
                 {"boolean(-0)", "false"},
                 {"boolean(0 div 0)", "false"},
                 {"boolean(e)", "true"},
                 {"boolean(none)", "false"},
                 {"not(none)", "true"},
                 {"boolean-from-string(t)", "true"},
                 {"boolean-from-string('1')", "true"},
                 {"boolean-from-string(1.0)", "true"},
                 {"boolean-from-string(true())", "true"},
                 {"boolean-from-string(f)", "false"},
                 {"boolean-from-string('yes')", "false"},
                 {"if(true(), 5, 'abc')", "5"},
                 {"if('', 5, 'abc')", "abc"},
                 {"if(false(), instance('none'), 'not asked')", "not asked"},
                 {"coalesce('', 'b')", "b"},
                 {"coalesce('a', 'b')", "a"},
                 {"coalesce(none, e)", ""},
                 {"coalesce(e, none, z)", "0"},
                 {"coalesce(number('x'), 3)", "3"},
             });
    CHECK(Subject().value("if(true(), 5, 'abc')").isNumber());
}

TEST_CASE("checklists count what holds, within bounds that may be open", "[xpath]")
{
    checkAll(Subject("<r><y>1</y><y>yes</y><y>0</y><y/><w>2</w><w>3</w><w>5</w><w>7</w></r>"),
             {
                 {"checklist(-1, 2, 2 > 1)", "true"},
                 {"checklist(-1, 2, 1 = 1, 2 = 2, 3 = 3)", "false"},
                 {"checklist(1, 1, true(), false(), false())", "true"},
                 {"checklist(2, -1, true(), false())", "false"},
                 {"checklist(3, 3, y)", "true"},
                 {"checklist(1, 1, '', 'no')", "true"},
                 {"weighted-checklist(-1, 2, 2 > 1, 2)", "true"},
                 {"weighted-checklist(-1, 2, 2 > 1, 3)", "false"},
                 {"weighted-checklist(2, 2, true(), 2, false(), 5)", "true"},
                 {"weighted-checklist(2, -1, true(), 999)", "true"},
                 {"weighted-checklist(10, 10, y, w)", "true"},
             });
}

TEST_CASE("digests are those of FIPS 180-4 and RFC 1321", "[xpath]")
{
    checkAll(Subject(),
             {
                 {"digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"},
                 {"digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"},
                 {"digest('abc', 'SHA-256', 'hex')",
                  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                 {"digest('abc', 'SHA-384', 'hex')", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605"
                                                     "a43ff5bed8086072ba1e7cc2358baeca134c825a7"},
                 {"digest('abc', 'SHA-512', 'hex')", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee"
                                                     "64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce8"
                                                     "0e2a9ac94fa54ca49f"},
                 {"digest('abc', 'MD5')", "kAFQmDzST7DWlj99KOF/cg=="},
                 {"digest('abc', 'MD5', 'base64')", "kAFQmDzST7DWlj99KOF/cg=="},
                 {"base64-decode('SGVsbG8gd8O2cmxk')", "Hello wörld"},
                 {"base64-decode('')", ""},
             });
    CHECK(whyNotEvaluated("digest('a', 'CRC', 'hex')").contains(text("algorithm")));
    CHECK(whyNotEvaluated("digest('a', 'MD5', 'octal')").contains(text("encoding")));
}

TEST_CASE("a pattern must match the whole text, within a budget", "[xpath]")
{
    checkAll(Subject(), {
                            {"regex('12345', '[0-9]+')", "true"},
                            {"regex('12345x', '[0-9]+')", "false"},
                            {"regex('ab', 'a|ab')", "true"},
                            {"regex('', '')", "true"},
                            {"regex('a1', '^[a-z]\\d$')", "true"},
                            {"regex('A', '(?i)a')", "true"},
                        });
    CHECK(whyNotEvaluated("regex('a', '(')").contains(text("not valid")));
    CHECK(whyNotEvaluated("regex('b', 'a)|(b')").contains(text("not valid")));
    const auto many = QByteArray(40, 'a');
    CHECK(whyNotEvaluated(("regex('" + many + "b', '(a+)+')").constData()).contains(text("too long")));
    CHECK(whyNotEvaluated(("regex('" + many + "b', '(a|aa)+(a|aa)+$')").constData())
              .contains(text("too long")));
    CHECK(whyNotEvaluated(("regex('a', '" + QByteArray(10'001, 'a') + "')").constData())
              .contains(text("too long")));
}

TEST_CASE("identifiers come from the chance that the environment has", "[xpath]")
{
    Subject subject;
    subject.environment.chance = 0.5;
    CHECK(subject.string("uuid()") == text("80808080-8080-4080-8080-808080808080"));
    CHECK(subject.string("uuid(4)") == text("VVVV"));
    CHECK(subject.string("random()") == text("0.5"));
    const Environment plain;
    const auto uuid = Expression::compile(u"uuid()")->evaluateString({.node = {}, .environment = &plain});
    CHECK(QUuid::fromString(*uuid).version() == QUuid::Random);
    CHECK(*uuid != *Expression::compile(u"uuid()")->evaluateString({}));
    CHECK(whyNotEvaluated("uuid(1000000)").contains(text("length")));
    CHECK(whyNotEvaluated("uuid('x')").contains(text("length")));
}

TEST_CASE("areas and distances are those of a sphere", "[xpath]")
{
    constexpr double radius = 6378100;
    Subject subject("<r><p>0 0 5 2</p><p>0 1</p><p>0 2 0 0</p><bad>95 0</bad><e/></r>");
    const auto number = [&](const char *expression) { return subject.value(expression).toNumber(); };
    const double degree = radius * std::numbers::pi / 180;
    CHECK(number("distance('0 0;0 1')") == Approx(degree).margin(0.01));
    CHECK(number("distance('0 0 9 1; 0 1 9 1; 0 0 9 1;')") == Approx(2 * degree).margin(0.01));
    CHECK(number("distance(p)") == Approx(2 * degree).margin(0.01));
    CHECK(number("distance('0 0', '0 1', '1 1')") == Approx(2 * degree).margin(0.01));
    CHECK(number("distance('90 0;-90 0')") == Approx(radius * std::numbers::pi).margin(0.01));
    CHECK(number("distance('1 1;1 1')") == 0);
    CHECK(number("area('0 0;0 90;90 90;90 0;0 0')") == Approx(radius * radius * std::numbers::pi / 2));
    CHECK(number("area('0 0;90 0;90 90;0 90')") == Approx(radius * radius * std::numbers::pi / 2));
    CHECK(number("area('0 0;0 1;1 1;1 0;0 0')") == Approx(degree * degree).epsilon(0.001));
    CHECK(std::isnan(number("distance(bad)")));
    CHECK(std::isnan(number("distance('0 0;x')")));
    CHECK(std::isnan(number("distance(e)")));
    CHECK(std::isnan(number("area('0 0')")));
    checkAll(subject, {
                          {"geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true"},
                          {"geofence('1.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "false"},
                          {"geofence('0.9 0.5 0 0', '0 0;0 1;1 1;0 0')", "false"},
                          {"geofence('', '0 0;0 1;1 1;0 0')", "false"},
                          {"geofence('0 0', '')", "false"},
                      });
}

TEST_CASE("a line intersects itself where two of its pieces meet that do not follow each other", "[xpath]")
{
    checkAll(Subject("<r><e/></r>"), {
                                         {"intersects('0 0;0 1;1 1;1 0;0 0')", "false"},
                                         {"intersects('0 0;1 1;1 0;0 1')", "true"},
                                         {"intersects('0 0;1 1;1 0;0 1;0 0')", "true"},
                                         {"intersects('0 0 5 5;0 2 5 5;1 1 5 5;-1 1 5 5')", "true"},
                                         {"intersects('0 0;0 2;1 2;1 1;0 1')", "true"},  // touches
                                         {"intersects('0 0;0 2;0 1')", "true"},          // turns back
                                         {"intersects('0 0;0 1;0 2;0 3')", "false"},
                                         {"intersects('0 0;0 1')", "false"},
                                         {"intersects('0 0')", "false"},
                                         {"intersects('nowhere')", "false"},
                                         {"intersects(e)", "false"},
                                     });
}

TEST_CASE("JavaRosa's old names are understood", "[xpath]")
{
    checkAll(Subject("<r><a>3</a><s>x y</s></r>"),
             {
                 {"is-selected(s, 'y')", "true"},
                 {"depend(a + 1, s)", "4"},
                 {"enclosed-area('0 0;0 1;1 1;0 0') = area('0 0;0 1;1 1;0 0')", "true"},
             });
}

TEST_CASE("what is not there yet says so", "[xpath]")
{
    CHECK(whyNotEvaluated("extract-signed('a', 'b')") == text("extract-signed(): not supported."));
    CHECK(whyNotEvaluated("count(1)") == text("count() needs a path to nodes."));
    CHECK(whyNotEvaluated("sum('a')") == text("sum() needs a path to nodes."));
    CHECK(whyNotEvaluated("('a')/b") == text("A path after an expression needs a path to nodes."));
    CHECK(whyNotEvaluated("1 | 2") == text("The operator \"|\" needs a path to nodes."));
    CHECK(whyNotEvaluated("instance('none')/root") == text("instance(): there is no instance \"none\"."));
}
