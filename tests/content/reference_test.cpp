// The help cards and the directory as they are compiled in.

#include "content_support.h"

#include "reference/filled_card.h"
#include "resources/builtin_reference.h"

#include <QRegularExpression>
#include <QSet>

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

const QDate today(2026, 3, 2);

/// In the order of a QMap's keys.
const QStringList sixLanguages{QStringLiteral("ar"), QStringLiteral("en"), QStringLiteral("es"),
                               QStringLiteral("fr"), QStringLiteral("ht"), QStringLiteral("pt-BR")};
const QStringList pilotCountries{QStringLiteral("ARG"), QStringLiteral("BOL"), QStringLiteral("BRA"),
                                 QStringLiteral("COL"), QStringLiteral("ECU"), QStringLiteral("PER"),
                                 QStringLiteral("PRY")};

const Reference &builtin()
{
    static const Reference all = resources::builtinReference().reference;
    return all;
}

struct Sentence {
    QString card;
    QString language;
    QString text;
};

/// All that a traveller reads, but for numbers and laws.
QList<Sentence> sentences()
{
    QList<Sentence> all;
    for (const HelpCard &card : builtin().cards) {
        for (const CardText &text : card.texts) {
            all.append({card.id, text.language, text.title});
            all.append({card.id, text.language, text.intro});
            for (const CardPart &part : text.parts) {
                all.append({card.id, text.language, part.heading});
                for (const QString &point : part.points)
                    all.append({card.id, text.language, point});
            }
        }
    }
    for (const CardWords &words : builtin().words) {
        for (const QString &text :
             QStringList{words.numbers, words.laws, words.free, words.always, words.anonymous, words.inside,
                         words.unchecked, words.old, words.scan, words.carry} +
                 words.purposes.values())
            all.append({QStringLiteral("words"), words.language, text});
    }
    return all;
}

FilledCard filled(const HelpCard &card, const QString &language, const QString &country)
{
    return require(fillCard(builtin(), card, {language, {country}, true, std::nullopt}, today));
}

}  // namespace

TEST_CASE("the built-in cards and tables are read without a single remark", "[content]")
{
    QStringList remarks;
    for (const Problem &problem : resources::builtinReference().problems)
        remarks.append(problem.toText());
    CHECK(remarks == QStringList());
}

TEST_CASE("every card is complete in six languages, and none claims a review that was not", "[content]")
{
    REQUIRE(builtin().cards.size() == 6);
    CHECK(builtin().words.keys() == sixLanguages);
    for (const HelpCard &card : builtin().cards) {
        CAPTURE(card.id);
        CHECK(card.texts.keys() == sixLanguages);
        for (const CardText &text : card.texts)
            CHECK(text.nativeReview == std::nullopt);
    }
    for (const CardWords &words : builtin().words) {
        CHECK(words.nativeReview == std::nullopt);
        CHECK(words.countries.keys() == pilotCountries);
    }
}

TEST_CASE("a sentence of a card is short and has no number in it", "[content]")
{
    constexpr qsizetype longest = 16;  // words
    static const QRegularExpression end(QStringLiteral("[.?!:] "));
    for (const Sentence &sentence : sentences()) {
        CAPTURE(sentence.card, sentence.language, sentence.text);
        for (const QString &part : sentence.text.split(end))
            CHECK(part.split(u' ', Qt::SkipEmptyParts).size() <= longest);
        CHECK(std::none_of(sentence.text.begin(), sentence.text.end(), [](QChar c) { return c.isDigit(); }));
    }
}

TEST_CASE("who reads over the shoulder learns nothing about the traveller", "[content]")
{
    static const QRegularExpression telling(
        QStringLiteral(
            "traffick|exploit|victim|smuggl|police|suspect|\\btrata\\b|tráfico|explota|explora|víctima|"
            "vítima|policía|polícia|sospech|suspeit|traite|victime|soupç|\\btrafik|viktim|lapolis|"
            "اتجار|ضحية|استغلال|شرطة|تهريب"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (const Sentence &sentence : sentences()) {
        CAPTURE(sentence.card, sentence.language, sentence.text);
        CHECK_FALSE(telling.match(sentence.text).hasMatch());
    }
}

TEST_CASE("every card has a number to call in every pilot country, and every number has its words",
          "[content]")
{
    for (const HelpCard &card : builtin().cards) {
        for (const QString &language : sixLanguages) {
            for (const QString &country : pilotCountries) {
                CAPTURE(card.id, language, country);
                const FilledCard one = filled(card, language, country);
                REQUIRE(one.countries.size() == 1);
                CHECK(one.countries[0].country != country);  // by name
                CHECK(one.scanned);
                CHECK(one.freshness == Freshness::NeverVerified);
                CHECK(one.numberNotes.size() == 2);
                CHECK(one.isRightToLeft == (language == QStringLiteral("ar")));
                CHECK(one.laws.isEmpty() == card.laws.isEmpty());
            }
        }
    }
}

TEST_CASE("every pilot country has help lines, laws on both crimes and institutions", "[content]")
{
    for (const QString &country : pilotCountries) {
        CAPTURE(country);
        QSet<Purpose> purposes;
        for (const HelpLine &line : builtin().helpLines) {
            if (line.country == country)
                purposes.insert(line.purpose);
        }
        CHECK(purposes.contains(Purpose::Emergency));
        CHECK(purposes.size() >= 2);
        QSet<LawTopic> topics;
        for (const Law &law : builtin().laws) {
            if (law.country == country)
                topics.insert(law.topic);
        }
        CHECK(topics.contains(LawTopic::Trafficking));
        CHECK(topics.contains(LawTopic::Smuggling));
        CHECK(std::any_of(builtin().institutions.begin(), builtin().institutions.end(),
                          [&](const Institution &one) { return one.country == country; }));
    }
}

TEST_CASE("nothing in the directory pretends to have been confirmed", "[content]")
{
    for (const HelpLine &line : builtin().helpLines)
        CHECK(freshness(line.provenance, today) == Freshness::NeverVerified);
    for (const Law &law : builtin().laws)
        CHECK(freshness(law.provenance, today) == Freshness::NeverVerified);
    for (const Institution &one : builtin().institutions)
        CHECK(freshness(one.provenance, today) == Freshness::NeverVerified);
}
