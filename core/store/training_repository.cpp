#include "store/training_repository.h"

#include "store/access.h"
#include "store/database.h"

namespace amparo::store {

TrainingRepository::TrainingRepository(Database &database, const Access &access)
    : m_database(database), m_access(access)
{}

Result<> TrainingRepository::add(const record::TrainingResult &result)
{
    return m_database
        .run("INSERT INTO training_result (officer, scenario, scenario_version, finished_at, points, passed,"
             " mistakes) VALUES (?, ?, ?, ?, ?, ?, ?)",
             m_access.actor().id, result.scenario, result.scenarioVersion, result.finishedAt, result.points,
             result.passed, result.mistakes)
        .map([](qint64) {});
}

Result<QList<record::TrainingResult>> TrainingRepository::mine() const
{
    return m_database.all(
        "SELECT scenario, scenario_version, finished_at, points, passed, mistakes FROM training_result"
        " WHERE officer = ? ORDER BY sequence DESC",
        [](const Row &row) {
            return record::TrainingResult{row.get<QString>(0), row.get<QString>(1), row.get<QDateTime>(2),
                                          row.get<int>(3),     row.get<bool>(4),    row.get<int>(5)};
        },
        m_access.actor().id);
}

Result<QList<record::TrainingProgress>> TrainingRepository::progress() const
{
    if (const auto allowed = m_access.check(record::Permission::ReviewTraining); !allowed)
        return tl::make_unexpected(allowed.error());
    return m_database.all(
        "SELECT o.display_name, count(DISTINCT CASE WHEN t.passed = 1 THEN t.scenario END),"
        " count(DISTINCT t.scenario) FROM officer o LEFT JOIN training_result t ON t.officer = o.id"
        " WHERE o.removed_at IS NULL GROUP BY o.id ORDER BY o.display_name, o.login_name",
        [](const Row &row) {
            return record::TrainingProgress{row.get<QString>(0), row.get<int>(1), row.get<int>(2)};
        });
}

}  // namespace amparo::store
