#include "store/store.h"

#include "base/owner_only.h"
#include "crypto/random.h"
#include "store/damage_mark.h"
#include "store/key_slots.h"
#include "store/migrations.h"
#include "store/sign_in_throttle.h"
#include "store/store_opening.h"

#include <QDir>
#include <QFile>

namespace amparo::store {

namespace {

QString keyFilePath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("keys.amparo")); }

/// Leaves nothing of a store that could not be made.
class Cleanup {
public:
    explicit Cleanup(QStringList paths) : m_paths(std::move(paths)) {}
    ~Cleanup()
    {
        for (const QString &path : std::as_const(m_paths))
            QFile::remove(path);
    }
    Cleanup(const Cleanup &) = delete;
    Cleanup &operator=(const Cleanup &) = delete;

    void keep() { m_paths.clear(); }

private:
    QStringList m_paths;
};

}  // namespace

Store::Store(Parts parts)
    : m_folder(std::move(parts.folder)),
      m_storeId(parts.id),
      m_keyNumber(parts.keyNumber),
      m_clock(parts.clock),
      m_lock(std::move(parts.lock)),
      m_key(std::move(parts.key)),
      m_database(std::move(parts.database)),
      m_readings(std::move(parts.readings)),
      m_isDamaged(m_readings != nullptr),
      m_post(std::move(parts.post)),
      m_officer(std::move(parts.officer)),
      m_fullSignIn{m_clock.utcNow(), m_clock.monotonic()},
      m_access(m_officer),
      m_audit(m_readings ? *m_readings : *m_database, m_clock, m_officer),
      m_checkpoints(*m_database, m_audit, m_clock),
      m_officers(*m_database),
      m_forms(*m_database, m_audit, m_access, m_clock),
      m_shifts(*m_database, m_audit, m_access, m_clock),
      m_encounterIndex(*m_database, m_key, m_post.country),
      m_screenings(*m_database, m_encounterIndex, m_audit, m_access, m_clock),
      m_encounters(*m_database, m_encounterIndex, m_audit, m_access, m_clock, m_post),
      m_outbox(*m_database, m_audit, m_clock),
      m_linkUse(*m_database),
      m_batches(*m_database, m_audit, m_clock),
      m_bundles(*m_database, m_audit, m_outbox, m_access, m_clock),
      m_settings(*m_database, m_audit, m_access),
      m_training(*m_database, m_access),
      m_erasures(*m_database, m_audit, m_access, m_clock),
      m_legalHolds(*m_database, m_audit, m_access, m_clock),
      m_consents(*m_database, m_audit, m_access, m_screenings, m_clock),
      m_lanes(*m_database, m_audit, m_access, m_clock),
      m_laneRecords(*m_database, m_screenings, m_lanes, m_audit, m_clock),
      m_packages(*m_database, m_audit, m_access, m_clock)
{
    setDiskSpace(diskSpaceOf(m_folder));
}

void Store::setDiskSpace(std::unique_ptr<DiskSpace> space)
{
    m_database->setReserve(std::make_unique<DiskReserve>(m_folder, std::move(space)));
    if (!m_isDamaged)
        m_database->reserve()->keep();
}

DiskRoom Store::diskRoom()
{
    if (!m_isDamaged)
        m_database->reserve()->keep();
    return m_database->reserve()->room();
}

bool Store::existsIn(const QString &folder) { return QFile::exists(keyFilePath(folder)); }

QStringList Store::tracesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("keys.amparo*"), QStringLiteral("store*.amparo*"),
                                   QStringLiteral("damaged.amparo*"), QStringLiteral("readings.amparo*")},
                                  QDir::Files, QDir::Name);
}

