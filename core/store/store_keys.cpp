// Who has a way to the store key, and the change of that key.

#include "store/store_opening.h"

#include "crypto/random.h"
#include "store/checked_file.h"
#include "store/damage_mark.h"
#include "store/station_values.h"

#include <QCborArray>
#include <QCborValue>

namespace amparo::store {

namespace {

const QString keyCostName = QStringLiteral("key-cost");
const QString keyChangeName = QStringLiteral("key-change-advised");

/// Memory and passes both count: a slot is cheaper where either is less.
bool isCheaper(const crypto::KdfParameters &kdf, const crypto::KdfParameters &wanted)
{
    return kdf.memoryInKib < wanted.memoryInKib || kdf.passes < wanted.passes;
}

QByteArray toBytes(const crypto::KdfParameters &kdf)
{
    return QCborValue(QCborArray{qint64(kdf.memoryInKib), qint64(kdf.passes)}).toCbor();
}

crypto::KdfParameters kdfFromBytes(const QByteArray &bytes)
{
    const QCborArray parts = QCborValue::fromCbor(bytes).toArray();
    return {smallNumber(parts.at(0)), smallNumber(parts.at(1))};
}

}  // namespace

/// Writes the officer's slot. Last in a transaction, so that no refused officer has a key: a slot whose
/// commit then fails opens nothing, since open() asks for the officer's row, and it makes way for the next
/// try.
Result<> Store::giveSlot(const record::Officer &officer, const crypto::SecretBytes &ownKey,
                         const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf)
{
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const SlotKeys slotKeys{ownKey.clone(), m_key.clone()};
    const auto slot = makeSlot(keys->store, slotKeys, officer, passphrase, kdf);
    if (!slot)
        return tl::make_unexpected(slot.error());
    putSlot(*keys, *slot);
    return writeKeyFile(m_folder, *keys, Previous::Replaced);
}

Result<> Store::addOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase,
                           const crypto::KdfParameters &kdf)
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return allowed;
    if (const auto checked = checkOfficer(officer, passphrase); !checked)
        return checked;
    const crypto::SecretBytes ownKey = crypto::randomSecret(crypto::keySize);
    return inTransaction(*m_database, [&] {
        return m_officers.insert(withFoldedName(officer), ownKey, m_clock.utcNow())
            .and_then([&] {
                return m_audit.append(AuditAction::OfficerAdded, officer.id.toText(),
                                      record::roleName(officer.role));
            })
            .and_then([&] { return giveSlot(officer, ownKey, passphrase, kdf); });
    });
}

Result<QList<OfficerAccount>> Store::accounts() const
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return tl::make_unexpected(allowed.error());
    const auto keys = readKeyFile(m_folder);
    const auto officers = m_officers.list();
    if (!keys || !officers)
        return tl::make_unexpected(keys ? officers.error() : keys.error());
    QList<OfficerAccount> accounts;
    for (const record::Officer &officer : *officers) {
        const auto lastSignIn = m_audit.lastSignIn(officer.id);
        if (!lastSignIn)
            return tl::make_unexpected(lastSignIn.error());
        accounts.append({officer, keys->find(officer.loginName) == nullptr, *lastSignIn});
    }
    return accounts;
}

/// Whoever manages accounts leaves their own alone, so that one administrator always stays.
Result<> Store::checkManages(OfficerId id) const
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return allowed;
    if (id == m_officer.id)
        return failure(ErrorCode::Denied,
                       QStringLiteral("nobody removes, suspends or changes the role of their own account"));
    return {};
}

Result<> Store::changeRole(OfficerId id, record::Role role)
{
    if (const auto allowed = checkManages(id); !allowed)
        return allowed;
    return inTransaction(*m_database, [&] {
        return m_officers.setRole(id, role).and_then(
            [&] { return m_audit.append(AuditAction::RoleChanged, id.toText(), record::roleName(role)); });
    });
}

/// Whoever loses the way to the key may have a copy of the key file.
Result<> Store::adviseKeyChange(OfficerId because)
{
    return StationValues(*m_database).set(keyChangeName, because.toText().toUtf8());
}

Result<> Store::suspendOfficer(OfficerId id)
{
    if (const auto allowed = checkManages(id); !allowed)
        return allowed;
    auto keys = readKeyFile(m_folder);
    const auto ownKey = m_officers.ownKey(id);  // NotFound where there is no such account
    if (!keys || !ownKey)
        return tl::make_unexpected(keys ? ownKey.error() : keys.error());
    erase_if(keys->slotList, [&](const KeySlot &slot) { return slot.officer == id; });
    return inTransaction(*m_database, [&] {
        return m_audit.append(AuditAction::OfficerSuspended, id.toText())
            .and_then([&] { return adviseKeyChange(id); })
            .and_then([&] { return writeKeyFile(m_folder, *keys, Previous::Replaced); });
    });
}

