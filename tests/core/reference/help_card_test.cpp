#include "core/reference/reference_support.h"

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

const QString text = QStringLiteral("cards/help/en.json");
const QString card = QStringLiteral("cards/help/card.json");
const QString words = QStringLiteral("cards/words/en.json");

ReadReference readWith(const QString &path, const QByteArray &before, const QByteArray &after)
{
    auto files = someFiles();
    REQUIRE(files[path].contains(before));
    files[path].replace(before, after);
    return readReference(files);
}

}  // namespace

TEST_CASE("a set of files is read whole", "[reference]")
{
    const Reference all = someReference();
    CHECK(all.helpLines.size() == 3);
    CHECK(all.laws.size() == 1);
    CHECK(all.institutions.size() == 3);
    REQUIRE(all.cards.size() == 1);
    CHECK(all.cards[0].texts.keys() == QStringList{QStringLiteral("ar"), QStringLiteral("en")});
    CHECK(all.cards[0].texts[QStringLiteral("en")].nativeReview == QDate(2026, 1, 5));
    CHECK(all.cards[0].texts[QStringLiteral("ar")].nativeReview == std::nullopt);
}

TEST_CASE("what is wrong with a card is said with its file and place", "[reference]")
{
    struct Row {
        QString path;
        QByteArray before;
        QByteArray after;
        QString place;
        QString message;  ///< a part of it
    };
    const auto row = GENERATE(values<Row>({
        {text, "\"Ask.\"", "\"Call 145.\"", {}, QStringLiteral("a digit stands in")},
        {text, "\"Ask.\"", "\"Call ١٤٥.\"", {}, QStringLiteral("a digit stands in")},
        {text, ", \"Rest.\"", "", {}, QStringLiteral("differ in number")},
        {text, "\"Help\"", "\"\"", QStringLiteral("$.title"), QString()},
        {text, "2026-01-05", "yes", QStringLiteral("$.native_review"), QStringLiteral("not yet")},
        {text, "\"intro\"", "\"introduction\"", QStringLiteral("$.introduction"),
         QStringLiteral("unknown key")},
        {text, "\"language\": \"en\"", "\"language\": \"qu\"", {}, QStringLiteral("there are no words")},
        {card, "\"all\"", "\"men\"", QStringLiteral("$.for"), QString()},
        {card, "\"emergency\"", "\"help\"", QStringLiteral("$.lines[0]"), QString()},
        {card, "\"id\": \"help\"", "\"id\": \"other\"", {}, QStringLiteral("folder")},
        {words, "\"women\"", "\"ladies\"", QStringLiteral("$.purposes.women"), QString()},
        {words, "{\"language\"", "\n\n{,", {}, QString()},
    }));
    CAPTURE(row.path, row.after);
    const ReadReference read = readWith(row.path, row.before, row.after);
    REQUIRE_FALSE(read.problems.isEmpty());
    CHECK(read.problems.first().file == row.path);
    CHECK(read.problems.first().column == row.place);
    CHECK(read.problems.first().message.contains(row.message));
}

TEST_CASE("a text with a problem is left out, the card's others stay", "[reference]")
{
    const ReadReference read = readWith(text, "\"Ask.\"", "\"Call 145.\"");
    REQUIRE(read.reference.cards.size() == 1);
    CHECK(read.reference.cards[0].texts.keys() == QStringList{QStringLiteral("ar")});
}

TEST_CASE("a set without its tables says which are missing", "[reference]")
{
    QStringList missing;
    const ReadReference read = readReference({});
    for (const Problem &problem : read.problems)
        missing.append(problem.file);
    for (const char *name : {"help_lines.csv", "laws.csv", "institutions.csv"})
        CHECK(missing.contains(QStringLiteral("directory/") + QLatin1String(name)));
}
