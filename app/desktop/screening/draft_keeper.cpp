#include "app/desktop/screening/draft_keeper.h"

#include <QPointer>

#include <utility>

namespace amparo::desktop {

namespace {

constexpr int retryInMs = 3000;

}  // namespace

DraftKeeper::DraftKeeper(DraftSaver &saver, QObject *parent) : QObject(parent), m_saver(saver)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_again.setSingleShot(true);
    m_again.setInterval(retryInMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::saveNext);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_unsaved && !m_waiting)
            m_waiting = std::exchange(m_unsaved, std::nullopt);
        saveNext();
    });
}

void DraftKeeper::keep(const record::Screening &screening, const QByteArray &answers)
{
    m_waiting = Draft{screening, answers};
    setState(State::Saving);
    m_soon.start();
}

void DraftKeeper::forget()
{
    m_waiting.reset();
    m_unsaved.reset();
    m_again.stop();
    m_error.reset();
    setState(State::Untouched);
}

void DraftKeeper::saveNext()
{
    if (m_underWay || !m_waiting)
        return;
    m_underWay = true;
    m_unsaved = std::exchange(m_waiting, std::nullopt);
    m_saver.save(m_unsaved->screening, m_unsaved->answers,
                 [keeper = QPointer<DraftKeeper>(this)](const Result<> &result) {
                     if (keeper)
                         keeper->saved(result);
                 });
}

void DraftKeeper::saved(const Result<> &result)
{
    m_underWay = false;
    m_error = result ? std::nullopt : std::optional(result.error());
    if (result)
        m_unsaved.reset();
    if (m_waiting) {
        m_soon.start();
    } else if (m_unsaved) {
        setState(State::Failed);
        m_again.start();
    } else if (m_state == State::Saving || m_state == State::Failed) {
        setState(result ? State::Saved : State::Untouched);
    }
}

void DraftKeeper::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

}  // namespace amparo::desktop
