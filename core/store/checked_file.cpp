#include "store/checked_file.h"

#include "base/durable_file.h"
#include "crypto/digest.h"

#include <QFile>
#include <QFileInfo>

namespace amparo::store {

namespace {

constexpr qint64 maximumSizeInBytes = 1024 * 1024;

}  // namespace

Result<> replaceFile(const QString &path, const FileKind &kind, const QCborValue &content)
{
    QByteArray bytes = kind.magic;
    bytes.append(char(kind.version)).append(content.toCbor());
    bytes.append(crypto::digest(bytes));
    return writeDurably(path, bytes);
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

quint32 smallNumber(const QCborValue &value)
{
    const qint64 number = value.toInteger();
    return number == qint64(quint32(number)) ? quint32(number) : 0;
}

}  // namespace amparo::store
