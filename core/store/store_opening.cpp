#include "store/store_opening.h"

#include "store/migrations.h"
#include "store/sign_in_throttle.h"

#include <QDir>

namespace amparo::store {

namespace {

struct FoundPost {
    StoreId store;
    record::Post post;
};

/// For whoever went back to this program from the one that made the store newer.
Error withWayBack(const Error &error, const QString &folder)
{
    if (error.code != ErrorCode::TooNew)
        return error;
    const auto backup = usableUpgradeBackup(folder);
    if (!backup)
        return error;
    return {error.code, error.detail + QStringLiteral("; the backup made before its upgrade is %1")
                                           .arg(QDir::toNativeSeparators(backup->folder))};
}

}  // namespace

QString databasePath(const QString &folder, quint32 keyNumber)
{
    return QDir(folder).filePath(databaseName(keyNumber));
}

Result<> checkNoTraces(const QString &folder)
{
    const QStringList traces = Store::tracesIn(folder);
    if (traces.isEmpty())
        return {};
    return failure(ErrorCode::Conflict,
                   QStringLiteral("the folder holds a store, or what is left of one (%1): move it away first")
                       .arg(traces.join(QStringLiteral(", "))));
}

void removeOtherDatabases(const QString &folder, quint32 keyNumber)
{
    const QDir directory(folder);
    const QStringList names =
        directory.entryList({QStringLiteral("store.amparo"), QStringLiteral("store-*.amparo")}, QDir::Files);
    for (const QString &name : names) {
        if (name != databaseName(keyNumber))
            removeDatabase(directory.filePath(name));
    }
}

Result<> checkPassphrase(const crypto::Passphrase &passphrase, const QString &loginName)
{
    if (crypto::passphraseFlaw(passphrase, loginName))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the passphrase is too short, too long or too common"));
    return {};
}

Result<> checkOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase)
{
    if (foldedLoginName(officer.loginName).isEmpty() || officer.displayName.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("an officer needs a login name and a display name"));
    return checkPassphrase(passphrase, officer.loginName);
}

Result<OpenedDatabase> openDatabase(const UpgradedStore &store)
{
    const quint32 keyNumber = store.keys.keyNumber;
    auto database =
        Database::open(databasePath(store.folder, keyNumber), store.key, Database::Mode::Existing);
    if (!database && database.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::Corrupt,
                       QStringLiteral("%1 is missing beside its keys").arg(databaseName(keyNumber)));
    if (!database)
        return tl::make_unexpected(database.error());
    const auto upgraded = upgrade(**database, store, knownMigrations(), *diskSpaceOf(store.folder));
    if (!upgraded)
        return tl::make_unexpected(withWayBack(upgraded.error(), store.folder));
    return OpenedDatabase{std::move(*database), *upgraded};
}

QString upgradeDetail(const Upgrade &upgrade)
{
    return QStringLiteral("from=%1 to=%2 entry=%3")
        .arg(upgrade.from)
        .arg(upgrade.to)
        .arg(upgrade.backup.auditEntry);
}

QString failedBefore(const FailedTries &tries)
{
    return QStringLiteral("failed-before=%1")
        .arg(tries.isWhole ? QString::number(tries.inARow - 1) : QStringLiteral("unknown"));
}

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
    auto opened = openSlot(keys, loginName, passphrase);
    if (!opened)
        return tl::make_unexpected(opened.error());
    return throttle.forget(loginName).map([&] { return Entry{std::move(*opened), *tries}; });
}

record::Officer withFoldedName(record::Officer officer)
{
    officer.loginName = foldedLoginName(officer.loginName);
    return officer;
}

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

Result<Content> whoAndWhere(std::unique_ptr<Database> database, const KeyFile &keys, OfficerId officer)
{
    const auto post = readPost(*database, keys.store);
    if (!post)
        return tl::make_unexpected(post.error());
    const auto found = OfficerRepository(*database).findActive(officer);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));
    return Content{std::move(database), *post, **found};
}

}  // namespace amparo::store
