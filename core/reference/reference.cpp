#include "reference/reference.h"

#include <algorithm>

namespace amparo::reference {

namespace {

const QString cardFile = QStringLiteral("card.json");
const QString wordsFolder = QStringLiteral("words");

/// The sentences of a text, in order.
QStringList sentencesOf(const CardText &text)
{
    QStringList sentences{text.title, text.intro};
    for (const CardPart &part : text.parts)
        sentences += QStringList{part.heading} + part.points;
    return sentences;
}

QList<qsizetype> shapeOf(const CardText &text)
{
    QList<qsizetype> shape;
    for (const CardPart &part : text.parts)
        shape.append(part.points.size());
    return shape;
}

class Reader {
public:
    explicit Reader(const QMap<QString, QByteArray> &files) : m_files(files) {}

    ReadReference read()
    {
        const auto table = [this](const char *name) {
            const QString path = QStringLiteral("directory/") + QLatin1String(name);
            if (!m_files.contains(path))
                note(path, QStringLiteral("the file is missing"));
            return std::pair(path, m_files.value(path));
        };
        Reference &all = m_read.reference;
        const auto [lines, linesCsv] = table("help_lines.csv");
        all.helpLines = readHelpLines(lines, linesCsv, m_read.problems);
        const auto [laws, lawsCsv] = table("laws.csv");
        all.laws = readLaws(laws, lawsCsv, m_read.problems);
        const auto [institutions, institutionsCsv] = table("institutions.csv");
        all.institutions = readInstitutions(institutions, institutionsCsv, all.helpLines, m_read.problems);
        readWords();
        readCards();
        return std::move(m_read);
    }

private:
    void note(const QString &file, const QString &message) { m_read.problems.append({file, 0, {}, message}); }

    void readWords()
    {
        const QString folder = QStringLiteral("cards/%1/").arg(wordsFolder);
        for (auto file = m_files.lowerBound(folder); file != m_files.cend() && file.key().startsWith(folder);
             ++file) {
            if (const auto words = readCardWords(file.key(), *file, m_read.problems))
                m_read.reference.words.insert(words->language, *words);
        }
    }

    void readCards()
    {
        for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
            const QStringList path = file.key().split(u'/');
            if (path.size() != 3 || path[0] != QLatin1String("cards") || path[2] != cardFile)
                continue;
            auto card = readHelpCard(file.key(), *file, m_read.problems);
            if (!card)
                continue;
            if (card->id != path[1])
                note(file.key(), QStringLiteral("the id differs from the folder's name"));
            readTexts(*card, QStringLiteral("cards/%1/").arg(path[1]));
            m_read.reference.cards.append(*card);
        }
        std::stable_sort(m_read.reference.cards.begin(), m_read.reference.cards.end(),
                         [](const HelpCard &one, const HelpCard &other) { return one.order < other.order; });
    }

    void readTexts(HelpCard &card, const QString &folder)
    {
        for (auto file = m_files.lowerBound(folder); file != m_files.cend() && file.key().startsWith(folder);
             ++file) {
            if (file.key().endsWith(cardFile))
                continue;
            const auto text = readCardText(file.key(), *file, m_read.problems);
            if (text && isSound(file.key(), *text, card))
                card.texts.insert(text->language, *text);
        }
        if (card.texts.isEmpty())
            note(folder + cardFile, QStringLiteral("the card has no text"));
    }

    bool isSound(const QString &file, const CardText &text, const HelpCard &card)
    {
        const qsizetype before = m_read.problems.size();
        if (!m_read.reference.words.contains(text.language))
            note(file, QStringLiteral("there are no words for the language %1").arg(text.language));
        if (!card.texts.isEmpty() && shapeOf(card.texts.first()) != shapeOf(text))
            note(file, QStringLiteral("its parts and points differ in number from those of %1")
                           .arg(card.texts.firstKey()));
        const QStringList sentences = sentencesOf(text);
        for (const QString &sentence : sentences) {
            if (std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.isDigit(); }))
                note(file, QStringLiteral("a digit stands in \"%1\"").arg(sentence));
        }
        return m_read.problems.size() == before;
    }

    const QMap<QString, QByteArray> &m_files;
    ReadReference m_read;
};

}  // namespace

ReadReference readReference(const QMap<QString, QByteArray> &files) { return Reader(files).read(); }

const HelpCard *findCard(const Reference &reference, const QString &id)
{
    const auto found = std::find_if(reference.cards.begin(), reference.cards.end(),
                                    [&](const HelpCard &card) { return card.id == id; });
    return found == reference.cards.end() ? nullptr : &*found;
}

}  // namespace amparo::reference
