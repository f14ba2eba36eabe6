#include "app/desktop/widgets/wedge_filter.h"

#include <QApplication>
#include <QLineEdit>
#include <QWidget>

#include <utility>

namespace amparo::desktop {

namespace {

using Time = traveller::WedgeRecogniser::Time;

/// Where keys go that are typed into the window of `widget`. Asks the window, not the application: without a
/// window manager, as in a kiosk, no window need be the active one.
QWidget *rootOf(const QWidget *widget)
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup : widget->window();
}

QWidget *focusIn(QWidget *root)
{
    QWidget *focus = root->focusWidget();
    return focus ? focus : root;
}

/// Qt offers a key that nobody takes to each parent in turn; only the first offer is a key press.
bool isFirstOffer(const QWidget *receiver) { return receiver == focusIn(rootOf(receiver)); }

bool takesSecrets(const QWidget *receiver)
{
    const auto *line = qobject_cast<const QLineEdit *>(receiver);
    return line && line->echoMode() != QLineEdit::Normal;
}

/// The one character of a key that a reader may send; a null character for all else.
QChar characterOf(const QKeyEvent *event)
{
    const bool command = event->modifiers().testFlag(Qt::ControlModifier) !=
                         event->modifiers().testFlag(Qt::AltModifier);  // both: AltGr, as Windows reports it
    if (command || event->modifiers().testFlag(Qt::MetaModifier) || event->isAutoRepeat())
        return {};
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return QLatin1Char('\r');
    const QString text = event->text();
    if (text == QLatin1String("\n"))
        return QLatin1Char('\r');
    if (text.size() != 1 || !(text[0].isPrint() || text[0] == QLatin1Char('\t')))
        return {};
    return text[0];
}

}  // namespace

WedgeFilter::WedgeFilter(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_expiry.setSingleShot(true);
    m_expiry.setTimerType(Qt::PreciseTimer);
    connect(&m_expiry, &QTimer::timeout, this, &WedgeFilter::expire);
    connect(qApp, &QApplication::focusChanged, this, &WedgeFilter::interrupt);
}

WedgeFilter::~WedgeFilter() = default;

bool WedgeFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (m_givingBack || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    if (event->type() == QEvent::KeyPress && isFirstOffer(widget))
        return pressed(widget, static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::KeyRelease && isFirstOffer(widget))
        return released(static_cast<QKeyEvent *>(event));
    return false;
}

bool WedgeFilter::pressed(QWidget *receiver, QKeyEvent *event)
{
    const QPointer<QWidget> root = rootOf(receiver);
    const auto focusNow = [&] { return root ? focusIn(root) : nullptr; };
    const QChar character = characterOf(event);
    if (character.isNull() || takesSecrets(receiver)) {
        const bool isModifier = event->key() == Qt::Key_Shift || event->key() == Qt::Key_CapsLock ||
                                event->key() == Qt::Key_AltGr;  // what a reader presses for a capital
        if (!isModifier)
            interrupt();
        return hasMovedOn(receiver, focusNow(), event);
    }
    m_lastPress = event->timestamp() != 0 ? Time(event->timestamp()) : m_clock.monotonic();
    const Step step = m_recogniser.feed(character, m_lastPress);
    act(step);
    if (step.key == Step::Key::Hold)
        m_held.push_back({std::unique_ptr<QKeyEvent>(event->clone()), nullptr, focusNow()});
    else if (step.key == Step::Key::Swallow)
        m_swallowed.append(event->key());
    scheduleExpiry();
    return step.key != Step::Key::Pass || hasMovedOn(receiver, focusNow(), event);
}

// A key that was given back may have moved the focus, as an answer does; where the program was busy
// meanwhile, the next key is on its way to where the focus was.
bool WedgeFilter::hasMovedOn(const QWidget *before, QWidget *now, QKeyEvent *event)
{
    if (now == before)
        return false;
    m_givingBack = true;
    if (now)
        QCoreApplication::sendEvent(now, event);
    m_givingBack = false;
    return true;
}

bool WedgeFilter::released(QKeyEvent *event)
{
    for (auto key = m_held.rbegin(); key != m_held.rend(); ++key) {
        if (key->press->key() == event->key() && !key->release) {
            key->release.reset(event->clone());
            return true;
        }
    }
    return m_swallowed.removeOne(event->key());
}

void WedgeFilter::act(const Step &step)
{
    if (!step.givenBack.isEmpty())
        giveBack(step.givenBack.size());
    if (!step.reading)
        return;
    for (const HeldKey &key : m_held) {
        if (!key.release)
            m_swallowed.append(key.press->key());
    }
    m_held.clear();
    Q_EMIT mrzScanned(*step.reading);
}

void WedgeFilter::giveBack(qsizetype keys)
{
    std::deque<HeldKey> returned;
    for (; keys > 0 && !m_held.empty(); --keys) {
        returned.push_back(std::move(m_held.front()));
        m_held.pop_front();
    }
    m_givingBack = true;
    for (const HeldKey &key : returned) {
        if (key.receiver)
            QCoreApplication::sendEvent(key.receiver, key.press.get());
        if (key.receiver && key.release)
            QCoreApplication::sendEvent(key.receiver, key.release.get());
    }
    m_givingBack = false;
}

void WedgeFilter::interrupt()
{
    if (m_givingBack)
        return;
    act(m_recogniser.interrupt());
    scheduleExpiry();
}

void WedgeFilter::scheduleExpiry()
{
    if (const auto deadline = m_recogniser.deadline())
        m_expiry.start(*deadline - m_lastPress);
    else
        m_expiry.stop();
}

// Keys that arrived while the program was busy are handled before timers, so that here nothing older waits.
void WedgeFilter::expire()
{
    if (const auto deadline = m_recogniser.deadline())
        act(m_recogniser.expire(*deadline));
    scheduleExpiry();
}

}  // namespace amparo::desktop
