#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace amparo::desktop {

/// Notices that nobody has used the program for a while: no key, no mouse, no touch, no reader. What the
/// program does by itself, such as sending, is no use of it.
///
/// Goes by a clock that counts the computer's sleep, since timers do not: the first key after a long sleep
/// comes too late. One for the program, installed on the application; it looks every second while it is on.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);  // borrowed

    void start(std::chrono::milliseconds limit);
    void stop();

    /// While it is, nobody need be at the keys: somebody waits for the program. Ends with stop().
    void setHeld(bool isHeld);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void idle();  ///< once; it is off from then on

private:
    bool isOver() const;
    void look();

    const Clock &m_clock;
    std::chrono::milliseconds m_limit{0};
    std::chrono::milliseconds m_lastUse{0};
    bool m_isHeld = false;
    QTimer m_timer;
};

}  // namespace amparo::desktop
