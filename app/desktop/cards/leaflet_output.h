#pragma once

#include "leaflet/leaflet.h"

#include <QObject>

#include <functional>

class QWidget;

namespace amparo::desktop {

using LeafletDone = std::function<void(Result<QString>)>;  ///< the file's name; empty: it went to a printer

/// Asks where to, then makes the leaflet in the pool and calls `done`; cancelled, nothing happens. Errors:
/// DurableFile's; Unavailable: the printer could not be painted on.
void saveLeaflet(QWidget *parent, const reference::FilledCard &card, const leaflet::LeafletFormat &format,
                 QDate day, LeafletDone done);
void printLeaflet(QWidget *parent, const reference::FilledCard &card, const leaflet::LeafletFormat &format,
                  QDate day, LeafletDone done);

}  // namespace amparo::desktop
