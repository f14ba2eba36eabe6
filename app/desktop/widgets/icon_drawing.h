#pragma once

#include <QByteArray>
#include <QList>
#include <QPainterPath>

class QColor;
class QPainter;

namespace amparo::desktop {

/// One stroke or area of an icon, on the grid of 24 that resources/icons/README.md tells of.
struct IconPart {
    QPainterPath path;
    qreal width = 2;        ///< of the stroke
    bool isFilled = false;  ///< else it is only drawn around
};

/// Reads one of the program's own icons: SVG of `path` (M, L, H, V, C and Z, from the origin or from where
/// the pen is), `circle` and `rect` in one colour. Empty: something else stands in it. Thread: any.
QList<IconPart> readIcon(const QByteArray &svg);

/// Paints it as large as it fits into `area`, in the middle.
void paintIcon(QPainter &painter, const QRectF &area, const QList<IconPart> &parts, const QColor &colour);

}  // namespace amparo::desktop
