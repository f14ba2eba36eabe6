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
    const QList<Draft> drafts = unsaved();
    for (const Draft &draft : drafts)
        m_saver.saveLast(draft);
}

void DraftKeeper::keep(const Draft &draft)
{
    const ScreeningId id = draft.screening.id;
    m_waiting.removeIf([&](const Draft &earlier) { return earlier.screening.id == id; });
    m_waiting.append(draft);
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

QList<DraftKeeper::Draft> DraftKeeper::unsaved() const
{
    QList<Draft> drafts = m_waiting;
    if (m_underWay && !m_forgotten && !waits(m_underWay->screening.id))
        drafts.prepend(*m_underWay);
    return drafts;
}

bool DraftKeeper::isSettled() const { return !m_underWay && !m_soon.isActive(); }

void DraftKeeper::settle(std::function<void()> done)
{
    if (isSettled())
        return done();
    m_settled = std::move(done);
}

void DraftKeeper::reportSettled()
{
    if (m_settled && isSettled())
        std::exchange(m_settled, nullptr)();
}

void DraftKeeper::saveNext()
{
    if (m_underWay)
        return;
    if (m_waiting.isEmpty())
        return reportSettled();
    m_again.stop();
    m_forgotten = false;
    m_underWay = m_waiting.takeFirst();
    m_saver.save(*m_underWay, [keeper = QPointer<DraftKeeper>(this)](const Result<> &result) {
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
    reportSettled();
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
