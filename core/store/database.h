#pragma once

#include "store/disk_reserve.h"
#include "store/statement.h"

#include <QList>

#include <functional>
#include <memory>
#include <type_traits>
#include <unordered_map>

struct sqlite3;

namespace amparo::store {

/// SQLite's own choice, which nothing here changes: it is settled when a file is made, so that the stores of
/// all releases have it, and most disks write as much at once.
constexpr qint64 pageSizeInBytes = 4096;

/// One encrypted SQLite file and the one connection to it: pages are sealed with ChaCha20-Poly1305, in the
/// write-ahead log as well. No other program can open the file meanwhile.
///
/// Errors name SQLite's code and the statement, never a bound value: Locked (another connection), Corrupt (a
/// page does not verify, or the key is wrong), DiskFull, ReadOnly, Conflict (a constraint or a trigger
/// refused), Unavailable. Thread: the one that uses it first, and one at a time.
class Database {
public:
    enum class Mode {
        Create,
        Existing,
        Damaged,  ///< reads what can be read; leaves the file and its log as they are
    };

    /// `key` has 32 bytes and is used as it is. Create fails with Conflict if there is a file, the others
    /// with NotFound if there is none: a missing or damaged store is never made anew.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path,
                                                                const crypto::SecretBytes &key, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The statement for `sql`, prepared once.
    [[nodiscard]] Result<Statement> prepare(const char *sql);

    /// Runs a script of statements without parameters.
    [[nodiscard]] Result<> execute(const QByteArray &script);

    /// Runs one statement; answers how many rows it changed.
    template <class... Values> [[nodiscard]] Result<qint64> run(const char *sql, const Values &...values);

    /// The same, for a statement whose parameters are bound by `bind(Statement &)`.
    template <class Bind> [[nodiscard]] Result<qint64> runWith(const char *sql, Bind bind);

    /// Every row of a query, each read by `read(const Row &)`.
    template <class Read, class... Values>
    [[nodiscard]] auto all(const char *sql, Read read, const Values &...values)
        -> Result<QList<std::invoke_result_t<Read, const Row &>>>;

    /// The same, for a query whose parameters are bound by `bind(Statement &)`.
    template <class Read, class Bind>
    [[nodiscard]] auto allWith(const char *sql, Read read, Bind bind)
        -> Result<QList<std::invoke_result_t<Read, const Row &>>>;

    /// Each row of a query is handed to `see(const Row &)`, which says whether to go on.
    template <class See, class... Values>
    [[nodiscard]] Result<> each(const char *sql, See see, const Values &...values);

    /// The first row of a query, if there is one.
    template <class Read, class... Values>
    [[nodiscard]] auto first(const char *sql, Read read, const Values &...values)
        -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>;

    /// The only column of a query's only row, for instance a count.
    template <class T, class... Values>
    [[nodiscard]] Result<T> value(const char *sql, const Values &...values);

    bool isInTransaction() const;

    /// Goes on with the file of another database, which is left empty; the own file is closed. Statements and
    /// transactions must be over.
    void takeOver(Database &&other);

    /// Corrupt: pages do not verify or indexes do not fit their tables. Quick leaves out the latter.
    enum class Check { Quick, Full };
    /// Full takes as long as the database is large. Cancelled: `goOn`, which is asked every so often, said
    /// no.
    [[nodiscard]] Result<> checkIntegrity(Check check, const std::function<bool()> &goOn = {});

    [[nodiscard]] Result<qint64> pageCount();

    /// Which of at most `count` pages from `first` on (pages count from 1) do not verify: the seal of each is
    /// tried. What lies beyond the end of a file that was cut off is not told.
    [[nodiscard]] Result<QList<qint64>> damagedPages(qint64 first, qint64 count);

    /// What inReservedTransaction() falls back on; null: nothing.
    void setReserve(std::unique_ptr<DiskReserve> reserve) { m_reserve = std::move(reserve); }
    DiskReserve *reserve() { return m_reserve.get(); }

    /// From now on each writing fails as ReadOnly, and nothing more reaches the file.
    [[nodiscard]] Result<> becomeReadOnly();

private:
    friend class Statement;
    friend class DatabaseCopy;

