#pragma once

// Inside the room: a CSV table by the headings of its columns.

#include "base/csv_reader.h"
#include "base/names.h"
#include "reference/problem.h"

#include <QDate>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace amparo::reference {

/// Steps through the rows; what is wrong is noted with its place, and a row that had something wrong says so
/// at its end, so that it can be left out. Blanks around a cell do not count.
class Table {
public:
    /// Notes headings that are missing, unknown or there twice; then there are no rows.
    Table(const QString &file, QByteArrayView csv, const QStringList &columns, Problems &problems);

    bool next();
    bool isSound() const { return m_isSound; }  ///< the current row, as far as it was read
    void fail(const QString &column, const QString &message);

    QString text(const QString &column) const;  ///< "" where nothing is known
    QString needed(const QString &column);
    /// Lower-case letters, digits and hyphens, in no row before.
    QString id();
    QString country(const QString &column, bool mayBeEmpty = false);  ///< ISO 3166-1 alpha-3 by its form
    std::optional<QDate> day(const QString &column);
    std::optional<bool> flag(const QString &column);  ///< yes, no, or empty
    QStringList words(const QString &column) const;   ///< blank-separated

    /// One of the table's words; the first one where it is none of them.
    template <class Value, size_t Count> Value one(const QString &column, const Names<Value, Count> &names)
    {
        return word(column, names, text(column));
    }
    template <class Value, size_t Count>
    QList<Value> several(const QString &column, const Names<Value, Count> &names)
    {
        QList<Value> values;
        for (const QString &name : words(column))
            values.append(word(column, names, name));
        if (values.isEmpty())
            fail(column, QStringLiteral("missing"));
        return values;
    }

private:
    template <class Value, size_t Count>
    Value word(const QString &column, const Names<Value, Count> &names, const QString &name)
    {
        const std::optional<Value> value = valueOf(names, name);
        if (value)
            return *value;
        QStringList known;
        for (const auto &entry : names)
            known.append(entry.second);
        fail(column, QStringLiteral("\"%1\" is none of %2").arg(name, known.join(QLatin1String(", "))));
        return names.front().first;
    }
    bool readHeadings(const QStringList &columns);
    void note(int line, const QString &column, const QString &message);

    QString m_file;
    CsvReader m_reader;
    Problems &m_problems;
    QMap<QString, qsizetype> m_columns;
    QSet<QString> m_ids;
    bool m_isReadable = false;
    bool m_isSound = true;
};

}  // namespace amparo::reference
