#include "core/leaflet/sample_card.h"

#include "resources/builtin_reference.h"
#include "support/catch.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace amparo::test {

namespace {

const QDate today(2026, 3, 2);

const reference::Reference &builtin()
{
    static const reference::Reference all = resources::builtinReference().reference;
    return all;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        FAIL(program.toStdString() << " did not run; ./dev setup installs it");
    return process.readAllStandardOutput();
}

QString written(const QTemporaryDir &folder, const QByteArray &pdf)
{
    const QString path = folder.filePath(QStringLiteral("leaflet.pdf"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    return path;
}

}  // namespace

reference::FilledCard builtinCard(const QString &id, const QString &language, const QStringList &countries,
                                  const std::optional<QString> &scannedLine)
{
    const reference::HelpCard *card = reference::findCard(builtin(), id);
    REQUIRE(card);
    return require(reference::fillCard(builtin(), *card, {language, countries, true, scannedLine}, today));
}

QStringList builtinCardIds()
{
    QStringList ids;
    for (const reference::HelpCard &card : builtin().cards)
        ids.append(card.id);
    return ids;
}

QStringList builtinLanguages() { return builtin().words.keys(); }

QList<QImage> picturesOf(const QByteArray &pdf, int dotsPerInch)
{
    const QTemporaryDir folder;
    const QString path = written(folder, pdf);
    outputOf(QStringLiteral("pdftoppm"),
             {QStringLiteral("-r"), QString::number(dotsPerInch), QStringLiteral("-png"), path,
              folder.filePath(QStringLiteral("p"))});
    QList<QImage> pictures;
    const QStringList files =
        QDir(folder.path()).entryList({QStringLiteral("p*.png")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        pictures.append(QImage(folder.filePath(file)));
    REQUIRE_FALSE(pictures.isEmpty());
    return pictures;
}

QList<QSizeF> pageSizesOf(const QByteArray &pdf)
{
    static const QRegularExpression size(QStringLiteral("Page +[0-9]+ size: +([0-9.]+) x ([0-9.]+) pts"));
    constexpr double millimetresPerPoint = 25.4 / 72;
    const QTemporaryDir folder;
    const QString said = QString::fromUtf8(outputOf(
        QStringLiteral("pdfinfo"), {QStringLiteral("-l"), QStringLiteral("99"), written(folder, pdf)}));
    QList<QSizeF> sizes;
    auto it = size.globalMatch(said);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        sizes.append(QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()) *
                     millimetresPerPoint);
    }
    return sizes;
}

QString textOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    return QString::fromUtf8(outputOf(
        QStringLiteral("pdftotext"), {QStringLiteral("-layout"), written(folder, pdf), QStringLiteral("-")}));
}

QStringList scanned(const QImage &picture)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.png"));
    REQUIRE(picture.save(path));
    return QString::fromUtf8(outputOf(QStringLiteral("zbarimg"),
                                      {QStringLiteral("--quiet"), QStringLiteral("--raw"), path}))
        .split(u'\n', Qt::SkipEmptyParts);
}

}  // namespace amparo::test
