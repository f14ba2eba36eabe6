#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QJsonArray>

using namespace amparo::test;

namespace {

// ICAO Doc 9303-4, appendix B
const QByteArray specimen = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                            "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n";

const QStringList mrzCommand{QStringLiteral("mrz"), QStringLiteral("--today"), QStringLiteral("2026-03-02")};

}  // namespace

TEST_CASE("amparoctl mrz reads the specimen passport from standard input or a file", "[cli]")
{
    const Files files;
    const QString file = files.add(QStringLiteral("zone.txt"), specimen);
    for (const Run &run : {amparoctl(mrzCommand + QStringList{QStringLiteral("--json")}, specimen),
                           amparoctl(mrzCommand + QStringList{QStringLiteral("--json"), file})}) {
        CHECK(run.exitCode == 0);
        const QJsonObject mrz = run.json();
        CHECK(mrz.value(QLatin1String("surname")).toString() == QLatin1String("ERIKSSON"));
        CHECK(mrz.value(QLatin1String("birthDate")).toString() == QLatin1String("1974-08-12"));
        CHECK(mrz.value(QLatin1String("failedChecks")).toArray().isEmpty());
    }
}

TEST_CASE("amparoctl mrz says the same in words", "[cli]")
{
    const Run run = amparoctl(mrzCommand, specimen);
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("surname          ERIKSSON\n"));
    CHECK(run.out.contains("born             1974-08-12\n"));
    CHECK(run.out.contains("failed checks    none\n"));
}

TEST_CASE("a failed check digit is a finding, not a failure", "[cli]")
{
    QByteArray worn = specimen;
    worn.replace("L898902C36", "L898902C35");
    const Run run = amparoctl(mrzCommand, worn);
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("document-number"));
}

TEST_CASE("text that is no zone is refused without being repeated", "[cli]")
{
    const Run run = amparoctl(mrzCommand, "Quispe, Zoraida, born 1999");
    CHECK(run.exitCode == 1);
    CHECK(run.out.isEmpty());
    CHECK_FALSE(run.error.contains("Quispe"));
}
