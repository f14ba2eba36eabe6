#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace amparo::store {

class Database;

/// One step of the schema: `migrations/0001_first_store.sql` leads from version 0 to 1. A released file never
/// changes.
struct Migration {
    int version = 0;
    QByteArray script;
};

/// The steps that this program knows, from 1 on without gaps.
QList<Migration> knownMigrations();

/// Brings the schema up to the last of `migrations`: forward only, each step one transaction with its version
/// number.
///
/// Errors: TooNew if the store has a later version than that; what the database says, and the store stays on
/// the last version that it reached. Thread: the database's.
[[nodiscard]] Result<> migrate(Database &database, const QList<Migration> &migrations);

}  // namespace amparo::store