Result<std::unique_ptr<Store>> Store::create(const QString &folder, const record::Post &post,
                                             const record::Officer &first,
                                             const crypto::Passphrase &passphrase, const Clock &clock,
                                             const crypto::KdfParameters &kdf)
{
    if (const auto checked = checkOfficer(first, passphrase); !checked)
        return tl::make_unexpected(checked.error());
    if (first.role != record::Role::Administrator || post.code.isEmpty() || post.country.size() != 3)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a store needs a post with code and country, and an administrator"));
    if (!makeOwnFolder(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be made"));
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (const auto isFree = checkNoTraces(folder); !isFree)
        return tl::make_unexpected(isFree.error());

    const QString path = databasePath(folder, 1);
    const StoreId id = StoreId::create();
    SlotKeys keys{crypto::randomSecret(crypto::keySize), crypto::randomSecret(crypto::keySize)};
    const auto slot = makeSlot(id, keys, first, passphrase, kdf);
    if (!slot)
        return tl::make_unexpected(slot.error());

    Cleanup cleanup({path, path + QStringLiteral("-wal"), keyFilePath(folder),
                     QDir(folder).filePath(QStringLiteral("signin.amparo"))});
    auto database = Database::open(path, keys.store, Database::Mode::Create);
    if (!database)
        return tl::make_unexpected(database.error());
    keepToOwner(path);
    std::unique_ptr<Store> store(new Store({folder, id, 1, clock, std::move(*lock), std::move(keys.store),
                                            std::move(*database), post, withFoldedName(first)}));
    const auto written = migrate(*store->m_database, knownMigrations()).and_then([&] {
        return store->insertFirstRows(keys.own);
    });
    if (!written)
        return tl::make_unexpected(written.error());
    const auto kept = SignInThrottle(folder, clock).begin().and_then([&] {
        return writeKeyFile(folder, {id, 1, {*slot}, {}});
    });
    if (!kept)
        return tl::make_unexpected(kept.error());
    cleanup.keep();
    store->readDraftKey();
    store->m_hasMark = true;
    store->tryToLeaveMark();
    return store;
}

Result<> Store::insertFirstRows(const crypto::SecretBytes &ownKey)
{
    return inTransaction(*m_database, [&] {
        return m_database
            ->run("INSERT INTO post (only_row, store_id, code, name, country, demo, created_at) VALUES (1, "
                  "?, ?, ?, ?, ?, ?)",
                  m_storeId, m_post.code, m_post.name, m_post.country, m_post.demo, m_clock.utcNow())
            .and_then([&](qint64) { return m_officers.insert(m_officer, ownKey, m_clock.utcNow()); })
            .and_then([&] { return m_encounterIndex.open(); })
            .and_then(
                [&] { return m_checkpoints.beginGeneration(AuditAction::StoreCreated, m_storeId.toText()); });
    });
}

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const QString &loginName,
                                           const crypto::Passphrase &passphrase, const Clock &clock)
{
    // Without a folder there is nothing to lock, and no lock file is to be left in a folder that holds no
    // store.
    const auto keys = readKeyFile(folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());

    auto entry = enter(*keys, folder, loginName, passphrase, clock);
    if (!entry)
        return tl::make_unexpected(entry.error());
    auto store = openWith(folder, *keys, std::move(*lock), std::move(entry->keys.store),
                          keys->find(loginName)->officer, clock);
    if (!store)
        return store;
    const bool isDamaged = (*store)->isDamaged();
    const auto begun =
        (*store)
            ->m_audit
            .record(AuditAction::SignedIn, (*store)->m_officer.id.toText(),
                    isDamaged ? QStringLiteral("store-damaged") : failedBefore(entry->tries))
            .and_then([&] { return isDamaged ? Result<>() : (*store)->keepOwnKey(entry->keys.own); })
            .and_then([&] {
                return isDamaged ? Result<>() : (*store)->adoptKeyCost(*keys, entry->keys.own, passphrase);
            });
    if (!begun) {
        if (begun.error().code == ErrorCode::Corrupt)
            (void)markDamaged(folder, clock.utcNow());  // the next sign-in opens it to be read
        return tl::make_unexpected(begun.error());
    }
    if (!isDamaged)
        (*store)->tryToLeaveMark();
    return store;
}

/// What comes after the key, wherever that is from.
Result<std::unique_ptr<Store>> Store::openWith(const QString &folder, const KeyFile &keys, FolderLock lock,
                                               crypto::SecretBytes key, OfficerId officer, const Clock &clock)
{
    if (isMarkedDamaged(folder))
        return openDamaged(folder, keys, std::move(lock), std::move(key), officer, clock);
    std::optional<Upgrade> upgraded;
    auto content = openDatabase({folder, keys, key, clock}).and_then([&](OpenedDatabase opened) {
        upgraded = opened.upgrade;
        return whoAndWhere(std::move(opened.database), keys, officer);
    });
    if (!content && content.error().code == ErrorCode::Corrupt) {
        auto damaged = openDamaged(folder, keys, std::move(lock), std::move(key), officer, clock);
        if (!damaged)
            return tl::make_unexpected(content.error());
        return markDamaged(folder, clock.utcNow()).map([&] { return std::move(*damaged); });
    }
    if (!content)
        return tl::make_unexpected(content.error());
    std::unique_ptr<Store> store(
        new Store({folder, keys.store, keys.keyNumber, clock, std::move(lock), std::move(key),
                   std::move(content->database), content->post, content->officer}));
    if (settleKeyFile(folder).value_or(false))
        removeOtherDatabases(folder, keys.keyNumber);
    const auto settled =
        store->settlePast()
            .and_then([&] {
                return upgraded ? store->m_audit.record(AuditAction::StoreUpgraded, keys.store.toText(),
                                                        upgradeDetail(*upgraded))
                                : Result<>();
            })
            .and_then([&] {
                return inTransaction(*store->m_database, [&] { return store->m_encounterIndex.open(); });
            })
            .and_then([&] { return store->m_outbox.requeueInterrupted(); });
    if (!settled) {
        if (settled.error().code == ErrorCode::Corrupt)
            (void)markDamaged(folder, clock.utcNow());
        return tl::make_unexpected(settled.error());
    }
    store->readDraftKey();
    return store;
}

Result<std::chrono::seconds> Store::signInWait(const QString &folder, const QString &loginName,
                                               const Clock &clock)
{
    return SignInThrottle(folder, clock).wait(loginName);
}

Result<std::chrono::seconds> Store::signInWait(const QString &loginName) const
{
    return signInWait(m_folder, loginName, m_clock);
}

Result<Approval> Store::approve(record::Permission permission, const QString &loginName,
                                const crypto::Passphrase &passphrase)
{
    const auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    if (const auto entry = enter(*keys, m_folder, loginName, passphrase, m_clock); !entry)
        return tl::make_unexpected(entry.error());
    const auto second = m_officers.findActive(keys->find(loginName)->officer);
    if (!second)
        return tl::make_unexpected(second.error());
    const bool mayApprove = second->has_value() && (*second)->id != m_officer.id &&
                            record::mayApprove((*second)->role, permission);
    if (!mayApprove)
        return failure(
            ErrorCode::Denied,
            QStringLiteral("this person cannot approve %1").arg(record::permissionName(permission)));
    return m_audit
        .record(AuditAction::DeedApproved, (*second)->id.toText(), record::permissionName(permission))
        .map([&] { return Approval(permission, (*second)->id); });
}

}  // namespace amparo::store
