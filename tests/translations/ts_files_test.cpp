// What a person reads is whole in each language, and stays so when the sources change.

#include "support/catch.h"
#include "support/ts_file.h"
#include "translations/languages.h"

#include <QDir>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::test;

namespace {

/// Matches, sorted: what has to be in source and translation alike, in whatever order.
QStringList matches(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?[0-9]{1,2}|n)"));
    return matches(text, pattern);
}

/// Mnemonics: "&Name" is reached by Alt+N.
qsizetype mnemonics(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("&[^&\\s]"));
    return matches(text, pattern).size();
}

QStringList tags(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("</?[a-z]+[^>]*>"));
    return matches(text, pattern);
}

/// Number of forms by key; 0: a text without a number.
QMap<QString, qsizetype> formsByKey(const TsFile &ts)
{
    QMap<QString, qsizetype> forms;
    for (const TsMessage &message : ts.messages)
        forms.insert(message.key(), message.isNumerus ? message.translations.size() : 0);
    return forms;
}

QStringList keysOnlyIn(const TsFile &ts, const TsFile &other)
{
    const auto others = formsByKey(other);
    QStringList only;
    for (const TsMessage &message : ts.messages) {
        if (!others.contains(message.key()))
            only.append(message.key());
    }
    return only;
}

/// Files that Qt's lupdate makes from the sources as they are now, all texts unfinished.
void extractTexts(const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(AMPARO_CMAKE),
                  {QStringLiteral("-DLUPDATE=" AMPARO_LUPDATE), QStringLiteral("-DFOLDER=") + folder,
                   QStringLiteral("-P"), QStringLiteral(AMPARO_SOURCE "/translations/update.cmake")});
    REQUIRE(process.waitForFinished(120'000));
    CAPTURE(process.readAll());
    REQUIRE(process.exitCode() == 0);
}

QStringList allLanguages() { return translations::languages(); }

}  // namespace

TEST_CASE("every language of the program has a file, and no file is of another", "[translations]")
{
    QStringList expected;
    for (const QString &language : allLanguages()) {
        const QString path = tsFilePath(language);
        expected.append(QFileInfo(path).fileName());
        CHECK(readTsFile(path).language == QString(language).replace(QLatin1Char('-'), QLatin1Char('_')));
    }
    expected.sort();
    const QDir folder(QStringLiteral(AMPARO_SOURCE "/translations"));
    CHECK(folder.entryList({QStringLiteral("*.ts")}, QDir::Files, QDir::Name) == expected);
}

TEST_CASE("no text is left without a translation", "[translations]")
{
    for (const QString &language : allLanguages()) {
        CAPTURE(language);
        const TsFile ts = readTsFile(tsFilePath(language));
        CHECK_FALSE(ts.messages.isEmpty());
        for (const TsMessage &message : ts.messages) {
            CAPTURE(message.key());
            CHECK(message.isFinished);
            CHECK_FALSE(message.translations.isEmpty());
            for (const QString &translation : message.translations)
                CHECK_FALSE(translation.trimmed().isEmpty());
        }
    }
}

TEST_CASE("a translation keeps what the program fills in, the key to press and the tags", "[translations]")
{
    for (const QString &language : allLanguages()) {
        CAPTURE(language);
        const TsFile ts = readTsFile(tsFilePath(language));
        for (const TsMessage &message : ts.messages) {
            CAPTURE(message.key());
            for (const QString &translation : message.translations) {
                CHECK(placeholders(translation) == placeholders(message.source));
                CHECK(mnemonics(translation) == mnemonics(message.source));
                CHECK(tags(translation) == tags(message.source));
            }
        }
    }
}

TEST_CASE("the files have the texts of the sources, no fewer and no more, in every form a number takes",
          "[translations]")
{
    const QTemporaryDir folder;
    extractTexts(folder.path());
    for (const QString &language : allLanguages()) {
        CAPTURE(language);
        const QString path = tsFilePath(language);
        const TsFile kept = readTsFile(path);
        const TsFile fresh = readTsFile(folder.filePath(QFileInfo(path).fileName()));
        INFO("./dev translate brings the files up to date");
        CHECK(keysOnlyIn(fresh, kept) == QStringList());
        CHECK(keysOnlyIn(kept, fresh) == QStringList());
        const auto forms = formsByKey(kept);
        for (const TsMessage &message : fresh.messages) {
            CAPTURE(message.key());
            CHECK(forms.value(message.key()) == (message.isNumerus ? message.translations.size() : 0));
        }
    }
}
