#include "leaflet/qr_code.h"

#include <QPainter>

#include <algorithm>
#include <qrcodegen.hpp>

namespace amparo::leaflet {

namespace {

constexpr int quietZone = 4;  // modules: ISO/IEC 18004, 9.1

}  // namespace

Result<QrCode> qrCode(const QString &text)
{
    try {
        const auto made =
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QrCode code{made.getSize(), QBitArray(made.getSize() * made.getSize())};
        for (int row = 0; row < code.size; ++row) {
            for (int column = 0; column < code.size; ++column)
                code.modules.setBit(row * code.size + column, made.getModule(column, row));
        }
        return code;
    } catch (const qrcodegen::data_too_long &) {
        return failure(ErrorCode::InvalidInput, QStringLiteral("the text is too long for a QR code"));
    }
}

void paintQrCode(QPainter &painter, const QRectF &area, const QrCode &code)
{
    const double side = std::min(area.width(), area.height());
    const double module = side / (code.size + 2 * quietZone);
    const QRectF square(area.center().x() - side / 2, area.center().y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);  // no pale seams between modules
    painter.fillRect(square, Qt::white);
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size; ++column) {
            if (code.isDark(column, row))
                painter.fillRect(QRectF(square.left() + (quietZone + column) * module,
                                        square.top() + (quietZone + row) * module, module, module),
                                 Qt::black);
        }
    }
    painter.restore();
}

}  // namespace amparo::leaflet
