#include "sync/gateway/migrations.h"

#include <QDir>
#include <QFile>

static void initMigrations() { Q_INIT_RESOURCE(gateway_migrations); }

namespace amparo::gateway {

namespace {

// Any number that no other program takes in the same database: "AMPA".
constexpr auto lockKey = "1095585857";

const Statement hasVersionTable{"has_version_table", "SELECT to_regclass('schema_version') IS NOT NULL"};
const Statement lastVersion{"last_version", "SELECT coalesce(max(version), 0) FROM schema_version"};
const Statement makeMonth{"make_month", "SELECT make_month($1::text::date)"};

Result<> apply(Connection &connection, const Migration &migration)
{
    return connection.runScript("BEGIN;\n" + migration.script +
                                "\nINSERT INTO schema_version (version) VALUES (" +
                                QByteArray::number(migration.version) + ");\nCOMMIT");
}

Result<> migrateLocked(Connection &connection, const QList<Migration> &migrations)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return tl::make_unexpected(version.error());
    if (*version > migrations.size())
        return failure(ErrorCode::TooNew,
                       QStringLiteral("the database has schema version %1, this program knows %2")
                           .arg(*version)
                           .arg(migrations.size()));
    if (*version == 0) {
        const auto made = connection.runScript("CREATE TABLE IF NOT EXISTS schema_version ("
                                               "version integer PRIMARY KEY, "
                                               "applied_at timestamptz NOT NULL DEFAULT now())");
        if (!made)
            return made;
    }
    for (const Migration &migration : migrations.mid(*version)) {
        if (const auto applied = apply(connection, migration); !applied) {
            connection.rollBack();
            return applied;
        }
    }
    return {};
}

}  // namespace

QList<Migration> knownMigrations()
{
    initMigrations();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/amparo/gateway/migrations"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        migrations.append({name.section(QLatin1Char('_'), 0, 0).toInt(), file.readAll()});
        Q_ASSERT(opened && migrations.last().version == migrations.size());
        Q_UNUSED(opened);
    }
    return migrations;
}

Result<int> schemaVersion(Connection &connection)
{
    const auto hasTable = connection.run(hasVersionTable);
    if (!hasTable)
        return tl::make_unexpected(hasTable.error());
    if (!hasTable->flag(0, 0))
        return 0;
    return connection.run(lastVersion).map([](const Rows &rows) { return int(rows.number(0, 0)); });
}

Result<> migrate(Connection &connection, const QList<Migration> &migrations)
{
    // Another gateway may be making a long step: to wait for it has no limit.
    const auto locked = connection.runScript(QByteArray("SET statement_timeout = 0; SET lock_timeout = 0; "
                                                        "SELECT pg_advisory_lock(") +
                                             lockKey + ")");
    if (!locked)
        return locked;
    const auto migrated = migrateLocked(connection, migrations);
    const auto unlocked = connection.runScript(QByteArray("SELECT pg_advisory_unlock(") + lockKey +
                                               "); RESET statement_timeout; RESET lock_timeout");
    return migrated ? unlocked : migrated;
}

Result<> makeMonths(Connection &connection, QDate today)
{
    // One at a time: two would wait for each other's tables.
    return retried(connection, [&]() -> Result<> {
        if (const auto locked =
                connection.runScript(QByteArray("BEGIN; SELECT pg_advisory_xact_lock(") + lockKey + ")");
            !locked)
            return locked;
        for (int month = 0; month < 3; ++month) {
            const auto made = connection.run(makeMonth, {text(today.addMonths(month).toString(Qt::ISODate))});
            if (!made)
                return tl::make_unexpected(made.error());
        }
        return connection.runScript("COMMIT");
    });
}

}  // namespace amparo::gateway
