// The library keeps strings as shared strings (never as formulas), so that text needs no guard against being
// run. It assembles the workbook from unnamed temporary files: a report has no personal data.

#include "report/xlsx_report.h"

#include "base/durable_file.h"
#include "report/cell_text.h"

#include <QFile>

#include <cerrno>
#include <xlsxwriter.h>

namespace amparo::report {

namespace {

constexpr double headingWidth = 46;  // in characters
constexpr double cellWidth = 17;
constexpr lxw_col_t lastColumn = 6;
constexpr int maximumSheetName = 31;

struct Formats {
    lxw_format *title;
    lxw_format *tableTitle;
    lxw_format *note;
    lxw_format *columnHead;
    lxw_format *text;
    lxw_format *count, *countTotal;
    lxw_format *share, *shareTotal;
    lxw_format *time;
    lxw_format *totalHeading;
};

/// One workbook being written. The library owns formats and sheets.
class Workbook {
public:
    Workbook(const QString &path, const Report &report)
        : m_report(report), m_book(workbook_new(QFile::encodeName(path).constData()))
    {
        makeFormats();
        QByteArray title = report.title.toUtf8();  // the library takes pointers to what it only reads
        QByteArray subject = report.subject.toUtf8();
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.subject = subject.data();
        workbook_set_properties(m_book, &properties);
    }

    void addSheet(const QString &name)
    {
        m_sheetName = name.left(maximumSheetName);
        m_sheet = workbook_add_worksheet(m_book, m_sheetName.toUtf8().constData());
        m_row = 0;
        worksheet_set_column(m_sheet, 0, 0, headingWidth, nullptr);
        worksheet_set_column(m_sheet, 1, lastColumn, cellWidth, nullptr);
        worksheet_set_paper(m_sheet, 9);  // A4
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_gridlines(m_sheet, LXW_HIDE_ALL_GRIDLINES);
    }

    void addTitle(const QString &title, const QString &subject)
    {
        write(0, title, m_formats.title);
        ++m_row;
        write(0, subject, m_formats.text);
        m_row += 2;
    }

    void addFacts(const QList<Fact> &facts)
    {
        for (const Fact &fact : facts) {
            write(0, fact.label, m_formats.text);
            writeCell(1, fact.value, false);
            ++m_row;
        }
        ++m_row;
    }

    void addTable(const Table &table)
    {
        write(0, table.title, m_formats.tableTitle);
        ++m_row;
        write(0, table.unit, m_formats.note);
        ++m_row;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            write(lxw_col_t(i), table.columns[i], m_formats.columnHead);
        ++m_row;
        const lxw_row_t first = m_row;
        for (const Table::Row &row : table.rows) {
            write(0, row.heading, row.isTotal ? m_formats.totalHeading : m_formats.text);
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                writeCell(lxw_col_t(i + 1), row.cells[i], row.isTotal);
            ++m_row;
        }
        if (table.rows.isEmpty()) {
            write(0, m_report.emptyTable, m_formats.note);
            ++m_row;
        } else if (table.isChart) {
            addChart(table, first, m_row - 1);
        }
        ++m_row;
    }

    void addNote(const QString &text)
    {
        write(0, text, m_formats.note);
        m_row += 2;
    }

    /// Nothing is written to the disk before. The workbook is gone afterwards.
    lxw_error close() { return workbook_close(m_book); }

private:
    lxw_format *format(bool bold = false, const char *numbers = nullptr)
    {
        lxw_format *made = workbook_add_format(m_book);
        if (bold) {
            format_set_bold(made);
            format_set_top(made, LXW_BORDER_THIN);
        }
        if (numbers)
            format_set_num_format(made, numbers);
        return made;
    }

