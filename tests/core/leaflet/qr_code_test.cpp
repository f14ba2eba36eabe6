#include "leaflet/qr_code.h"

#include "core/leaflet/sample_card.h"
#include "support/catch.h"

#include <QPainter>

using namespace amparo;
using namespace amparo::leaflet;
using namespace amparo::test;

namespace {

QImage painted(const QString &text, const QColor &around)
{
    QImage picture(300, 240, QImage::Format_RGB32);
    picture.fill(around);
    QPainter painter(&picture);
    paintQrCode(painter, picture.rect(), require(qrCode(text)));
    return picture;
}

}  // namespace

TEST_CASE("a reader finds in the code what was put in, on light and on dark", "[leaflet]")
{
    const auto text = GENERATE(as<QString>(), QStringLiteral("tel:145"), QStringLiteral("tel:018000522020"),
                               QStringLiteral("https://wa.me/5561996565008"));
    CHECK(scanned(painted(text, Qt::white)) == QStringList{text});
    CHECK(scanned(painted(text, Qt::black)) == QStringList{text});  // the quiet zone is a part of it
}

TEST_CASE("a code of version 1 has 21 modules and its three finder patterns", "[leaflet]")
{
    const QrCode code = require(qrCode(QStringLiteral("tel:1818")));
    REQUIRE(code.size == 21);  // ISO/IEC 18004, table 1
    for (const auto &[left, top] : {std::pair(0, 0), std::pair(14, 0), std::pair(0, 14)}) {
        for (int i = 0; i < 7; ++i) {
            CHECK(code.isDark(left + i, top));
            CHECK(code.isDark(left, top + i));
            CHECK(code.isDark(left + i, top + 6));
        }
        CHECK_FALSE(code.isDark(left + 1, top + 1));
        CHECK(code.isDark(left + 3, top + 3));
    }
}

TEST_CASE("a text that no code can hold is refused", "[leaflet]")
{
    CHECK(errorOf(qrCode(QString(3000, u'x'))) == ErrorCode::InvalidInput);
}
