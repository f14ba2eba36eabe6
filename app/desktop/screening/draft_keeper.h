#pragma once

#include "app/desktop/screening/draft_saver.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace amparo::desktop {

/// Saves a draft after each answer, one save at a time: what changes meanwhile goes into the next.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    enum class State { Untouched, Saving, Saved, Failed };

    explicit DraftKeeper(DraftSaver &saver, QObject *parent = nullptr);

    /// Saves this draft as soon as the events at hand are done.
    void keep(const record::Screening &screening, const QByteArray &answers);

    /// What is being saved is saved to its end; what waits is dropped, since its record became final.
    void forget();

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

    DraftSaver &m_saver;
    std::optional<Draft> m_waiting;
    bool m_underWay = false;
    QTimer m_soon;
    QTimer m_again;
    std::optional<Draft> m_unsaved;  ///< the last that failed, for another try
    State m_state = State::Untouched;
    std::optional<Error> m_error;
};

}  // namespace amparo::desktop