    void makeFormats()
    {
        m_formats.text = format();
        m_formats.count = format(false, "#,##0");
        m_formats.countTotal = format(true, "#,##0");
        m_formats.share = format(false, "0.0%");
        m_formats.shareTotal = format(true, "0.0%");
        m_formats.time = format(false, "yyyy-mm-dd hh:mm");
        format_set_align(m_formats.time, LXW_ALIGN_LEFT);
        m_formats.totalHeading = format(true);
        m_formats.title = workbook_add_format(m_book);
        format_set_bold(m_formats.title);
        format_set_font_size(m_formats.title, 16);
        m_formats.tableTitle = workbook_add_format(m_book);
        format_set_bold(m_formats.tableTitle);
        format_set_font_size(m_formats.tableTitle, 12);
        m_formats.note = workbook_add_format(m_book);
        format_set_italic(m_formats.note);
        m_formats.columnHead = workbook_add_format(m_book);
        format_set_bold(m_formats.columnHead);
        format_set_bottom(m_formats.columnHead, LXW_BORDER_THIN);
        format_set_text_wrap(m_formats.columnHead);
    }

    void write(lxw_col_t column, const QString &text, lxw_format *as)
    {
        worksheet_write_string(m_sheet, m_row, column, text.toUtf8().constData(), as);
    }

    void writeCell(lxw_col_t column, const Cell &cell, bool isTotal)
    {
        if (const int *count = std::get_if<int>(&cell)) {
            worksheet_write_number(m_sheet, m_row, column, *count,
                                   isTotal ? m_formats.countTotal : m_formats.count);
        } else if (const Share *share = std::get_if<Share>(&cell)) {
            worksheet_write_number(m_sheet, m_row, column, share->value,
                                   isTotal ? m_formats.shareTotal : m_formats.share);
        } else if (const QDateTime *time = std::get_if<QDateTime>(&cell)) {
            const QDate date = time->date();
            lxw_datetime value{date.year(),         date.month(),          date.day(),
                               time->time().hour(), time->time().minute(), double(time->time().second())};
            worksheet_write_datetime(m_sheet, m_row, column, &value, m_formats.time);
        } else {
            write(column, shownText(cell, m_report.locale), m_formats.text);
        }
    }

    /// Beside the table, fed from its cells.
    void addChart(const Table &table, lxw_row_t first, lxw_row_t last)
    {
        const QByteArray sheet = m_sheetName.toUtf8();
        lxw_chart *chart = workbook_add_chart(m_book, LXW_CHART_BAR);
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, sheet.constData(), first, 0, last, 0);
        chart_series_set_values(series, sheet.constData(), first, 1, last, 1);
        chart_series_set_labels(series);
        chart_title_set_name(chart, table.title.toUtf8().constData());
        chart_axis_set_reverse(chart->y_axis);  // the first row on top, as in the table
        chart_axis_set_min(chart->x_axis, 0);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        lxw_chart_options options{};
        options.x_scale = 1.4;
        options.y_scale = 1.3;
        worksheet_insert_chart_opt(m_sheet, first, lxw_col_t(table.columns.size() + 1), chart, &options);
    }

    const Report &m_report;
    lxw_workbook *m_book;
    lxw_worksheet *m_sheet = nullptr;
    QString m_sheetName;
    lxw_row_t m_row = 0;
    Formats m_formats{};
};

}  // namespace

Result<> writeXlsxReport(const Report &report, const QString &path)
{
    Workbook book(path, report);
    book.addSheet(report.title);
    book.addTitle(report.title, report.subject);
    book.addFacts(report.facts);
    for (const Table &table : report.tables)
        book.addTable(table);
    book.addNote(report.notice);
    book.addFacts({report.dataHash});

    book.addSheet(report.annexTitle);
    book.addTitle(report.annexTitle, report.subject);
    for (const Table &table : report.annex)
        book.addTable(table);

    errno = 0;
    if (book.close() != LXW_NO_ERROR)
        return tl::make_unexpected(lastFileError(QStringLiteral("writing the workbook")));
    return {};
}

}  // namespace amparo::report
