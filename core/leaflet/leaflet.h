#pragma once

#include "reference/filled_card.h"

#include <QByteArray>

class QPagedPaintDevice;

namespace amparo::leaflet {

/// How large a leaflet is, ISO 216: A5 is 148 x 210 mm, A6 105 x 148 mm, both upright.
enum class LeafletSize { A5, A6 };

/// "a5", "a6": the word on the command line.
QString sizeName(LeafletSize size);
std::optional<LeafletSize> sizeFromName(QStringView name);

enum class Sheet {
    OwnSize,  ///< a page is a leaflet
    A4,       ///< as many as fit beside each other, with lines to cut along
};

struct LeafletFormat {
    LeafletSize size = LeafletSize::A6;
    Sheet sheet = Sheet::OwnSize;

    bool operator==(const LeafletFormat &) const = default;
};

/// A card as a leaflet. The text is as large as one side allows; where it would become hard to read, it takes
/// two sides or more, which on A4 come to lie back to back when both sides are printed. The day of printing
/// stands at the foot, since numbers age.
///
/// Needs a QGuiApplication, for its fonts. Thread: any.
QByteArray leafletPdf(const reference::FilledCard &card, const LeafletFormat &format, QDate printedOn);

/// The same onto a printer, whose page size it sets. False: the device could not be painted on.
bool paintLeaflet(QPagedPaintDevice &device, const reference::FilledCard &card, const LeafletFormat &format,
                  QDate printedOn);

}  // namespace amparo::leaflet
