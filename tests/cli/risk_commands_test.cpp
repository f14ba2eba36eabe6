#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace amparo::test;

namespace {

QStringList list(const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }

QString answersFile(const char *name)
{
    return QStringLiteral(AMPARO_TEST_SOURCES "/content/answers/%1.json").arg(QLatin1String(name));
}

QJsonObject at(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toObject();
}

QStringList names(const QJsonValue &array, const char *member)
{
    QStringList found;
    for (const QJsonValue &one : array.toArray())
        found.append(one.toObject().value(QLatin1String(member)).toString());
    return found;
}

/// Rows for the vehicle form in which each row has so many medium signs: 0 to 4, 2 points each.
QByteArray rowsOfRatings(const QList<int> &without, const QList<int> &with)
{
    const QStringList signs = list("veh_02 veh_03 veh_05 veh_06");
    QByteArray csv = "veh_02,veh_03,veh_05,veh_06,label\n";
    const auto append = [&](const QList<int> &counts, const char *label) {
        for (int rating = 0; rating < counts.size(); ++rating) {
            for (int i = 0; i < counts[rating]; ++i) {
                for (int sign = 0; sign < signs.size(); ++sign)
                    csv += sign < rating ? "yes," : "no,";
                csv += QByteArray(label) + '\n';
            }
        }
    };
    append(without, "no");
    append(with, "yes");
    return csv;
}

}  // namespace

TEST_CASE("risk explain tells band, advice, signs, tracks and completeness", "[cli]")
{
    const QString answers = answersFile("smuggling_bridge_debt");
    const Run words =
        amparoctl({QStringLiteral("risk"), QStringLiteral("explain"), QStringLiteral("smuggling"), answers});
    CHECK(words.exitCode == 0);
    CHECK(words.out.contains("answered for an adult"));
    CHECK(words.out.contains("band smuggling_indicated, advice second_line, by points"));
    CHECK(words.out.contains("track trafficking: trafficking_bridge"));
    CHECK(words.out.contains("- SMG-06"));
    CHECK(words.out.contains("identifies nobody"));

    const QJsonObject json =
        amparoctl({QStringLiteral("risk"), QStringLiteral("explain"), QStringLiteral("amparo-smuggling"),
                   answers, QStringLiteral("--json")})
            .json();
    CHECK(at(json, "band").value(QLatin1String("code")) == QStringLiteral("smuggling_indicated"));
    CHECK(json.value(QLatin1String("recommendation")) == QStringLiteral("second_line"));
    CHECK(json.value(QLatin1String("points")) == 2);
    CHECK(json.value(QLatin1String("child")) == false);
    CHECK(names(json.value(QLatin1String("fired")), "indicator") == list("SMG-01 SMG-06"));
    CHECK(names(json.value(QLatin1String("notCounted")), "indicator") == list("SMG-06"));
    CHECK(names(json.value(QLatin1String("tracks")), "code") == list("trafficking_bridge"));
    CHECK(json.value(QLatin1String("asked")).toInt() ==
          json.value(QLatin1String("answered")).toInt() +
              json.value(QLatin1String("unanswered")).toArray().size());
}

TEST_CASE("risk explain counts the dimensions of the published rule", "[cli]")
{
    const QJsonObject json =
        amparoctl({QStringLiteral("risk"), QStringLiteral("explain"), QStringLiteral("second-line"),
                   answersFile("second_tip_full"), QStringLiteral("--json")})
            .json();
    CHECK(at(json, "band").value(QLatin1String("code")) == QStringLiteral("tip_full"));
    CHECK(at(json, "reason").value(QLatin1String("rule")) == QStringLiteral("table:tip_full"));
    const QJsonObject profile = json.value(QLatin1String("profiles")).toArray().first().toObject();
    CHECK(profile.value(QLatin1String("code")) == QStringLiteral("AL"));
    QStringList counts;
    for (const QJsonValue &value : profile.value(QLatin1String("dimensions")).toArray()) {
        const QJsonObject one = value.toObject();
        counts.append(QStringLiteral("%1:%2,%3,%4")
                          .arg(one.value(QLatin1String("code")).toString())
                          .arg(one.value(QLatin1String("strong")).toInt())
                          .arg(one.value(QLatin1String("medium")).toInt())
                          .arg(one.value(QLatin1String("weak")).toInt()));
    }
    CHECK(counts == list("DR:1,1,0 CR:0,0,0 RV:0,0,0 EX:1,1,0 CD:2,0,0 VD:0,0,0"));
}

