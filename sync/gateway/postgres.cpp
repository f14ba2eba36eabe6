#include "sync/gateway/postgres.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace amparo::gateway {

const Statement beginTransaction{"begin", "BEGIN"};
const Statement commitTransaction{"commit", "COMMIT"};

namespace {

// Object ids of types, from PostgreSQL's pg_type.dat; they never change.
constexpr qint32 byteaOid = 17;
constexpr qint32 textOid = 25;
constexpr qint32 integerOid = 23;

template <class Number> QByteArray bigEndian(Number value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Binary form of arrays: dimensions, whether there are nulls, type, size and first index, then size and
/// bytes of each.
Parameter arrayOf(qint32 type, const QList<QByteArray> &values)
{
    qsizetype size = 20;
    for (const QByteArray &value : values)
        size += 4 + value.size();
    QByteArray bytes;
    bytes.reserve(size);
    bytes += bigEndian(qint32(values.isEmpty() ? 0 : 1)) + bigEndian(qint32(0)) + bigEndian(type);
    if (!values.isEmpty())
        bytes += bigEndian(qint32(values.size())) + bigEndian(qint32(1));
    for (const QByteArray &value : values) {
        bytes += bigEndian(qint32(value.size()));
        bytes += value;
    }
    return {bytes};
}

const QDateTime &postgresEpoch()
{
    static const QDateTime epoch(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    return epoch;
}

ErrorCode codeOf(const QByteArray &sqlState)
{
    if (sqlState == "40001" || sqlState == "40P01" || sqlState == "55P03")
        return ErrorCode::Conflict;
    if (sqlState == "53100")
        return ErrorCode::DiskFull;
    // No state: the connection broke. 08: connection. 53: resources. 57: an operator's act, a time-out.
    // 25006: a standby that takes no writes.
    if (sqlState.isEmpty() || sqlState.startsWith("08") || sqlState.startsWith("53") ||
        sqlState.startsWith("57") || sqlState == "25006")
        return ErrorCode::Unavailable;
    return ErrorCode::Corrupt;
}

/// The rows of a result, which is taken over, or what went wrong. Without one the connection broke.
Result<Rows> rowsOf(PGresult *result, const char *act)
{
    const Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_SYNC)
        return rows;
    const QByteArray state(result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr);
    const QString why = state.isEmpty() ? QStringLiteral("the connection broke")
                                        : QStringLiteral("SQLSTATE ") + QString::fromLatin1(state);
    return failure(codeOf(state), QString::fromLatin1(act) + QStringLiteral(": ") + why);
}

/// Nothing of an answer stays for the next statement to read.
void skipRest(PGconn *connection)
{
    while (PGresult *result = PQgetResult(connection))
        PQclear(result);
}

/// As libpq takes parameters: pointers into `values`, which outlives it.
struct ParameterArrays {
    explicit ParameterArrays(const QList<Parameter> &values)
    {
        for (const Parameter &value : values) {
            pointers.push_back(value.bytes ? value.bytes->constData() : nullptr);
            lengths.push_back(value.bytes ? int(value.bytes->size()) : 0);
            formats.push_back(1);
        }
    }

    std::vector<const char *> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

}  // namespace

Parameter bytea(const QByteArray &value) { return {value.isNull() ? QByteArray("") : value}; }
Parameter nullableBytea(const QByteArray &value)
{
    return value.isEmpty() ? Parameter{std::nullopt} : Parameter{value};
}
Parameter text(const QString &value) { return bytea(value.toUtf8()); }
Parameter bigint(qint64 value) { return {bigEndian(value)}; }
Parameter boolean(bool value) { return {QByteArray(1, value ? '\1' : '\0')}; }
Parameter timestamp(const QDateTime &value) { return bigint(postgresEpoch().msecsTo(value) * 1000); }
Parameter byteaArray(const QList<QByteArray> &values) { return arrayOf(byteaOid, values); }

Parameter textArray(const QList<QString> &values)
{
    QList<QByteArray> utf8;
    for (const QString &value : values)
        utf8.append(value.toUtf8());
    return arrayOf(textOid, utf8);
}

Parameter integerArray(const QList<int> &values)
{
    QList<QByteArray> bytes;
    for (const int value : values)
        bytes.append(bigEndian(qint32(value)));
    return arrayOf(integerOid, bytes);
}

Rows::Rows(pg_result *result) : m_result(result, PQclear) {}

int Rows::count() const { return m_result ? PQntuples(m_result.get()) : 0; }

bool Rows::isNull(int row, int column) const { return PQgetisnull(m_result.get(), row, column) != 0; }

QByteArray Rows::bytes(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

qint64 Rows::number(int row, int column) const
{
    const char *value = PQgetvalue(m_result.get(), row, column);
    switch (PQgetlength(m_result.get(), row, column)) {
    case 2:
        return qFromBigEndian<qint16>(value);
    case 4:
        return qFromBigEndian<qint32>(value);
    default:
        return qFromBigEndian<qint64>(value);
    }
}

bool Rows::flag(int row, int column) const { return *PQgetvalue(m_result.get(), row, column) != '\0'; }

QDateTime Rows::time(int row, int column) const
{
    return postgresEpoch().addMSecs(number(row, column) / 1000);
}

QList<QByteArray> Rows::byteaArray(int row, int column) const
{
    const QByteArray bytes = Rows::bytes(row, column);
    QList<QByteArray> values;
    if (bytes.size() < 20)
        return values;  // of no dimension: empty
    const auto numberAt = [&](qsizetype at) { return qFromBigEndian<qint32>(bytes.constData() + at); };
    const qint32 count = numberAt(12);
    for (qsizetype at = 20; values.size() < count; at += 4 + values.last().size())
        values.append(bytes.mid(at + 4, numberAt(at)));
    return values;
}

Result<std::unique_ptr<Connection>> Connection::open(const QByteArray &where)
{
    // What the caller's string says wins: it stands where the one named later does. A server that is gone
    // without a word is noticed within seconds, and a statement that hangs ends.
    const char *const names[] = {"connect_timeout", "tcp_user_timeout", "application_name",
                                 "options",         "dbname",           nullptr};
    const char *const values[] = {"10",
                                  "20000",
                                  "amparo-gateway",
                                  "-c statement_timeout=30000 -c lock_timeout=20000 -c synchronous_commit=on "
                                  "-c timezone=UTC -c client_min_messages=warning "
                                  "-c idle_in_transaction_session_timeout=60000",
                                  where.constData(),
                                  nullptr};
    PGconn *raw = PQconnectdbParams(names, values, 1);
    std::unique_ptr<Connection> connection(new Connection(raw));
    if (PQstatus(raw) != CONNECTION_OK)
        return failure(ErrorCode::Unavailable, QStringLiteral("no connection to the database"));
    PQsetNoticeProcessor(
        raw, [](void *, const char *) {}, nullptr);  // a notice may quote values
    return connection;
}

Connection::~Connection() { PQfinish(m_connection); }

bool Connection::isAlive() const { return PQstatus(m_connection) == CONNECTION_OK; }

Result<> Connection::prepare(const Statement &statement)
{
    if (m_prepared.contains(statement.name))
        return {};
    return rowsOf(PQprepare(m_connection, statement.name, statement.sql, 0, nullptr), statement.name)
        .map([&](const Rows &) { m_prepared.insert(statement.name); });
}

Result<Rows> Connection::run(const Statement &statement, const QList<Parameter> &parameters)
{
    if (const auto prepared = prepare(statement); !prepared)
        return tl::make_unexpected(prepared.error());
    const ParameterArrays arrays(parameters);
    return rowsOf(PQexecPrepared(m_connection, statement.name, int(arrays.pointers.size()),
                                 arrays.pointers.data(), arrays.lengths.data(), arrays.formats.data(), 1),
                  statement.name);
}

Result<QList<Rows>> Connection::runAll(const QList<Step> &steps)
{
    for (const Step &step : steps) {
        if (const auto prepared = prepare(step.statement); !prepared)
            return tl::make_unexpected(prepared.error());
    }
    bool isSent = PQenterPipelineMode(m_connection) == 1;
    for (const Step &step : steps) {
        const ParameterArrays arrays(step.parameters);
        isSent = isSent && PQsendQueryPrepared(m_connection, step.statement.name, int(arrays.pointers.size()),
                                               arrays.pointers.data(), arrays.lengths.data(),
                                               arrays.formats.data(), 1) == 1;
    }
    if (!isSent || PQpipelineSync(m_connection) != 1)
        return failure(ErrorCode::Unavailable, QStringLiteral("the connection to the database broke"));
    auto found = readPipeline(steps);
    if (PQexitPipelineMode(m_connection) != 1 && found)
        return failure(ErrorCode::Unavailable, QStringLiteral("the connection to the database broke"));
    return found;
}

Result<QList<Rows>> Connection::readPipeline(const QList<Step> &steps)
{
    QList<Rows> found;
    std::optional<Error> error;  // the first; what follows is only skipped for its sake
    for (const Step &step : steps) {
        auto rows = rowsOf(PQgetResult(m_connection), step.statement.name);
        skipRest(m_connection);
        if (!rows && !error)
            error = rows.error();
        if (rows)
            found.append(*rows);
    }
    const auto end = rowsOf(PQgetResult(m_connection), "pipeline");
    if (error)
        return tl::make_unexpected(*error);
    if (!end)
        return tl::make_unexpected(end.error());
    return found;
}

Result<> Connection::runScript(const QByteArray &script)
{
    return rowsOf(PQexec(m_connection, script.constData()), "script").map([](const Rows &) {});
}

void Connection::rollBack()
{
    if (isAlive() && PQtransactionStatus(m_connection) != PQTRANS_IDLE)
        PQclear(PQexec(m_connection, "ROLLBACK"));
}

}  // namespace amparo::gateway
