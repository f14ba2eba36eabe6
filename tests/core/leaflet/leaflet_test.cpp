#include "leaflet/leaflet.h"

#include "core/leaflet/sample_card.h"
#include "support/catch.h"

#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>
#include <QThread>

using namespace amparo;
using namespace amparo::leaflet;
using namespace amparo::test;

namespace {

const QDate today(2026, 3, 2);

QByteArray pdfOf(const QString &id, const QString &language, const LeafletFormat &format)
{
    return leafletPdf(builtinCard(id, language), format, today);
}

bool isNear(const QSizeF &size, double width, double height)
{
    return std::abs(size.width() - width) < 0.5 && std::abs(size.height() - height) < 0.5;
}

}  // namespace

TEST_CASE("a leaflet has the size that was asked for (ISO 216)", "[leaflet]")
{
    struct Row {
        LeafletFormat format;
        double width;
        double height;
        int copies;
    };
    const auto row = GENERATE(values<Row>({{{LeafletSize::A5, Sheet::OwnSize}, 148, 210, 1},
                                           {{LeafletSize::A6, Sheet::OwnSize}, 105, 148, 1},
                                           {{LeafletSize::A5, Sheet::A4}, 297, 210, 2},
                                           {{LeafletSize::A6, Sheet::A4}, 210, 297, 4}}));
    CAPTURE(row.width, row.height);
    const QByteArray pdf = pdfOf(QStringLiteral("help-lines"), QStringLiteral("es"), row.format);
    const QList<QSizeF> sizes = pageSizesOf(pdf);
    REQUIRE_FALSE(sizes.isEmpty());
    for (const QSizeF &size : sizes)
        CHECK(isNear(size, row.width, row.height));

    QStringList links;
    for (const QImage &page : picturesOf(pdf, 200))
        links += scanned(page);
    links.removeDuplicates();  // the reader tells equal codes of one picture once
    CHECK(links == QStringList{QStringLiteral("tel:1818")});
    CHECK(textOf(pdf).count(QStringLiteral("Teléfonos para su viaje")) == row.copies);
}

TEST_CASE("every card is a leaflet of two sides at most, in every language", "[leaflet]")
{
    const QString id = GENERATE(from_range(builtinCardIds()));
    const QString language = GENERATE(from_range(builtinLanguages()));
    CAPTURE(id, language);
    CHECK(pageSizesOf(pdfOf(id, language, {LeafletSize::A6, Sheet::OwnSize})).size() <= 2);
    CHECK(pageSizesOf(pdfOf(id, language, {LeafletSize::A5, Sheet::OwnSize})).size() <= 2);
}

TEST_CASE("a leaflet's words can be searched, and its day stands at the foot", "[leaflet]")
{
    const QString text = textOf(pdfOf(QStringLiteral("rights"), QStringLiteral("pt-BR"), {}));
    for (const char *words : {"Seus direitos", "1818", "Peru", "Ley 28950", "2026-03-02"})
        CHECK(text.contains(QString::fromUtf8(words)));
}

TEST_CASE("a leaflet is made in any thread", "[leaflet]")
{
    QByteArray pdf;
    auto *thread = QThread::create([&, card = builtinCard(QStringLiteral("children"), QStringLiteral("ar"))] {
        pdf = leafletPdf(card, {}, today);
    });
    thread->start();
    thread->wait();
    delete thread;
    CHECK(isNear(pageSizesOf(pdf).value(0), 105, 148));
}

TEST_CASE("a printer gets the same leaflet, whatever its own page and resolution", "[leaflet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("printed.pdf"));
    const int resolution = GENERATE(300, 600);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setResolution(resolution);
    printer.setPageSize(QPageSize(QPageSize::Letter));
    printer.setFullPage(true);
    REQUIRE(paintLeaflet(printer, builtinCard(QStringLiteral("rights"), QStringLiteral("es")),
                         {LeafletSize::A6, Sheet::A4}, today));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    const QList<QSizeF> sizes = pageSizesOf(pdf);
    REQUIRE(sizes.size() == 2);
    CHECK(isNear(sizes[0], 210, 297));
    CHECK(textOf(pdf).count(QStringLiteral("Sus derechos cuando viaja")) == 4);
    CHECK(scanned(picturesOf(pdf, 200)[1]).value(0) == QStringLiteral("tel:1818"));
}

TEST_CASE("sizes have their words", "[leaflet]")
{
    CHECK(sizeFromName(sizeName(LeafletSize::A5)) == LeafletSize::A5);
    CHECK(sizeFromName(QStringLiteral("a6")) == LeafletSize::A6);
    CHECK_FALSE(sizeFromName(QStringLiteral("a4")));
}

// For people to look at, no test: AMPARO_SCREENSHOTS=folder test_leaflet "[screenshots]".
TEST_CASE("pictures of leaflets", "[.][screenshots]")
{
    const QString folder = qEnvironmentVariable("AMPARO_SCREENSHOTS");
    for (const QString &id : builtinCardIds()) {
        for (const QString &language : builtinLanguages()) {
            const auto pages = picturesOf(pdfOf(id, language, {}), 150);
            for (qsizetype i = 0; i < pages.size(); ++i)
                CHECK(pages[i].save(
                    QStringLiteral("%1/leaflet-%2-%3-%4.png").arg(folder, id, language).arg(i + 1)));
        }
    }
}
