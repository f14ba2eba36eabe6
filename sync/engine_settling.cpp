// What becomes of a record that the transport has settled, and what a failure means for those that come
// after.

#include "sync/engine.h"

#include <QLoggingCategory>

namespace amparo::sync {

namespace {

Q_LOGGING_CATEGORY(lcSettling, "amparo.sync")

constexpr int manyTroubles = 3;

}  // namespace

void Engine::settle(const Flight &flight, const Outcome &outcome)
{
    ++m_settling;
    noteTraffic();
    m_link.note(outcome, m_clock.utcNow());
    if (const auto *accepted = std::get_if<Accepted>(&outcome))
        settleAccepted(flight, *accepted);
    else if (const auto *rejected = std::get_if<Rejected>(&outcome))
        settleRejected(flight, *rejected);
    else
        settleUnsent(flight, std::get<Unsent>(outcome));
}

void Engine::settleAccepted(const Flight &flight, const Accepted &accepted)
{
    if (flight.round == m_round)
        forgetTrouble();
    const store::Receipt receipt{
        m_clock.utcNow(), m_server,
        accepted.status,  accepted.message,
        accepted.proof,   accepted.isRelays ? store::Receipt::Stage::Relay : store::Receipt::Stage::Server};
    // Where the receipt can't be kept, the same bytes go again later: the server keeps them once.
    m_outbox->acknowledge(flight.entry.screening, receipt,
                          whenSettled([this, id = flight.entry.screening, at = receipt.receivedAt] {
                              m_status.lastSuccess = at;
                              Q_EMIT recordAcknowledged(id);
                          }));
}

void Engine::settleRejected(const Flight &flight, const Rejected &rejected)
{
    qCWarning(lcSettling) << flight.entry.parcel.instanceId << "rejected" << rejected.status;
    if (flight.round == m_round)
        forgetTrouble();
    m_outbox->quarantine(flight.entry.screening, QStringLiteral("rejected-%1").arg(rejected.status),
                         rejected.message, whenSettled());
}

void Engine::settleUnsent(const Flight &flight, const Unsent &unsent)
{
    m_status.lastTrouble = unsent.trouble;
    m_status.lastHttpStatus = unsent.status;
    const int attempts = flight.entry.attempts;
    std::optional<std::chrono::milliseconds> wait;
    if (unsent.scope == Unsent::Scope::Record) {
        wait = m_backoff(unsent, attempts);
        if (++m_recordTroubles >= manyTroubles)
            stopFor(unsent);
    } else {
        if (flight.round == m_round)
            stopFor(unsent);
        // Where an answer came time and again, perhaps it is this record that some proxy objects to: others
        // go first.
        if (unsent.status != 0 && attempts >= manyTroubles)
            wait = m_backoff(unsent, m_failures + 1);
    }
    const auto nextAttempt = wait ? std::optional(m_clock.utcNow().addMSecs(wait->count())) : std::nullopt;
    m_outbox->postpone(flight.entry.screening, troubleName(unsent.trouble), unsent.message, nextAttempt,
                       whenSettled());
}

void Engine::stopFor(const Unsent &unsent)
{
    if (unsent.scope == Unsent::Scope::Record) {
        // Doubt does not grow, while a record that keeps failing is held back longer and longer: so the
        // others get their turn even where several such records stand before them.
        m_notBefore = m_clock.monotonic() + m_backoff(unsent, manyTroubles);
        return;
    }
    ++m_round;
    if (unsent.trouble == Trouble::SignIn) {
        m_needsSignIn = true;
        return;
    }
    m_failures = m_repeated == unsent.trouble ? m_failures + 1 : 1;
    m_repeated = unsent.trouble;
    m_notBefore = m_clock.monotonic() + m_backoff(unsent, m_failures);
}

void Engine::forgetTrouble()
{
    m_status.lastTrouble.reset();
    m_status.lastHttpStatus = 0;
    m_needsSignIn = false;
    m_notBefore.reset();
    m_repeated.reset();
    m_failures = 0;
    m_recordTroubles = 0;
}

Outbox::Done<> Engine::whenSettled(std::function<void()> kept)
{
    return [this, kept = std::move(kept)](const Result<> &result) {
        --m_settling;
        if (!result) {
            storeFailed(result.error());
            return;
        }
        if (kept)
            kept();
        proceed();
    };
}

}  // namespace amparo::sync
