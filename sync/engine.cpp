// One thing at a time: the engine waits for the store, or for the server, or for time. proceed() is the only
// place that begins something, and every ending leads back to it.

#include "sync/engine.h"

#include "sync/backoff.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

namespace amparo::sync {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSync, "amparo.sync")

constexpr int manyTroubles = 3;
constexpr std::chrono::milliseconds probeEvery = 5min;
constexpr std::chrono::milliseconds storeRetry = 30s;
constexpr std::chrono::milliseconds shortestWait =
    100ms;  // a due time that the store does not see yet is no busy loop
constexpr std::chrono::milliseconds publishEvery = 100ms;  // counting a long outbox takes time

}  // namespace

BackoffPolicy systemBackoff()
{
    return [](const Unsent &unsent, int failures) {
        return backoff(unsent, failures, QRandomGenerator::system()->generateDouble());
    };
}

Engine::Engine(std::unique_ptr<Outbox> outbox, TransportFactory makeTransport, const Clock &clock,
               BackoffPolicy backoffPolicy)
    : m_outbox(std::move(outbox)),
      m_makeTransport(std::move(makeTransport)),
      m_clock(clock),
      m_backoff(std::move(backoffPolicy)),
      m_wake(this),
      m_publish(this)
{
    m_wake.setSingleShot(true);
    m_publish.setSingleShot(true);
    m_publish.setInterval(publishEvery);
    connect(&m_wake, &QTimer::timeout, this, &Engine::proceed);
    connect(&m_publish, &QTimer::timeout, this, &Engine::refresh);
}

Engine::~Engine() = default;

void Engine::configure(const std::optional<ServerSettings> &settings)
{
    if (m_activity == Activity::Server) {
        m_activity = Activity::None;
        m_status.isSending = false;
        m_mustRecover = true;
    }
    m_transport = settings ? m_makeTransport(*settings) : nullptr;
    m_server = settings ? settings->address.toString() : QString();
    m_link = {};
    m_status.isConfigured = settings.has_value();
    m_mustRelease = true;
    forgetTrouble();
    proceed();
}

void Engine::sendNow()
{
    forgetTrouble();
    m_mustRelease = true;
    proceed();
}

void Engine::pause()
{
    m_status.isPaused = true;
    proceed();
}

void Engine::resume()
{
    m_status.isPaused = false;
    proceed();
}

void Engine::outboxChanged() { proceed(); }

void Engine::proceed()
{
    publish();
    if (m_activity != Activity::None)
        return;
    m_wake.stop();
    m_status.nextAttempt.reset();
    if (!m_transport || m_status.isPaused || m_needsSignIn)
        return;
    const auto now = m_clock.monotonic();
    if (m_notBefore && now < *m_notBefore) {
        wakeAfter(*m_notBefore - now);
        return;
    }
    m_notBefore.reset();
    m_activity = Activity::Store;
    if (m_mustRecover)
        recover();
    else if (m_mustRelease)
        release();
    else
        take();
}

void Engine::recover()
{
    m_outbox->requeueInterrupted([this](const Result<> &result) {
        if (!result) {
            storeFailed(result.error());
            return;
        }
        m_mustRecover = false;
        m_activity = Activity::None;
        proceed();
    });
}

void Engine::release()
{
    m_mustRelease = false;
    m_outbox->releaseAll(proceedWhenDone());
}

void Engine::take()
{
    m_outbox->takeNext([this](const Result<std::optional<OutboxEntry>> &taken) {
        if (!taken)
            storeFailed(taken.error());
        else if (!*taken)
            rest();
        else
            send(**taken);
    });
}

void Engine::send(const OutboxEntry &entry)
{
    m_status.storeError.reset();
    if (!m_transport) {  // unconfigured meanwhile
        m_mustRecover = true;
        m_activity = Activity::None;
        proceed();
        return;
    }
    m_activity = Activity::Server;
    m_status.isSending = true;
    publish();
    m_transport->send(entry.parcel, [this, entry](const Outcome &outcome) { settle(entry, outcome); });
}

void Engine::settle(const OutboxEntry &entry, const Outcome &outcome)
{
    m_activity = Activity::Store;
    m_status.isSending = false;
    m_link.note(outcome, m_clock.utcNow());
    if (const auto *accepted = std::get_if<Accepted>(&outcome)) {
        settleAccepted(entry, *accepted);
    } else if (const auto *rejected = std::get_if<Rejected>(&outcome)) {
        qCWarning(lcSync) << entry.parcel.instanceId << "rejected" << rejected->status;
        forgetTrouble();
        m_outbox->quarantine(entry.screening, QStringLiteral("rejected-%1").arg(rejected->status),
                             rejected->message, proceedWhenDone());
    } else {
        settleUnsent(entry, std::get<Unsent>(outcome));
    }
}

