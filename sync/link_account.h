#pragma once

#include "base/clock.h"
#include "sync/link_budget.h"
#include "sync/outbox.h"

namespace amparo::sync {

/// Keeps the books of what goes over the link: held against the budget at once, written to the outbox now and
/// then, so that a day's budget survives a restart. Thread: the engine's.
class LinkAccount {
public:
    LinkAccount(Outbox &outbox, const Clock &clock) : m_outbox(outbox), m_clock(clock) {}  // borrowed

    LinkBudget &budget() { return m_budget; }
    const LinkBudget &budget() const { return m_budget; }

    /// Reads what had gone today before the program started. Where it can't be read, the day begins at
    /// nothing: a budget is no reason to keep a record back for ever.
    void restore(std::function<void()> done);
    bool isRestored() const { return m_isRestored; }

    /// All that has gone over the present transport.
    void note(const Traffic &total);

    /// Another transport begins to count at nothing.
    void changeTransport() { m_noted = {}; }

    /// Writes down what is not yet.
    void keep();

    QDateTime localNow() const { return m_clock.utcNow().toLocalTime(); }
    Allowance allowance() const { return m_budget.allowance(localNow()); }
    std::chrono::milliseconds wait() const { return m_budget.wait(m_clock.monotonic()); }
    qint64 bytesToday() const { return m_budget.bytesOn(localNow().date()); }

private:
    Outbox &m_outbox;
    const Clock &m_clock;
    LinkBudget m_budget;
    Traffic m_noted;
    store::LinkUse m_unkept;
    bool m_isRestored = false;
};

}  // namespace amparo::sync
