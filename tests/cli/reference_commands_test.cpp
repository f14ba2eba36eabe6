#include "cli/amparoctl.h"
#include "support/catch.h"
#include "support/files.h"

#include <QJsonArray>

using namespace amparo::test;

namespace {

QStringList typed(const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); }

QString builtin(const char *table)
{
    return QStringLiteral(AMPARO_TEST_SOURCES "/../resources/directory/") + QLatin1String(table);
}

}  // namespace

TEST_CASE("amparoctl card list names every card with its languages, and which nobody reviewed", "[cli]")
{
    const QJsonArray cards =
        amparoctl(typed(QStringLiteral("card list --json"))).json()[QStringLiteral("cards")].toArray();
    REQUIRE(cards.size() == 6);
    for (const auto &card : cards) {
        const QJsonArray texts = card.toObject()[QStringLiteral("texts")].toArray();
        CHECK(texts.size() == 6);
        for (const auto &text : texts)
            CHECK(text.toObject()[QStringLiteral("nativeReview")].isNull());
    }
    CHECK(amparoctl(typed(QStringLiteral("card list"))).out.contains("* not reviewed by a native speaker"));
}

TEST_CASE("amparoctl card pdf writes a leaflet", "[cli]")
{
    const Files files;
    const QString path = files.path(QStringLiteral("card.pdf"));
    const Run run = amparoctl(typed(
        QStringLiteral("card pdf rights --language ar --countries PER --size a5 --json --output ") + path));
    CHECK(run.exitCode == 0);
    CHECK(run.json()[QStringLiteral("link")].toString() == QStringLiteral("tel:1818"));
    CHECK(run.json()[QStringLiteral("numbers")].toString() == QStringLiteral("never-verified"));
    CHECK(contentOf(path).startsWith("%PDF-"));
}

TEST_CASE("amparoctl card pdf says that a leaflet without countries has no number", "[cli]")
{
    const Files files;
    const Run run = amparoctl(
        typed(QStringLiteral("card pdf rights --language es -o ") + files.path(QStringLiteral("card.pdf"))));
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("no number"));
}

TEST_CASE("amparoctl card pdf refuses what is not there", "[cli]")
{
    struct Row {
        QString arguments;
        int exitCode;
        QByteArray message;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("card pdf rights --language es"), 2, "--output is missing"},
        {QStringLiteral("card pdf rights -o a.pdf"), 2, "--language is missing"},
        {QStringLiteral("card pdf rights --language es -o a.pdf --size a4"), 2, "--size knows a5 and a6"},
        {QStringLiteral("card pdf rights --language es -o a.pdf --sheet a3"), 2, "--sheet knows own and a4"},
        {QStringLiteral("card pdf wrongs --language es -o a.pdf"), 1, "there is no such card"},
        {QStringLiteral("card pdf rights --language qu -o a.pdf"), 1, "in the language qu"},
        {QStringLiteral("card pdf rights --language es -o a.pdf --countries PER --line arg-145"), 1,
         "no help line arg-145"},
    }));
    const Run run = amparoctl(typed(row.arguments));
    CAPTURE(row.arguments, run.error);
    CHECK(run.exitCode == row.exitCode);
    CHECK(run.error.contains(row.message));
}

TEST_CASE("amparoctl directory list filters, and says how far an entry is to be trusted", "[cli]")
{
    const auto found = [](const char *options) {
        const Run run = amparoctl(typed(QStringLiteral("directory list --json ") + QLatin1String(options)));
        return run.json()[QStringLiteral("institutions")].toArray();
    };
    const QJsonArray children = found("--country PRY --service child-protection --serves children fono");
    REQUIRE(children.size() == 1);
    const QJsonObject one = children[0].toObject();
    CHECK(one[QStringLiteral("id")].toString() == QStringLiteral("pry-fono-ayuda"));
    CHECK(one[QStringLiteral("numbers")].toArray() == QJsonArray{QStringLiteral("147")});
    CHECK(one[QStringLiteral("freshness")].toString() == QStringLiteral("never-verified"));
    CHECK(found("").size() > found("--country BRA").size());
    CHECK(amparoctl(typed(QStringLiteral("directory list --service magic"))).exitCode == 2);
}

TEST_CASE("amparoctl directory check passes the built-in tables", "[cli]")
{
    const auto table = GENERATE(values<const char *>({"help_lines.csv", "laws.csv", "institutions.csv"}));
    const Run run = amparoctl(
        {QStringLiteral("directory"), QStringLiteral("check"), QStringLiteral("--json"), builtin(table)});
    CAPTURE(table, run.out);
    CHECK(run.exitCode == 0);
    const QJsonObject rows = run.json()[QStringLiteral("rows")].toObject();
    CHECK(rows.keys() == QStringList{QStringLiteral("never-verified")});
    CHECK(rows[QStringLiteral("never-verified")].toInt() > 15);
}

TEST_CASE("amparoctl directory check names file, line and column", "[cli]")
{
    const Files files;
    const QByteArray lines = contentOf(builtin("help_lines.csv"));
    const QString path =
        files.add(QStringLiteral("mine.csv"), lines + "x-1,PER,women,Name,call us,phone,,,,,,src,V,\n");
    const Run run = amparoctl({QStringLiteral("directory"), QStringLiteral("check"), path});
    CHECK(run.exitCode == 1);
    CHECK(run.out.contains("mine.csv, line " + QByteArray::number(lines.count('\n') + 1) +
                           ", column number: "));
    CHECK(amparoctl(typed(QStringLiteral("directory check -")), "a,b\n1,2\n").exitCode == 1);
}

TEST_CASE("institutions are checked against the help lines beside them", "[cli]")
{
    const Files files;
    const QString lines = files.add(QStringLiteral("lines.csv"),
                                    contentOf(builtin("help_lines.csv")).split('\n').first() + "\n");
    const Run run = amparoctl({QStringLiteral("directory"), QStringLiteral("check"),
                               builtin("institutions.csv"), QStringLiteral("--help-lines"), lines});
    CHECK(run.exitCode == 1);
    CHECK(run.out.contains("there is no help line \"arg-145\""));
}
