// Who has a way to the store key, and the change of that key.

#include "store/store_opening.h"

#include "crypto/random.h"
#include "store/checked_file.h"
#include "store/damage_mark.h"
#include "store/station_values.h"

#include <QCborArray>
#include <QCborValue>

#include <utility>

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

void dropSlots(KeyFile &keys, OfficerId officer)
{
    erase_if(keys.slotList, [&](const KeySlot &slot) { return slot.officer == officer; });
}

}  // namespace

/// Changes the database and the key file, both or neither. The file is written last before the commit, so
/// that nobody is taken out of the database while a slot still opens it; where the commit fails, it is put
/// back.
Result<> Store::changeKeys(const std::function<Result<>(KeyFile &)> &work)
{
    const auto before = readKeyFile(m_folder);
    if (!before)
        return tl::make_unexpected(before.error());
    bool isWritten = false;
    const auto changed = inReservedTransaction(*m_database, [&] {
        KeyFile keys = *before;
        return work(keys).and_then([&] {
            isWritten = true;
            return writeKeyFile(m_folder, keys, Previous::Replaced);
        });
    });
    if (changed || !isWritten)
        return changed;
    if (const auto back = writeKeyFile(m_folder, *before, Previous::Replaced); !back)
        return failure(back.error().code,
                       QStringLiteral("nothing was changed but the key file, which cannot be put "
                                      "back: %1")
                           .arg(back.error().detail));
    return changed;
}

/// Does `act` in the database, and writes the officer's slot with it.
Result<> Store::giveSlot(const record::Officer &officer, const crypto::SecretBytes &ownKey,
                         const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf,
                         const std::function<Result<>()> &act)
{
    const SlotKeys slotKeys{ownKey.clone(), m_key.clone()};
    const auto slot = makeSlot(m_storeId, slotKeys, officer, passphrase, kdf);  // takes its time, and no lock
    if (!slot)
        return tl::make_unexpected(slot.error());
    return changeKeys([&](KeyFile &keys) { return act().map([&] { putSlot(keys, *slot); }); });
}

Result<> Store::addOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase,
                           const crypto::KdfParameters &kdf)
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return allowed;
    if (const auto checked = checkOfficer(officer, passphrase); !checked)
        return checked;
    const crypto::SecretBytes ownKey = crypto::randomSecret(crypto::keySize);
    return giveSlot(officer, ownKey, passphrase, kdf, [&] {
        return m_officers.insert(withFoldedName(officer), ownKey, m_clock.utcNow()).and_then([&] {
            return m_audit.append(AuditAction::OfficerAdded, officer.id.toText(),
                                  record::roleName(officer.role));
        });
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

/// NotFound: nobody of that id is here any more.
Result<record::Officer> Store::account(OfficerId id) const
{
    return m_officers.findActive(id).and_then(
        [](const std::optional<record::Officer> &officer) -> Result<record::Officer> {
            if (!officer)
                return failure(ErrorCode::NotFound, QStringLiteral("no such officer at this post"));
            return *officer;
        });
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
    if (const auto officer = account(id); !officer)
        return tl::make_unexpected(officer.error());
    return changeKeys([&](KeyFile &keys) {
        dropSlots(keys, id);
        return m_audit.append(AuditAction::OfficerSuspended, id.toText()).and_then([&] {
            return adviseKeyChange(id);
        });
    });
}

Result<> Store::removeOfficer(OfficerId id)
{
    if (const auto allowed = checkManages(id); !allowed)
        return allowed;
    return changeKeys([&](KeyFile &keys) {
        dropSlots(keys, id);
        return m_officers.remove(id, m_clock.utcNow())
            .and_then([&] { return m_audit.append(AuditAction::OfficerRemoved, id.toText()); })
            .and_then([&] { return adviseKeyChange(id); });
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
    return giveSlot(m_officer, entry->keys.own, next, kdf, [&] {
        return m_audit.append(AuditAction::PassphraseChanged, m_officer.id.toText(),
                              failedBefore(entry->tries));
    });
}

Result<> Store::resetPassphrase(OfficerId id, const crypto::Passphrase &next,
                                const crypto::KdfParameters &kdf)
{
    if (const auto allowed = m_access.check(record::Permission::ManageOfficers); !allowed)
        return allowed;
    const auto officer = account(id);
    if (!officer)
        return tl::make_unexpected(officer.error());
    if (const auto checked = checkPassphrase(next, officer->loginName); !checked)
        return checked;
    auto ownKey = m_officers.ownKey(id);
    const bool isLost = !ownKey && ownKey.error().code == ErrorCode::NotFound;  // with a damaged page
    if (isLost)
        ownKey = crypto::randomSecret(crypto::keySize);
    if (!ownKey)
        return tl::make_unexpected(ownKey.error());
    return giveSlot(*officer, *ownKey, next, kdf, [&] {
        return m_audit.append(AuditAction::PassphraseReset, id.toText()).and_then([&] {
            return isLost ? m_officers.giveOwnKey(id, *ownKey) : Result<>();
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
    return giveSlot(m_officer, ownKey, passphrase, kdf,
                    [&] { return m_audit.append(AuditAction::KeyCostRaised, m_officer.id.toText()); });
}

/// At sign-in as well: a salvage may have lost it.
Result<> Store::keepOwnKey(const crypto::SecretBytes &ownKey)
{
    const auto kept = m_officers.ownKey(m_officer.id);
    if (!kept && kept.error().code == ErrorCode::NotFound)
        return m_officers.giveOwnKey(m_officer.id, ownKey);
    return kept.map([](const crypto::SecretBytes &) {});
}

Result<> Store::setRecoveryKey(const QByteArray &publicKey)
{
    if (const auto allowed = m_access.check(record::Permission::ManageKeys); !allowed)
        return allowed;
    const auto sealed = crypto::sealForRecovery(m_key, publicKey);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    return changeKeys([&](KeyFile &keys) {
        keys.recovery = RecoverySlot{publicKey, *sealed};
        return m_audit.append(AuditAction::RecoveryKeySet, QString::fromLatin1(publicKey.toHex()));
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
    return store.giveSlot(officer, ownKey, passphrase, kdf, [&] {
        return store.m_officers.insert(officer, ownKey, clock.utcNow())
            .and_then([&] {
                return opened->upgrade
                           ? store.m_audit.append(AuditAction::StoreUpgraded, keys->store.toText(),
                                                  upgradeDetail(*opened->upgrade))
                           : Result<>();
            })
            .and_then([&] { return store.m_audit.append(AuditAction::StoreRecovered, officer.id.toText()); });
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

/// The key file as it is to be with another store key. A slot without an own key in the store is left out: it
/// is nobody's, or its officer has not signed in since a salvage lost that key, and needs a new passphrase.
Result<KeyFile> Store::keysFor(const crypto::SecretBytes &newKey)
{
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return keys;
    keys->keyNumber = m_keyNumber + 1;
    for (const KeySlot &slot : std::exchange(keys->slotList, {})) {
        const auto ownKey = m_officers.ownKey(slot.officer);
        if (!ownKey && ownKey.error().code != ErrorCode::NotFound)
            return tl::make_unexpected(ownKey.error());
        if (ownKey)
            keys->slotList.append(resealed(slot, keys->store, *ownKey, newKey));
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
