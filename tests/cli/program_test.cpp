#include "cli/amparoctl.h"
#include "support/catch.h"
#include "support/files.h"

#include <QRegularExpression>
#include <QSet>

using namespace amparo::test;

namespace {

/// The commands that `amparoctl help` lists.
QStringList listedCommands()
{
    QStringList names;
    const QList<QByteArray> lines = amparoctl(words("help")).out.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("  "))
            names.append(QString::fromUtf8(line.mid(2, 20)).trimmed());
    }
    return names;
}

/// The commands that the first column of the help's table names. A word alone after a name of two is another
/// of the same: `officer add`, `list`.
QSet<QString> namedCommands(const QString &language)
{
    static const QRegularExpression cell(QStringLiteral("^\\| (`[^|]+) \\|"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression span(QStringLiteral("`[^`]+`"));
    static const QRegularExpression name(QStringLiteral("`([a-z-]+)(?: ([a-z][a-z-]*))?"));
    const QString topic = QString::fromUtf8(
        contentOf(QStringLiteral(AMPARO_TEST_SOURCES "/../resources/help/%1/amparoctl.md").arg(language)));
    QSet<QString> named;
    for (auto cells = cell.globalMatch(topic); cells.hasNext();) {
        QString group;
        for (auto spans = span.globalMatch(cells.next().captured(1)); spans.hasNext();) {
            const auto words = name.match(spans.next().captured());
            if (words.hasCaptured(2))
                group = words.captured(1) + u' ';
            named.insert(group + words.captured(words.hasCaptured(2) ? 2 : 1));
        }
    }
    return named;
}

}  // namespace

TEST_CASE("a wrong command line ends with 2 and says in one line what is wrong", "[cli]")
{
    struct Row {
        const char *arguments;
        const char *message;
    };
    const auto row = GENERATE(values<Row>({
        {"", "a command is missing"},
        {"frobnicate", "there is no command frobnicate"},
        {"form", "there is no command form"},
        {"form check", "FILE is missing"},
        {"form check a.xml b.xml", "too many arguments"},
        {"mrz --frobnicate", "Unknown option 'frobnicate'"},
        {"mrz --today tomorrow", "--today is no date"},
        {"form convert a.xlsx", "--output FILE is missing"},
        {"xpath", "an expression is missing"},
        {"report --day tomorrow", "--day is no date"},
        {"report --day 2026-03-02 --shift last", "exclude each other"},
        {"report --format odt", "--format knows pdf, xlsx and csv"},
        {"report --language fr", "--language knows en, es, pt-BR"},
    }));
    const Run run = amparoctl(words(row.arguments));
    CAPTURE(row.arguments, run.error);
    CHECK(run.exitCode == 2);
    CHECK(run.out.isEmpty());
    CHECK(run.error.startsWith("amparoctl: "));
    CHECK(run.error.contains(row.message));
    CHECK(run.error.count('\n') == 1);
}

TEST_CASE("with --json a failure is a JSON object on standard error", "[cli]")
{
    const Run usage = amparoctl(words("form check --json"));
    CHECK(usage.exitCode == 2);
    CHECK(usage.errorJson().value(QLatin1String("error")).toString() == QLatin1String("usage"));

    const Run failure = amparoctl(words("form check /no/such/form.xml --json"));
    CHECK(failure.exitCode == 1);
    CHECK(failure.out.isEmpty());
    CHECK(failure.errorJson().value(QLatin1String("error")).toString() == QLatin1String("not-found"));
}

TEST_CASE("help lists every command, and every command has a help", "[cli]")
{
    const Run overview = amparoctl(words("help"));
    CHECK(overview.exitCode == 0);
    CHECK(overview.error.isEmpty());
    const QStringList commands = listedCommands();
    for (const QString &name : commands) {
        CAPTURE(name);
        const Run help = amparoctl(words((name + QStringLiteral(" --help")).toUtf8().constData()));
        CHECK(help.exitCode == 0);
        CHECK(help.out.startsWith("usage: amparoctl " + name.toUtf8()));
    }
    CHECK(commands.size() >= 14);
}

TEST_CASE("the help's table names every command and no other", "[cli]")
{
    const QStringList commands = listedCommands();
    const auto language =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR"));
    CAPTURE(language);
    const QSet<QString> named = namedCommands(language);
    for (const QString &command : commands) {
        CAPTURE(command);
        CHECK(named.contains(command));
    }
    for (const QString &command : named) {
        CAPTURE(command);
        CHECK(commands.contains(command));
    }
}

TEST_CASE("the version is one line", "[cli]")
{
    const Run run = amparoctl({QStringLiteral("--version")});
    CHECK(run.exitCode == 0);
    CHECK(run.out.startsWith("amparoctl "));
    CHECK(run.out.count('\n') == 1);
}

TEST_CASE("about says what ships and under which licences, with their texts where they are asked for",
          "[cli][SEC-L5]")
{
    const Run list = amparoctl(words("about"));
    CHECK(list.exitCode == 0);
    CHECK(list.out.startsWith("Amparo " AMPARO_VERSION));
    CHECK(list.out.contains("under the GNU Lesser General Public License, version 3"));
    CHECK(list.out.contains("\nAmparo " AMPARO_VERSION ": Apache-2.0\n"));
    CHECK(list.out.contains("SQLite3 Multiple Ciphers"));
    CHECK_FALSE(list.out.contains("TERMS AND CONDITIONS"));

    const Run one = amparoctl(words("about Qt"));
    CHECK(one.exitCode == 0);
    CHECK(one.out.contains("GNU LESSER GENERAL PUBLIC LICENSE"));
    CHECK_FALSE(one.out.contains("Apache License"));
    CHECK(amparoctl(words("about --texts")).out.contains("Apache License"));

    const QJsonObject json = amparoctl(words("about --json")).json();
    CHECK(json.value(QLatin1String("version")).toString() == QLatin1String(AMPARO_VERSION));
    CHECK(json.value(QLatin1String("ofInstallation")).toBool() == false);

    const Run unknown = amparoctl(words("about Nothing"));
    CHECK(unknown.exitCode == 1);
    CHECK(unknown.error.startsWith("amparoctl: not-found"));
}
