#include "store/link_use_repository.h"

#include "store/database.h"

namespace amparo::store {

namespace {

constexpr int daysKept = 366;

}  // namespace

Result<> LinkUseRepository::add(const LinkUse &more)
{
    return inTransaction(m_database, [&] {
        return m_database
            .run("INSERT INTO link_use (day, sent, received) VALUES (?, ?, ?)"
                 " ON CONFLICT (day) DO UPDATE SET sent = sent + excluded.sent, received = received + "
                 "excluded.received",
                 more.day, more.sent, more.received)
            .and_then([&](qint64) {
                return m_database.run("DELETE FROM link_use WHERE day < ?", more.day.addDays(-daysKept));
            })
            .map([](qint64) {});
    });
}

Result<QList<LinkUse>> LinkUseRepository::between(QDate from, QDate until) const
{
    return m_database.all(
        "SELECT day, sent, received FROM link_use WHERE day BETWEEN ? AND ? ORDER BY day",
        [](const Row &row) {
            return LinkUse{row.get<QDate>(0), row.get<qint64>(1), row.get<qint64>(2)};
        },
        from, until);
}

}  // namespace amparo::store
