// What the server's answer to a batch means for its records, and for those that come after.

#include "sync/thin/items.h"
#include "sync/thin/thin_transport.h"

#include <QLoggingCategory>

namespace amparo::thin {

using sync::Outcome;
using sync::Rejected;
using sync::Trouble;
using sync::Unsent;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcAnswer, "amparo.thin")

constexpr int smallestBatchSize = 5;
constexpr std::chrono::milliseconds shortBatch = 15s;
constexpr std::chrono::milliseconds longBatch = 60s;

}  // namespace

void ThinTransport::uploaded(const Judgement &judgement)
{
    if (const auto *stored = std::get_if<Stored>(&judgement))
        accept(*stored);
    else if (const auto *refusal = std::get_if<Refusal>(&judgement))
        refuse(*refusal);
    else
        failAll(std::get<Unsent>(judgement));
}

void ThinTransport::accept(const Stored &stored)
{
    const Outgoing outgoing = *std::exchange(m_outgoing, std::nullopt);
    const QByteArray batchId = exchange::nameOf(outgoing.frame);
    const auto receipts = exchange::checkedReceipts(stored.receipt, outgoing.manifest, batchId, m_serverKey);
    if (!receipts) {
        qCWarning(lcAnswer) << "a receipt that proves nothing:" << codeName(receipts.error().code);
        return failAll({Trouble::Untrusted, Unsent::Scope::Server, 200});
    }
    const auto time = m_clock.monotonic() - m_begun;
    if (time < shortBatch)
        m_batchSize = std::min(m_batchSize * 2, m_mostItems);
    else if (time > longBatch)
        m_batchSize = std::min(m_batchSize, std::max(m_batchSize / 2, smallestBatchSize));
    m_hasSaidKeyAgain = false;
    if (m_sealKey.isEmpty())
        *m_base = exchange::baseDictionary(batchId, outgoing.batch.items);
    for (qsizetype i = 0; i < receipts->size(); ++i)
        settle(outgoing.batch.items[i].instanceId, outcomeOf(receipts->at(i), stored.serverTime));
    schedule();
}

void ThinTransport::refuse(const Refusal &refusal)
{
    // The server has not what this batch is packed against, or something else by that name.
    if (!m_outgoing->base.isEmpty() &&
        (refusal.code == QLatin1String("need-dictionary") || refusal.status == 422)) {
        if (m_base->id == m_outgoing->base)
            *m_base = {};
        return packAgainst({});
    }
    if (refusal.status == 413)
        return divide(refusal);
    if (refusal.code == QLatin1String("need-key") || refusal.code == QLatin1String("not-signed"))
        return sayKeyAgain(refusal);
    if (refusal.code == QLatin1String("need-form") && refusal.item &&
        *refusal.item < m_outgoing->batch.items.size())
        return leaveOut(refusal);
    m_outgoing.reset();
    failAll({refusal.code == QLatin1String("hash") ? Trouble::Interrupted : Trouble::WrongAddress,
             Unsent::Scope::Server, refusal.status, refusal.code});
}

/// The server has forgotten the post's key, or was told another: it takes this one, or says why not.
void ThinTransport::sayKeyAgain(const Refusal &refusal)
{
    if (std::exchange(m_hasSaidKeyAgain, true)) {
        m_hasSaidKeyAgain = false;
        m_outgoing.reset();
        return failAll({Trouble::PostKey, Unsent::Scope::Server, refusal.status, refusal.code});
    }
    greet([this](const std::optional<Unsent> &trouble) {
        if (trouble)
            failAll(*trouble);
        else
            upload();
    });
}

/// The records of a form that the server has yet to get wait; the others go.
void ThinTransport::leaveOut(const Refusal &refusal)
{
    const Outgoing outgoing = *std::exchange(m_outgoing, std::nullopt);
    const QList<exchange::Item> &items = outgoing.batch.items;
    const exchange::Item &unknown = items[*refusal.item];
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (item->formId != unknown.formId || item->formVersion != unknown.formVersion)
            m_waiting.prepend(parcelOf(*item));
    }
    for (const exchange::Item &item : items) {
        if (item.formId == unknown.formId && item.formVersion == unknown.formVersion)
            settle(item.instanceId, Unsent{Trouble::ServerFault, Unsent::Scope::Record, refusal.status,
                                           QStringLiteral("need-form")});
    }
    schedule();
}

/// The batch is too large for the server: two halves, or this one record.
void ThinTransport::divide(const Refusal &refusal)
{
    const Outgoing outgoing = *std::exchange(m_outgoing, std::nullopt);
    const qsizetype count = outgoing.batch.items.size();
    if (count == 1) {
        settle(outgoing.batch.items.first().instanceId, Rejected{refusal.status, refusal.code});
        return schedule();
    }
    m_mostBytes = std::max<qsizetype>(1, outgoing.encoded.size() / 2);
    m_batchSize = std::max(1, int(count / 2));
    for (auto item = outgoing.batch.items.rbegin(); item != outgoing.batch.items.rend(); ++item)
        m_waiting.prepend(parcelOf(*item));
    proceed();
}

void ThinTransport::settle(const QString &instanceId, const Outcome &outcome)
{
    m_settling.removeOne(instanceId);
    const Settled settled = m_settled;  // the last may be followed by new ones at once
    settled(instanceId, outcome);
}

void ThinTransport::failAll(const Unsent &unsent)
{
    if (unsent.trouble == Trouble::SignIn || unsent.trouble == Trouble::Untrusted ||
        unsent.trouble == Trouble::WrongAddress || unsent.trouble == Trouble::PostKey)
        m_hasGreeted = false;
    m_waiting.clear();
    const QList<QString> settling = std::exchange(m_settling, {});
    const Settled settled = m_settled;
    for (const QString &instanceId : settling)
        settled(instanceId, unsent);
}

}  // namespace amparo::thin
