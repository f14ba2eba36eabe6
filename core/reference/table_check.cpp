#include "reference/table_check.h"

#include "base/csv_reader.h"

namespace amparo::reference {

namespace {

/// The column that the other tables do not have.
constexpr Names<const char *, 3> kindColumns{{
    {"help-lines", QLatin1StringView("purpose")},
    {"laws", QLatin1StringView("topic")},
    {"institutions", QLatin1StringView("services")},
}};

QString kindOf(QByteArrayView csv)
{
    CsvReader reader(csv);
    if (const Result<bool> first = reader.next(); !first || !*first)
        return {};
    for (qsizetype i = 0; i < reader.fields().size(); ++i) {
        if (const auto kind = valueOf(kindColumns, reader.text(i).trimmed()))
            return QLatin1String(*kind);
    }
    return {};
}

template <class Row> QMap<Freshness, int> countedByFreshness(const QList<Row> &rows, QDate today)
{
    QMap<Freshness, int> counts;
    for (const Row &row : rows)
        ++counts[freshness(row.provenance, today)];
    return counts;
}

}  // namespace

CheckedTable checkTable(const QString &file, QByteArrayView csv, const QList<HelpLine> &lines, QDate today)
{
    CheckedTable checked{kindOf(csv), {}, {}};
    if (checked.kind == QLatin1String("help-lines"))
        checked.rows = countedByFreshness(readHelpLines(file, csv, checked.problems), today);
    else if (checked.kind == QLatin1String("laws"))
        checked.rows = countedByFreshness(readLaws(file, csv, checked.problems), today);
    else if (checked.kind == QLatin1String("institutions"))
        checked.rows = countedByFreshness(readInstitutions(file, csv, lines, checked.problems), today);
    else
        checked.problems.append(
            {file, 1, {}, QStringLiteral("the headings are those of no table of the directory")});
    return checked;
}

}  // namespace amparo::reference
