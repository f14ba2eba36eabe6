#include "store/store_mark.h"

#include "base/clock.h"
#include "crypto/digest.h"
#include "crypto/subkey.h"
#include "store/checked_file.h"

#include <QCborArray>
#include <QDir>
#include <QSysInfo>

namespace amparo::store {

namespace {

const FileKind &markKind()
{
    static const FileKind kind{"AMPAROMARK", 1};
    return kind;
}

QString markPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("mark.amparo")); }

/// Which of the system's names it is, nobody learns from the file.
QByteArray digestOf(const QByteArray &name, StoreId store)
{
    return name.isEmpty() ? QByteArray() : crypto::digest(store.value().toRfc4122() + name);
}

}  // namespace

Mark markHere(StoreId store, GenerationId generation, const AuditPoint &point)
{
    return {generation, point, digestOf(QSysInfo::machineUniqueId(), store),
            digestOf(bootId(), store)};
}

Result<> writeMark(const QString &folder, const Mark &mark, const crypto::SecretBytes &storeKey)
{
    const QByteArray content = QCborValue(QCborArray{mark.generation.value().toRfc4122(), mark.point.sequence,
                                                     mark.point.hash, mark.computer, mark.boot})
                                   .toCbor();
    const QByteArray tag = crypto::keyedDigest(crypto::subkey(storeKey, crypto::Purpose::Mark), content);
    return replaceFile(markPath(folder), markKind(), QCborArray{content, tag});
}

Result<Mark> readMark(const QString &folder, const crypto::SecretBytes &storeKey)
{
    return readFile(markPath(folder), markKind()).and_then([&](const QCborValue &value) -> Result<Mark> {
        const QByteArray content = value.toArray().at(0).toByteArray();
        const QByteArray tag = value.toArray().at(1).toByteArray();
        if (!crypto::equalInConstantTime(
                tag, crypto::keyedDigest(crypto::subkey(storeKey, crypto::Purpose::Mark), content)))
            return failure(ErrorCode::Corrupt, QStringLiteral("mark.amparo is not this store's"));
        const QCborArray parts = QCborValue::fromCbor(content).toArray();
        return Mark{GenerationId(QUuid::fromRfc4122(parts.at(0).toByteArray())),
                    {parts.at(1).toInteger(), parts.at(2).toByteArray()},
                    parts.at(3).toByteArray(),
                    parts.at(4).toByteArray()};
    });
}

}  // namespace amparo::store
