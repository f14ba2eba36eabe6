#include "store/migrations.h"

#include "store/database.h"

#include <QDir>
#include <QFile>

static void initMigrations() { Q_INIT_RESOURCE(migrations); }

namespace amparo::store {

namespace {

Result<> apply(Database &database, const Migration &migration)
{
    return inTransaction(database, [&]() -> Result<> {
        return database.execute(migration.script +
                                "\nPRAGMA user_version=" + QByteArray::number(migration.version));
    });
}

}  // namespace

QList<Migration> knownMigrations()
{
    initMigrations();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/amparo/store/migrations"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        migrations.append({name.section(QLatin1Char('_'), 0, 0).toInt(), file.readAll()});
        Q_ASSERT(opened && migrations.last().version == migrations.size());
        Q_UNUSED(opened);
    }
    return migrations;
}

Result<> migrate(Database &database, const QList<Migration> &migrations)
{
    const auto version = database.value<qint64>("PRAGMA user_version");
    if (!version)
        return tl::make_unexpected(version.error());
    if (*version > migrations.size())
        return failure(ErrorCode::TooNew,
                       QStringLiteral("the store has schema version %1, this program knows %2")
                           .arg(*version)
                           .arg(migrations.size()));
    for (const Migration &migration : migrations.mid(*version)) {
        if (const auto applied = apply(database, migration); !applied)
            return applied;
    }
    return {};
}

}  // namespace amparo::store
