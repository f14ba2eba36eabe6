#include "app/desktop/reports/report_html.h"

#include "app/desktop/widgets/theme.h"
#include "report/cell_text.h"

namespace amparo::desktop {

namespace {

/// A bar for one count of a chart, as long as its part of the largest.
QString barHtml(const report::Table &table, const report::Table::Row &row, const QPalette &palette)
{
    const auto countOf = [](const report::Table::Row &one) {
        const int *count = one.cells.isEmpty() ? nullptr : std::get_if<int>(&one.cells.first());
        return count ? *count : 0;
    };
    int largest = 1;
    for (const report::Table::Row &one : table.rows)
        largest = std::max(largest, one.isTotal ? 0 : countOf(one));
    return QStringLiteral(
               "<td><table cellspacing='0'><tr><td bgcolor='%1' width='%2'>&nbsp;</td></tr></table></td>")
        .arg(palette.color(QPalette::Highlight).name())
        .arg(1 + 200 * countOf(row) / largest);
}

QString tableHtml(const report::Table &table, const report::Report &report, const QPalette &palette)
{
    QString html =
        QStringLiteral("<h3>%1</h3><p style='color:%2'>%3</p>")
            .arg(table.title.toHtmlEscaped(), secondaryText(palette).name(), table.unit.toHtmlEscaped());
    if (table.rows.isEmpty())
        return html + QStringLiteral("<p>%1</p>").arg(report.emptyTable.toHtmlEscaped());
    html += QStringLiteral("<table cellpadding='4' cellspacing='0'><tr>");
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        html += QStringLiteral("<th align='%1'>%2</th>")
                    .arg(i == 0 ? QStringLiteral("left") : QStringLiteral("right"),
                         table.columns[i].toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (const report::Table::Row &row : table.rows) {
        const QString weight = row.isTotal ? QStringLiteral("bold") : QStringLiteral("normal");
        html +=
            QStringLiteral("<tr style='font-weight:%1'><td>%2</td>").arg(weight, row.heading.toHtmlEscaped());
        for (const report::Cell &cell : row.cells)
            html += QStringLiteral("<td align='right'>%1</td>")
                        .arg(report::shownText(cell, report.locale).toHtmlEscaped());
        if (table.isChart)
            html += barHtml(table, row, palette);
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

}  // namespace

QString reportHtml(const report::Report &report, const QPalette &palette)
{
    QString html = QStringLiteral("<h2>%1</h2><p>%2</p><table cellpadding='8' cellspacing='0'><tr>")
                       .arg(report.title.toHtmlEscaped(), report.subject.toHtmlEscaped());
    for (const report::Fact &fact : report.headline)
        html += QStringLiteral(
                    "<td align='center'><span style='font-size:x-large; font-weight:bold'>%1</span><br>"
                    "<span style='color:%2'>%3</span></td>")
                    .arg(report::shownText(fact.value, report.locale).toHtmlEscaped(),
                         secondaryText(palette).name(), fact.label.toHtmlEscaped());
    html += QStringLiteral("</tr></table>");
    for (const report::Table &table : report.tables)
        html += tableHtml(table, report, palette);
    return html + QStringLiteral("<p style='color:%1'>%2</p>")
                      .arg(secondaryText(palette).name(), report.notice.toHtmlEscaped());
}

}  // namespace amparo::desktop
