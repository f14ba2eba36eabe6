#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace amparo::test {

/// Builds workbooks as analysts write them, for tests that read them.
///
/// A sheet is written as a table of text: cells separated by "|", blanks around them dropped, first line the
/// headings. Empty lines are left out, so that a table may be indented like code. "\|" is a bar within a
/// cell.
class XlsxBuilder {
public:
    XlsxBuilder &sheet(const char *name, const char *table);

    /// Cells that are no text: rows and columns from 0.
    XlsxBuilder &number(const char *sheet, int row, int column, double value, const char *format = nullptr);
    XlsxBuilder &boolean(const char *sheet, int row, int column, bool value);
    XlsxBuilder &formula(const char *sheet, int row, int column, const char *formula, double result);

    /// The .xlsx file's bytes.
    QByteArray bytes() const;

private:
    struct Cell {
        enum class Kind { Text, Number, Boolean, Formula };
        Kind kind;
        int row;
        int column;
        QByteArray text;  ///< or the number's format, or the formula
        double number = 0;
    };
    struct SheetOf {
        QByteArray name;
        std::vector<Cell> cells;
    };
    SheetOf &find(const char *name);

    std::vector<SheetOf> m_sheets;
};

}  // namespace amparo::test
