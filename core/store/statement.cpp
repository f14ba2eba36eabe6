#include "store/statement.h"

#include "store/database.h"

#include <sqlite3.h>

#include <algorithm>

namespace amparo::store {

namespace {

QString timeText(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }

}  // namespace

int Row::columnCount() const { return sqlite3_column_count(m_statement); }

bool Row::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

QByteArrayView Row::bytes(int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) {
        markMalformed();
        return {};
    }
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

void Row::read(int column, QString &value) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT)
        return markMalformed();
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    value = QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

void Row::read(int column, QByteArray &value) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB)
        return markMalformed();
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    value = QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

void Row::read(int column, qint64 &value) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER)
        return markMalformed();
    value = sqlite3_column_int64(m_statement, column);
}

void Row::read(int column, int &value) const
{
    const auto wide = get<qint64>(column);
    value = int(wide);
    if (value != wide)
        markMalformed();
}

void Row::read(int column, bool &value) const
{
    const auto number = get<qint64>(column);
    value = number == 1;
    if (number != 0 && number != 1)
        markMalformed();
}

void Row::read(int column, double &value) const
{
    const int type = sqlite3_column_type(m_statement, column);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        return markMalformed();
    value = sqlite3_column_double(m_statement, column);
}

void Row::read(int column, QDateTime &value) const
{
    value = QDateTime::fromString(get<QString>(column), Qt::ISODateWithMs);
    if (!value.isValid() || value.timeSpec() != Qt::UTC)
        markMalformed();
}

void Row::read(int column, QDate &value) const
{
    value = QDate::fromString(get<QString>(column), Qt::ISODate);
    if (!value.isValid())
        markMalformed();
}

void Row::read(int column, QUuid &value) const
{
    value = QUuid::fromRfc4122(get<QByteArray>(column));
    if (value.isNull())
        markMalformed();
}

void Row::read(int column, crypto::SecretBytes &value) const
{
    const auto *bytes = static_cast<const unsigned char *>(sqlite3_column_blob(m_statement, column));
    const auto size = std::size_t(sqlite3_column_bytes(m_statement, column));
    value = crypto::SecretBytes(size);
    std::copy_n(bytes, size, value.bytes().begin());
}

Statement::Statement(Database &database, std::string sql, sqlite3_stmt *handle)
    : m_database(&database), m_sql(std::move(sql)), m_handle(handle)
{}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database),
      m_sql(std::move(other.m_sql)),
      m_handle(std::exchange(other.m_handle, nullptr)),
      m_bindOutcome(other.m_bindOutcome)
{}

Statement::~Statement()
{
    if (m_handle != nullptr)
        m_database->giveBack(std::move(m_sql), m_handle);
}

void Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_bindOutcome |= sqlite3_bind_text64(m_handle, index, utf8.constData(), sqlite3_uint64(utf8.size()),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, const QByteArray &value)
{
    m_bindOutcome |= sqlite3_bind_blob64(m_handle, index, value.constData(), sqlite3_uint64(value.size()),
                                         SQLITE_TRANSIENT);
}

void Statement::bind(int index, qint64 value) { m_bindOutcome |= sqlite3_bind_int64(m_handle, index, value); }
void Statement::bind(int index, double value)
{
    m_bindOutcome |= sqlite3_bind_double(m_handle, index, value);
}
void Statement::bind(int index, const QDateTime &value) { bind(index, timeText(value)); }
void Statement::bind(int index, QDate value) { bind(index, value.toString(Qt::ISODate)); }
void Statement::bind(int index, const QUuid &value) { bind(index, value.toRfc4122()); }
void Statement::bind(int index, const crypto::SecretBytes &value)
{
    m_bindOutcome |=
        sqlite3_bind_blob64(m_handle, index, value.bytes().data(), value.size(), SQLITE_TRANSIENT);
}
void Statement::bind(int index, std::nullopt_t) { m_bindOutcome |= sqlite3_bind_null(m_handle, index); }
void Statement::bind(int index, const Row &row, int column)
{
    m_bindOutcome |= sqlite3_bind_value(m_handle, index, sqlite3_column_value(row.m_statement, column));
}

Result<bool> Statement::step()
{
    const int code = m_bindOutcome == SQLITE_OK ? sqlite3_step(m_handle) : m_bindOutcome;
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW;
    return tl::make_unexpected(m_database->error(code, m_sql));
}

Error Statement::malformed() const
{
    return {ErrorCode::Corrupt,
            QStringLiteral("a stored value has no such form, in: %1").arg(QString::fromStdString(m_sql))};
}

}  // namespace amparo::store
