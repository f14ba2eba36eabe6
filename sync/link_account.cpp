#include "sync/link_account.h"

#include <QLoggingCategory>

namespace amparo::sync {

namespace {

Q_LOGGING_CATEGORY(lcLink, "amparo.sync.link")

constexpr qint64 keptAfter = 256 * 1024;  // bytes that a crash may leave uncounted

}  // namespace

void LinkAccount::restore(std::function<void()> done)
{
    m_outbox.readUse(localNow().date(), [this, done = std::move(done)](const Result<store::LinkUse> &use) {
        m_isRestored = true;
        if (use)
            m_budget.restore(use->day, use->sent + use->received);
        done();
    });
}

void LinkAccount::note(const Traffic &total)
{
    const Traffic more{total.sent - m_noted.sent, total.received - m_noted.received};
    m_noted = total;
    const QDateTime now = localNow();
    m_budget.note(more.sent, more.received, now, m_clock.monotonic());
    if (m_unkept.day != now.date())
        keep();
    m_unkept = {now.date(), m_unkept.sent + more.sent, m_unkept.received + more.received};
    if (m_unkept.sent + m_unkept.received > keptAfter)
        keep();
}

void LinkAccount::keep()
{
    if (m_unkept.sent + m_unkept.received > 0) {
        m_outbox.addUse(m_unkept, [](const Result<> &kept) {
            if (!kept)
                qCWarning(lcLink) << "use of the link not kept" << codeName(kept.error().code);
        });
    }
    m_unkept = {};
}

}  // namespace amparo::sync
