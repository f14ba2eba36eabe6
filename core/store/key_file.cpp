// Layout of the content: {"store": uuid, "number", "slots": [{"officer", "login", "memory", "passes", "salt",
// "own": [nonce, sealed], "store": [nonce, sealed]}], "recovery": [public key, sealed]}. The file's own hash
// tells accidents; the tag of each sealed key tells intent.
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
    static const FileKind kind{"AMPAROKEYS", 2};
    return kind;
}

QString currentPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("keys.amparo")); }
QString previousPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("keys.amparo.previous"));
}

QCborArray sealedToCbor(const crypto::SealedKey &key) { return {key.nonce, key.sealed}; }

crypto::SealedKey sealedFromCbor(const QCborValue &value)
{
    const QCborArray parts = value.toArray();
    return {parts.at(0).toByteArray(), parts.at(1).toByteArray()};
}

QCborMap slotToCbor(const KeySlot &slot)
{
    return {{QStringLiteral("officer"), QCborValue(slot.officer.value())},
            {QStringLiteral("login"), slot.loginName},
            {QStringLiteral("memory"), qint64(slot.own.kdf.memoryInKib)},
            {QStringLiteral("passes"), qint64(slot.own.kdf.passes)},
            {QStringLiteral("salt"), slot.own.salt},
            {QStringLiteral("own"), sealedToCbor(slot.own.key)},
            {QStringLiteral("store"), sealedToCbor(slot.store)}};
}

KeySlot slotFromCbor(const QCborMap &map)
{
    KeySlot slot;
    slot.officer = OfficerId(map[QStringLiteral("officer")].toUuid());
    slot.loginName = map[QStringLiteral("login")].toString();
    slot.own.kdf.memoryInKib = smallNumber(map[QStringLiteral("memory")]);
    slot.own.kdf.passes = smallNumber(map[QStringLiteral("passes")]);
    slot.own.salt = map[QStringLiteral("salt")].toByteArray();
    slot.own.key = sealedFromCbor(map[QStringLiteral("own")]);
    slot.store = sealedFromCbor(map[QStringLiteral("store")]);
    return slot;
}

QCborValue toCbor(const KeyFile &keys)
{
    QCborArray list;
    for (const KeySlot &slot : keys.slotList)
        list.append(slotToCbor(slot));
    QCborMap map{{QStringLiteral("store"), QCborValue(keys.store.value())},
                 {QStringLiteral("number"), qint64(keys.keyNumber)},
                 {QStringLiteral("slots"), list}};
    if (keys.recovery)
        map.insert(QStringLiteral("recovery"), QCborArray{keys.recovery->publicKey, keys.recovery->sealed});
    return map;
}

Result<KeyFile> readGeneration(const QString &path)
{
    const auto content = readFile(path, keyFileKind());
    if (!content)
        return tl::make_unexpected(content.error());
    const QCborMap map = content->toMap();
    KeyFile keys;
    keys.store = StoreId(map[QStringLiteral("store")].toUuid());
    keys.keyNumber = smallNumber(map[QStringLiteral("number")]);
    for (const QCborValue &slot : map[QStringLiteral("slots")].toArray())
        keys.slotList.append(slotFromCbor(slot.toMap()));
    const QCborValue recovery = map[QStringLiteral("recovery")];
    if (recovery.isArray())
        keys.recovery = RecoverySlot{recovery[0].toByteArray(), recovery[1].toByteArray()};
    if (keys.store == StoreId() || keys.keyNumber == 0 || keys.slotList.isEmpty())
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

QString databaseName(quint32 keyNumber)
{
    return keyNumber == 1 ? QStringLiteral("store.amparo") : QStringLiteral("store-%1.amparo").arg(keyNumber);
}

QByteArray slotContext(StoreId store, OfficerId officer, QStringView loginName)
{
    return "amparo key slot 2" + store.value().toRfc4122() + officer.value().toRfc4122() +
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

Result<> writeKeyFile(const QString &folder, const KeyFile &keys, Previous previous)
{
    // Only a sound file may become the previous generation. The newer one comes last: with it all is decided.
    const auto current = readGeneration(currentPath(folder));
    if (current || previous == Previous::Replaced) {
        const KeyFile &before = previous == Previous::Replaced ? keys : *current;
        if (const auto kept = replaceFile(previousPath(folder), keyFileKind(), toCbor(before)); !kept)
            return kept;
    }
    return replaceFile(currentPath(folder), keyFileKind(), toCbor(keys));
}

Result<bool> settleKeyFile(const QString &folder)
{
    const auto current = readGeneration(currentPath(folder));
    if (!current)
        return false;
    const auto previous = readGeneration(previousPath(folder));
    if (previous && previous->keyNumber == current->keyNumber)
        return true;
    return replaceFile(previousPath(folder), keyFileKind(), toCbor(*current)).map([] { return true; });
}

}  // namespace amparo::store
