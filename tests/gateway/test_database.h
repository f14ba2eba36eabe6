#pragma once

#include "gateway/postgres_cluster.h"
#include "sync/gateway/postgres.h"

namespace amparo::test {

/// A database of its own for a test, in a cluster that the program's tests share. The test fails where there
/// is none.
class TestDatabase {
public:
    enum class Schema { None, Latest };

    explicit TestDatabase(Schema schema = Schema::Latest);

    QByteArray where() const;
    std::unique_ptr<gateway::Connection> connect() const;
    PostgresCluster &cluster() const;

    /// The one number that a query gives.
    qint64 number(const char *query) const;
    void execute(const QByteArray &script) const;

private:
    QByteArray m_name;
};

}  // namespace amparo::test