TEST_CASE("risk explain speaks the language that is asked for and takes answers alone", "[cli]")
{
    const QByteArray answers = R"({"may_go_on": "yes", "crossing": "paid"})";
    const Run run = amparoctl(list("risk explain smuggling --language pt-BR"), answers);
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("Contrabando de migrantes indicado"));
    CHECK(run.out.contains("answered for a child"));  // nobody said otherwise
}

TEST_CASE("an answer that does not apply is told and counts for nothing", "[cli]")
{
    const QByteArray answers = R"({"child": false, "answers": {"may_go_on": "no", "crossing": "paid"}})";
    const QJsonObject json = amparoctl(list("risk explain smuggling --json"), answers).json();
    CHECK(json.value(QLatin1String("notApplied")).toArray() == QJsonArray{QStringLiteral("crossing")});
    CHECK(at(json, "band").value(QLatin1String("code")) == QStringLiteral("none_recorded"));
}

TEST_CASE("risk explain comes to what the form's own answers files expect", "[cli]")
{
    const auto name = GENERATE(values<const char *>(
        {"primary_second_line", "second_tip_child", "minors_tip_child", "smuggling_aggravated_danger",
         "documents_protection_first", "vehicle_danger_to_life", "protection_immediate"}));
    CAPTURE(name);
    QFile file(answersFile(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject answers = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject expected = at(answers, "expected");
    const QJsonObject json = amparoctl({QStringLiteral("risk"), QStringLiteral("explain"),
                                        answers.value(QLatin1String("form")).toString(), file.fileName(),
                                        QStringLiteral("--json")})
                                 .json();
    CHECK(at(json, "band").value(QLatin1String("code")) == expected.value(QLatin1String("band")));
    CHECK(json.value(QLatin1String("recommendation")) == expected.value(QLatin1String("recommendation")));
    CHECK(json.value(QLatin1String("notApplied")).toArray().isEmpty());
}

TEST_CASE("a changed model is tried before it is published", "[cli]")
{
    QFile shipped(QStringLiteral(AMPARO_TEST_SOURCES "/../resources/risk/smuggling-points.json"));
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    const QByteArray json = shipped.readAll();
    const QByteArray changed = QByteArray(json).replace(R"("medium": 2)", R"("medium": 4)");
    REQUIRE(changed != json);
    const Files files;
    const QStringList command = list("risk explain smuggling --json --model") +
                                QStringList{files.add(QStringLiteral("changed.json"), changed)};
    const QByteArray answers = R"({"child": false, "answers": {"may_go_on": "yes", "crossing": "paid"}})";
    CHECK(amparoctl(command, answers).json().value(QLatin1String("points")) == 4);

    const Run refused = amparoctl(list("risk explain smuggling --model") +
                                      QStringList{files.add(QStringLiteral("bad.json"), "{}")},
                                  answers);
    CHECK(refused.exitCode == 1);
    CHECK(refused.error.contains("bad.json: $.id"));
}

TEST_CASE("what risk explain cannot use is refused in one line that tells no answer", "[cli]")
{
    struct Row {
        const char *command;
        const char *answers;
        const char *says;
    };
    const auto row = GENERATE(values<Row>({
        {"risk explain no-such-form", "{}", "nor is it one of the built-in forms: primary-line"},
        {"risk explain smuggling", "[]", "no JSON object"},
        {"risk explain smuggling", R"({"no_such": "yes"})", "the form has no question \"no_such\""},
        {"risk explain smuggling", R"({"may_go_on": "SENTINEL"})", "may_go_on does not offer that choice"},
        {"risk explain smuggling", R"({"may_go_on": "yes", "others": "SENTINEL"})", "not of the type"},
        {"risk explain smuggling /no/such/file", "", "there is no file /no/such/file"},
    }));
    CAPTURE(row.command, row.answers);
    const Run run = amparoctl(list(row.command), row.answers);
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains(row.says));
    CHECK_FALSE(run.error.contains("SENTINEL"));
    CHECK(run.error.count('\n') == 1);
}

TEST_CASE("risk evaluate gives the published area and intervals", "[cli]")
{
    // J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29: 109 images rated from 1 to 5; standard error
    // and interval by DeLong's method as Stata's manual prints them (roctab).
    const Files files;
    const QString rows =
        files.add(QStringLiteral("rows.csv"), rowsOfRatings({33, 6, 6, 11, 2}, {3, 2, 2, 11, 33}));
    const QStringList command = list("risk evaluate vehicle-transport") + QStringList{rows};
    const QJsonObject json = amparoctl(command + list("--json")).json();
    CHECK(json.value(QLatin1String("used")) == 109);
    CHECK(json.value(QLatin1String("withOutcome")) == 51);

    const QJsonObject area = at(json, "pointsArea");
    CHECK(std::abs(area.value(QLatin1String("area")).toDouble() - 0.8932) < 0.00005);
    CHECK(std::abs(area.value(QLatin1String("standardError")).toDouble() - 0.0307) < 0.00005);
    CHECK(std::abs(area.value(QLatin1String("interval")).toArray()[0].toDouble() - 0.83295) < 0.000005);
    CHECK(std::abs(area.value(QLatin1String("interval")).toArray()[1].toDouble() - 0.95339) < 0.000005);

    // One medium sign of smuggling is enough for the track to advise more than to let go on.
    const QJsonObject sensitivity = at(at(json, "advice"), "sensitivity");
    CHECK(sensitivity.value(QLatin1String("count")) == 48);
    CHECK(sensitivity.value(QLatin1String("of")) == 51);
    CHECK(at(at(json, "advice"), "specificity").value(QLatin1String("count")) == 33);
    CHECK(names(json.value(QLatin1String("points")), "from") == list("2 4 6 8"));
    CHECK(names(json.value(QLatin1String("bands")), "from") ==
          list("ask_more passengers_apart search_now danger_to_life urgent_protection"));
    CHECK(json.value(QLatin1String("cautions")).toArray() ==
          QJsonArray{QStringLiteral("few_with_outcome"), QStringLiteral("few_without_outcome")});

    const Run words = amparoctl(command);
    CHECK(words.exitCode == 0);
    CHECK(words.out.contains("ROC area over points: 0.893 (0.833 to 0.953), DeLong"));
    CHECK(words.out.contains("sensitivity  0.941 (0.841 to 0.980), 48 of 51"));
    CHECK(words.out.contains("fewer than 100 with the outcome"));
    CHECK(words.out.contains("working, not validated"));
}

TEST_CASE("rows that cannot be used are told with their line, and the others count", "[cli]")
{
    const QByteArray csv = "SubmissionDate,room-veh_01,journey/veh_03,label\r\n"
                           "2026-01-01,yes,no,yes\r\n"
                           "\"two\nlines\",no,no,no\r\n"
                           "\r\n"
                           "2026-01-01,maybe,no,yes\r\n"
                           "2026-01-01,no\r\n"
                           "2026-01-01,no,no,unknown\r\n"
                           "2026-01-01,no,no,\r\n"
                           "2026-01-01,no,\"no\" x,no\r\n"
                           "2026-01-01,,,FALSE";
    const Run run = amparoctl(list("risk evaluate vehicle-transport --json"), csv);
    const QJsonObject json = run.json();
    CHECK(run.exitCode == 0);
    CHECK(json.value(QLatin1String("rows")) == 8);
    CHECK(json.value(QLatin1String("used")) == 3);
    CHECK(json.value(QLatin1String("ignoredColumns")).toArray() ==
          QJsonArray{QStringLiteral("SubmissionDate")});
    QStringList told;
    for (const QJsonValue &row : json.value(QLatin1String("skipped")).toArray())
        told.append(QStringLiteral("%1 %2")
                        .arg(row.toObject().value(QLatin1String("line")).toInt())
                        .arg(row.toObject().value(QLatin1String("why")).toString()));
    CHECK(told == QStringList{QStringLiteral("6 /data/room/veh_01 does not offer that choice"),
                              QStringLiteral("7 2 cells where the heading has 4"),
                              QStringLiteral("8 the label is neither yes nor no"),
                              QStringLiteral("9 no label"),
                              QStringLiteral("10 no record of comma-separated values")});
    CHECK(at(at(json, "advice"), "sensitivity").value(QLatin1String("count")) == 1);
    CHECK(at(at(json, "advice"), "specificity").value(QLatin1String("count")) == 2);
    CHECK(at(json, "bandArea").value(QLatin1String("interval")).isNull());
}

TEST_CASE("a stray quote costs its own row and no other", "[cli]")
{
    const QByteArray csv = "veh_01,label\n"
                           "yes,yes\n"
                           "\"no,no\n"
                           "no,no\n"
                           "\"no\",no\n"
                           "no,no\n"
                           "no,\"no\n";
    const QJsonObject json = amparoctl(list("risk evaluate vehicle-transport --json"), csv).json();
    CHECK(json.value(QLatin1String("rows")) == 6);
    CHECK(json.value(QLatin1String("used")) == 4);
    QList<int> lines;
    for (const QJsonValue &row : json.value(QLatin1String("skipped")).toArray())
        lines.append(row.toObject().value(QLatin1String("line")).toInt());
    CHECK(lines == QList<int>{3, 7});
}

TEST_CASE("a file that holds nothing to evaluate is refused", "[cli]")
{
    struct Row {
        const char *csv;
        const char *says;
    };
    const auto row = GENERATE(values<Row>({
        {"", "the file is empty"},
        {"veh_01,veh_02\nyes,no\n", "there is no column \"label\""},
        {"colour,label\nred,yes\n", "no column is a question of the form"},
        {"veh_01,room-veh_01,label\nyes,no,yes\n", "two columns give veh_01"},
    }));
    const Run run = amparoctl(list("risk evaluate vehicle-transport"), row.csv);
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains(row.says));
}

