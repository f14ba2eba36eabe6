#pragma once

#include "crypto/pin.h"
#include "store/quick_unlock.h"

#include <QString>

namespace amparo::desktop {

/// Why a PIN cannot be chosen, and what to do.
QString pinFlawText(crypto::PinFlaw flaw);

/// Why a PIN opens nothing any more, and what to do.
QString pinEndText(store::PinEnd end);

}  // namespace amparo::desktop
