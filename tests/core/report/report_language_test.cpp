// A report in Spanish or Portuguese has no English left, in the files that leave the program.

#include "core/report/exported_files.h"
#include "core/report/sample_day.h"
#include "report/report_export.h"
#include "support/catch.h"
#include "support/fixed_clock.h"
#include "support/spoken_language.h"
#include "support/ts_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>

using namespace amparo;
using namespace amparo::report;
using namespace amparo::test;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList csvTexts(const QString &path)
{
    QStringList texts;
    for (const QStringList &record : readCsv(content(path)))
        texts += record;
    return texts;
}

/// What stands in cells, on the sheets' tabs and over the chart.
QStringList workbookTexts(const QString &path)
{
    QStringList texts = sharedStrings(path);
    QXmlStreamReader book(zipEntry(path, "xl/workbook.xml"));
    while (!book.atEnd()) {
        if (book.readNext() == QXmlStreamReader::StartElement && book.name() == QLatin1String("sheet"))
            texts.append(book.attributes().value(QLatin1String("name")).toString());
    }
    QXmlStreamReader chart(zipEntry(path, "xl/charts/chart1.xml"));
    while (!chart.atEnd()) {
        if (chart.readNext() == QXmlStreamReader::StartElement &&
            chart.qualifiedName() == QLatin1String("a:t"))
            texts.append(chart.readElementText());
    }
    return texts;
}

/// The pieces of a text between what the program fills in.
QStringList pieces(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%[0-9n]|\\(s\\)"));
    QStringList found = text.split(placeholder, Qt::SkipEmptyParts);
    found.removeIf([](const QString &piece) { return piece.trimmed().size() < 4; });
    return found;
}

/// Where an English text of the program shows in what was exported.
QStringList showing(const QString &english, const QStringList &exported)
{
    const QStringList parts = pieces(english);
    const bool isWhole = parts == QStringList{english};
    QStringList found;
    for (const QString &text : exported) {
        if (text == english || (!isWhole && std::any_of(parts.begin(), parts.end(), [&](const QString &part) {
                return text.contains(part);
            })))
            found.append(text);
    }
    return found;
}

}  // namespace

TEST_CASE("no English heading is left in a report of another language", "[report]")
{
    const auto language = GENERATE(as<QString>(), QStringLiteral("es"), QStringLiteral("pt-BR"));
    CAPTURE(language);
    const SpokenLanguage spoken(language);
    const Report report = describe(computeFigures(sampleDay(), FixedClock()), QLocale());
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("report.csv"));
    const QString xlsx = folder.filePath(QStringLiteral("report.xlsx"));
    require(exportReport(report, Format::Csv, csv));
    require(exportReport(report, Format::Xlsx, xlsx));
    const QStringList exported = csvTexts(csv) + workbookTexts(xlsx);

    int compared = 0;
    int shown = 0;
    const TsFile ts = readTsFile(tsFilePath(language));
    for (const TsMessage &message : ts.messages) {
        // "Total" is Spanish too.
        if (message.context != QLatin1String("Report") || message.translations.contains(message.source))
            continue;
        CAPTURE(message.source);
        CHECK(showing(message.source, exported) == QStringList());
        ++compared;
        shown += exported.contains(message.translations.first());
    }
    // Most texts of a report show in a full day's: this compares files with words in them.
    CHECK(compared > 60);
    CHECK(shown > compared / 2);
}
