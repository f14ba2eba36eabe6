#pragma once

#include "app/desktop/lock/session_signals.h"

#include <QAbstractNativeEventFilter>
#include <QWindow>

namespace amparo::desktop {

/// What Windows tells a top-level window: WM_WTSSESSION_CHANGE, once it has asked for them, and
/// WM_POWERBROADCAST.
class WindowsSignals final : public SessionSignals, public QAbstractNativeEventFilter {
    Q_OBJECT

public:
    explicit WindowsSignals(WId window);
    ~WindowsSignals() override;

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

private:
    WId m_window;
};

}  // namespace amparo::desktop
