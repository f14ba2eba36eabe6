// One step at a time: the engine waits for the store, or for a probe, or for time, while records are under
// way. proceed() is the only place that begins something, and every ending leads back to it.

#include "sync/engine.h"

#include "sync/backoff.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

namespace amparo::sync {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSync, "amparo.sync")

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
      m_account(*m_outbox, clock),
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
    if (m_activity == Activity::Probe)
        m_activity = Activity::None;
    if (!m_underWay.isEmpty())
        m_mustRecover = true;
    m_underWay.clear();
    noteTraffic();
    m_transport = settings ? m_makeTransport(*settings) : nullptr;
    m_account.changeTransport();
    m_server = settings ? settings->address.toString() : QString();
    m_link = {};
    m_status.isConfigured = settings.has_value();
    m_status.server = settings ? settings->address : QUrl();
    m_status.isRelay = settings && settings->protocol == Protocol::Relay;
    m_mustRelease = true;
    forgetTrouble();
    proceed();
}

void Engine::setPolicy(const SyncPolicy &policy)
{
    m_account.budget().setPolicy(policy);
    proceed();
}

void Engine::setMetered(bool isMetered)
{
    m_account.budget().setMetered(isMetered);
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
    if (m_activity != Activity::None) {
        m_hasNews = true;
        return;
    }
    m_hasNews = false;
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
    const bool isIdle = m_underWay.isEmpty() && m_settling == 0;
    if (!m_account.isRestored())
        restoreUse();
    else if (m_mustRecover && isIdle)
        recover();
    else if (!m_mustRecover && m_mustRelease)
        release();
    else if (!m_mustRecover && m_transport->room() > 0)
        takeWhatMayGo();
}

void Engine::takeWhatMayGo()
{
    const Allowance allowance = m_account.allowance();
    m_status.hold = allowance.hold;
    const auto wait = m_account.wait();
    if (wait.count() > 0)
        wakeAfter(wait);
    else if (!allowance.hold)
        take(m_transport->room(), Outbox::Which::Every);
    else if (allowance.urgentMayGo)
        take(m_transport->room(), Outbox::Which::Urgent);
    else if (m_underWay.isEmpty() && m_settling == 0)
        restUntilAllowed();
}

void Engine::restoreUse()
{
    m_activity = Activity::Store;
    m_account.restore([this] {
        m_activity = Activity::None;
        proceed();
    });
}

void Engine::recover()
{
    m_activity = Activity::Store;
    m_outbox->requeueInterrupted([this](const Result<> &result) {
        m_activity = Activity::None;
        if (!result) {
            storeFailed(result.error());
            return;
        }
        m_mustRecover = false;
        proceed();
    });
}

void Engine::release()
{
    m_activity = Activity::Store;
    m_mustRelease = false;
    m_outbox->releaseAll(proceedWhenDone());
}

void Engine::take(int most, Outbox::Which which)
{
    m_activity = Activity::Store;
    const auto notes = m_transport->needsNotes() ? Outbox::Notes::With : Outbox::Notes::Without;
    m_outbox->take(most, which, notes, [this, notes](const Result<QList<OutboxEntry>> &taken) {
        m_activity = Activity::None;
        if (!taken)
            storeFailed(taken.error());
        else if (!taken->isEmpty())
            send(*taken, notes);
        else if (m_underWay.isEmpty() && m_settling == 0)
            rest();
        else
            m_status.storeError.reset();  // what settles leads on
    });
}

void Engine::send(const QList<OutboxEntry> &entries, Outbox::Notes notes)
{
    m_status.storeError.reset();
    // Configured anew meanwhile, it may have less room, want what these have not, or be gone.
    const bool hasNotes = notes == Outbox::Notes::With;
    if (!m_transport || m_transport->room() < entries.size() || (m_transport->needsNotes() && !hasNotes)) {
        m_mustRecover = true;
        proceed();
        return;
    }
    QList<Parcel> parcels;
    for (const OutboxEntry &entry : entries) {
        m_underWay.insert(entry.parcel.instanceId, {entry, m_round});
        parcels.append(entry.parcel);
    }
    m_transport->send(parcels, [this](const QString &instanceId, const Outcome &outcome) {
        settle(m_underWay.take(instanceId), outcome);
    });
    proceed();
}

// Nothing is due: asks the server whether it is there, if that is not known, and sleeps until something may
// be due.
void Engine::rest()
{
    m_status.storeError.reset();
    m_account.keep();
    if (m_account.allowance().hold) {
        restUntilAllowed();
        return;
    }
    const auto lastContact = m_link.lastContact();
    const bool isKnown = m_link.state() == LinkState::Online && lastContact &&
                         std::abs(lastContact->msecsTo(m_clock.utcNow())) < probeEvery.count();
    if (!isKnown && m_transport) {
        probe();
        return;
    }
    m_activity = Activity::Store;
    m_outbox->summarise([this](const Result<OutboxSummary> &summary) {
        m_activity = Activity::None;
        if (!summary) {
            storeFailed(summary.error());
            return;
        }
        // What came while the store was asked is not in its answer: to sleep now would be to miss it.
        if (m_hasNews) {
            proceed();
            return;
        }
        if (summary->nextDue) {
            const std::chrono::milliseconds time(m_clock.utcNow().msecsTo(*summary->nextDue));
            wakeAfter(std::clamp(time, shortestWait, probeEvery));
        } else {
            m_wake.start(probeEvery);
        }
        publish();
    });
}

/// Not even a probe goes. An urgent record that waits for its back-off has its turn with the next look.
void Engine::restUntilAllowed()
{
    m_account.keep();
    const auto until = m_account.allowance().until;
    if (until)
        wakeAfter(std::clamp(std::chrono::milliseconds(m_account.localNow().msecsTo(*until)), shortestWait,
                             probeEvery));
    else
        m_wake.start(probeEvery);
    m_status.nextAttempt = until ? std::optional(until->toUTC()) : std::nullopt;
    publish();
}

void Engine::noteTraffic()
{
    if (m_transport)
        m_account.note(m_transport->traffic());
}

void Engine::probe()
{
    m_activity = Activity::Probe;
    m_transport->probe([this](const std::optional<Unsent> &trouble) {
        m_activity = Activity::None;
        noteTraffic();
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

void Engine::storeFailed(const Error &error)
{
    qCWarning(lcSync) << "outbox" << codeName(error.code);
    m_status.storeError = error.code;
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
        m_activity = Activity::None;
        if (result)
            proceed();
        else
            storeFailed(result.error());
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
        m_status.bytesToday = m_account.bytesToday();
        m_status.isSending = !m_underWay.isEmpty();
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