TEST_CASE("where no row can be used the evaluation has failed", "[cli]")
{
    const Run run =
        amparoctl(list("risk evaluate vehicle-transport --json"), "veh_01,label\nmaybe,yes\nyes,?\n");
    CHECK(run.exitCode == 1);
    CHECK(run.json().value(QLatin1String("used")) == 0);
    CHECK(at(at(run.json(), "advice"), "sensitivity").value(QLatin1String("estimate")).isNull());
    CHECK(run.json().value(QLatin1String("bandArea")).isNull());
}

TEST_CASE("risk explain does not call a vehicle a child", "[cli]")
{
    const Run run = amparoctl(list("risk explain vehicle-transport"), R"({"answers": {"veh_09": "yes"}})");
    CHECK(run.exitCode == 0);
    CHECK(run.out.contains("band ask_more"));
    CHECK_FALSE(run.out.contains("answered for"));
}

TEST_CASE("without ages everybody is a child, and that is said", "[cli]")
{
    const QByteArray rows = "travels,gen_05,label\nothers,yes,yes\nothers,no,no\n";
    const QJsonObject json = amparoctl(list("risk evaluate primary-line --json"), rows).json();
    CHECK(json.value(QLatin1String("cautions")).toArray().contains(QStringLiteral("no_ages")));
    const QByteArray aged = "travels,traveller_child,gen_05,label\nothers,no,yes,yes\nothers,no,no,no\n";
    CHECK_FALSE(amparoctl(list("risk evaluate primary-line --json"), aged)
                    .json()
                    .value(QLatin1String("cautions"))
                    .toArray()
                    .contains(QStringLiteral("no_ages")));
}
