#include "store/durable_file.h"

#include "crypto/digest.h"

#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace amparo::store {

namespace {

constexpr qint64 maximumSizeInBytes = 1024 * 1024;

Error writeError(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return {ErrorCode::DiskFull, QStringLiteral("no space for a file beside the store")};
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return {ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be written")};
    default:
        return {ErrorCode::Unavailable, QStringLiteral("a file beside the store could not be written")};
    }
}

/// A rename is durable only when its folder is.
void syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(path);  // NTFS journals the rename itself
#endif
}

}  // namespace

Result<> replaceFile(const QString &path, const FileKind &kind, const QCborValue &content)
{
    QByteArray bytes = kind.magic;
    bytes.append(char(kind.version)).append(content.toCbor());
    bytes.append(crypto::digest(bytes));

    QSaveFile file(path);  // syncs what it wrote before it renames
    if (!file.open(QIODevice::WriteOnly))
        return tl::make_unexpected(writeError(file));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return tl::make_unexpected(writeError(file));
    syncFolderOf(path);
    return {};
}

Result<QCborValue> readFile(const QString &path, const FileKind &kind)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no %1").arg(QFileInfo(path).fileName()));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("%1 cannot be read").arg(QFileInfo(path).fileName()));
    const auto corrupt =
        failure(ErrorCode::Corrupt, QStringLiteral("%1 is damaged").arg(QFileInfo(path).fileName()));
    const QByteArray bytes = file.read(maximumSizeInBytes + 1);
    const qsizetype headerSize = kind.magic.size() + 1;
    if (bytes.size() > maximumSizeInBytes || bytes.size() < headerSize + crypto::digestSize ||
        !bytes.startsWith(kind.magic))
        return corrupt;
    const QByteArrayView content = QByteArrayView(bytes).chopped(crypto::digestSize);
    if (crypto::digest(content) != QByteArrayView(bytes).last(crypto::digestSize))
        return corrupt;
    if (quint8(bytes.at(headerSize - 1)) > kind.version)
        return failure(ErrorCode::TooNew,
                       QStringLiteral("%1 was written by a later version").arg(QFileInfo(path).fileName()));
    QCborParserError error;
    QCborValue value = QCborValue::fromCbor(content.sliced(headerSize).toByteArray(), &error);
    if (error.error != QCborError::NoError)
        return corrupt;
    return value;
}

}  // namespace amparo::store
