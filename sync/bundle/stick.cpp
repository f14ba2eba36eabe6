#include "sync/bundle/stick.h"

#include "base/durable_file.h"
#include "crypto/digest.h"
#include "exchange/frame.h"
#include "sync/bundle/plain_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace amparo::bundle {

using exchange::BundlePart;

namespace {

const QString listName = QStringLiteral("bundle.amparo");
constexpr qsizetype storeDigits = 8;

QString partPath(const QString &folder, const BundlePart &part)
{
    const QString kind =
        part.kind == BundlePart::Kind::Batch ? QStringLiteral(".batch") : QStringLiteral(".form");
    return QDir(folder).filePath(QString::fromLatin1(part.name.toHex()) + kind);
}

QString receiptPath(const QString &folder, const QByteArray &batchName)
{
    return QDir(folder).filePath(QString::fromLatin1(batchName.toHex()) + QStringLiteral(".receipt"));
}

/// The bundle in a folder; an error: it has no list (NotFound), or none that is sound.
Result<FoundBundle> readFolder(const QString &folder)
{
    return readPlain(QDir(folder).filePath(listName), exchange::mostBundleListBytes)
        .and_then([](const QByteArray &bytes) { return exchange::decodeBundle(bytes); })
        .map([&](const exchange::Bundle &bundle) {
            return FoundBundle{folder, bundle};
        });
}

QStringList bundleFolders(const QString &place)
{
    static const QRegularExpression name(QStringLiteral("\\Aamparo-[0-9a-f]{8}-[0-9]{6,20}\\z"));
    QStringList folders;
    const QDir dir(place);
    for (const QString &entry :
         dir.entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name.match(entry).hasMatch() && folders.size() < mostBundlesOnStick)
            folders.append(dir.filePath(entry));
    }
    return folders;
}

}  // namespace

Result<Stick> readStick(const QString &place)
{
    if (!QFileInfo(place).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such folder"));
    const bool isBundle = QFile::exists(QDir(place).filePath(listName));
    Stick stick;
    for (const QString &folder : isBundle ? QStringList{place} : bundleFolders(place)) {
        const auto found = readFolder(folder);
        if (found)
            stick.bundles.append(*found);
        else if (found.error().code == ErrorCode::NotFound)
            ++stick.unfinished;
        else
            ++stick.damaged;
    }
    return stick;
}

QString folderName(const QByteArray &storeId, quint64 number)
{
    return QStringLiteral("amparo-%1-%2")
        .arg(QString::fromLatin1(storeId.toHex().first(storeDigits)))
        .arg(number, 6, 10, QLatin1Char('0'));
}

Result<QByteArray> readPart(const QString &folder, const BundlePart &part)
{
    return readPlain(partPath(folder, part), exchange::mostFrameBytes)
        .and_then([&](const QByteArray &bytes) -> Result<QByteArray> {
            if (quint64(bytes.size()) != part.size || crypto::digest(bytes) != part.digest)
                return failure(ErrorCode::InvalidInput,
                               QStringLiteral("a file is not the one that the list names"));
            return bytes;
        });
}

Result<> writePart(const QString &folder, const BundlePart &part, const QByteArray &bytes)
{
    return writeDurably(partPath(folder, part), bytes);
}

void removePart(const QString &folder, const BundlePart &part) { QFile::remove(partPath(folder, part)); }

Result<> writeList(const QString &folder, const QByteArray &signedList)
{
    return writeDurably(QDir(folder).filePath(listName), signedList);
}

std::optional<QByteArray> readReceiptFile(const QString &folder, const QByteArray &batchName)
{
    const auto bytes = readPlain(receiptPath(folder, batchName), mostReceiptBytes);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

Result<> writeReceiptFile(const QString &folder, const QByteArray &batchName, const QByteArray &receipt)
{
    return writeDurably(receiptPath(folder, batchName), receipt);
}

Result<QString> makeBundleFolder(const QString &place, const QByteArray &storeId, quint64 number)
{
    if (!QFileInfo(place).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such folder"));
    const QString own = folderName(storeId, 0).chopped(6);
    for (const QString &folder : bundleFolders(place)) {
        if (QFileInfo(folder).fileName().startsWith(own) && !QFile::exists(QDir(folder).filePath(listName)))
            removeBundleFolder(folder);
    }
    const QString name = folderName(storeId, number);
    if (QFileInfo::exists(QDir(place).filePath(name)))
        return failure(ErrorCode::Conflict, QStringLiteral("the stick has a bundle of this number already"));
    if (!QDir(place).mkdir(name))
        return failure(ErrorCode::ReadOnly, QStringLiteral("nothing can be written there"));
    return QDir(place).filePath(name);
}

void removeBundleFolder(const QString &folder)
{
    static const QRegularExpression own(
        QStringLiteral("\\A(bundle\\.amparo|[0-9a-f]{32}\\.(batch|form|receipt))(\\.part)?\\z"));
    QDir dir(folder);
    for (const QString &file : dir.entryList(QDir::Files | QDir::System)) {
        if (own.match(file).hasMatch())
            dir.remove(file);
    }
    QDir().rmdir(folder);
}

}  // namespace amparo::bundle
