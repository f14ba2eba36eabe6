#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QUuid>

#include <optional>
#include <string>
#include <utility>

struct sqlite3_stmt;

namespace amparo::store {

class Database;

/// The row that a statement stands on. Columns count from 0.
///
/// A value that does not fit the type asked for (a time that is none, NULL without `optional`) reads as the
/// default and makes the whole query fail as Corrupt.
class Row {
public:
    explicit Row(sqlite3_stmt *statement) : m_statement(statement) {}

    template <class T> T get(int column) const
    {
        T value{};
        read(column, value);
        return value;
    }

    /// Text or bytes as they are stored, without a copy: good until the statement goes on.
    QByteArrayView bytes(int column) const;

    bool isMalformed() const { return m_malformed; }

    /// For readers that find a value which the schema does not allow.
    void markMalformed() const { m_malformed = true; }

    int columnCount() const;

private:
    friend class Statement;

    bool isNull(int column) const;
    void read(int column, QString &value) const;
    void read(int column, QByteArray &value) const;
    void read(int column, qint64 &value) const;
    void read(int column, int &value) const;
    void read(int column, bool &value) const;
    void read(int column, double &value) const;
    void read(int column, QDateTime &value) const;
    void read(int column, QDate &value) const;
    void read(int column, QUuid &value) const;
    void read(int column, crypto::SecretBytes &value) const;

    template <class Tag> void read(int column, Id<Tag> &value) const { value = Id<Tag>(get<QUuid>(column)); }

    template <class T> void read(int column, std::optional<T> &value) const
    {
        if (!isNull(column))
            value = get<T>(column);
    }

    sqlite3_stmt *m_statement;
    mutable bool m_malformed = false;
};

/// One prepared statement, borrowed from the database's cache until it is destroyed. Thread: the database's.
class Statement {
public:
    Statement(Database &database, std::string sql, sqlite3_stmt *handle);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    /// Binds to the parameters in order, from the first. Times are kept as ISO 8601 in UTC with milliseconds,
    /// ids as the 16 bytes of RFC 4122, nullopt as NULL.
    template <class... Values> void bindAll(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }

    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value);
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64(value)); }
    void bind(int index, bool value) { bind(index, qint64(value)); }
    void bind(int index, double value);
    void bind(int index, const QDateTime &value);
    void bind(int index, QDate value);
    void bind(int index, const QUuid &value);
    void bind(int index, const crypto::SecretBytes &value);
    void bind(int index, std::nullopt_t);
    /// The column of a row, of another database's too, as it is.
    void bind(int index, const Row &row, int column);
    template <class T> void bind(int index, const T *) = delete;  // it would become a bool

    template <class Tag> void bind(int index, const Id<Tag> &value) { bind(index, value.value()); }

    template <class T> void bind(int index, const std::optional<T> &value)
    {
        value ? bind(index, *value) : bind(index, std::nullopt);
    }

    /// True: there is a row to read. False: done.
    [[nodiscard]] Result<bool> step();
    Row row() const { return Row(m_handle); }

    Error malformed() const;

private:
    Database *m_database;
    std::string m_sql;
    sqlite3_stmt *m_handle;
    int m_bindOutcome = 0;
};

}  // namespace amparo::store
