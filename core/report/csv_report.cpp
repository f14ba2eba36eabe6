#include "report/csv_report.h"

#include "base/csv_writer.h"
#include "report/cell_text.h"

namespace amparo::report {

namespace {

void addTable(QByteArray &csv, const Table &table)
{
    for (const Table::Row &row : table.rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            csv += csvRow({table.title, row.heading, table.columns.value(i + 1), plainText(row.cells[i])});
    }
}

void addFacts(QByteArray &csv, const QString &title, const QList<Fact> &facts)
{
    for (const Fact &fact : facts)
        csv += csvRow({title, fact.label, QString(), plainText(fact.value)});
}

}  // namespace

QByteArray csvReport(const Report &report)
{
    QByteArray csv = csvByteOrderMark;
    csv += csvRow(report.csvHeader);
    addFacts(csv, report.title, report.facts);
    for (const QList<Table> &tables : {report.tables, report.annex}) {
        for (const Table &table : tables)
            addTable(csv, table);
    }
    addFacts(csv, report.title, {report.dataHash});
    return csv;
}

}  // namespace amparo::report