Result<> Store::removeOfficer(OfficerId id)
{
    if (const auto allowed = checkManages(id); !allowed)
        return allowed;
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    erase_if(keys->slotList, [&](const KeySlot &slot) { return slot.officer == id; });
    return inTransaction(*m_database, [&] {
        return m_officers.remove(id, m_clock.utcNow())
            .and_then([&] { return m_audit.append(AuditAction::OfficerRemoved, id.toText()); })
            .and_then([&] { return adviseKeyChange(id); })
            .and_then([&] { return writeKeyFile(m_folder, *keys, Previous::Replaced); });
    });
}

Result<> Store::changePassphrase(const crypto::Passphrase &current, const crypto::Passphrase &next,
                                 const crypto::KdfParameters &kdf)
{
    if (const auto checked = checkPassphrase(next, m_officer.loginName); !checked)
        return checked;
    const auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const auto entry = enter(*keys, m_folder, m_officer.loginName, current, m_clock);
    if (!entry)
        return tl::make_unexpected(entry.error());
    return inTransaction(*m_database, [&] {
        return m_audit
            .append(AuditAction::PassphraseChanged, m_officer.id.toText(), failedBefore(entry->tries))
            .and_then([&] { return giveSlot(m_officer, entry->keys.own, next, kdf); });
    });
}

Result<> Store::resetPassphrase(OfficerId id, const crypto::Passphrase &next,
                                const crypto::KdfParameters &kdf)
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return allowed;
    const auto officer = m_officers.find(id);
    const auto ownKey = m_officers.ownKey(id);
    if (!officer || !ownKey)
        return tl::make_unexpected(officer ? ownKey.error() : officer.error());
    if (const auto checked = checkPassphrase(next, (*officer)->loginName); !checked)
        return checked;
    return inTransaction(*m_database, [&] {
        return m_audit.append(AuditAction::PassphraseReset, id.toText()).and_then([&] {
            return giveSlot(**officer, *ownKey, next, kdf);
        });
    });
}

Result<> Store::setKeyCost(const crypto::KdfParameters &kdf, std::optional<Approval> approval)
{
    if (const auto allowed = m_access.check(record::Permission::ManageKeys); !allowed)
        return allowed;
    if (isCheaper(kdf, {}))
        return failure(ErrorCode::InvalidInput, QStringLiteral("a key may not cost less than the floor"));
    return m_settings.set(keyCostName, toBytes(kdf), std::move(approval));
}

/// At sign-in, when the passphrase is at hand.
Result<> Store::adoptKeyCost(const KeyFile &keys, const crypto::SecretBytes &ownKey,
                             const crypto::Passphrase &passphrase)
{
    const auto setting = m_settings.find(keyCostName);
    if (!setting)
        return tl::make_unexpected(setting.error());
    const KeySlot *slot = keys.find(m_officer.loginName);
    if (!setting->has_value() || slot == nullptr || !isCheaper(slot->own.kdf, kdfFromBytes(**setting)))
        return {};
    const crypto::KdfParameters wanted = kdfFromBytes(**setting);
    const crypto::KdfParameters kdf{std::max(slot->own.kdf.memoryInKib, wanted.memoryInKib),
                                    std::max(slot->own.kdf.passes, wanted.passes)};
    return inTransaction(*m_database, [&] {
        return m_audit.append(AuditAction::KeyCostRaised, m_officer.id.toText()).and_then([&] {
            return giveSlot(m_officer, ownKey, passphrase, kdf);
        });
    });
}

Result<> Store::setRecoveryKey(const QByteArray &publicKey)
{
    if (const auto allowed = m_access.check(record::Permission::ManageKeys); !allowed)
        return allowed;
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const auto sealed = crypto::sealForRecovery(m_key, publicKey);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    keys->recovery = RecoverySlot{publicKey, *sealed};
    return inTransaction(*m_database, [&] {
        return m_audit.append(AuditAction::RecoveryKeySet, QString::fromLatin1(publicKey.toHex()))
            .and_then([&] { return writeKeyFile(m_folder, *keys, Previous::Replaced); });
    });
}

Result<std::optional<QByteArray>> Store::recoveryKey() const
{
    return readKeyFile(m_folder).map([](const KeyFile &keys) {
        return keys.recovery ? std::optional(keys.recovery->publicKey) : std::nullopt;
    });
}

