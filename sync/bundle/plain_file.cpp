#include "sync/bundle/plain_file.h"

#include <QFile>
#include <QFileInfo>

namespace amparo::bundle {

Result<QByteArray> readPlain(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.isFile())
        return failure(ErrorCode::NotFound, QStringLiteral("a file is missing"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, QStringLiteral("a file cannot be read"));
    if (file.size() > most)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a file is too large"));
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Unavailable, QStringLiteral("a file cannot be read"));
    return bytes;
}

}  // namespace amparo::bundle
