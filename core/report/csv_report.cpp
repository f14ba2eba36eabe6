#include "report/csv_report.h"

#include "report/cell_text.h"
#include "report/csv_line.h"

namespace amparo::report {

namespace {

void addTable(QString &csv, const Table &table)
{
    for (const Table::Row &row : table.rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            csv += csvLine({table.title, row.heading, table.columns.value(i + 1), plainText(row.cells[i])});
    }
}

void addFacts(QString &csv, const QString &title, const QList<Fact> &facts)
{
    for (const Fact &fact : facts)
        csv += csvLine({title, fact.label, QString(), plainText(fact.value)});
}

}  // namespace

QByteArray csvReport(const Report &report)
{
    QString csv = QStringLiteral("\uFEFF");
    csv += csvLine(report.csvHeader);
    addFacts(csv, report.title, report.facts);
    for (const QList<Table> &tables : {report.tables, report.annex}) {
        for (const Table &table : tables)
            addTable(csv, table);
    }
    addFacts(csv, report.title, {report.dataHash});
    return csv.toUtf8();
}

}  // namespace amparo::report
