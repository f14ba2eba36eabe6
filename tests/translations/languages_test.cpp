#include "translations/languages.h"

#include "support/catch.h"
#include "support/spoken_language.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::test;

namespace {

QString ownText() { return QCoreApplication::translate("Report", "Daily report"); }

QString pluralText(int count)
{
    return QCoreApplication::translate("amparo::desktop::RiskPanel", "%n point(s)", nullptr, count);
}

/// What stands on the button of a dialog that Qt makes.
QString cancelButton() { return QCoreApplication::translate("QPlatformTheme", "Cancel"); }

/// Qt's texts in Spanish as a package would bring them, in a folder beside the program; gone at the end.
class TextsBesideTheProgram {
public:
    explicit TextsBesideTheProgram(const QByteArray &cancel)
    {
        const QTemporaryDir work;
        QFile ts(work.filePath(QStringLiteral("qtbase_es.ts")));
        REQUIRE(ts.open(QIODevice::WriteOnly));
        ts.write("<TS version='2.1' language='es'><context><name>QPlatformTheme</name><message>"
                 "<source>Cancel</source><translation>" +
                 cancel + "</translation></message></context></TS>");
        ts.close();
        REQUIRE(m_folder.mkpath(QStringLiteral(".")));
        REQUIRE(QProcess::execute(QStringLiteral(AMPARO_LRELEASE),
                                  {QStringLiteral("-silent"), ts.fileName(), QStringLiteral("-qm"),
                                   m_folder.filePath(QStringLiteral("qtbase_es.qm"))}) == 0);
    }
    ~TextsBesideTheProgram() { m_folder.removeRecursively(); }
    Q_DISABLE_COPY_MOVE(TextsBesideTheProgram)

private:
    QDir m_folder{QCoreApplication::applicationDirPath() + QStringLiteral("/translations")};
};

}  // namespace

TEST_CASE("a wish is met by the language that it begins with", "[translations]")
{
    struct Row {
        QString wish;
        std::optional<QString> language;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("en"), QStringLiteral("en")},
        {QStringLiteral("es-BO"), QStringLiteral("es")},
        {QStringLiteral("es_419"), QStringLiteral("es")},
        {QStringLiteral("ES"), QStringLiteral("es")},
        {QStringLiteral("pt"), QStringLiteral("pt-BR")},
        {QStringLiteral("pt-PT"), QStringLiteral("pt-BR")},
        {QStringLiteral("est"), std::nullopt},  // Estonian
        {QStringLiteral("C"), std::nullopt},
        {QString(), std::nullopt},
    }));
    CAPTURE(row.wish);
    CHECK(translations::languageFor(row.wish) == row.language);
    CHECK(translations::closestLanguage(row.wish) == row.language.value_or(QStringLiteral("en")));
}

TEST_CASE("people find their language under the name they call it", "[translations]")
{
    QStringList names;
    for (const QString &language : translations::languages())
        names.append(translations::nativeName(language));
    CHECK(names == QStringList{QStringLiteral("English"), QStringLiteral("Español"),
                               QStringLiteral("Português (Brasil)")});
}

TEST_CASE("the program speaks the language that is chosen", "[translations]")
{
    struct Row {
        QString language, own, one, two, thousand;
    };
    // Numbers as CLDR writes them: the language is ours, the habit is the country's.
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("en"), QStringLiteral("Daily report"), QStringLiteral("1 point"),
         QStringLiteral("2 points"), QStringLiteral("12,345")},
        {QStringLiteral("es-BO"), QStringLiteral("Informe diario"), QStringLiteral("1 punto"),
         QStringLiteral("2 puntos"), QStringLiteral("12.345")},
        {QStringLiteral("es-PE"), QStringLiteral("Informe diario"), QStringLiteral("1 punto"),
         QStringLiteral("2 puntos"), QStringLiteral("12,345")},
        {QStringLiteral("pt-BR"), QStringLiteral("Relatório diário"), QStringLiteral("1 ponto"),
         QStringLiteral("2 pontos"), QStringLiteral("12.345")},
    }));
    CAPTURE(row.language);
    const SpokenLanguage spoken(row.language);
    CHECK(ownText() == row.own);
    CHECK(pluralText(1) == row.one);
    CHECK(pluralText(2) == row.two);
    CHECK(QLocale().toString(12'345) == row.thousand);
}

TEST_CASE("one language gives way to the next", "[translations]")
{
    const SpokenLanguage spoken(QStringLiteral("es"));
    translations::useLanguage(*qApp, QStringLiteral("pt-BR"));
    CHECK(ownText() == QStringLiteral("Relatório diário"));
    translations::useLanguage(*qApp, QStringLiteral("fr"));  // not ours: English words
    CHECK(ownText() == QStringLiteral("Daily report"));
}

TEST_CASE("buttons that Qt makes speak the language too", "[translations]")
{
    SECTION("with the texts of the computer's Qt")
    {
        const auto language = GENERATE(as<QString>(), QStringLiteral("es-BO"), QStringLiteral("pt-BR"));
        const SpokenLanguage spoken(language);
        CHECK(cancelButton() == QStringLiteral("Cancelar"));
    }
    SECTION("with those beside the program, where a package brings its own")
    {
        const TextsBesideTheProgram texts("No seguir");
        const SpokenLanguage spoken(QStringLiteral("es"));
        CHECK(cancelButton() == QStringLiteral("No seguir"));
        CHECK(ownText() == QStringLiteral("Informe diario"));
    }
}
