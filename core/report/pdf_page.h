#pragma once

// Inside the room: sheets of A4 on which text, tables and rules are laid from the top down.

#include "report/report_tables.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>

class QIODevice;

namespace amparo::report {

/// Colours on paper. They differ in lightness too, for printers that know only black.
namespace paper {
inline constexpr QColor ink(0x1b, 0x26, 0x31);
inline constexpr QColor muted(0x5a, 0x67, 0x73);
inline constexpr QColor accent(0x1f, 0x5a, 0x7a);
inline constexpr QColor tint(0xe9, 0xf0, 0xf4);
inline constexpr QColor rule(0xb9, 0xc4, 0xcc);
}  // namespace paper

/// Places are in millimetres from the sheet's top left.
class PdfPage {
public:
    static constexpr double sheetWidth = 210;
    static constexpr double sheetHeight = 297;
    static constexpr double margin = 16;
    static constexpr double begin = 12;
    static constexpr double inner = sheetWidth - 2 * margin;
    static constexpr double bottom = sheetHeight - margin;

    PdfPage(QIODevice *device, const Report &report);

    QFont font(double points, bool bold = false) const;
    double lineHeight(const QFont &font) const;

    /// Draws words wrapped into the width of `area`; the height that they took.
    double text(const QRectF &area, const QString &words, const QFont &font, const QColor &color = paper::ink,
                Qt::Alignment alignment = Qt::AlignLeft);
    double textHeight(double width, const QString &words, const QFont &font) const;

    void rule(double left, double top, double width, const QColor &color = paper::rule,
              double thickness = 0.2);
    void box(const QRectF &area, const QColor &color);

    /// Title, unit, column heads and rows; the height that they took. The first column takes what the others
    /// leave.
    double table(double left, double top, double width, const Table &table);
    double tableHeight(double width, const Table &table);
    /// Only the title and the line below it.
    double tableTitle(double left, double top, double width, const Table &table);
    double titleHeight(double width, const Table &table) const;

    /// Rows from `first` on, down to the bottom of the sheet, under repeated heads; the first row that did
    /// not fit.
    qsizetype tablePart(double top, const Table &table, qsizetype first, double &end);

    void newSheet();
    void footer(const QString &left);

    QPainter &painter() { return m_painter; }
    double toDevice(double millimetres) const { return millimetres * m_scale; }
    double fromDevice(double pixels) const { return pixels / m_scale; }
    QRectF toDevice(const QRectF &area) const;

private:
    struct Columns;
    Columns columnsOf(double width, const Table &table);
    double rowHeight(const Columns &columns, const Table::Row &row) const;
    double head(double left, double top, const Columns &columns, const Table &table, bool paint);
    double row(double left, double top, const Columns &columns, const Table::Row &row, bool paint);
    double layTable(double left, double top, double width, const Table &table, bool paint);

    const Report &m_report;
    QPdfWriter m_writer;
    QPainter m_painter;
    double m_scale;
    int m_sheet = 1;
};

}  // namespace amparo::report
