// The help that comes with the program.

#include "resources/help/builtin_help.h"
#include "resources/training/builtin_training.h"
#include "support/catch.h"

#include <QRegularExpression>

using namespace amparo;
using namespace amparo::test;

namespace {

const help::Library &library()
{
    static const help::Library all = require(help::Library::read(resources::builtinHelpFiles()));
    return all;
}

QStringList linksOf(const QString &markdown)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    QStringList targets;
    auto it = link.globalMatch(markdown);
    while (it.hasNext())
        targets.append(it.next().captured(1));
    return targets;
}

}  // namespace

TEST_CASE("every topic is there in three languages, and no file is without a row", "[content][help]")
{
    const help::HelpFiles files = resources::builtinHelpFiles();
    CHECK(library().languages() ==
          QStringList{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")});
    for (const QString &language : library().languages()) {
        CAPTURE(language);
        CHECK(library().topics(language).size() == files.markdown[language].size());
        CHECK(library().topics(language).size() >= 20);
    }
}

TEST_CASE("links lead to topics, the same in each language", "[content][help]")
{
    for (const help::Topic &topic : library().topics(QStringLiteral("en"))) {
        CAPTURE(topic.id);
        const QStringList links = linksOf(topic.markdown);
        for (const QString &link : links) {
            CAPTURE(link);
            REQUIRE(link.endsWith(QStringLiteral(".md")));
            CHECK(library().topic(QStringLiteral("en"), link.chopped(3)) != nullptr);
        }
        for (const QString &language : library().languages()) {
            CAPTURE(language);
            CHECK(linksOf(library().topic(language, topic.id)->markdown) == links);
        }
    }
}

TEST_CASE("every topic can be reached from the first page", "[content][help]")
{
    const QString en = QStringLiteral("en");
    QStringList reached{QStringLiteral("welcome")};
    for (qsizetype i = 0; i < reached.size(); ++i) {
        for (const QString &link : linksOf(library().topic(en, reached[i])->markdown)) {
            if (!reached.contains(link.chopped(3)))
                reached.append(link.chopped(3));
        }
    }
    for (const help::Topic &topic : library().topics(en)) {
        CAPTURE(topic.id);
        CHECK(reached.contains(topic.id));
    }
}

TEST_CASE("tables and lists have as many rows in each language", "[content][help]")
{
    const auto rows = [](const QString &markdown) {
        static const QRegularExpression row(QStringLiteral("^(?:\\||- |\\d+\\. )"),
                                            QRegularExpression::MultilineOption);
        int count = 0;
        auto it = row.globalMatch(markdown);
        while (it.hasNext()) {
            it.next();
            ++count;
        }
        return count;
    };
    for (const help::Topic &topic : library().topics(QStringLiteral("en"))) {
        CAPTURE(topic.id);
        for (const QString &language : library().languages()) {
            CAPTURE(language);
            CHECK(rows(library().topic(language, topic.id)->markdown) == rows(topic.markdown));
        }
    }
}

TEST_CASE("what never to do is the same in the help and in training", "[content][help]")
{
    const training::Rules rules = resources::builtinTrainingRules();
    for (const QString &language : library().languages()) {
        const QString never = library().topic(language, QStringLiteral("never"))->markdown;
        for (qsizetype i = 0; i < rules.never.size(); ++i) {
            const QString line = QStringLiteral("\n%1. %2\n").arg(i + 1).arg(rules.never[i].in(language));
            CAPTURE(language, line);
            CHECK(never.contains(line));
        }
    }
}

TEST_CASE("the help never promises that all is well, and keeps trafficking and smuggling apart",
          "[content][help]")
{
    static const QRegularExpression promise(
        QStringLiteral("\\bno trafficking|\\bnot a victim|\\bno es (una )?víctima|\\bnão é (uma )?vítima"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression loneSpanish(QStringLiteral("tráfico(?! ilícito)"),
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lonePortuguese(QStringLiteral("tráfico(?! de pessoas)"),
                                                   QRegularExpression::CaseInsensitiveOption);
    for (const QString &language : library().languages()) {
        for (const help::Topic &topic : library().topics(language)) {
            CAPTURE(language, topic.id);
            CHECK_FALSE(topic.markdown.contains(promise));
            CHECK_FALSE((language == QStringLiteral("es") && topic.markdown.contains(loneSpanish)));
            CHECK_FALSE((language == QStringLiteral("pt-BR") && topic.markdown.contains(lonePortuguese)));
        }
    }
}