    explicit Database(sqlite3 *handle) : m_handle(handle) {}
    Result<> configure(const crypto::SecretBytes &key, Mode mode);
    void giveBack(std::string sql, sqlite3_stmt *handle);
    void close();
    Error error(int code, const std::string &sql) const;
    qint64 changedRows() const;

    sqlite3 *m_handle;
    std::unique_ptr<DiskReserve> m_reserve;
    std::unordered_multimap<std::string, sqlite3_stmt *> m_idle;
};

/// A transaction as a scope: whatever commit() has not made durable is rolled back at its end. It takes the
/// write lock at once, so that nothing fails half-way for want of it. Transactions do not nest.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;

    /// After success the changes are on the disk.
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}

    Database *m_database;
};

/// Runs `work(database)`, which answers a Result, in a transaction that is committed only if it succeeds.
template <class Work>
[[nodiscard]] auto inTransaction(Database &database, Work work) -> std::invoke_result_t<Work>
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    auto outcome = work();
    if (!outcome)
        return outcome;
    if (const auto committed = transaction->commit(); !committed)
        return tl::make_unexpected(committed.error());
    return outcome;
}

/// The same for what must not fail for want of room: on a full disk the reserve is given up, and the work
/// done once more.
template <class Work>
[[nodiscard]] auto inReservedTransaction(Database &database, Work work) -> std::invoke_result_t<Work>
{
    auto outcome = inTransaction(database, work);
    if (outcome || outcome.error().code != ErrorCode::DiskFull || !database.reserve() ||
        !database.reserve()->spend())
        return outcome;
    return inTransaction(database, work);
}

template <class Bind> Result<qint64> Database::runWith(const char *sql, Bind bind)
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::make_unexpected(statement.error());
    bind(*statement);
    return statement->step().map([this](bool) { return changedRows(); });
}

template <class... Values> Result<qint64> Database::run(const char *sql, const Values &...values)
{
    return runWith(sql, [&](Statement &statement) { statement.bindAll(values...); });
}

template <class Read, class Bind>
auto Database::allWith(const char *sql, Read read, Bind bind)
    -> Result<QList<std::invoke_result_t<Read, const Row &>>>
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::make_unexpected(statement.error());
    bind(*statement);
    QList<std::invoke_result_t<Read, const Row &>> found;
    while (true) {
        const auto more = statement->step();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return found;
        const Row row = statement->row();
        found.append(read(row));
        if (row.isMalformed())
            return tl::make_unexpected(statement->malformed());
    }
}

template <class Read, class... Values>
auto Database::all(const char *sql, Read read, const Values &...values)
    -> Result<QList<std::invoke_result_t<Read, const Row &>>>
{
    return allWith(sql, read, [&](Statement &statement) { statement.bindAll(values...); });
}

template <class See, class... Values>
Result<> Database::each(const char *sql, See see, const Values &...values)
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::make_unexpected(statement.error());
    statement->bindAll(values...);
    while (true) {
        const auto more = statement->step();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return {};
        const Row row = statement->row();
        const bool goesOn = see(row);
        if (row.isMalformed())
            return tl::make_unexpected(statement->malformed());
        if (!goesOn)
            return {};
    }
}

template <class Read, class... Values>
auto Database::first(const char *sql, Read read, const Values &...values)
    -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
{
    using Value = std::invoke_result_t<Read, const Row &>;
    auto statement = prepare(sql);
    if (!statement)
        return tl::make_unexpected(statement.error());
    statement->bindAll(values...);
    const auto more = statement->step();
    if (!more)
        return tl::make_unexpected(more.error());
    if (!*more)
        return std::optional<Value>();
    const Row row = statement->row();
    std::optional<Value> found = read(row);
    if (row.isMalformed())
        return tl::make_unexpected(statement->malformed());
    return found;
}

template <class T, class... Values> Result<T> Database::value(const char *sql, const Values &...values)
{
    auto found = first(
        sql, [](const Row &row) { return row.get<T>(0); }, values...);
    if (!found)
        return tl::make_unexpected(found.error());
    return found->value_or(T{});
}

}  // namespace amparo::store