Result<> Store::recover(const QString &folder, const crypto::SecretBytes &recoveryKey,
                        const record::Officer &administrator, const crypto::Passphrase &passphrase,
                        const Clock &clock, const crypto::KdfParameters &kdf)
{
    if (const auto checked = checkOfficer(administrator, passphrase); !checked)
        return checked;
    const auto keys = readKeyFile(folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (!keys->recovery)
        return failure(ErrorCode::NotFound, QStringLiteral("the post has no recovery key"));
    if (isMarkedDamaged(folder))
        return failure(ErrorCode::Corrupt,
                       QStringLiteral("the store is damaged, and only read: restore a backup"));
    auto key = crypto::openForRecovery(keys->recovery->sealed, recoveryKey);
    if (!key)
        return tl::make_unexpected(key.error());
    auto opened = openDatabase({folder, *keys, *key, clock});
    if (!opened)
        return tl::make_unexpected(opened.error());
    const auto post = readPost(*opened->database, keys->store);
    if (!post)
        return tl::make_unexpected(post.error());
    const record::Officer officer = withFoldedName(administrator);
    Store store({folder, keys->store, keys->keyNumber, clock, std::move(*lock), std::move(*key),
                 std::move(opened->database), *post, officer});
    const crypto::SecretBytes ownKey = crypto::randomSecret(crypto::keySize);
    return inTransaction(*store.m_database, [&] {
        return store.m_officers.insert(officer, ownKey, clock.utcNow())
            .and_then([&] {
                return opened->upgrade
                           ? store.m_audit.append(AuditAction::StoreUpgraded, keys->store.toText(),
                                                  upgradeDetail(*opened->upgrade))
                           : Result<>();
            })
            .and_then([&] { return store.m_audit.append(AuditAction::StoreRecovered, officer.id.toText()); })
            .and_then([&] { return store.giveSlot(officer, ownKey, passphrase, kdf); });
    });
}

Result<StoreCopy> Store::beginKeyRotation()
{
    if (const auto allowed = m_access.check(record::Permission::ChangeKey); !allowed)
        return tl::make_unexpected(allowed.error());
    return StoreCopy::begin(databasePath(m_folder, m_keyNumber + 1), *m_database,
                            crypto::randomSecret(crypto::keySize));
}

Result<bool> Store::isKeyChangeAdvised() const
{
    return StationValues(*m_database).find(keyChangeName).map([](const std::optional<QByteArray> &why) {
        return why.has_value();
    });
}

/// The key file as it is to be with another store key.
Result<KeyFile> Store::keysFor(const crypto::SecretBytes &newKey)
{
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return keys;
    keys->keyNumber = m_keyNumber + 1;
    for (KeySlot &slot : keys->slotList) {
        const auto ownKey = m_officers.ownKey(slot.officer);
        if (!ownKey)
            return tl::make_unexpected(ownKey.error());
        slot = resealed(slot, keys->store, *ownKey, newKey);
    }
    if (keys->recovery) {
        const auto sealed = crypto::sealForRecovery(newKey, keys->recovery->publicKey);
        if (!sealed)
            return tl::make_unexpected(sealed.error());
        keys->recovery->sealed = *sealed;
    }
    return keys;
}

Result<> Store::finishKeyRotation(StoreCopy copy)
{
    dropScheduledBackup();  // it borrows the database that goes, and is under the old key
    if (const auto complete = copy.complete(); !complete)
        return complete;
    const auto keys = keysFor(copy.key());
    if (!keys)
        return tl::make_unexpected(keys.error());
    if (const auto sealed = m_encounterIndex.sealInto(copy.database(), copy.key()); !sealed)
        return sealed;
    // In the copy alone: where this is broken off, the store's log knows nothing of a key that never came.
    AuditLog log(copy.database(), m_clock, m_officer);
    if (const auto settled = StationValues(copy.database()).remove(keyChangeName); !settled)
        return settled;
    if (const auto told = log.record(AuditAction::KeyRotated, QString::number(keys->keyNumber)); !told)
        return told;
    if (const auto written = writeKeyFile(m_folder, *keys, Previous::Replaced); !written)
        return written;
    StoreCopy::Taken taken = copy.take();
    m_database->takeOver(std::move(*taken.database));
    m_key = std::move(taken.key);
    removeDatabase(databasePath(m_folder, std::exchange(m_keyNumber, keys->keyNumber)));
    tryToLeaveMark();  // under the new key
    // What lies beside the store opens to nobody either whose account was removed.
    (void)removeBackups(upgradeBackups(m_folder));
    return {};
}

}  // namespace amparo::store
