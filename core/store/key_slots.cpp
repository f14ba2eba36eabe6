#include "store/key_slots.h"

namespace amparo::store {

namespace {

/// So that neither key of a slot passes for the other.
QByteArray ownContext(const QByteArray &slot) { return slot + "own"; }
QByteArray storeContext(const QByteArray &slot) { return slot + "store"; }

}  // namespace

Result<KeySlot> makeSlot(StoreId store, const SlotKeys &keys, const record::Officer &officer,
                         const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf)
{
    const QByteArray context = slotContext(store, officer.id, officer.loginName);
    return crypto::wrapKey(keys.own, passphrase, kdf, ownContext(context))
        .map([&](const crypto::WrappedKey &own) {
            return KeySlot{officer.id, foldedLoginName(officer.loginName), own,
                           crypto::sealKey(keys.store, keys.own, storeContext(context))};
        });
}

Result<SlotKeys> openSlot(const KeyFile &keys, const QString &loginName, const crypto::Passphrase &passphrase)
{
    const KeySlot *slot = keys.find(loginName);
    const KeySlot &tried = slot != nullptr ? *slot : keys.slotList.first();
    const QByteArray context =
        slotContext(keys.store, tried.officer, slot != nullptr ? loginName : QString());
    auto own = crypto::unwrapKey(tried.own, passphrase, ownContext(context));
    if (!own && own.error().code == ErrorCode::Denied)
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));
    if (!own)
        return tl::make_unexpected(own.error());
    auto store = crypto::openKey(tried.store, *own, storeContext(context));
    if (!store)
        return failure(ErrorCode::Corrupt, QStringLiteral("the key file has been altered"));
    return SlotKeys{std::move(*own), std::move(*store)};
}

KeySlot resealed(const KeySlot &slot, StoreId store, const crypto::SecretBytes &own,
                 const crypto::SecretBytes &newStoreKey)
{
    KeySlot changed = slot;
    const QByteArray context = slotContext(store, slot.officer, slot.loginName);
    changed.store = crypto::sealKey(newStoreKey, own, storeContext(context));
    return changed;
}

void putSlot(KeyFile &keys, const KeySlot &slot)
{
    erase_if(keys.slotList, [&](const KeySlot &old) { return old.loginName == slot.loginName; });
    keys.slotList.append(slot);
}

}  // namespace amparo::store
