#include "reference/table.h"

#include <QRegularExpression>

namespace amparo::reference {

Table::Table(const QString &file, QByteArrayView csv, const QStringList &columns, Problems &problems)
    : m_file(file), m_reader(csv), m_problems(problems)
{
    m_isReadable = readHeadings(columns);
}

bool Table::readHeadings(const QStringList &columns)
{
    const Result<bool> first = m_reader.next();
    if (!first || !*first) {
        note(0, {}, first ? QStringLiteral("the file is empty") : first.error().detail);
        return false;
    }
    bool areSound = true;
    const auto refuse = [&](const QString &heading, const QString &message) {
        note(m_reader.line(), heading, message);
        areSound = false;
    };
    for (qsizetype i = 0; i < m_reader.fields().size(); ++i) {
        const QString heading = m_reader.text(i).trimmed();
        if (!columns.contains(heading))
            refuse(heading,
                   QStringLiteral("unknown column; known are %1").arg(columns.join(QLatin1String(", "))));
        if (m_columns.contains(heading))
            refuse(heading, QStringLiteral("the column is there twice"));
        m_columns.insert(heading, i);
    }
    for (const QString &column : columns) {
        if (!m_columns.contains(column))
            refuse(column, QStringLiteral("the column is missing"));
    }
    return areSound;
}

bool Table::next()
{
    while (m_isReadable) {
        const Result<bool> more = m_reader.next();
        if (!more)
            note(m_reader.line(), {}, more.error().detail);
        m_isReadable = more && *more;
        m_isSound = true;
        if (!m_isReadable)
            return false;
        if (m_reader.fields().size() == m_columns.size())
            return true;
        note(m_reader.line(), {},
             QStringLiteral("%1 cells where the headings are %2")
                 .arg(m_reader.fields().size())
                 .arg(m_columns.size()));
    }
    return false;
}

void Table::note(int line, const QString &column, const QString &message)
{
    m_problems.append({m_file, line, column, message});
}

void Table::fail(const QString &column, const QString &message)
{
    m_isSound = false;
    note(m_reader.line(), column, message);
}

QString Table::text(const QString &column) const { return m_reader.text(m_columns.value(column)).trimmed(); }

QString Table::needed(const QString &column)
{
    const QString value = text(column);
    if (value.isEmpty())
        fail(column, QStringLiteral("missing"));
    return value;
}

QString Table::id()
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    const QString column = QStringLiteral("id");
    const QString value = needed(column);
    if (!value.isEmpty() && !form.match(value).hasMatch())
        fail(column, QStringLiteral("lower-case letters, digits and hyphens are expected"));
    if (m_ids.contains(value))
        fail(column, QStringLiteral("\"%1\" stands in an earlier row").arg(value));
    m_ids.insert(value);
    return value;
}

QString Table::country(const QString &column, bool mayBeEmpty)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{3}$"));
    const QString value = mayBeEmpty ? text(column) : needed(column);
    if (!value.isEmpty() && !form.match(value).hasMatch())
        fail(column, QStringLiteral("\"%1\" is no country code such as PER").arg(value));
    return value;
}

std::optional<QDate> Table::day(const QString &column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return std::nullopt;
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid()) {
        fail(column, QStringLiteral("\"%1\" is no date such as 2026-03-02").arg(value));
        return std::nullopt;
    }
    return date;
}

std::optional<bool> Table::flag(const QString &column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return std::nullopt;
    if (value != QLatin1String("yes") && value != QLatin1String("no"))
        fail(column, QStringLiteral("\"%1\" is neither yes nor no").arg(value));
    return value == QLatin1String("yes");
}

QStringList Table::words(const QString &column) const { return text(column).split(u' ', Qt::SkipEmptyParts); }

}  // namespace amparo::reference
