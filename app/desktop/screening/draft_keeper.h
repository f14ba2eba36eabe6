#pragma once

#include "app/desktop/screening/draft_saver.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace amparo::desktop {

/// Saves drafts after each answer, one save at a time: what changes meanwhile goes into the next. Nothing is
/// dropped when another screening is opened, or with the keeper.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    enum class State { Untouched, Saving, Saved, Failed };

    explicit DraftKeeper(DraftSaver &saver, QObject *parent = nullptr);  // borrowed
    ~DraftKeeper() override;                                             ///< hands over what waits

    /// Saves this draft as soon as the events at hand are done.
    void keep(const record::Screening &screening, const QByteArray &answers);

    /// What is being saved of it is saved to its end; what waits is dropped, since the record became final.
    void forget(ScreeningId id);

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }  ///< of the last save, where it failed

Q_SIGNALS:
    void stateChanged();

private:
    struct Draft {
        record::Screening screening;
        QByteArray answers;
    };

    void saveNext();
    void saved(const Result<> &result);
    void setState(State state);
    bool waits(ScreeningId id) const;

    DraftSaver &m_saver;
    QList<Draft> m_waiting;           ///< of each screening the newest
    std::optional<Draft> m_underWay;  ///< being saved
    bool m_forgotten = false;         ///< the one being saved need not be tried again
    QTimer m_soon;
    QTimer m_again;
    State m_state = State::Untouched;
    std::optional<Error> m_error;
};

}  // namespace amparo::desktop