void Engine::settleAccepted(const OutboxEntry &entry, const Accepted &accepted)
{
    forgetTrouble();
    const store::Receipt receipt{m_clock.utcNow(), m_server, accepted.status, accepted.message};
    m_outbox->acknowledge(
        entry.screening, receipt,
        [this, id = entry.screening, at = receipt.receivedAt](const Result<> &kept) {
            if (!kept) {
                storeFailed(kept.error());  // sent again later, with the same bytes: the server keeps it once
                return;
            }
            m_status.lastSuccess = at;
            m_activity = Activity::None;
            Q_EMIT recordAcknowledged(id);
            proceed();
        });
}

void Engine::settleUnsent(const OutboxEntry &entry, const Unsent &unsent)
{
    m_status.lastTrouble = unsent.trouble;
    m_status.lastHttpStatus = unsent.status;
    std::optional<std::chrono::milliseconds> wait;
    if (unsent.scope == Unsent::Scope::Record) {
        wait = m_backoff(unsent, entry.attempts);
        if (++m_recordTroubles >= manyTroubles)
            stopFor(unsent);
    } else {
        stopFor(unsent);
        // Where an answer came time and again, perhaps it is this record that some proxy objects to: others
        // go first.
        if (unsent.status != 0 && entry.attempts >= manyTroubles)
            wait = m_backoff(unsent, m_failures + 1);
    }
    const auto nextAttempt = wait ? std::optional(m_clock.utcNow().addMSecs(wait->count())) : std::nullopt;
    m_outbox->postpone(entry.screening, troubleName(unsent.trouble), unsent.message, nextAttempt,
                       proceedWhenDone());
}

// Nothing is due: asks the server whether it is there, if that is not known, and sleeps until something may
// be due.
void Engine::rest()
{
    m_status.storeError.reset();
    const auto lastContact = m_link.lastContact();
    const bool isKnown = m_link.state() == LinkState::Online && lastContact &&
                         std::abs(lastContact->msecsTo(m_clock.utcNow())) < probeEvery.count();
    if (!isKnown && m_transport) {
        probe();
        return;
    }
    m_outbox->summarise([this](const Result<OutboxSummary> &summary) {
        if (!summary) {
            storeFailed(summary.error());
            return;
        }
        m_activity = Activity::None;
        if (summary->nextDue) {
            const std::chrono::milliseconds time(m_clock.utcNow().msecsTo(*summary->nextDue));
            wakeAfter(std::clamp(time, shortestWait, probeEvery));
        } else {
            m_wake.start(probeEvery);
        }
        publish();
    });
}

void Engine::probe()
{
    m_activity = Activity::Server;
    m_transport->probe([this](const std::optional<Unsent> &trouble) {
        m_activity = Activity::None;
        if (trouble) {
            m_link.note(*trouble, m_clock.utcNow());
            m_status.lastTrouble = trouble->trouble;
            m_status.lastHttpStatus = trouble->status;
            stopFor(*trouble);
        } else {
            m_link.noteAnswer(m_clock.utcNow());
            forgetTrouble();
        }
        proceed();
    });
}

void Engine::stopFor(const Unsent &unsent)
{
    if (unsent.scope == Unsent::Scope::Record) {
        // Doubt does not grow, while a record that keeps failing is held back longer and longer: so the
        // others get their turn even where several such records stand before them.
        m_notBefore = m_clock.monotonic() + m_backoff(unsent, manyTroubles);
        return;
    }
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

void Engine::storeFailed(const Error &error)
{
    qCWarning(lcSync) << "outbox" << codeName(error.code);
    m_status.storeError = error.code;
    m_activity = Activity::None;
    m_mustRecover = true;
    m_notBefore = m_clock.monotonic() + storeRetry;
    proceed();
}

void Engine::wakeAfter(std::chrono::milliseconds time)
{
    m_status.nextAttempt = m_clock.utcNow().addMSecs(time.count());
    m_wake.start(time);
}

Outbox::Done<> Engine::proceedWhenDone()
{
    return [this](const Result<> &result) {
        if (!result) {
            storeFailed(result.error());
            return;
        }
        m_activity = Activity::None;
        proceed();
    };
}

void Engine::publish()
{
    if (!m_publish.isActive())
        m_publish.start();
}

void Engine::refresh()
{
    m_outbox->summarise([this](const Result<OutboxSummary> &summary) {
        if (summary) {
            m_status.waiting = summary->waiting;
            m_status.quarantined = summary->quarantined;
        }
        m_status.link = m_link.state();
        m_status.lastContact = m_link.lastContact();
        m_status.clockAhead = m_link.clockAhead();
        if (m_status == m_published)
            return;
        m_published = m_status;
        Q_EMIT statusChanged(m_published);
    });
}

}  // namespace amparo::sync
