#pragma once

#include "base/result.h"

#include <QBitArray>

class QPainter;
class QRectF;

namespace amparo::leaflet {

/// A QR code (ISO/IEC 18004) without its quiet zone.
struct QrCode {
    int size = 0;       ///< modules along each side
    QBitArray modules;  ///< row by row from the top left; true: dark

    bool isDark(int column, int row) const { return modules.testBit(row * size + column); }

    bool operator==(const QrCode &) const = default;
};

/// Medium error correction, so that a worn or folded leaflet can still be read. InvalidInput: the text is too
/// long (over some 2,300 bytes). Thread: any.
[[nodiscard]] Result<QrCode> qrCode(const QString &text);

/// Dark on white, whatever the colours around it, in the largest square in the middle of `area`, with the
/// quiet zone of four modules that readers need.
void paintQrCode(QPainter &painter, const QRectF &area, const QrCode &code);

}  // namespace amparo::leaflet
