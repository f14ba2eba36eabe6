#include "report/csv_report.h"

#include "report/cell_text.h"

namespace amparo::report {

namespace {

/// A cell with one of these first is run as a formula when the file is opened (OWASP, CSV injection).
bool startsLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QString field(QString text)
{
    if (startsLikeFormula(text))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') ||
                             text.contains(u'\r') || text.startsWith(u'\'');
    if (!needsQuotes)
        return text;
    return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
}

void addLine(QString &csv, const QStringList &fields)
{
    QStringList written;
    for (const QString &text : fields)
        written.append(field(text));
    csv += written.join(u',') + QLatin1String("\r\n");
}

void addTable(QString &csv, const Table &table)
{
    for (const Table::Row &row : table.rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            addLine(csv, {table.title, row.heading, table.columns.value(i + 1), plainText(row.cells[i])});
    }
}

void addFacts(QString &csv, const QString &title, const QList<Fact> &facts)
{
    for (const Fact &fact : facts)
        addLine(csv, {title, fact.label, QString(), plainText(fact.value)});
}

}  // namespace

QByteArray csvReport(const Report &report)
{
    QString csv = QStringLiteral("\uFEFF");
    addLine(csv, report.csvHeader);
    addFacts(csv, report.title, report.facts);
    for (const QList<Table> &tables : {report.tables, report.annex}) {
        for (const Table &table : tables)
            addTable(csv, table);
    }
    addFacts(csv, report.title, {report.dataHash});
    return csv.toUtf8();
}

}  // namespace amparo::report
