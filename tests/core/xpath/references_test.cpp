// What an expression tells of itself before it is evaluated.

#include "evaluation.h"

#include <QFile>

using namespace amparo;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

QString written(const Reference &reference)
{
    QString all = reference.start == Reference::Start::Document ? QString()
                  : reference.start == Reference::Start::Context
                      ? QStringLiteral(".")
                      : QStringLiteral("instance(%1)").arg(reference.instanceId);
    for (const auto &step : reference.steps) {
        using Axis = Reference::Step::Axis;
        all += step.axis == Axis::Descendant ? QStringLiteral("//") : QStringLiteral("/");
        all += step.axis == Axis::Attribute ? QStringLiteral("@") : QString();
        all += step.axis == Axis::Parent  ? QStringLiteral("..")
               : step.axis == Axis::Other ? QStringLiteral("?")
               : step.name.isEmpty()      ? QStringLiteral("*")
                                          : step.name;
        all += step.isFiltered ? QStringLiteral("[]") : QString();
    }
    return all + (reference.readsPosition ? QStringLiteral(" place") : QString());
}

QString referencesOf(const char *expression)
{
    QStringList all;
    for (const auto &reference : Subject().compiled(text(expression)).references())
        all.append(written(reference));
    return all.join(QStringLiteral(", "));
}

}  // namespace

TEST_CASE("an expression lists every place it reads", "[xpath]")
{
    const auto row = GENERATE(values<Row>({
        {"1 + 2", ""},
        {"/d/a + /d/b * /d/a", "/d/a, /d/b"},
        {".", "."},
        {"../b/c", "./../b/c"},
        {"./a/@k", "./a/@k"},
        {"current()/../b", "./../b"},
        {"/d/a/text()", "/d/a"},
        {"//x", "//x"},
        {"/d//x", "/d//x"},
        {"/d/*", "/d/*"},
        {"/d/r[2]/x", "/d/r[]/x"},
        {"/d/r[x = ../y]/z", "/d/r/x, /d/r/../y, /d/r[]/z"},
        {"/d/r[/d/a = 1]", "/d/a, /d/r[]"},
        {"instance('c')/root/item[k = /d/a]/label",
         "instance(c)/root/item/k, /d/a, instance(c)/root/item[]/label"},
        {"instance(/d/which)/root", "/d/which, instance()/root"},
        {"instance('c')/root/item[k = current()/../a]",
         "instance(c)/root/item/k, ./../a, instance(c)/root/item[]"},
        {"pulldata('c', 'label', 'k', /d/a)", "/d/a, instance(c)/*/*[]/label, instance(c)/*/*/k"},
        {"/d/a | /d/b", "/d/a, /d/b"},
        {"(/d/a | /d/b)/c", "/d/a/c, /d/b/c"},
        {"(/d/a)[1]/c", "/d/a[]/c"},
        {"position(..)", "./.. place"},
        {"count(/d/r)", "/d/r"},
        {"randomize(/d/r, /d/s)/x", "/d/r, /d/s, /d/r/x, /d/s/x"},
        {"if(/d/a, /d/b, /d/c)", "/d/a, /d/b, /d/c"},
        {"indexed-repeat(/d/r/x, /d/r, /d/i)", "/d/r/x, /d/r, /d/i"},
        {"once(/d/a)", "/d/a"},
        {"string-length()", "."},
        {"-/d/a", "/d/a"},
        {"/d/a/following-sibling::b", "/d/a/?"},
        {"jr:choice-name(/d/a, '/d/a')", "/d/a"},
    }));
    CAPTURE(row.expression);
    CHECK(referencesOf(row.expression) == text(row.expected));
}

TEST_CASE("an expression knows what else its value depends on", "[xpath]")
{
    struct Facts {
        const char *expression;
        bool isConstant;
        bool isVolatile;
        bool language;
        bool ownValue;
    };
    const auto row = GENERATE(values<Facts>({
        {"1 + 2", true, false, false, false},
        {"concat('a', date('2020-01-01'))", true, false, false, false},
        {"/d/a", false, false, false, false},
        {"position()", false, false, false, false},
        {"version()", false, false, false, false},
        {"today() + 1", false, true, false, false},
        {"now()", false, true, false, false},
        {"once(uuid())", false, true, false, true},
        {"random() + /d/a", false, true, false, false},
        {"jr:itext('x')", false, false, true, false},
        {"format-date(/d/a, '%b')", false, false, true, false},
        {"/d/r[x = random()]", false, true, false, false},
    }));
    CAPTURE(row.expression);
    const auto expression = Subject().compiled(text(row.expression));
    CHECK(expression.isConstant() == row.isConstant);
    CHECK(expression.isVolatile() == row.isVolatile);
    CHECK(expression.dependsOnLanguage() == row.language);
    CHECK(expression.readsOwnValue() == row.ownValue);
}

TEST_CASE("a path knows that it is one", "[xpath]")
{
    const auto pathOf = [](const char *expression) {
        const auto path = Subject().compiled(text(expression)).asPath();
        return path ? written(*path) : QStringLiteral("none");
    };
    CHECK(pathOf("/d/r[x = 1]/y") == text("/d/r[]/y"));
    CHECK(pathOf("current()/../b") == text("./../b"));
    CHECK(pathOf("instance('c')/root/item") == text("instance(c)/root/item"));
    CHECK(pathOf("/d/a + 1") == text("none"));
    CHECK(pathOf("'/d/a'") == text("none"));
    CHECK(pathOf("randomize(/d/a)/b") == text("none"));
}

TEST_CASE("all functions of the ODK specification are there", "[xpath]")
{
    const auto all = functionNames();
    for (const auto *name : {"string",
                             "concat",
                             "join",
                             "substr",
                             "substring-before",
                             "substring-after",
                             "translate",
                             "string-length",
                             "normalize-space",
                             "contains",
                             "starts-with",
                             "ends-with",
                             "uuid",
                             "digest",
                             "pulldata",
                             "if",
                             "coalesce",
                             "once",
                             "true",
                             "false",
                             "boolean",
                             "boolean-from-string",
                             "not",
                             "regex",
                             "checklist",
                             "weighted-checklist",
                             "number",
                             "random",
                             "int",
                             "sum",
                             "max",
                             "min",
                             "round",
                             "pow",
                             "log",
                             "log10",
                             "abs",
                             "sin",
                             "cos",
                             "tan",
                             "asin",
                             "acos",
                             "atan",
                             "atan2",
                             "sqrt",
                             "exp",
                             "exp10",
                             "pi",
                             "count",
                             "count-non-empty",
                             "position",
                             "instance",
                             "current",
                             "randomize",
                             "today",
                             "now",
                             "format-date",
                             "format-date-time",
                             "date",
                             "decimal-date-time",
                             "decimal-time",
                             "selected",
                             "selected-at",
                             "count-selected",
                             "jr:choice-name",
                             "jr:itext",
                             "indexed-repeat",
                             "area",
                             "distance",
                             "geofence",
                             "base64-decode",
                             "version",
                             "extract-signed"}) {
        CAPTURE(name);
        CHECK(all.contains(text(name)));
    }
}

TEST_CASE("the room's README names every function", "[xpath]")
{
    QFile file(QStringLiteral(AMPARO_TEST_SOURCES "/../core/xpath/README.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto readme = QString::fromUtf8(file.readAll());
    for (const auto &name : functionNames()) {
        CAPTURE(name);
        CHECK(readme.contains(u'`' + name + u'`'));
    }
}
