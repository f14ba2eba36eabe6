#include "app/desktop/cards/leaflet_output.h"

#include "base/background.h"
#include "base/durable_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <memory>

namespace amparo::desktop {

namespace {

struct OutputTexts {
    Q_DECLARE_TR_FUNCTIONS(LeafletOutput)
};

Result<QString> write(const QString &path, const QByteArray &pdf)
{
    return writeDurably(path, pdf).map([&] { return QFileInfo(path).fileName(); });
}

/// A name that tells nothing but the card's number in the list of files: no traveller, no suspicion.
QString fileNameOf(const reference::FilledCard &card, const leaflet::LeafletFormat &format)
{
    return QStringLiteral("%1-%2-%3.pdf").arg(card.id, card.text.language, leaflet::sizeName(format.size));
}

}  // namespace

void saveLeaflet(QWidget *parent, const reference::FilledCard &card, const leaflet::LeafletFormat &format,
                 QDate day, LeafletDone done)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(parent, OutputTexts::tr("Save the leaflet"), folder, QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(fileNameOf(card, format));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [=](const QString &path) {
        runInPool(
            parent, [=] { return write(path, leaflet::leafletPdf(card, format, day)); }, done);
    });
    dialog->open();
}

void printLeaflet(QWidget *parent, const reference::FilledCard &card, const leaflet::LeafletFormat &format,
                  QDate day, LeafletDone done)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);  // shared: dialog, then job
    printer->setDocName(OutputTexts::tr("Information"));  // stands in the printer's list of jobs
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [=] {
        runInPool(
            parent,
            [=]() -> Result<QString> {
                printer->setFullPage(true);
                if (!leaflet::paintLeaflet(*printer, card, format, day))
                    return failure(ErrorCode::Unavailable, QStringLiteral("the printer took no page"));
                return QString();
            },
            done);
    });
    dialog->open();
}

}  // namespace amparo::desktop
