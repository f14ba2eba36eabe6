// Expressions that are made to cost: each ends with an answer or with a reason, and soon.

#include "evaluation.h"

using namespace amparo;
using namespace amparo::test;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

constexpr qint64 someSteps = 500'000;

/// <r><a>…</a><a>…</a>…</r>
QByteArray manyChildren(int count, const QByteArray &content = {})
{
    return "<r>" + ("<a>" + content + "</a>").repeated(count) + "</r>";
}

QString outcome(const Subject &subject, const QByteArray &expression)
{
    auto context = subject.context({&subject.document, NodeId::Root});
    context.maximumSteps = someSteps;
    const auto result = subject.compiled(QString::fromUtf8(expression)).evaluateString(context);
    return result ? *result : result.error().detail;
}

const QString tooMuchWork = text("More than 500000 steps of work.");

}  // namespace

TEST_CASE("products of node-sets end at the limit of work", "[xpath][SEC-I4]")
{
    const Subject subject(manyChildren(2'000).constData());
    for (const char *expression : {
             "count(//a/following::a/preceding::a)",
             "count(//a[count(//a) > count(following::a)])",
             "//a[//a[. = 'x']]",
             "string(//*[position(.) > 10000])",
             "sum(//a[not(//a[not(//a[. = 'x'])])])",
             "if(//a[1999]/preceding-sibling::*[count(preceding-sibling::*/preceding-sibling::*) > 9999], 1, "
             "2)",
         }) {
        CAPTURE(expression);
        CHECK(outcome(subject, expression) == tooMuchWork);
    }
}

TEST_CASE("a set of many twins is no larger than the document", "[xpath]")
{
    const Subject subject(manyChildren(500).constData());
    CHECK(outcome(subject, "count(" + QByteArray("//a|").repeated(500) + "//a)") == text("500"));
    CHECK(outcome(subject, "count(//a/ancestor::r/a)") == text("500"));
    CHECK(outcome(subject, "count(/r/a[position() < 900]/following-sibling::a)") == text("499"));
}

TEST_CASE("the length of texts is work too", "[xpath]")
{
    const Subject subject(manyChildren(2'000, QByteArray(100, 'x')).constData());
    for (const char *expression :
         {"count(//a[contains(string(/), 'y')])", "count(//a[. = string(/)])",
          "string-length(join('', //a[join('', //a) = '']))", "count(//a[/r > 1])",
          "count(//a[string-length(concat(/r, /r)) = 1])", "count(//a[number(/r) = 1])"}) {
        CAPTURE(expression);
        CHECK(outcome(subject, expression) == tooMuchWork);
    }
}

TEST_CASE("searching one long text in another is work, exchanging many characters is not", "[xpath]")
{
    const QByteArray full(400'000, 'a');
    const Subject subject("<r><t>" + full + "</t><n>b" + full.first(200'000) + "</n></r>");
    for (const char *expression :
         {"contains(//t, //n)", "substring-before(//t, //n)", "substring-after(//t, //n)"}) {
        CAPTURE(expression);
        CHECK(outcome(subject, expression) == tooMuchWork);
    }
    CHECK(outcome(subject, "string-length(translate(//t, //n, 'x'))") == text("0"));
    CHECK(outcome(subject, "contains(//n, 'baaa')") == text("true"));
}

TEST_CASE("patterns share the limit of work", "[xpath][SEC-I4]")
{
    const Subject subject(manyChildren(20'000, QByteArray(18, 'a') + "b").constData());
    CHECK(outcome(subject, "count(//a[regex(., '(a|aa)+b.')])") == tooMuchWork);
    const Subject usual(manyChildren(2'000, "2026-03-02").constData());
    CHECK(outcome(usual, "count(//a[regex(., '[0-9]{4}-[0-9]{2}-[0-9]{2}')])") == text("2000"));
}

TEST_CASE("nothing that is written can be nested or long beyond the limits", "[xpath][SEC-I4]")
{
    const auto refusal = [](const QByteArray &expression) {
        const auto result = Expression::compile(QString::fromUtf8(expression));
        return result ? QString() : result.error().message;
    };
    const auto nested = [](const QByteArray &open, const QByteArray &core, const QByteArray &close,
                           int depth) { return open.repeated(depth) + core + close.repeated(depth); };
    CHECK(refusal(nested("(", "1", ")", 150)).isEmpty());
    CHECK(refusal(nested("(", "1", ")", 201)) == text("Nested more than 200 deep."));
    CHECK(refusal(nested("a[", "b", "]", 201)) == text("Nested more than 200 deep."));
    CHECK(refusal(nested("not(", "1", ")", 201)) == text("Nested more than 200 deep."));
    CHECK(refusal(nested("(1 + ", "1", ")", 201)) == text("Nested more than 200 deep."));
    CHECK(refusal(QByteArray(1'048'577, '1')) == text("Longer than 1048576 characters."));
    CHECK(refusal(QByteArray("a/").repeated(100'000) + "a").isEmpty());
    CHECK(refusal("concat(" + QByteArray("'x',").repeated(50'000) + "'x')").isEmpty());
    CHECK(outcome(Subject(), QByteArray("a[1]/").repeated(50'000) + "a").isEmpty());
}
