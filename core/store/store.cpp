#include "store/store.h"

#include "crypto/random.h"
#include "store/migrations.h"
#include "store/sign_in_throttle.h"

#include <QDir>
#include <QFile>

namespace amparo::store {

namespace {

QString databasePath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("store.amparo")); }
QString keyFilePath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("keys.amparo")); }

Result<> checkOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase)
{
    if (foldedLoginName(officer.loginName).isEmpty() || officer.displayName.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("an officer needs a login name and a display name"));
    if (crypto::passphraseFlaw(passphrase, officer.loginName))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the passphrase is too short, too long or too common"));
    return {};
}

Result<KeySlot> makeSlot(StoreId store, const crypto::SecretBytes &key, const record::Officer &officer,
                         const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf)
{
    const QByteArray context = slotContext(store, officer.id, officer.loginName);
    return crypto::wrapKey(key, passphrase, kdf, context).map([&](const crypto::WrappedKey &wrapped) {
        return KeySlot{officer.id, foldedLoginName(officer.loginName), wrapped};
    });
}

/// The key in the slot of `loginName`. An unknown name costs as much time as a wrong passphrase.
Result<crypto::SecretBytes> unlock(const KeyFile &keys, const QString &loginName,
                                   const crypto::Passphrase &passphrase)
{
    const KeySlot *slot = keys.find(loginName);
    const KeySlot &tried = slot != nullptr ? *slot : keys.slotList.first();
    const QByteArray context =
        slotContext(keys.store, tried.officer, slot != nullptr ? loginName : QString());
    auto key = crypto::unwrapKey(tried.key, passphrase, context);
    if (!key && key.error().code == ErrorCode::Denied)
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));
    return key;
}

/// What a passphrase that fits gives.
struct Entry {
    crypto::SecretBytes key;
    int failedBefore = 0;  ///< tries in a row that did not fit
};

Result<Entry> enter(const KeyFile &keys, const QString &folder, const QString &loginName,
                    const crypto::Passphrase &passphrase, const Clock &clock)
{
    SignInThrottle throttle(folder, clock);
    const auto wait = throttle.wait(loginName);
    if (!wait)
        return tl::make_unexpected(wait.error());
    if (*wait > std::chrono::seconds(0))
        return failure(ErrorCode::Denied, QStringLiteral("after failed tries, wait %1 s").arg(wait->count()));
    const auto tries = throttle.countTry(loginName);
    if (!tries)
        return tl::make_unexpected(tries.error());
    auto key = unlock(keys, loginName, passphrase);
    if (!key)
        return tl::make_unexpected(key.error());
    return throttle.forget(loginName).map([&] { return Entry{std::move(*key), *tries - 1}; });
}

/// The database of a store that has been made, at this program's schema version.
Result<std::unique_ptr<Database>> openDatabase(const QString &folder, const crypto::SecretBytes &key)
{
    auto database = Database::open(databasePath(folder), key, Database::Mode::Existing);
    if (!database && database.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::Corrupt, QStringLiteral("store.amparo is missing beside its keys"));
    if (!database)
        return database;
    if (const auto migrated = migrate(**database, knownMigrations()); !migrated)
        return tl::make_unexpected(migrated.error());
    return database;
}

record::Officer withFoldedName(record::Officer officer)
{
    officer.loginName = foldedLoginName(officer.loginName);
    return officer;
}

struct FoundPost {
    StoreId store;
    record::Post post;
};

Result<record::Post> readPost(Database &database, StoreId expected)
{
    const auto found =
        database.first("SELECT store_id, code, name, country, demo FROM post", [](const Row &row) {
            return FoundPost{
                row.get<StoreId>(0),
                {row.get<QString>(1), row.get<QString>(2), row.get<QString>(3), row.get<bool>(4)}};
        });
    if (!found)
        return tl::make_unexpected(found.error());
    if (!found->has_value() || (*found)->store != expected)
        return failure(ErrorCode::Corrupt, QStringLiteral("the key file belongs to another store"));
    return (*found)->post;
}

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

struct Store::Parts {
    QString folder;
    const Clock &clock;
    FolderLock lock;
    crypto::SecretBytes key;
    std::unique_ptr<Database> database;
    record::Post post;
    record::Officer officer;
};

