#include "catalogue.h"
#include "content_support.h"

#include "risk/protected_characteristics.h"

#include <QSet>

using namespace amparo;
using namespace amparo::test;

namespace {

QStringList list(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

const risk::DelphiRules &delphi()
{
    return std::get<risk::DelphiRules>(content("amparo-second-line").model->rules);
}

/// The strength of an item in a profile's list, as the catalogue writes it.
QString strengthInModel(const QString &profile, const QString &item)
{
    for (const risk::Profile &candidate : delphi().profiles) {
        if (candidate.code == profile && candidate.strengths.contains(item))
            return risk::strengthName(candidate.strengths.value(item));
    }
    return {};
}

/// The items of the published lists, also those that never count.
QSet<QString> listedItems()
{
    QSet<QString> items(delphi().neverScored.begin(), delphi().neverScored.end());
    for (const risk::Profile &profile : delphi().profiles) {
        const QStringList keys = profile.strengths.keys();
        items.unite(QSet<QString>(keys.begin(), keys.end()));
    }
    return items;
}

bool isListed(const QString &item) { return listedItems().contains(item); }

QSet<QString> column(const QList<Row> &rows, const char *heading)
{
    QSet<QString> values;
    for (const Row &row : rows)
        values.insert(at(row, heading));
    return values;
}

}  // namespace

TEST_CASE("every indicator has an id of its own, known words and a basis", "[content]")
{
    const QSet<QString> bases = column(catalogueFile(QStringLiteral("sources.csv")), "basis");
    QMap<QString, QString> fileOfGroup;
    QSet<QString> ids;
    for (const Row &row : catalogue()) {
        CAPTURE(at(row, "id"));
        CHECK_FALSE(ids.contains(at(row, "id")));
        ids.insert(at(row, "id"));
        CHECK(at(row, "id").startsWith(at(row, "group") + QLatin1Char('-')));
        CHECK(fileOfGroup.value(at(row, "group"), at(row, "file")) == at(row, "file"));
        fileOfGroup.insert(at(row, "group"), at(row, "file"));

        CHECK_FALSE(words(row, "how").isEmpty());
        for (const QString &how : words(row, "how"))
            CHECK(list("observed asked document").contains(how));
        CHECK(list("all adult child").contains(at(row, "who")));
        CHECK_FALSE(words(row, "kinds").isEmpty());
        for (const QString &kind : words(row, "kinds"))
            CHECK(list("labour sexual domestic crime other smuggling document").contains(kind));
        CHECK((at(row, "red_line").isEmpty() ||
               list("urgent_protection second_line presumes_child").contains(at(row, "red_line"))));
        CHECK_FALSE(words(row, "basis").isEmpty());
        for (const QString &basis : words(row, "basis"))
            CHECK(bases.contains(basis));
        CHECK(list("source secondary memory judgement").contains(at(row, "checked")));
        CHECK((at(row, "basis") != QLatin1String("W") || at(row, "checked") == QLatin1String("judgement")));
        CHECK(at(row, "dimension") == at(row, "item").section(QLatin1Char('.'), 0, 0));
        CHECK(at(row, "local_note").isEmpty());  // it belongs to the post
    }
    CHECK(ids.size() == 209);
}

TEST_CASE("an id that was given once stays, so that old records can be read", "[content]")
{
    struct Group {
        const char *name;
        int first;
    };  // how many the first version had
    const auto group = GENERATE(values<Group>({{"GEN", 24},
                                               {"LAB", 22},
                                               {"SEX", 11},
                                               {"CHI", 20},
                                               {"DOM", 7},
                                               {"CRI", 9},
                                               {"SMG", 12},
                                               {"DOC", 11},
                                               {"VEH", 10}}));
    for (int number = 1; number <= group.first; ++number) {
        const QString id =
            QStringLiteral("%1-%2").arg(QLatin1String(group.name)).arg(number, 2, 10, QLatin1Char('0'));
        CAPTURE(id);
        CHECK_FALSE(catalogueRow(id).isEmpty());
    }
}

TEST_CASE("an item of the published lists has their strengths, every other sign our own weight", "[content]")
{
    for (const Row &row : catalogue()) {
        const QString item = at(row, "item");
        CAPTURE(at(row, "id"), item);
        CHECK(at(row, "adult_labour") == strengthInModel(QStringLiteral("AL"), item));
        CHECK(at(row, "child_labour") == strengthInModel(QStringLiteral("CL"), item));
        CHECK(at(row, "adult_sexual") == strengthInModel(QStringLiteral("AS"), item));
        if (isListed(item)) {
            CHECK(words(row, "basis").contains(QStringLiteral("D")));
            CHECK(at(row, "strength").isEmpty());
        } else {
            CHECK(list("SM SM.danger SM.degrading SM.needs DF").contains(item) + item.isEmpty() +
                      (at(row, "dimension") == QLatin1String("NEED")) ==
                  1);
            CHECK(risk::strengthFromName(at(row, "strength")).has_value() !=
                  (at(row, "dimension") == QLatin1String("NEED")));
        }
    }
}

TEST_CASE("every item of the published lists that counts has an indicator, and none that never counts",
          "[content]")
{
    const QSet<QString> covered = column(catalogue(), "item");
    CHECK(listedItems().size() == 67);
    for (const QString &item : listedItems()) {
        CAPTURE(item);
        CHECK(covered.contains(item) != delphi().neverScored.contains(item));
    }
}

TEST_CASE("the catalogue and its questions are whole in each of their languages", "[content]")
{
    const QList<Row> questions = catalogueFile(QStringLiteral("questions.csv"));
    for (const QList<Row> &rows : {catalogue(), questions}) {
        QMap<QString, QString> seen;  // the same wording twice would be the same thing under two names
        for (const Row &row : rows) {
            const auto languages = languageByHeading(row);
            CHECK(languages.size() == (row.contains(QStringLiteral("id")) ? 3 : 6));
            for (auto it = languages.keyBegin(); it != languages.keyEnd(); ++it) {
                CAPTURE(row.first(), *it, row.value(*it));
                CHECK_FALSE(row.value(*it).trimmed().isEmpty());
                CHECK(row.value(*it) == row.value(*it).simplified());
                const QString name = row.contains(QStringLiteral("id")) ? at(row, "id") : at(row, "question");
                CHECK(seen.value(*it + row.value(*it), name) == name);
                seen.insert(*it + row.value(*it), name);
            }
        }
    }
    CHECK(column(questions, "question") == column(catalogue(), "question"));
    CHECK(questions.size() == column(questions, "question").size());
}

TEST_CASE("every language says whether a native speaker has reviewed it", "[content]")
{
    QSet<QString> told;
    for (const Row &row : catalogueFile(QStringLiteral("languages.csv"))) {
        CAPTURE(at(row, "language"));
        CHECK_FALSE(told.contains(at(row, "language")));
        told.insert(at(row, "language"));
        CHECK(at(row, "reviewed_on").isEmpty() == at(row, "reviewed_by").isEmpty());
    }
    QSet<QString> used;
    for (const QString &language : languageByHeading(catalogueFile(QStringLiteral("questions.csv")).first()))
        used.insert(language);
    CHECK(told == used);
}

TEST_CASE("no indicator is about who somebody is", "[content]")
{
    // What others do with it is a sign: a contract in a language nobody explained, people taken to beg.
    const QStringList aboutOthers = list("LAB-04 CRI-06");
    for (const Row &row : catalogue()) {
        CAPTURE(at(row, "id"));
        CHECK_FALSE(risk::namesProtectedCharacteristic(at(row, "item")));
        CHECK(risk::namesProtectedCharacteristic(at(row, "label::English (en)")) ==
              aboutOthers.contains(at(row, "id")));
    }
}
