#include "help/library.h"

#include "base/csv_reader.h"
#include "base/language.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::help {

namespace {

const QString english = QStringLiteral("en");

struct Row {
    QString name;
    QString value;
};

Result<QList<Row>> readTable(const QByteArray &csv)
{
    QList<Row> rows;
    CsvReader reader(csv);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        rows.append({reader.text(0), reader.text(1)});
    }
    if (!rows.isEmpty())
        rows.removeFirst();  // the heading
    return rows;
}

/// Without accents and case; as many words as the text has.
QStringList foldedWords(const QString &text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString words;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!c.isMark())
            words += QLatin1Char(' ');
    }
    return words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool begins(const QStringList &words, const QString &beginning)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return word.startsWith(beginning); });
}

bool holdsAll(const QString &text, const QStringList &wanted)
{
    const QStringList words = foldedWords(text);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &one) { return begins(words, one); });
}

/// A paragraph or row as it reads, without the marks of Markdown.
QString plain(QString line)
{
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[*`]+|^\\s*(?:[-#]|\\d+\\.)\\s+"));
    return line.replace(link, QStringLiteral("\\1"))
        .remove(marks)
        .replace(QLatin1Char('|'), QLatin1Char(' '))
        .simplified();
}

/// The first line below the title that holds one of the words.
QString excerptOf(const QString &markdown, const QStringList &wanted)
{
    const QStringList lines = markdown.split(QLatin1Char('\n')).mid(1);
    for (const QString &line : lines) {
        const QString text = plain(line);
        const QStringList words = foldedWords(text);
        if (std::any_of(wanted.begin(), wanted.end(), [&](const QString &one) { return begins(words, one); }))
            return text;
    }
    return {};
}

tl::unexpected<Error> flawed(const QString &language, const QString &topic, const char *what)
{
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("%1/%2.md: %3").arg(language, topic, QString::fromLatin1(what)));
}

}  // namespace

Result<Library> Library::read(const HelpFiles &files)
{
    const auto topics = readTable(files.topics);
    const auto languages = readTable(files.languages);
    if (!topics || !languages)
        return tl::make_unexpected(topics ? languages.error() : topics.error());
    static const QString titleMark = QStringLiteral("# ");
    Library library;
    for (const Row &language : *languages) {
        if (language.value != QLatin1String("yes"))
            library.m_unreviewed.append(language.name);
        for (const Row &row : *topics) {
            const QMap<QString, QByteArray> texts = files.markdown.value(language.name);
            if (!texts.contains(row.name))
                return flawed(language.name, row.name, "missing");
            const QString markdown = QString::fromUtf8(texts.value(row.name));
            const QString first = markdown.section(QLatin1Char('\n'), 0, 0);
            if (!first.startsWith(titleMark))
                return flawed(language.name, row.name, "the first line is no title");
            library.m_topics[language.name].append(
                {row.name, row.value, first.mid(titleMark.size()).trimmed(), markdown});
        }
    }
    if (!library.m_topics.contains(english))
        return failure(ErrorCode::InvalidInput, QStringLiteral("there is no help in English"));
    return library;
}

QString Library::known(const QString &language) const
{
    if (m_topics.contains(language))
        return language;
    for (const QString &one : m_topics.keys()) {
        if (primarySubtag(one) == primarySubtag(language))
            return one;
    }
    return english;
}

const QList<Topic> &Library::topics(const QString &language) const
{
    return *m_topics.constFind(known(language));
}

const Topic *Library::topic(const QString &language, const QString &id) const
{
    const QList<Topic> &all = topics(language);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Topic &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool Library::isReviewed(const QString &language) const { return !m_unreviewed.contains(known(language)); }

QList<Hit> Library::search(const QString &language, const QString &words) const
{
    const QStringList wanted = foldedWords(words);
    if (wanted.isEmpty())
        return {};
    QList<Hit> inTitle;
    QList<Hit> inText;
    for (const Topic &topic : topics(language)) {
        if (holdsAll(topic.title, wanted))
            inTitle.append({topic.id, topic.title, {}});
        else if (holdsAll(topic.markdown, wanted))
            inText.append({topic.id, topic.title, excerptOf(topic.markdown, wanted)});
    }
    return inTitle + inText;
}

}  // namespace amparo::help
