#include "store/key_rotation.h"

#include "crypto/key_wrap.h"
#include "crypto/random.h"

#include <QDir>
#include <QFile>

namespace amparo::store {

namespace {

Result<qint64> entries(Database &database)
{
    return database.value<qint64>("SELECT coalesce(max(sequence), 0) FROM audit");
}

}  // namespace

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

void removeOtherDatabases(const QString &folder, quint32 keyNumber)
{
    const QDir directory(folder);
    const QStringList names =
        directory.entryList({QStringLiteral("store.amparo"), QStringLiteral("store-*.amparo")}, QDir::Files);
    for (const QString &name : names) {
        if (name != databaseName(keyNumber))
            removeDatabase(directory.filePath(name));
    }
}

KeyRotation::KeyRotation(QString path, Database &source, std::unique_ptr<Database> copy,
                         crypto::SecretBytes key, quint32 keyNumber, DatabaseCopy work)
    : m_path(std::move(path)),
      m_source(&source),
      m_copy(std::move(copy)),
      m_key(std::move(key)),
      m_keyNumber(keyNumber),
      m_work(std::move(work))
{}

KeyRotation::KeyRotation(KeyRotation &&other) noexcept
    : m_path(std::exchange(other.m_path, QString())),
      m_source(other.m_source),
      m_copy(std::move(other.m_copy)),
      m_key(std::move(other.m_key)),
      m_keyNumber(other.m_keyNumber),
      m_work(std::move(other.m_work))
{}

KeyRotation::~KeyRotation()
{
    m_work.reset();
    m_copy.reset();
    if (!m_path.isEmpty())
        removeDatabase(m_path);
}

Result<KeyRotation> KeyRotation::begin(const QString &folder, Database &source, quint32 newKeyNumber)
{
    const QString path = QDir(folder).filePath(databaseName(newKeyNumber));
    removeDatabase(path);  // of a rotation that was broken off
    crypto::SecretBytes key = crypto::randomSecret(crypto::keySize);
    auto copy = Database::open(path, key, Database::Mode::Create);
    if (!copy)
        return tl::make_unexpected(copy.error());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    auto work = DatabaseCopy::begin(source, **copy);
    if (!work) {
        copy->reset();
        removeDatabase(path);
        return tl::make_unexpected(work.error());
    }
    return KeyRotation(path, source, std::move(*copy), std::move(key), newKeyNumber, std::move(*work));
}

Result<bool> KeyRotation::step(int pages) { return m_work->step(pages); }

Result<> KeyRotation::complete()
{
    if (const auto copied = m_work->finish(); !copied)
        return copied;
    m_work.reset();
    if (const auto sound = m_copy->checkIntegrity(Database::Check::Full); !sound)
        return sound;
    const auto wanted = entries(*m_source);
    const auto found = entries(*m_copy);
    if (!wanted || !found)
        return tl::make_unexpected(wanted ? found.error() : wanted.error());
    if (*wanted != *found)
        return failure(ErrorCode::Corrupt, QStringLiteral("the copy lacks entries of the audit log"));
    return {};
}

KeyRotation::Taken KeyRotation::take()
{
    m_path.clear();
    return {std::move(m_copy), std::move(m_key)};
}

}  // namespace amparo::store
