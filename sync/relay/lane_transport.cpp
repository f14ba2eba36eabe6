#include "sync/relay/lane_transport.h"

#include "exchange/receipt.h"
#include "sync/relay/arrival.h"

#include <QLoggingCategory>

namespace amparo::relay {

namespace {

Q_LOGGING_CATEGORY(lcLane, "amparo.relay")

constexpr int askedAtOnce = 100;
constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);

}  // namespace

LaneTransport::LaneTransport(const sync::ServerSettings &settings, const Clock &clock,
                             std::unique_ptr<thin::Station> station, std::unique_ptr<LaneWaiting> waiting,
                             std::function<void()> requeued, std::chrono::milliseconds interval)
    : m_clock(clock),
      m_transport(settings, clock, std::move(station), patience),
      m_client(settings, clock, patience),
      m_waiting(std::move(waiting)),
      m_requeued(std::move(requeued)),
      m_relayKey(settings.trust.receiptKey),
      m_headquartersKey(settings.trust.headquartersKey)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &LaneTransport::ask);
    m_timer.start();
    m_waiting->storeId([this](const QByteArray &id) {
        m_storeId = id;
        ask();
    });
}

LaneTransport::~LaneTransport() = default;

void LaneTransport::send(const QList<sync::Parcel> &parcels, Settled settled)
{
    QList<sync::Parcel> covered = parcels;
    for (sync::Parcel &parcel : covered)
        parcel.attachments.append({noteName, noteType, parcel.note});
    m_transport.send(covered,
                     [settled = std::move(settled)](const QString &instanceId, sync::Outcome outcome) {
                         if (auto *accepted = std::get_if<sync::Accepted>(&outcome))
                             accepted->isRelays = true;
                         settled(instanceId, outcome);
                     });
}

void LaneTransport::probe(std::function<void(const std::optional<sync::Unsent> &)> done)
{
    m_transport.probe(std::move(done));
}

sync::Traffic LaneTransport::traffic() const
{
    const sync::Traffic sending = m_transport.traffic();
    const sync::Traffic &asking = m_client.traffic();
    return {sending.sent + asking.sent, sending.received + asking.received};
}

/// One round after the other, page by page; nothing is asked where no record is at the relay.
void LaneTransport::ask()
{
    if (m_storeId.isEmpty() || std::exchange(m_isAsking, true))
        return;
    m_waiting->next(m_place, askedAtOnce, [this](const Result<QList<WaitingRecord>> &records) {
        if (!records || records->isEmpty())
            return rest();
        askAbout(*records);
    });
}

void LaneTransport::rest()
{
    m_place = 0;
    m_isAsking = false;
}

void LaneTransport::askAbout(const QList<WaitingRecord> &records)
{
    QByteArray hashes;
    for (const WaitingRecord &record : records)
        hashes += record.instanceHash;
    m_client.askPassedOn(hashes, [this, records](const std::variant<QByteArray, sync::Unsent> &answer) {
        if (const auto *body = std::get_if<QByteArray>(&answer))
            hear(records, *body);
        else
            rest();
    });
}

void LaneTransport::hear(const QList<WaitingRecord> &records, const QByteArray &answer)
{
    const auto said = exchange::checkedPassedOn(answer, m_storeId, m_relayKey);
    if (!said || said->size() != records.size()) {
        qCWarning(lcLane) << "the relay's answer counts for nothing";
        return rest();
    }
    QList<std::pair<ScreeningId, store::Receipt>> confirmed;
    QList<ScreeningId> lost;
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (said->at(i).instanceHash != records[i].instanceHash)
            continue;
        if (said->at(i).stage == exchange::PassedOn::Stage::Unknown)
            lost.append(records[i].screening);
        else if (const auto receipt = receiptFrom(records[i], said->at(i)))
            confirmed.append({records[i].screening, *receipt});
    }
    if (!lost.isEmpty())
        qCWarning(lcLane) << lost.size() << "records are no longer at the relay and go out again";
    m_place = records.last().place;
    const bool isMore = records.size() == askedAtOnce;
    m_waiting->settle(confirmed, lost, [this, isMore, isAnyLost = !lost.isEmpty()](const Result<> &kept) {
        if (kept && isAnyLost && m_requeued)
            m_requeued();
        if (!kept || !isMore)
            return rest();
        m_isAsking = false;
        ask();
    });
}

/// Where headquarters' key is known, its own signature alone counts; else the relay's word, which it has
/// signed.
std::optional<store::Receipt> LaneTransport::receiptFrom(const WaitingRecord &record,
                                                         const exchange::PassedOn &said) const
{
    if (said.stage != exchange::PassedOn::Stage::Headquarters || said.contentHash != record.contentHash)
        return std::nullopt;
    if (!m_headquartersKey.isEmpty()) {
        const auto proof = exchange::decodeReceipt(said.proof);
        const bool isProof = proof && exchange::isGenuine(*proof, m_headquartersKey) &&
                             proof->record == exchange::Entry{record.instanceHash, record.contentHash} &&
                             (proof->verdict == exchange::Verdict::Stored ||
                              proof->verdict == exchange::Verdict::AlreadyStored);
        if (!isProof) {
            qCWarning(lcLane) << "headquarters' receipt does not prove what the relay says";
            return std::nullopt;
        }
    }
    return store::Receipt{m_clock.utcNow(), said.server, said.status, {}, said.proof};
}

}  // namespace amparo::relay
