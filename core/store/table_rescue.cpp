// Rows with a number are read in order; where a page does not verify, number after number is tried until
// reading works again. Whatever lies between two damaged pages is found that way. Tables ordered by something
// else are read from both ends towards the damage: they are small.
#include "store/table_rescue.h"

#include "store/database.h"

#include <limits>

namespace amparo::store {

namespace {

/// Beyond the last row read, where nothing tells how many there are: more than one damaged inner page leads to.
constexpr qint64 patience = 100'000;

struct Columns {
    QByteArray names;   // "a, b, c"
    QByteArray places;  // "?, ?, ?"
    QByteArray number;  // the column that numbers the rows, empty: none
    QByteArray key;     // the columns that order the others
    int count = 0;
};

struct Column {
    QByteArray name;
    bool isInteger;
    int keyPlace;
};

Result<Columns> columnsOf(Database &database, const QByteArray &table)
{
    const auto columns = database.all(
        "SELECT name, type, pk FROM pragma_table_info(?)",
        [](const Row &row) {
            return Column{row.get<QString>(0).toUtf8(), row.get<QString>(1) == QLatin1String("INTEGER"),
                          row.get<int>(2)};
        },
        QString::fromUtf8(table));
    const auto withoutNumber =
        database.value<bool>("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'", QString::fromUtf8(table));
    if (!columns || !withoutNumber)
        return tl::make_unexpected(columns ? withoutNumber.error() : columns.error());
    Columns found;
    QByteArrayList names;
    QByteArrayList key;
    for (const Column &column : *columns) {
        names.append(column.name);
        if (column.keyPlace == 1 && column.isInteger && *withoutNumber)
            found.number = column.name;
        if (column.keyPlace > 0)
            key.append(column.name);
    }
    if (!*withoutNumber)
        found.number = "rowid";
    found.count = int(names.size());
    found.names = names.join(", ");
    found.places = QByteArrayList(names.size(), "?").join(", ");
    found.key = key.join(", ");
    return found;
}

class Rescue {
public:
    Rescue(Database &damaged, Database &into, QByteArray table, Columns columns)
        : m_damaged(damaged), m_into(into), m_table(std::move(table)), m_columns(std::move(columns)),
          m_sharesNumbers(m_columns.number != "rowid")
    {
        m_result.name = QString::fromUtf8(m_table);
        m_insert = "INSERT INTO " + m_table + " (" + m_columns.names + ") VALUES (" + m_columns.places + ")";
        m_select = "SELECT " + (m_columns.number.isEmpty() ? QByteArray("NULL") : m_columns.number) + ", " +
                   m_columns.names + " FROM " + m_table;
    }

    Result<RescuedTable> byNumber(qint64 lastNumber);
    Result<RescuedTable> fromBothEnds();

private:
    enum class Ended { Whole, AtDamage, NoTable };

    Result<Ended> copy(const QByteArray &sql, std::optional<qint64> from);
    Result<> keep(const Row &row);
    qint64 bound(qint64 lastNumber);
    void isUnreadable(qint64 number);

    Database &m_damaged;
    Database &m_into;
    QByteArray m_table;
    Columns m_columns;
    QByteArray m_insert;
    QByteArray m_select;
    bool m_sharesNumbers;  // several rows may have the same
    RescuedTable m_result;
    qint64 m_last = 0;  // the number of the row read last
};

Result<> Rescue::keep(const Row &row)
{
    auto insert = m_into.prepare(m_insert.constData());
    if (!insert)
        return tl::make_unexpected(insert.error());
    for (int i = 0; i < m_columns.count; ++i)
        insert->bind(i + 1, row, i + 1);
    const auto kept = insert->step();
    if (kept)
        ++m_result.saved;
    else if (kept.error().code == ErrorCode::Conflict)
        ++m_result.refused;
    else
        return tl::make_unexpected(kept.error());
    return {};
}

Result<Rescue::Ended> Rescue::copy(const QByteArray &sql, std::optional<qint64> from)
{
    auto statement = m_damaged.prepare(sql.constData());
    if (!statement)  // a page of the schema itself is damaged
        return Ended::NoTable;
    if (from)
        statement->bind(1, *from);
    while (true) {
        const auto more = statement->step();
        if (!more)
            return Ended::AtDamage;
        if (!*more)
            return Ended::Whole;
        const Row row = statement->row();
        if (const auto kept = keep(row); !kept)
            return tl::make_unexpected(kept.error());
        if (!m_columns.number.isEmpty())
            m_last = row.get<qint64>(0);
    }
}

qint64 Rescue::bound(qint64 lastNumber)
{
    const QByteArray last =
        "SELECT " + m_columns.number + " FROM " + m_table + " ORDER BY " + m_columns.number + " DESC LIMIT 1";
    const auto found = m_damaged.value<qint64>(last.constData());
    if (found)
        return *found;
    return lastNumber > 0 ? lastNumber : m_last + patience;
}

void Rescue::isUnreadable(qint64 number)
{
    if (!m_result.unreadable.isEmpty() && m_result.unreadable.last().last == number - 1)
        m_result.unreadable.last().last = number;
    else
        m_result.unreadable.append({number, number});
}

Result<RescuedTable> Rescue::byNumber(qint64 lastNumber)
{
    const QByteArray onwards = m_select + " WHERE " + m_columns.number + " >= ? ORDER BY " + m_columns.number;
    const QByteArray one = m_select + " WHERE " + m_columns.number + " = ?";
    std::optional<qint64> last;
    for (qint64 next = 1; !last || next <= *last; ++next) {
        m_last = next - 1;
        auto ended = copy(onwards, next);
        if (!ended)
            return tl::make_unexpected(ended.error());
        if (*ended == Ended::Whole)
            return m_result;
        if (*ended == Ended::NoTable) {
            m_result.isIncomplete = true;
            return m_result;
        }
        if (!last)
            last = bound(lastNumber);
        if (m_sharesNumbers && m_last >= next)
            isUnreadable(m_last);
        // Number after number, until one can be read, whether or not there is a row of that number.
        for (next = m_last + 1; next <= *last; ++next) {
            ended = copy(one, next);
            if (!ended)
                return tl::make_unexpected(ended.error());
            if (*ended == Ended::Whole)
                break;
            isUnreadable(next);
        }
    }
    return m_result;
}

Result<RescuedTable> Rescue::fromBothEnds()
{
    const QByteArray upwards = m_select + " ORDER BY " + m_columns.key;
    const QByteArray downwards = m_select + " ORDER BY " + m_columns.key.split(',').join(" DESC, ") + " DESC";
    const auto up = copy(upwards, std::nullopt);
    if (!up)
        return tl::make_unexpected(up.error());
    if (*up == Ended::Whole)
        return m_result;
    m_result.isIncomplete = true;
    // The damage lies between the two ways, so that they meet no row twice.
    if (const auto down = copy(downwards, std::nullopt); !down)
        return tl::make_unexpected(down.error());
    return m_result;
}

}  // namespace

Result<RescuedTable> rescueTable(Database &damaged, Database &into, const QString &table, qint64 lastNumber)
{
    const auto columns = columnsOf(into, table.toUtf8());
    if (!columns)
        return tl::make_unexpected(columns.error());
    Rescue rescue(damaged, into, table.toUtf8(), *columns);
    return columns->number.isEmpty() ? rescue.fromBothEnds() : rescue.byNumber(lastNumber);
}

}  // namespace amparo::store
