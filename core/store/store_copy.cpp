#include "store/store_copy.h"

#include "base/owner_only.h"

#include <QFile>

namespace amparo::store {

Result<qint64> lastAuditEntry(Database &database)
{
    return database.value<qint64>("SELECT coalesce(max(sequence), 0) FROM audit");
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

StoreCopy::StoreCopy(QString path, Database &source, std::unique_ptr<Database> database,
                     crypto::SecretBytes key, QByteArray salt, DatabaseCopy work)
    : m_path(std::move(path)),
      m_source(&source),
      m_database(std::move(database)),
      m_key(std::move(key)),
      m_salt(std::move(salt)),
      m_work(std::move(work))
{}

StoreCopy::StoreCopy(StoreCopy &&other) noexcept
    : m_path(std::move(other.m_path)),
      m_isTaken(std::exchange(other.m_isTaken, true)),
      m_source(other.m_source),
      m_lastEntry(other.m_lastEntry),
      m_database(std::move(other.m_database)),
      m_key(std::move(other.m_key)),
      m_salt(std::move(other.m_salt)),
      m_work(std::move(other.m_work))
{}

StoreCopy::~StoreCopy()
{
    m_work.reset();
    m_database.reset();
    if (!m_isTaken)
        removeDatabase(m_path);
}

Result<StoreCopy> StoreCopy::begin(const QString &path, Database &source, crypto::SecretBytes key,
                                   QByteArray salt)
{
    removeDatabase(path);
    auto database = Database::open(path, key, Database::Mode::Create);
    if (!database)
        return tl::make_unexpected(database.error());
    keepToOwner(path);
    auto work = DatabaseCopy::begin(source, **database);
    if (!work) {
        database->reset();
        removeDatabase(path);
        return tl::make_unexpected(work.error());
    }
    return StoreCopy(path, source, std::move(*database), std::move(key), std::move(salt), std::move(*work));
}

Result<bool> StoreCopy::step(int pages) { return m_work->step(pages); }

Result<> StoreCopy::end()
{
    if (const auto copied = m_work->finish(); !copied)
        return copied;
    m_work.reset();
    const auto last = lastAuditEntry(*std::exchange(m_source, nullptr));
    return last.map([&](qint64 sequence) { m_lastEntry = sequence; });
}

// To close the database moves all pages from its write-ahead log to their place.
void StoreCopy::settle() { m_database.reset(); }

Result<> StoreCopy::verify()
{
    settle();
    auto reopened = Database::open(m_path, m_key, Database::Mode::Existing);
    if (!reopened)
        return tl::make_unexpected(reopened.error());
    m_database = std::move(*reopened);
    if (const auto sound = m_database->checkIntegrity(Database::Check::Full); !sound)
        return sound;
    const auto found = lastAuditEntry(*m_database);
    if (!found)
        return tl::make_unexpected(found.error());
    if (*found != m_lastEntry)
        return failure(ErrorCode::Corrupt, QStringLiteral("the copy lacks entries of the audit log"));
    return {};
}

Result<> StoreCopy::complete()
{
    return end().and_then([&] { return verify(); });
}

StoreCopy::Taken StoreCopy::take()
{
    m_isTaken = true;
    return {std::move(m_database), std::move(m_key)};
}

}  // namespace amparo::store
