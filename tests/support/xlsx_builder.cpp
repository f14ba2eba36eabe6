#include "support/xlsx_builder.h"

#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace amparo::test {

XlsxBuilder::SheetOf &XlsxBuilder::find(const char *name)
{
    for (SheetOf &sheet : m_sheets) {
        if (sheet.name == name)
            return sheet;
    }
    m_sheets.push_back({name, {}});
    return m_sheets.back();
}

XlsxBuilder &XlsxBuilder::sheet(const char *name, const char *table)
{
    SheetOf &target = find(name);
    int row = 0;
    for (const QString &line : QString::fromUtf8(table).split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        QString escaped = line;
        escaped.replace(QLatin1String("\\|"), QString(QChar(1)));
        const QStringList cells = escaped.split(QLatin1Char('|'));
        for (int column = 0; column < cells.size(); ++column) {
            QString cell = cells[column].trimmed();
            cell.replace(QChar(1), QLatin1Char('|'));
            if (!cell.isEmpty())
                target.cells.push_back({Cell::Kind::Text, row, column, cell.toUtf8(), 0});
        }
        ++row;
    }
    return *this;
}

XlsxBuilder &XlsxBuilder::number(const char *sheet, int row, int column, double value, const char *format)
{
    find(sheet).cells.push_back({Cell::Kind::Number, row, column, format, value});
    return *this;
}

XlsxBuilder &XlsxBuilder::boolean(const char *sheet, int row, int column, bool value)
{
    find(sheet).cells.push_back({Cell::Kind::Boolean, row, column, {}, value ? 1.0 : 0.0});
    return *this;
}

XlsxBuilder &XlsxBuilder::formula(const char *sheet, int row, int column, const char *formula, double result)
{
    find(sheet).cells.push_back({Cell::Kind::Formula, row, column, formula, result});
    return *this;
}

QByteArray XlsxBuilder::bytes() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    lxw_workbook *book = workbook_new(path.toUtf8().constData());
    for (const SheetOf &sheet : m_sheets) {
        lxw_worksheet *page = workbook_add_worksheet(book, sheet.name.constData());
        for (const Cell &cell : sheet.cells) {
            const auto row = static_cast<lxw_row_t>(cell.row);
            const auto column = static_cast<lxw_col_t>(cell.column);
            lxw_format *format = nullptr;
            if (cell.kind == Cell::Kind::Number && !cell.text.isEmpty()) {
                format = workbook_add_format(book);
                format_set_num_format(format, cell.text.constData());
            }
            switch (cell.kind) {
            case Cell::Kind::Text:
                worksheet_write_string(page, row, column, cell.text.constData(), nullptr);
                break;
            case Cell::Kind::Number:
                worksheet_write_number(page, row, column, cell.number, format);
                break;
            case Cell::Kind::Boolean:
                worksheet_write_boolean(page, row, column, cell.number != 0, nullptr);
                break;
            case Cell::Kind::Formula:
                worksheet_write_formula_num(page, row, column, cell.text.constData(), nullptr, cell.number);
                break;
            }
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        FAIL("the workbook could not be written");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        FAIL("the workbook could not be read back");
    return file.readAll();
}

}  // namespace amparo::test
