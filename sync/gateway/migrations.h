#pragma once

#include "sync/gateway/postgres.h"

namespace amparo::gateway {

/// One step of the schema: `migrations/0001_first_archive.sql` leads from version 0 to 1. A released file
/// never changes.
struct Migration {
    int version = 0;
    QByteArray script;
};

/// The steps that this program knows, from 1 on without gaps.
QList<Migration> knownMigrations();

/// Brings the schema up to the last of `migrations`: forward only, each step one transaction with its version
/// number. Gateways that start together do it one after the other.
///
/// Errors: TooNew if the database has a later version than that; those of Connection, and the schema stays on
/// the last version that it reached.
[[nodiscard]] Result<> migrate(Connection &connection, const QList<Migration> &migrations);

/// The version of the schema; 0: there is none.
[[nodiscard]] Result<int> schemaVersion(Connection &connection);

/// Makes the partitions of the month of `today` and of the two that follow, where they are missing.
[[nodiscard]] Result<> makeMonths(Connection &connection, QDate today);

}  // namespace amparo::gateway
