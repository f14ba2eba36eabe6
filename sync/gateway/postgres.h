#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <string_view>

struct pg_conn;
struct pg_result;

namespace amparo::gateway {

/// A value on its way to PostgreSQL, in its binary format.
struct Parameter {
    std::optional<QByteArray> bytes;  ///< nullopt: NULL
};

Parameter bytea(const QByteArray &value);
Parameter nullableBytea(const QByteArray &value);  ///< NULL where it is empty
Parameter text(const QString &value);              ///< holds no NUL
Parameter bigint(qint64 value);
Parameter boolean(bool value);
Parameter timestamp(const QDateTime &value);  ///< timestamptz
Parameter byteaArray(const QList<QByteArray> &values);
Parameter textArray(const QList<QString> &values);
Parameter integerArray(const QList<int> &values);

/// What a statement found.
class Rows {
public:
    Rows() = default;
    explicit Rows(pg_result *result);  ///< takes it

    int count() const;
    bool isNull(int row, int column) const;
    QByteArray bytes(int row, int column) const;
    QString text(int row, int column) const { return QString::fromUtf8(bytes(row, column)); }
    qint64 number(int row, int column) const;  ///< smallint, integer or bigint
    bool flag(int row, int column) const;
    QDateTime time(int row, int column) const;  ///< UTC
    QList<QByteArray> byteaArray(int row, int column) const;

private:
    std::shared_ptr<pg_result> m_result;
};

/// A statement, written once: prepared on first use in each connection.
struct Statement {
    const char *name;
    const char *sql;
};

struct Step {
    Statement statement;
    QList<Parameter> parameters = {};
};

/// One connection to PostgreSQL. Its calls wait; the server's time-outs bound them.
///
/// Errors, all: Unavailable (no connection, or the server is about to stop: try again later; whether what was
/// asked for has happened is unknown), Conflict (deadlock or serialization: nothing has happened, try again),
/// DiskFull, Corrupt (anything else: a fault in this program or in the schema). Their details hold SQLSTATE
/// and the statement's name, never the server's sentence: that may quote a record. Thread: one at a time.
class Connection {
public:
    /// `where` is a connection string or URI as libpq takes it. Does not wait longer than ten seconds.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QByteArray &where);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Result<Rows> run(const Statement &statement, const QList<Parameter> &parameters = {});

    /// All in one journey to the server and back (pipeline mode). What follows an error is not done; outside
    /// a transaction of their own the steps are one. The rows of each step, in their order.
    [[nodiscard]] Result<QList<Rows>> runAll(const QList<Step> &steps);

    /// Several statements without parameters, as in a file.
    [[nodiscard]] Result<> runScript(const QByteArray &script);

    /// Ends a transaction that has failed, where there is one.
    void rollBack();

    /// False after a loss: it cannot be used any more.
    bool isAlive() const;

private:
    explicit Connection(pg_conn *connection) : m_connection(connection) {}

    Result<> prepare(const Statement &statement);
    Result<QList<Rows>> readPipeline(const QList<Step> &steps);

    pg_conn *m_connection;
    std::set<std::string_view> m_prepared;
};

/// Does `act`, which works within a transaction that it begins itself, again after a deadlock, three times at
/// most. Whatever failed is rolled back.
template <class Act> auto retried(Connection &connection, Act act) -> decltype(act())
{
    for (int attempt = 1;; ++attempt) {
        auto outcome = act();
        if (outcome)
            return outcome;
        connection.rollBack();
        if (outcome.error().code != ErrorCode::Conflict || attempt == 3)
            return outcome;
    }
}

extern const Statement beginTransaction;
extern const Statement commitTransaction;

}  // namespace amparo::gateway
