#include "store/database.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

// SQLite3 Multiple Ciphers declares these only for C sources that are built with it.
extern "C" {
int sqlite3_key_v2(sqlite3 *db, const char *schema, const void *key, int size);
int sqlite3mc_cipher_index(const char *name);
int sqlite3mc_config(sqlite3 *db, const char *parameter, int value);
}

namespace amparo::store {

namespace {

constexpr qint64 applicationId = 0x414D5052;  // "AMPR", in the file's header

// WAL with synchronous=FULL: a commit has reached the disk. Exclusive: no shared memory file, no second
// program.
constexpr const char *settings = "PRAGMA locking_mode=EXCLUSIVE;"
                                 "PRAGMA journal_mode=WAL;"
                                 "PRAGMA synchronous=FULL;"
                                 "PRAGMA foreign_keys=ON;"
                                 "PRAGMA recursive_triggers=ON;"  // else REPLACE deletes what a trigger keeps
                                 "PRAGMA secure_delete=ON;"
                                 "PRAGMA cell_size_check=ON;"
                                 "PRAGMA temp_store=MEMORY;"
                                 "PRAGMA wal_autocheckpoint=4000;"
                                 "PRAGMA journal_size_limit=16777216;"
                                 "PRAGMA cache_size=-64000;";

// A schema of which a part is lost is used as far as it goes, and a file that was cut off as far as it
// reaches.
constexpr const char *damagedSettings = "PRAGMA locking_mode=EXCLUSIVE;"
                                        "PRAGMA writable_schema=ON;"
                                        "PRAGMA cell_size_check=ON;"
                                        "PRAGMA temp_store=MEMORY;"
                                        "PRAGMA cache_size=-16000;";

ErrorCode meaning(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return ErrorCode::ReadOnly;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Conflict;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Unavailable;
    }
}

/// SQLite reads the rest of a page that is cut off as zeros, and takes them for content. Where the log has
/// pages, a power cut may have left the file so, and the log has the whole page.
bool isCutOff(const QString &path, Database::Mode mode)
{
    const bool endsWithin = QFile(path).size() % pageSizeInBytes != 0;
    const bool logIsEmpty = QFile(path + QStringLiteral("-wal")).size() == 0;
    return endsWithin && (mode == Database::Mode::Damaged || logIsEmpty);
}

/// While it lives, `goOn` can end what SQLite is at.
class Interruptible {
public:
    Interruptible(sqlite3 *handle, const std::function<bool()> &goOn) : m_handle(handle), m_goOn(goOn)
    {
        constexpr int stepsBetween = 100'000;  // of SQLite's machine: some milliseconds
        if (goOn)
            sqlite3_progress_handler(handle, stepsBetween, &Interruptible::ends, this);
    }
    ~Interruptible() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

private:
    static int ends(void *self) { return static_cast<Interruptible *>(self)->m_goOn() ? 0 : 1; }

    sqlite3 *m_handle;
    const std::function<bool()> &m_goOn;
};

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const crypto::SecretBytes &key,
                                                 Mode mode)
{
    const bool exists = QFile::exists(path);
    if (mode == Mode::Create && exists)
        return failure(ErrorCode::Conflict, QStringLiteral("there is a store already"));
    if (mode != Mode::Create && !exists)
        return failure(ErrorCode::NotFound, QStringLiteral("there is no store file"));
    // SQLite takes an empty file for a new database and would fill it.
    if (mode != Mode::Create && QFile(path).size() == 0)
        return failure(ErrorCode::Corrupt, QStringLiteral("the store file is empty"));
    if (mode != Mode::Create && isCutOff(path, mode))
        return failure(ErrorCode::Corrupt, QStringLiteral("the store file ends within a page"));

    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    if (handle == nullptr)
        qBadAlloc();
    std::unique_ptr<Database> database(new Database(handle));
    if (opened != SQLITE_OK)
        return tl::make_unexpected(database->error(opened, "open"));
    if (const auto configured = database->configure(key, mode); !configured)
        return tl::make_unexpected(configured.error());
    return database;
}

Result<> Database::configure(const crypto::SecretBytes &key, Mode mode)
{
    // "raw:" says that the bytes are the key itself, not a passphrase to derive one from.
    static constexpr char prefix[] = {'r', 'a', 'w', ':'};
    crypto::SecretBytes raw(sizeof prefix + key.size());
    std::memcpy(raw.bytes().data(), prefix, sizeof prefix);
    std::ranges::copy(key.bytes(), raw.bytes().begin() + sizeof prefix);

    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, mode == Mode::Damaged ? 0 : 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3mc_config(m_handle, "cipher", sqlite3mc_cipher_index("chacha20"));
    const int keyed = sqlite3_key_v2(m_handle, "main", raw.bytes().data(), int(raw.size()));
    if (keyed != SQLITE_OK)
        return tl::make_unexpected(error(keyed, "key"));
    if (mode == Mode::Damaged) {
        if (const auto set = becomeReadOnly().and_then([&] { return execute(damagedSettings); }); !set)
            return set;
    } else if (const auto set = execute(settings); !set) {
        return set;
    }

    if (mode == Mode::Create)
        return execute("PRAGMA application_id=" + QByteArray::number(applicationId));
    const auto found = value<qint64>("PRAGMA application_id");
    if (!found)
        return tl::make_unexpected(found.error());
    if (*found != applicationId)
        return failure(ErrorCode::Corrupt, QStringLiteral("the file is no store of Amparo"));
    return {};
}

