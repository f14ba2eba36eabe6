#include "app/desktop/lock/idle_watch.h"

#include <QEvent>

namespace amparo::desktop {

namespace {

using namespace std::chrono_literals;

/// Whether a person, or a reader in the person's hand, is behind it.
bool isUse(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return event.spontaneous();
    default:
        return false;
    }
}

}  // namespace

IdleWatch::IdleWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_lastUse = m_clock.monotonic();
    m_timer.start();
}

void IdleWatch::stop()
{
    m_timer.stop();
    m_isHeld = false;
}

void IdleWatch::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    m_lastUse = m_clock.monotonic();
}

bool IdleWatch::isOver() const { return !m_isHeld && m_clock.monotonic() - m_lastUse >= m_limit; }

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    if (!m_timer.isActive() || !isUse(*event))
        return false;
    if (isOver()) {
        // Not in the middle of an event: who hears it takes the event's receiver away.
        QMetaObject::invokeMethod(this, &IdleWatch::look, Qt::QueuedConnection);
        return true;
    }
    m_lastUse = m_clock.monotonic();
    return false;
}

void IdleWatch::look()
{
    if (!m_timer.isActive() || !isOver())
        return;
    stop();
    Q_EMIT idle();
}

}  // namespace amparo::desktop
