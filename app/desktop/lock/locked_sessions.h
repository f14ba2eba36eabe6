#pragma once

#include "app/desktop/top_bar.h"
#include "base/clock.h"
#include "store/quick_unlock.h"
#include "store/sealed_draft.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace amparo::desktop {

/// Where an officer was.
struct Standing {
    TopBar::Place place = TopBar::Place::Today;
    std::optional<ScreeningId> draft;  ///< that was open
    QString question;                  ///< its question with the focus, a path; empty: none

    bool operator==(const Standing &) const = default;
};

/// What the program remembers of officers who come back: where they were, their PINs, and sealed, since the
/// store's key is wiped, the answers that the store did not take. Nothing else of a record, and all of it
/// gone with the program.
class LockedSessions : public QObject {
    Q_OBJECT

public:
    using Pin = std::unique_ptr<store::QuickUnlock>;

    /// `clock` is borrowed.
    LockedSessions(QString storeFolder, const Clock &clock, QObject *parent = nullptr);
    ~LockedSessions() override;

    /// The session is locked.
    void keep(const record::Officer &officer, const Standing &standing);

    /// The officer is back: where that was, if the session was locked.
    std::optional<Standing> resume(OfficerId officer);

    /// The officer does not come back.
    void forget(OfficerId officer);

    /// A draft that could not be saved when the session was locked, in the place of an earlier state of it.
    /// Who does not come back leaves none.
    void hold(OfficerId officer, const store::SealedDraft &draft);

    /// What is held for the officer, until it is released: the store has taken it, or a page shows it again.
    QList<store::SealedDraft> held(OfficerId officer) const;
    void release(OfficerId officer);
    bool holdsDrafts() const;  ///< anybody's

    /// Whose session under that name is locked; null: nobody's.
    const record::Officer *locked(QStringView loginName) const;

    /// In place of the one before.
    void setPin(Pin pin);

    /// The officer's PIN, if it is still good; null: none. Whoever uses it gives it back with returnPin().
    Pin takePin(OfficerId officer);
    void returnPin(Pin pin);
    bool hasPin(OfficerId officer) const;

    void endPins(store::PinEnd why);

    /// What happened to PINs, for the log of the next store that is open.
    QList<store::PinEvent> takeEvents();
    void returnEvents(const QList<store::PinEvent> &events);

Q_SIGNALS:
    void pinEnded();    ///< one or more; there are events
    void draftsHeld();  ///< of somebody

private:
    struct Session {
        record::Officer officer;
        std::optional<Standing> standing;  ///< nullopt: not locked
        Pin pin;
        QList<store::SealedDraft> held;
    };

    Session &sessionOf(const record::Officer &officer);
    Session *find(OfficerId officer);  ///< null: nothing is known of
    const Session *find(OfficerId officer) const;
    void end(Session &session, store::PinEnd why);
    void drop(Session &session);
    void review();

    QString m_folder;
    const Clock &m_clock;
    std::vector<Session> m_sessions;
    QList<store::PinEvent> m_events;
    QTimer m_timer;
};

}  // namespace amparo::desktop
