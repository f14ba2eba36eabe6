#pragma once

#include "base/clock.h"
#include "traveller/wedge_recogniser.h"

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <memory>

namespace amparo::desktop {

/// Takes what a document reader types out of the stream of keys, wherever the focus is.
///
/// One for the program, installed on the application. Keys that people type reach their widget complete and
/// in order, at most WedgeRecogniser::keyGap late. Passphrase fields are left alone. Shortcuts must not be
/// plain letters or digits: Qt serves them before any widget is asked, so that a reader would trigger them;
/// pages handle such keys in keyPressEvent().
class WedgeFilter : public QObject {
    Q_OBJECT

public:
    /// `clock` is borrowed and stands in for key events that carry no time.
    explicit WedgeFilter(const Clock &clock, QObject *parent = nullptr);
    ~WedgeFilter() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void mrzScanned(const QString &text);  ///< for traveller::parseMrz()

private:
    using Step = traveller::WedgeRecogniser::Step;

    struct HeldKey {
        std::unique_ptr<QKeyEvent> press;
        std::unique_ptr<QKeyEvent> release;  ///< null: still down, its release goes to the widget by itself
        QPointer<QObject> receiver;
    };

    bool pressed(QWidget *receiver, QKeyEvent *event);
    /// Whether the key went to where the focus is now, since that is no longer where it was.
    bool hasMovedOn(const QWidget *before, QWidget *now, QKeyEvent *event);
    bool released(QKeyEvent *event);
    void act(const Step &step);
    void giveBack(qsizetype keys);
    void interrupt();
    void scheduleExpiry();
    void expire();

    const Clock &m_clock;
    traveller::WedgeRecogniser m_recogniser;
    std::deque<HeldKey> m_held;
    QList<int> m_swallowed;  ///< keys of a reading whose release is still due
    QTimer m_expiry;
    traveller::WedgeRecogniser::Time m_lastPress{};
    bool m_givingBack = false;
};

}  // namespace amparo::desktop
