#include "sync/bundle/package_files.h"

#include "base/durable_file.h"
#include "exchange/package.h"
#include "sync/bundle/plain_file.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::bundle {

namespace {

const QString packagePattern = QStringLiteral("amparo-*.package");

QString fileName(const exchange::PackageLabel &label)
{
    return QStringLiteral("amparo-%1-%2.package")
        .arg(label.channel)
        .arg(label.version, 6, 10, QLatin1Char('0'));
}

QStringList packageFiles(const QString &place)
{
    if (!QFileInfo(place).isDir())
        return {place};
    const QDir folder(place);
    QStringList paths;
    for (const QString &name : folder.entryList({packagePattern}, QDir::Files | QDir::NoSymLinks, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

/// What the file would take in memory is known before it is unpacked.
Result<QByteArray> readPackage(const QString &path, qint64 most)
{
    return readPlain(path, exchange::mostFrameBytes)
        .and_then([&](const QByteArray &frame) -> Result<QByteArray> {
            const auto header = exchange::readFrameHeader(frame);
            if (!header)
                return tl::make_unexpected(header.error());
            if (header->unpackedSize > most)
                return failure(ErrorCode::InvalidInput,
                               QStringLiteral("more packages than are read at once"));
            return exchange::unpackSigned(frame);
        });
}

}  // namespace

Result<FoundPackages> readPackages(const QString &place)
{
    if (!QFileInfo::exists(place))
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such folder or file"));
    FoundPackages found;
    qint64 left = mostPackagedBytes;
    for (const QString &path : packageFiles(place)) {
        const auto bytes = found.signedBytes.size() < mostPackagesOnStick
                               ? readPackage(path, left)
                               : Result<QByteArray>(failure(ErrorCode::InvalidInput, QString()));
        if (!bytes) {
            ++found.damaged;
            continue;
        }
        left -= bytes->size();
        found.signedBytes.append(*bytes);
    }
    return found;
}

Result<QString> writePackage(const QString &folder, const QByteArray &signedBytes)
{
    if (!QFileInfo(folder).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such folder"));
    return exchange::labelOf(signedBytes).map(fileName).and_then([&](const QString &name) -> Result<QString> {
        const QString path = QDir(folder).filePath(name);
        if (QFileInfo::exists(path))
            return failure(ErrorCode::Conflict, QStringLiteral("%1 is there already").arg(name));
        return exchange::packSigned(signedBytes)
            .and_then([&](const QByteArray &frame) { return writeDurably(path, frame); })
            .map([&] { return path; });
    });
}

}  // namespace amparo::bundle