Store::Store(Parts parts)
    : m_folder(std::move(parts.folder)),
      m_clock(parts.clock),
      m_lock(std::move(parts.lock)),
      m_key(std::move(parts.key)),
      m_database(std::move(parts.database)),
      m_post(std::move(parts.post)),
      m_officer(std::move(parts.officer)),
      m_audit(*m_database, m_clock, m_officer),
      m_officers(*m_database),
      m_forms(*m_database, m_audit, m_clock),
      m_shifts(*m_database, m_audit, m_clock),
      m_screenings(*m_database, m_audit, m_clock),
      m_outbox(*m_database, m_audit, m_clock),
      m_settings(*m_database)
{}

Store::~Store() = default;

bool Store::existsIn(const QString &folder) { return QFile::exists(keyFilePath(folder)); }

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
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be made"));
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    const QString path = databasePath(folder);
    if (existsIn(folder) || QFile::exists(path))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("the folder holds a store, or what is left of one"));

    const StoreId id = StoreId::create();
    crypto::SecretBytes key = crypto::randomSecret(crypto::keySize);
    const auto slot = makeSlot(id, key, first, passphrase, kdf);
    if (!slot)
        return tl::make_unexpected(slot.error());

    Cleanup cleanup({path, path + QStringLiteral("-wal"), keyFilePath(folder)});
    auto database = Database::open(path, key, Database::Mode::Create);
    if (!database)
        return tl::make_unexpected(database.error());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    std::unique_ptr<Store> store(new Store({folder, clock, std::move(*lock), std::move(key),
                                            std::move(*database), post, withFoldedName(first)}));
    const auto written =
        migrate(*store->m_database, knownMigrations()).and_then([&] { return store->insertFirstRows(id); });
    if (!written)
        return tl::make_unexpected(written.error());
    if (const auto keys = writeKeyFile(folder, {id, {*slot}}); !keys)
        return tl::make_unexpected(keys.error());
    cleanup.keep();
    return store;
}

Result<> Store::insertFirstRows(StoreId id)
{
    return inTransaction(*m_database, [&] {
        return m_database
            ->run("INSERT INTO post (only_row, store_id, code, name, country, demo, created_at) VALUES (1, "
                  "?, ?, ?, ?, ?, ?)",
                  id, m_post.code, m_post.name, m_post.country, m_post.demo, m_clock.utcNow())
            .and_then([&](qint64) { return m_officers.insert(m_officer, m_clock.utcNow()); })
            .and_then([&] { return m_audit.append(AuditAction::StoreCreated, id.toText()); });
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
    auto database = openDatabase(folder, entry->key);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto post = readPost(**database, keys->store);
    if (!post)
        return tl::make_unexpected(post.error());
    const auto officer = OfficerRepository(**database).find(keys->find(loginName)->officer);
    if (!officer)
        return tl::make_unexpected(officer.error());
    if (!officer->has_value())
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));

    std::unique_ptr<Store> store(new Store(
        {folder, clock, std::move(*lock), std::move(entry->key), std::move(*database), *post, **officer}));
    const auto begun = store->m_outbox.requeueInterrupted().and_then([&] {
        return store->m_audit.record(AuditAction::SignedIn, (*officer)->id.toText(),
                                     QStringLiteral("failed-before=%1").arg(entry->failedBefore));
    });
    if (!begun)
        return tl::make_unexpected(begun.error());
    return store;
}

Result<std::chrono::seconds> Store::signInWait(const QString &folder, const QString &loginName,
                                               const Clock &clock)
{
    return SignInThrottle(folder, clock).wait(loginName);
}

Result<> Store::addOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase,
                           const crypto::KdfParameters &kdf)
{
    if (m_officer.role != record::Role::Administrator)
        return failure(ErrorCode::Denied, QStringLiteral("only an administrator adds officers"));
    if (const auto checked = checkOfficer(officer, passphrase); !checked)
        return checked;
    auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    auto slot = makeSlot(keys->store, m_key, officer, passphrase, kdf);
    if (!slot)
        return tl::make_unexpected(slot.error());
    return inTransaction(*m_database, [&] {
        return m_officers.insert(withFoldedName(officer), m_clock.utcNow())
            .and_then([&] {
                return m_audit.append(AuditAction::OfficerAdded, officer.id.toText(),
                                      record::roleName(officer.role));
            })
            .and_then([&] {
                // Last, so that no refused officer has a key. A slot whose commit then fails opens nothing:
                // open() asks for the officer's row, and the slot makes way for the next try under its name.
                erase_if(keys->slotList,
                         [&](const KeySlot &old) { return old.loginName == slot->loginName; });
                keys->slotList.append(*slot);
                return writeKeyFile(m_folder, *keys);
            });
    });
}

}  // namespace amparo::store
