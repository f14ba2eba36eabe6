// A store whose pages no longer all verify: found between other jobs, then only read.

#include "store/store_opening.h"

#include "base/owner_only.h"
#include "store/damage_mark.h"
#include "store/migrations.h"

#include <QDir>
#include <QFile>

namespace amparo::store {

Result<std::unique_ptr<Store>> Store::openDamaged(const QString &folder, const KeyFile &keys, FolderLock lock,
                                                  crypto::SecretBytes key, OfficerId officer,
                                                  const Clock &clock)
{
    auto database = Database::open(databasePath(folder, keys.keyNumber), key, Database::Mode::Damaged);
    if (!database)
        return tl::make_unexpected(database.error());
    const auto version = (*database)->value<qint64>("PRAGMA user_version");
    if (!version || *version != knownMigrations().size())
        return failure(ErrorCode::Corrupt, QStringLiteral("the damaged store is of another version"));
    auto content = whoAndWhere(std::move(*database), keys, officer);
    if (!content)
        return tl::make_unexpected(content.error());
    const QString readingsPath = QDir(folder).filePath(QStringLiteral("readings.amparo"));
    const auto mode = QFile::exists(readingsPath) ? Database::Mode::Existing : Database::Mode::Create;
    auto readings = Database::open(readingsPath, key, mode);
    if (!readings)
        return tl::make_unexpected(readings.error());
    keepToOwner(readingsPath);
    if (const auto migrated = migrate(**readings, knownMigrations()); !migrated)
        return tl::make_unexpected(migrated.error());
    std::unique_ptr<Store> store(
        new Store({folder, keys.store, keys.keyNumber, clock, std::move(lock), std::move(key),
                   std::move(content->database), content->post, content->officer, std::move(*readings)}));
    (void)store->m_encounterIndex.readKey();  // without it, searches are logged as unknown
    store->readDraftKey();
    return store;
}

Result<std::optional<qint64>> Store::checkPages(qint64 first, qint64 count)
{
    const auto damaged = m_database->damagedPages(first, count);
    const auto last = m_database->pageCount();
    if (!damaged || !last)
        return tl::make_unexpected(damaged ? last.error() : damaged.error());
    if (damaged->isEmpty())
        return first + count <= *last ? std::optional(first + count) : std::nullopt;
    m_isDamaged = true;
    if (const auto frozen = m_database->becomeReadOnly(); !frozen)
        return tl::make_unexpected(frozen.error());
    if (const auto marked = markDamaged(m_folder, m_clock.utcNow()); !marked)
        return tl::make_unexpected(marked.error());
    return failure(ErrorCode::Corrupt, QStringLiteral("page %1 does not verify").arg(damaged->first()));
}

}  // namespace amparo::store
