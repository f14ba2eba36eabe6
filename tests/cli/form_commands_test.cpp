#include "cli/amparoctl.h"
#include "support/catch.h"
#include "support/xlsx_builder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace amparo::test;

namespace {

QByteArray soundWorkbook()
{
    return XlsxBuilder()
        .sheet("survey", R"(
            type            | name  | label
            integer         | age   | Age
            select_one way  | way   | How do you travel?)")
        .sheet("choices", R"(
            list_name | name | label
            way       | bus  | Bus
            way       | foot | On foot)")
        .sheet("settings", R"(
            form_title | form_id | version
            Journey    | journey | 2026-1)")
        .bytes();
}

QByteArray brokenWorkbook()
{
    return XlsxBuilder()
        .sheet("survey", R"(
            type    | name | label | relevant
            integer | age  | Age   |
            text    | who  | Who?  | ${aeg} < 18)")
        .bytes();
}

QStringList check(const QString &file) { return {QStringLiteral("form"), QStringLiteral("check"), file}; }

}  // namespace

TEST_CASE("a sound form is called sound, with its id and version", "[cli]")
{
    const Files files;
    const QString file = files.add(QStringLiteral("journey.xlsx"), soundWorkbook());
    const Run words = amparoctl(check(file));
    CHECK(words.exitCode == 0);
    CHECK(words.out.contains("journey 2026-1"));

    const QJsonObject json = amparoctl(check(file) + QStringList{QStringLiteral("--json")}).json();
    CHECK(json.value(QLatin1String("valid")).toBool());
    const QJsonObject form = json.value(QLatin1String("form")).toObject();
    CHECK(form.value(QLatin1String("id")).toString() == QLatin1String("journey"));
    CHECK(form.value(QLatin1String("version")).toString() == QLatin1String("2026-1"));
}

TEST_CASE("a link of an unknown kind is an error of the form", "[cli][SEC-R3]")
{
    const Files files;
    const QByteArray workbook = XlsxBuilder()
                                    .sheet("survey", R"(
            type | name | label | bind::amparo:link
            text | who  | Who?  | telefon)")
                                    .sheet("settings", R"(
            form_title | form_id | version | namespaces
            Journey    | journey | 1       | amparo="urn:amparo:xforms:1")")
                                    .bytes();
    const Run run = amparoctl(check(files.add(QStringLiteral("journey.xlsx"), workbook)));
    CHECK(run.exitCode == 1);
    CHECK((run.out + run.error).contains("amparo:link is none of phone, address"));
}

TEST_CASE("what is wrong with a form is told with sheet, row and column", "[cli]")
{
    const Files files;
    const QString file = files.add(QStringLiteral("broken.xlsx"), brokenWorkbook());
    const Run words = amparoctl(check(file));
    CHECK(words.exitCode == 1);
    CHECK(words.out.contains("error: survey, row 3, column relevant"));
    CHECK(words.out.contains("aeg"));

    const Run run = amparoctl(check(file) + QStringList{QStringLiteral("--json")});
    CHECK(run.exitCode == 1);
    CHECK_FALSE(run.json().value(QLatin1String("valid")).toBool());
    const QJsonObject problem = run.json().value(QLatin1String("problems")).toArray().first().toObject();
    CHECK(problem.value(QLatin1String("sheet")).toString() == QLatin1String("survey"));
    CHECK(problem.value(QLatin1String("row")).toInt() == 3);
    CHECK(problem.value(QLatin1String("column")).toString() == QLatin1String("relevant"));
}

TEST_CASE("broken XML is told with its line", "[cli]")
{
    const Files files;
    const QString file = files.add(QStringLiteral("broken.xml"), "<h:html\n<nonsense>");
    const Run run = amparoctl(check(file) + QStringList{QStringLiteral("--json")});
    CHECK(run.exitCode == 1);
    CHECK(run.json()
              .value(QLatin1String("problems"))
              .toArray()
              .first()
              .toObject()
              .value(QLatin1String("row")) == QJsonValue(2));
}

TEST_CASE("a converted workbook is an XForm that says the same", "[cli]")
{
    const Files files;
    const QString output = files.path(QStringLiteral("journey.xml"));
    const Run run = amparoctl({QStringLiteral("form"), QStringLiteral("convert"),
                               files.add(QStringLiteral("journey.xlsx"), soundWorkbook()),
                               QStringLiteral("--output"), output});
    CAPTURE(run.error);
    CHECK(run.exitCode == 0);
    const QJsonObject json = amparoctl(check(output) + QStringList{QStringLiteral("--json")}).json();
    CHECK(json.value(QLatin1String("valid")).toBool());
    CHECK(json.value(QLatin1String("form")).toObject().value(QLatin1String("title")).toString() ==
          QLatin1String("Journey"));
}

TEST_CASE("a workbook with an error is not converted", "[cli]")
{
    const Files files;
    const QString output = files.path(QStringLiteral("broken.xml"));
    const Run run = amparoctl({QStringLiteral("form"), QStringLiteral("convert"),
                               files.add(QStringLiteral("broken.xlsx"), brokenWorkbook()),
                               QStringLiteral("--output"), output});
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains("survey, row 3"));
    CHECK_FALSE(QFileInfo::exists(output));
}

TEST_CASE("a form's media are found where ODK's tools put them, else its lists beside it", "[cli]")
{
    const QByteArray form =
        R"form(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>T</h:title><model><instance><data id="t" version="1"><p/></data></instance>
<instance id="places" src="jr://file-csv/places.csv"/><bind nodeset="/data/p" type="string"/></model></h:head>
<h:body><select1 ref="/data/p"><label>P</label><itemset nodeset="instance('places')/root/item"><value ref="name"/>
<label ref="label"/></itemset></select1></h:body></h:html>)form";
    const Files files;
    const QString file = files.add(QStringLiteral("t.xml"), form);
    const QByteArray request = R"({"do":"choices","path":"/data/p"})";
    const auto choices = [&](const QStringList &options) {
        return amparoctl(QStringList{QStringLiteral("session"), file} + options, request)
            .json()
            .value(QLatin1String("value"))
            .toArray();
    };
    CHECK(choices({}).isEmpty());

    files.add(QStringLiteral("other/places.csv"), "name,label\npuno,Puno\ntacna,Tacna\n");
    CHECK(choices({QStringLiteral("--media"), files.path(QStringLiteral("other"))}).size() == 2);

    files.add(QStringLiteral("places.csv"), "name,label\npuno,Puno\ntacna,Tacna\nilo,Ilo\n");
    files.add(QStringLiteral("others.csv"), "\"");
    CHECK(choices({}).size() == 3);

    files.add(QStringLiteral("t-media/places.csv"), "name,label\npuno,Puno\n");
    CHECK(choices({}).size() == 1);
}
