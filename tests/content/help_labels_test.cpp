// What the help says that the window or a form reads is there, word for word: whoever looks for it finds it.

#include "resources/help/builtin_help.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/ts_file.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

using namespace amparo;
using namespace amparo::test;

namespace {

/// Without the mark of the key to press, and with one mark for whatever the program fills in.
QString plain(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("&(?=[^&\\s])"));
    static const QRegularExpression filledIn(QStringLiteral("%(L?[0-9]{1,2}|n)"));
    return text.remove(mnemonic).replace(filledIn, QStringLiteral("#")).toLower();
}

/// Words of the help in the same shape: there X, Y and n are what the program fills in, and … leaves out the
/// rest.
QString asShown(QString words)
{
    static const QRegularExpression filledIn(QStringLiteral("\\b[XYn]\\b"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    if (words.endsWith(u'…'))
        words.chop(1);
    return words.replace(filledIn, QStringLiteral("#")).trimmed().toLower();
}

/// What the window says in a language of the help.
QStringList windowTexts(const QString &language)
{
    const bool isSource = language == QLatin1String("en");
    QStringList texts;
    for (const TsMessage &message :
         readTsFile(tsFilePath(isSource ? QStringLiteral("es") : language)).messages) {
        const QStringList shown = isSource ? QStringList{message.source} : message.translations;
        for (const QString &text : shown)
            texts.append(plain(text));
    }
    return texts;
}

/// What the built-in forms ask and their models advise, in all languages.
QString formTexts()
{
    QString texts;
    QDirIterator it(
        QStringLiteral(AMPARO_TEST_SOURCES "/../resources"),
        {QStringLiteral("survey.csv"), QStringLiteral("choices.csv"), QStringLiteral("*-points.json")},
        QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        texts += QString::fromUtf8(contentOf(it.next())).toLower();
    return texts;
}

QStringList captures(const QString &markdown, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = expression.globalMatch(markdown); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

QStringList italics(const QString &markdown)
{
    return captures(markdown, QStringLiteral("(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)"));
}

/// The first column of a topic's table, without its head.
QStringList firstColumn(const QString &markdown)
{
    return captures(markdown, QStringLiteral("^\\| ([^|]+) \\|")).mid(2);
}

const help::Library &topics()
{
    static const help::Library all = require(help::Library::read(resources::builtinHelpFiles()));
    return all;
}

}  // namespace

TEST_CASE("words in italics are in the window or in a form, as the help spells them", "[content][help]")
{
    const QString forms = formTexts();
    int found = 0;
    for (const QString &language : topics().languages()) {
        const QStringList window = windowTexts(language);
        for (const help::Topic &topic : topics().topics(language)) {
            for (const QString &words : italics(topic.markdown)) {
                CAPTURE(language, topic.id, words);
                const QString shown = asShown(words);
                const bool isInWindow = std::any_of(
                    window.begin(), window.end(), [&](const QString &text) { return text.contains(shown); });
                CHECK((isInWindow || forms.contains(shown)));
                ++found;
            }
        }
    }
    CHECK(found > 100);
}

TEST_CASE("tables of what the window says have its sentences", "[content][help]")
{
    for (const QString &language : topics().languages()) {
        const QStringList window = windowTexts(language);
        for (const QString &id : {QStringLiteral("sync"), QStringLiteral("stick")}) {
            const QStringList sentences = firstColumn(topics().topic(language, id)->markdown);
            CHECK(sentences.size() > 5);
            for (const QString &sentence : sentences) {
                CAPTURE(language, id, sentence);
                CHECK(std::any_of(window.begin(), window.end(),
                                  [&](const QString &text) { return text.startsWith(asShown(sentence)); }));
            }
        }
    }
}
