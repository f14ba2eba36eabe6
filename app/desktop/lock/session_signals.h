#pragma once

#include "app/lock_reason.h"

#include <QObject>

#include <memory>

class QWidget;

namespace amparo::desktop {

/// Tells when the computer's own session is no longer in front of its user. What says so depends on the
/// system; a test says so itself.
class SessionSignals : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Receivers act before they return: the computer may go to sleep right after.
    void away(amparo::app::LockReason why);
};

/// Those of this computer: logind and the screen savers' D-Bus interface on Linux, the session and power
/// messages of Windows that `window` gets. Where none of these is there, it never tells anything; it is never
/// null.
std::unique_ptr<SessionSignals> systemSessionSignals(QWidget &window);

}  // namespace amparo::desktop
