#pragma once

#include "base/result.h"

#include <QDate>
#include <QList>

namespace amparo::store {

class Database;

/// What went over the link on one day.
struct LinkUse {
    QDate day;            ///< local
    qint64 sent = 0;      ///< bytes
    qint64 received = 0;  ///< bytes

    bool operator==(const LinkUse &) const = default;
};

/// The bytes of each day, for budgets and for those who pay the link. Days older than a year go.
///
/// Errors: Database's. Thread: the store's.
class LinkUseRepository {
public:
    explicit LinkUseRepository(Database &database) : m_database(database) {}  // borrowed

    /// Adds to what is known of that day.
    [[nodiscard]] Result<> add(const LinkUse &more);

    /// The days on which something went, `from` and `until` included, in order.
    [[nodiscard]] Result<QList<LinkUse>> between(QDate from, QDate until) const;

private:
    Database &m_database;
};

}  // namespace amparo::store
