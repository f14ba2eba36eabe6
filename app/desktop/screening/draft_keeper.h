#pragma once

#include "app/desktop/screening/draft_saver.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace amparo::desktop {

/// Saves drafts after each answer, one save at a time: what changes meanwhile goes into the next. Nothing is
/// dropped when another screening is opened, or with the keeper.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    enum class State { Untouched, Saving, Saved, Failed };

    explicit DraftKeeper(DraftSaver &saver, QObject *parent = nullptr);  // borrowed
    ~DraftKeeper() override;  ///< hands over what is not saved for certain

    /// Saves this draft as soon as the events at hand are done.
    void keep(const store::UnsavedDraft &draft);

    /// What is being saved of it is saved to its end; what waits is dropped, since the record became final.
    void forget(ScreeningId id);

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }  ///< of the last save, where it failed

    /// What is not known to be saved, of each screening the newest.
    QList<store::UnsavedDraft> unsaved() const;

    /// Calls `done` once the tries that are due now have had their answer. In the place of an earlier one.
    void settle(std::function<void()> done);

Q_SIGNALS:
    void stateChanged();

private:
    using Draft = store::UnsavedDraft;

    void saveNext();
    void saved(const Result<> &result);
    void setState(State state);
    bool waits(ScreeningId id) const;
    bool isSettled() const;
    void reportSettled();

    DraftSaver &m_saver;
    QList<Draft> m_waiting;           ///< of each screening the newest
    std::optional<Draft> m_underWay;  ///< being saved
    bool m_forgotten = false;         ///< the one being saved need not be tried again
    QTimer m_soon;
    QTimer m_again;
    State m_state = State::Untouched;
    std::optional<Error> m_error;
    std::function<void()> m_settled;
};

}  // namespace amparo::desktop