Database::~Database() { close(); }

void Database::close()
{
    for (const auto &[sql, statement] : m_idle)
        sqlite3_finalize(statement);
    m_idle.clear();
    sqlite3_close(m_handle);
    m_handle = nullptr;
}

void Database::takeOver(Database &&other)
{
    close();
    m_handle = std::exchange(other.m_handle, nullptr);
    m_idle = std::exchange(other.m_idle, {});
}

Result<Statement> Database::prepare(const char *sql)
{
    std::string text(sql);
    if (auto idle = m_idle.extract(text))
        return Statement(*this, std::move(text), idle.mapped());
    sqlite3_stmt *handle = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle, sql, int(text.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        return tl::make_unexpected(error(code, text));
    return Statement(*this, std::move(text), handle);
}

void Database::giveBack(std::string sql, sqlite3_stmt *handle)
{
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle);
    m_idle.emplace(std::move(sql), handle);
}

Result<> Database::execute(const QByteArray &script)
{
    const char *rest = script.constData();
    while (*rest != '\0') {
        sqlite3_stmt *statement = nullptr;
        const char *const start = rest;
        int code = sqlite3_prepare_v2(m_handle, start, -1, &statement, &rest);
        while (code == SQLITE_OK && statement != nullptr) {
            code = sqlite3_step(statement);
            code = code == SQLITE_ROW ? SQLITE_OK : code;
        }
        sqlite3_finalize(statement);
        if (code != SQLITE_OK && code != SQLITE_DONE)
            return tl::make_unexpected(error(code, std::string(start, rest)));
    }
    return {};
}

bool Database::isInTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

Result<> Database::checkIntegrity(Check check, const std::function<bool()> &goOn)
{
    const Interruptible scope(m_handle, goOn);
    const char *sql = check == Check::Quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)";
    const auto verdict = value<QString>(sql);
    if (!verdict)
        return tl::make_unexpected(verdict.error());
    if (*verdict != QLatin1StringView("ok"))
        return failure(ErrorCode::Corrupt, *verdict);
    if (check == Check::Quick)
        return {};
    const auto orphan = first("PRAGMA foreign_key_check", [](const Row &row) { return row.get<QString>(0); });
    if (!orphan)
        return tl::make_unexpected(orphan.error());
    if (orphan->has_value())
        return failure(ErrorCode::Corrupt, QStringLiteral("a row of %1 refers to nothing").arg(**orphan));
    return {};
}

Result<qint64> Database::pageCount() { return value<qint64>("PRAGMA page_count"); }

Result<QList<qint64>> Database::damagedPages(qint64 first, qint64 count)
{
    const auto last = pageCount();
    if (!last)
        return tl::make_unexpected(last.error());
    QList<qint64> damaged;
    for (qint64 page = first; page < first + count && page <= *last; ++page) {
        const auto read = value<qint64>("SELECT length(data) FROM sqlite_dbpage WHERE pgno = ?", page);
        if (!read && read.error().code != ErrorCode::Corrupt)
            return tl::make_unexpected(read.error());
        if (!read)
            damaged.append(page);
    }
    return damaged;
}

Result<> Database::becomeReadOnly()
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return execute("PRAGMA query_only=ON");
}

Error Database::error(int code, const std::string &sql) const
{
    // SQLite's own message only where it names the schema: elsewhere it may quote what was bound.
    const bool namesSchema = (code & 0xff) == SQLITE_CONSTRAINT;
    const char *message = namesSchema ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
    return {meaning(code),
            QStringLiteral("SQLite %1 (%2) in: %3")
                .arg(QString::number(code), QString::fromUtf8(message), QString::fromStdString(sql))};
}

qint64 Database::changedRows() const { return sqlite3_changes64(m_handle); }

Result<Transaction> Transaction::begin(Database &database)
{
    Q_ASSERT(!database.isInTransaction());
    const auto begun = database.run("BEGIN IMMEDIATE");
    if (!begun)
        return tl::make_unexpected(begun.error());
    return Transaction(database);
}

Result<> Transaction::commit()
{
    const auto committed = m_database->run("COMMIT");
    if (!committed)
        return tl::make_unexpected(committed.error());  // the destructor rolls back what still stands
    m_database = nullptr;
    return {};
}

Transaction::~Transaction()
{
    // SQLite itself has rolled back already after some errors, a full disk among them.
    if (m_database == nullptr || !m_database->isInTransaction())
        return;
    if (const auto rolledBack = m_database->run("ROLLBACK"); !rolledBack)
        qCritical("amparo.store: rollback failed: %s", qUtf8Printable(rolledBack.error().detail));
}

}  // namespace amparo::store
