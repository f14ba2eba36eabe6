// How easy the forms are to read: short sentences and everyday words, in each language. The figures that this
// test reckons stand in resources/forms/README.md, so that a change of wording shows there.

#include "content_support.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace amparo;
using namespace amparo::test;

namespace {

constexpr int longestSentence = 22;   // words; officers' notes, read once and in calm
constexpr int longestQuestion = 20;   // words; what a traveller hears
constexpr double longestMean = 8;     // words a sentence, over a whole form

struct Figures {
    int sentences = 0;
    int words = 0;
    int longest = 0;

    double mean() const { return sentences == 0 ? 0 : double(words) / sentences; }
};

/// Texts of a form in one language, each once: a list that many questions share is read once.
QStringList textsOf(const Content &content, const QString &language)
{
    form::SessionOptions options;
    options.language = language;
    const form::Session session = require(form::Session::start(content.definition, options));
    QSet<QString> known;
    QStringList texts;
    const auto add = [&](const QString &text) {
        if (!text.isEmpty() && !known.contains(text)) {
            known.insert(text);
            texts.append(text);
        }
    };
    for (const QString &path : content.definition->fields()) {
        if (const auto item = session.item(path)) {
            add(item->label);
            add(item->hint);
            for (const form::Choice &choice : session.choices(path))
                add(choice.label);
        }
    }
    return texts;
}

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[.?!؟…]+(?=\\s|$)|[;؛:](?=\\s)"));
    return text.split(end, Qt::SkipEmptyParts);
}

int wordsIn(const QString &sentence)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList parts = sentence.split(space, Qt::SkipEmptyParts);
    return int(std::count_if(parts.begin(), parts.end(), [](const QString &part) {
        return std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }));
}

Figures figuresOf(const QStringList &texts)
{
    Figures figures;
    for (const QString &text : texts) {
        for (const QString &sentence : sentencesOf(text)) {
            const int words = wordsIn(sentence);
            if (words == 0)
                continue;
            ++figures.sentences;
            figures.words += words;
            figures.longest = std::max(figures.longest, words);
        }
    }
    return figures;
}

/// A line of the table in the README.
QString row(const Content &content, const QString &language, const Figures &figures)
{
    return QStringLiteral("| `%1` | %2 | %3 | %4 | %5 |")
        .arg(content.formId, language)
        .arg(figures.sentences)
        .arg(figures.mean(), 0, 'f', 1)
        .arg(figures.longest);
}

QString readme()
{
    QFile file(QStringLiteral(AMPARO_TEST_SOURCES "/../resources/forms/README.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// Words of courts, offices and headlines, by language: stems, each with an everyday word that does instead.
const QMap<QString, QString> &jargon()
{
    static const QMap<QString, QString> stems{
        {QStringLiteral("en"),
         QStringLiteral("perpetrat|offender|trafficker|interrogat|testimon|pursuant|facilitat|utili[sz]e|"
                        "illegal|alien|prostitut|vulnerab|stakeholder|modus|credib|undocumented|detainee")},
        {QStringLiteral("es"),
         QStringLiteral("ilegal|tratante|interrog|testimoni|prostitu|vulnerab|credib|indocumentad|captaci|"
                        "victimari|coyote|facilitador|penetra|extranjer")},
        {QStringLiteral("pt-BR"),
         QStringLiteral("ilegal|interrog|testemunh|prostitu|vulnerab|credib|indocumentad|aliciad|coiote|"
                        "facilitador|estrangeir")},
        {QStringLiteral("fr"),
         QStringLiteral("illégal|clandestin|interrog|témoignage|prostitu|vulnérab|crédib|sans-papiers|"
                        "passeur|trafiquant|étranger")},
        {QStringLiteral("ht"),
         QStringLiteral("ilegal|klandesten|entèwoje|temwayaj|pwostit|vilnerab|trafikan|pasè")},
        {QStringLiteral("ar"), QStringLiteral("غير شرعي|غير قانوني|دعارة|استجواب|متسلل|مهرب|متاجر")},
    };
    return stems;
}

}  // namespace

TEST_CASE("sentences are short in every form and language", "[content]")
{
    const QString recorded = readme();
    for (const Content &content : builtinContent()) {
        for (const QString &language : content.definition->languages()) {
            const QStringList texts = textsOf(content, language);
            const Figures figures = figuresOf(texts);
            CAPTURE(content.formId, language, figures.mean(), figures.longest);
            CHECK(figures.sentences >= 30);
            CHECK(figures.mean() <= longestMean);
            for (const QString &text : texts) {
                CAPTURE(text);
                const bool isQuestion = text.contains(QLatin1Char('?')) || text.contains(QChar(0x061f));
                for (const QString &sentence : sentencesOf(text))
                    CHECK(wordsIn(sentence) <= (isQuestion ? longestQuestion : longestSentence));
            }
            const QString line = row(content, language, figures);
            UNSCOPED_INFO("the README should say: " << line.toStdString());
            CHECK(recorded.contains(line));
        }
    }
}

TEST_CASE("no form speaks in the words of courts, offices and headlines", "[content]")
{
    for (const Content &content : builtinContent()) {
        for (const QString &language : content.definition->languages()) {
            REQUIRE(jargon().contains(language));
            const QRegularExpression word(QStringLiteral("(?<!\\p{L})(?:%1)").arg(jargon()[language]),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
            for (const QString &text : textsOf(content, language)) {
                CAPTURE(content.formId, language, text);
                CHECK_FALSE(word.match(text).hasMatch());
            }
        }
    }
}
