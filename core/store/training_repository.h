#pragma once

#include "base/result.h"
#include "record/officer.h"
#include "record/training_result.h"

#include <QList>

namespace amparo::store {

class Access;
class Database;

/// What this post's officers reached in training. Results are an officer's own: whoever has opened the store
/// adds and reads theirs, and a shift lead sees how far each has come. Errors: Database's. Thread: the
/// store's.
class TrainingRepository {
public:
    TrainingRepository(Database &database, const Access &access);  // both borrowed

    [[nodiscard]] Result<> add(const record::TrainingResult &result);

    /// One's own results, newest first.
    [[nodiscard]] Result<QList<record::TrainingResult>> mine() const;

    /// Everyone who works here, by name, no order of merit. Denied: not for this role.
    [[nodiscard]] Result<QList<record::TrainingProgress>> progress() const;

private:
    Database &m_database;
    const Access &m_access;
};

}  // namespace amparo::store
