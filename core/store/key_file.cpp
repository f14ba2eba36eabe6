// Layout of the content: {"store": uuid, "slots": [{"officer", "login", "memory", "passes", "salt", "nonce",
// "sealed"}]}. The file's own hash tells accidents; the tag of each sealed key tells intent.
#include "store/key_file.h"

#include "store/checked_file.h"

#include <QCborArray>
#include <QCborMap>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace amparo::store {

namespace {

const FileKind &keyFileKind()
{
    static const FileKind kind{"AMPAROKEYS", 1};
    return kind;
}

QString currentPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("keys.amparo")); }
QString previousPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("keys.amparo.previous"));
}

QCborMap slotToCbor(const KeySlot &slot)
{
    return {{QStringLiteral("officer"), QCborValue(slot.officer.value())},
            {QStringLiteral("login"), slot.loginName},
            {QStringLiteral("memory"), qint64(slot.key.kdf.memoryInKib)},
            {QStringLiteral("passes"), qint64(slot.key.kdf.passes)},
            {QStringLiteral("salt"), slot.key.salt},
            {QStringLiteral("nonce"), slot.key.nonce},
            {QStringLiteral("sealed"), slot.key.sealed}};
}

/// A number that does not fit reads as 0, which no wrapped key is opened with.
quint32 smallNumber(const QCborValue &value)
{
    const qint64 number = value.toInteger();
    return number == qint64(quint32(number)) ? quint32(number) : 0;
}

KeySlot slotFromCbor(const QCborMap &map)
{
    KeySlot slot;
    slot.officer = OfficerId(map[QStringLiteral("officer")].toUuid());
    slot.loginName = map[QStringLiteral("login")].toString();
    slot.key.kdf.memoryInKib = smallNumber(map[QStringLiteral("memory")]);
    slot.key.kdf.passes = smallNumber(map[QStringLiteral("passes")]);
    slot.key.salt = map[QStringLiteral("salt")].toByteArray();
    slot.key.nonce = map[QStringLiteral("nonce")].toByteArray();
    slot.key.sealed = map[QStringLiteral("sealed")].toByteArray();
    return slot;
}

QCborValue toCbor(const KeyFile &keys)
{
    QCborArray list;
    for (const KeySlot &slot : keys.slotList)
        list.append(slotToCbor(slot));
    return QCborMap{{QStringLiteral("store"), QCborValue(keys.store.value())},
                    {QStringLiteral("slots"), list}};
}

Result<KeyFile> readGeneration(const QString &path)
{
    const auto content = readFile(path, keyFileKind());
    if (!content)
        return tl::make_unexpected(content.error());
    const QCborMap map = content->toMap();
    KeyFile keys{StoreId(map[QStringLiteral("store")].toUuid()), {}};
    for (const QCborValue &slot : map[QStringLiteral("slots")].toArray())
        keys.slotList.append(slotFromCbor(slot.toMap()));
    if (keys.store == StoreId() || keys.slotList.isEmpty())
        return failure(ErrorCode::Corrupt, QStringLiteral("the key file has no store or no slots"));
    return keys;
}

}  // namespace

const KeySlot *KeyFile::find(QStringView loginName) const
{
    const auto found = std::ranges::find(slotList, foldedLoginName(loginName), &KeySlot::loginName);
    return found == slotList.cend() ? nullptr : &*found;
}

QString foldedLoginName(QStringView loginName)
{
    return loginName.toString().normalized(QString::NormalizationForm_KC).toCaseFolded().trimmed();
}

QByteArray slotContext(StoreId store, OfficerId officer, QStringView loginName)
{
    return "amparo key slot 1" + store.value().toRfc4122() + officer.value().toRfc4122() +
           foldedLoginName(loginName).toUtf8();
}

Result<KeyFile> readKeyFile(const QString &folder)
{
    auto current = readGeneration(currentPath(folder));
    if (current || current.error().code == ErrorCode::TooNew)
        return current;
    auto previous = readGeneration(previousPath(folder));
    return previous ? previous : current;
}

Result<> writeKeyFile(const QString &folder, const KeyFile &keys)
{
    // Only a sound file may become the previous generation.
    if (const auto current = readGeneration(currentPath(folder))) {
        if (const auto kept = replaceFile(previousPath(folder), keyFileKind(), toCbor(*current)); !kept)
            return kept;
    }
    return replaceFile(currentPath(folder), keyFileKind(), toCbor(keys));
}

}  // namespace amparo::store
