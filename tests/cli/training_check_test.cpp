#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo::test;

namespace {

const QString scenarios = QStringLiteral(AMPARO_TEST_SOURCES "/../resources/training");

/// A copy of a scenario that comes with the program, to be spoilt.
struct Copy {
    Copy()
    {
        const QDir original(scenarios + QStringLiteral("/girl-with-an-aunt"));
        for (const QString &name : original.entryList(QDir::Files))
            REQUIRE(QFile::copy(original.filePath(name), folder.filePath(name)));
    }

    void replace(const char *file, const char *what, const char *by)
    {
        QFile changed(folder.filePath(QLatin1String(file)));
        REQUIRE(changed.open(QIODevice::ReadOnly));
        const QByteArray text = changed.readAll();
        REQUIRE(text.contains(what));
        changed.close();
        REQUIRE(QFile::remove(changed.fileName()));
        REQUIRE(changed.open(QIODevice::WriteOnly));
        changed.write(QByteArray(text).replace(what, by));
    }

    Run check() const
    {
        return amparoctl({QStringLiteral("training"), QStringLiteral("check"), folder.path()});
    }

    QTemporaryDir folder;
};

}  // namespace

TEST_CASE("a sound scenario is called sound", "[cli]")
{
    const Run run = Copy().check();
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("girl-with-an-aunt 1: easy"));

    const QJsonObject json = amparoctl({QStringLiteral("training"), QStringLiteral("check"),
                                        scenarios + QStringLiteral("/cold-truck"), QStringLiteral("--json")})
                                 .json();
    CHECK(json.value(QLatin1String("valid")).toBool());
    CHECK(json.value(QLatin1String("points")).toInt() == 100);
}

TEST_CASE("what is wrong with a scenario is told with its place", "[cli]")
{
    struct Row {
        const char *file;
        const char *what;
        const char *by;
        const char *told;
    };
    const QList<Row> rows{
        {"scenario.json", "\"easy\"", "\"gentle\"", "$.grade: easy, medium or hard is expected"},
        {"es.json", "\"title\"", "\"titel\"", "es.json $.titel: unknown key"},
        {"scenario.json", "151103", "151104", "$.documents[0].lines: a check digit disagrees"},
        {"scenario.json", "\"chi_03\": \"yes\"", "\"chi_99\": \"yes\"",
         "$.key.answers.chi_99: the form has no such question"},
        {"scenario.json", "\"chi_03\": \"yes\"", "\"chi_03\": \"perhaps\"",
         "$.key.answers.chi_03: the form offers no such answer"},
        {"scenario.json", "\"chi_03\": \"yes\"", "\"chi_01\": \"yes\"",
         "$.key.answers.chi_01: the form does not ask this here"},
        {"scenario.json", "\"chi_03\": \"yes\"", "\"chi_03\": \"no\"", "no answer of the key records CHI-03"},
        {"scenario.json", "\"amparo-primary-line\"", "\"amparo-tertiary-line\"", "$.form: no questionnaire"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.file, row.what, row.by);
        Copy copy;
        copy.replace(row.file, row.what, row.by);
        const Run run = copy.check();
        CHECK(run.exitCode == 1);
        CAPTURE(run.out, run.error);
        CHECK((run.out + run.error).contains(row.told));
    }
}

TEST_CASE("a folder without a scenario says so", "[cli]")
{
    const QTemporaryDir empty;
    const Run run = amparoctl({QStringLiteral("training"), QStringLiteral("check"), empty.path()});
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains("there is no scenario.json"));
}
