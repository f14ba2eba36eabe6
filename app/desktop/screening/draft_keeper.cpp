#include "app/desktop/screening/draft_keeper.h"

#include <QPointer>

#include <algorithm>
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
    connect(&m_again, &QTimer::timeout, this, &DraftKeeper::saveNext);
}

DraftKeeper::~DraftKeeper()
{
    for (const Draft &draft : std::as_const(m_waiting))
        m_saver.save(draft.screening, draft.answers, [](const Result<> &) {});
}

void DraftKeeper::keep(const record::Screening &screening, const QByteArray &answers)
{
    m_waiting.removeIf([&](const Draft &draft) { return draft.screening.id == screening.id; });
    m_waiting.append({screening, answers});
    setState(State::Saving);
    m_soon.start();
}

void DraftKeeper::forget(ScreeningId id)
{
    m_waiting.removeIf([&](const Draft &draft) { return draft.screening.id == id; });
    m_forgotten = m_underWay && m_underWay->screening.id == id;
    m_error.reset();
    setState(State::Untouched);
}

void DraftKeeper::saveNext()
{
    if (m_underWay || m_waiting.isEmpty())
        return;
    m_again.stop();
    m_forgotten = false;
    m_underWay = m_waiting.takeFirst();
    m_saver.save(m_underWay->screening, m_underWay->answers,
                 [keeper = QPointer<DraftKeeper>(this)](const Result<> &result) {
                     if (keeper)
                         keeper->saved(result);
                 });
}

void DraftKeeper::saved(const Result<> &result)
{
    const Draft draft = *std::exchange(m_underWay, std::nullopt);
    m_error = result || m_forgotten ? std::nullopt : std::optional(result.error());
    if (m_error && !waits(draft.screening.id))
        m_waiting.append(draft);  // last, so that it keeps no other from being saved
    if (m_error) {
        setState(State::Failed);
        m_again.start();
    } else if (!m_waiting.isEmpty()) {
        m_soon.start();
    } else if (!m_forgotten && m_state != State::Untouched) {
        setState(State::Saved);
    }
}

bool DraftKeeper::waits(ScreeningId id) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [id](const Draft &draft) { return draft.screening.id == id; });
}

void DraftKeeper::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

}  // namespace amparo::desktop
