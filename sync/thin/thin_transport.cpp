// proceed() is the only place that begins something, and every ending leads back to it, or to failAll(): who
// the post is, who the server is, then batch after batch until nothing waits.

#include "sync/thin/thin_transport.h"

#include "sync/thin/items.h"

#include <QLoggingCategory>

namespace amparo::thin {

using sync::Parcel;
using sync::Rejected;
using sync::Trouble;
using sync::Unsent;

namespace {

Q_LOGGING_CATEGORY(lcBatch, "amparo.thin")

// Large batches pack better; small ones let what is urgent go sooner.
constexpr int firstBatchSize = 50;
constexpr int largestBatchSize = 200;
constexpr qsizetype mostBatchBytes = 2 * 1024 * 1024;  // packing takes about a second for each MB

qsizetype bytesOf(const Parcel &parcel)
{
    qsizetype bytes = parcel.submissionXml.size();
    for (const sync::Attachment &attachment : parcel.attachments)
        bytes += attachment.content.size();
    return bytes;
}

}  // namespace

ThinTransport::ThinTransport(const sync::ServerSettings &settings, const Clock &clock,
                             std::unique_ptr<Station> station, std::chrono::milliseconds patience,
                             std::shared_ptr<exchange::Dictionary> base)
    : m_clock(clock),
      m_station(std::move(station)),
      m_client(settings, clock, patience),
      m_serverKey(settings.trust.receiptKey),
      m_sealKey(settings.sealKey),
      m_batchSize(firstBatchSize),
      m_mostItems(largestBatchSize),
      m_mostBytes(mostBatchBytes),
      m_base(std::move(base))
{}

ThinTransport::~ThinTransport() = default;

void ThinTransport::send(const QList<Parcel> &parcels, Settled settled)
{
    Q_ASSERT(m_settling.isEmpty() && !parcels.isEmpty());
    m_waiting = parcels;
    m_isReconciled = false;
    for (const Parcel &parcel : parcels)
        m_settling.append(parcel.instanceId);
    m_settled = std::move(settled);
    schedule();
}

bool ThinTransport::hasBrokenOff(const QString &instanceId) const
{
    return m_outgoing && m_settling.isEmpty() &&
           std::any_of(m_outgoing->batch.items.begin(), m_outgoing->batch.items.end(),
                       [&](const exchange::Item &item) { return item.instanceId == instanceId; });
}

void ThinTransport::probe(std::function<void(const std::optional<Unsent> &)> done)
{
    QMetaObject::invokeMethod(
        this, [this, done = std::move(done)] { greet(done); }, Qt::QueuedConnection);
}

/// What settles may lead to new records at once: those have come when proceed() looks.
void ThinTransport::schedule()
{
    if (std::exchange(m_isScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isScheduled = false;
            proceed();
        },
        Qt::QueuedConnection);
}

void ThinTransport::proceed()
{
    if (m_waiting.isEmpty())
        return;
    if (!m_hasGreeted) {
        greet([this](const std::optional<Unsent> &trouble) {
            if (trouble)
                failAll(*trouble);
            else
                proceed();
        });
    } else if (!resume()) {
        begin();
    }
}

/// Calls `done` once it is known who sends the next batch.
void ThinTransport::identify(std::function<void()> done, std::function<void(const Unsent &)> failed)
{
    if (m_sender)
        return done();
    m_station->nextBatch(
        [this, done = std::move(done), failed = std::move(failed)](const Result<Sender> &sender) {
            if (!sender) {
                qCWarning(lcBatch) << "no batch begun:" << codeName(sender.error().code);
                return failed({Trouble::Interrupted, Unsent::Scope::Server});
            }
            m_sender = *sender;
            if (m_serverKey.isEmpty())
                m_serverKey = sender->serverKey;
            m_postKey = sender->sealingKey;
            m_storeId = sender->storeId;
            m_generation = sender->generation;
            if (sender->isFirstLife)
                m_mayBeKnown = false;
            done();
        });
}

void ThinTransport::greet(const Greeted &done)
{
    if (m_storeId.isEmpty())
        return identify([this, done] { greet(done); }, done);
    m_hasGreeted = false;
    m_client.hello(m_storeId, m_generation, m_postKey,
                   [this, done](const std::variant<Hello, Unsent> &result) {
                       if (const auto *hello = std::get_if<Hello>(&result))
                           meet(*hello, done);
                       else
                           done(std::get<Unsent>(result));
                   });
}

/// Whether this is the server that has been known, and we are the store that it knows; nullopt: so it is.
void ThinTransport::meet(const Hello &hello, const Greeted &done)
{
    if (m_serverKey.isEmpty()) {
        m_serverKey = hello.key;
        m_station->keepServerKey(hello.key);
    } else if (m_serverKey != hello.key) {
        qCWarning(lcBatch) << "the server shows another key for its receipts";
        return done(Unsent{Trouble::Untrusted, Unsent::Scope::Server, 200});
    }
    m_mostBytes = std::min(m_mostBytes, hello.mostFrame);
    m_mostItems = std::min(hello.mostItems, largestBatchSize);
    m_batchSize = std::min(m_batchSize, m_mostItems);
    m_hasGreeted = true;
    if (!hello.last)
        return done(std::nullopt);
    const auto unused = m_sender ? std::optional(m_sender->sequence) : std::nullopt;
    m_station->compare(
        m_generation, hello.last->sequence, unused, [this, done](const Result<bool> &isAnother) {
            if (!isAnother)
                return done(Unsent{Trouble::Interrupted, Unsent::Scope::Server});
            if (!*isAnother)
                return done(std::nullopt);
            qCWarning(lcBatch)
                << "the server has batches that this store never made: it was copied or set back";
            beginAnew(done);
        });
}

/// The store has another generation: nothing that was prepared counts.
void ThinTransport::beginAnew(const Greeted &done)
{
    m_sender.reset();
    m_storeId.clear();
    m_outgoing.reset();
    *m_base = {};
    m_mayBeKnown = true;
    greet(done);
}

/// Goes on with the batch that broke off, where all its records are sent again.
bool ThinTransport::resume()
{
    if (!m_outgoing)
        return false;
    QList<Parcel> others = m_waiting;
    for (const exchange::Item &item : m_outgoing->batch.items) {
        const bool isThere =
            others.removeIf([&](const Parcel &parcel) { return itemOf(parcel) == item; }) == 1;
        if (!isThere) {
            m_outgoing.reset();
            return false;
        }
    }
    m_waiting = others;
    upload();
    return true;
}

void ThinTransport::begin()
{
    identify(
        [this] {
            if (m_mayBeKnown && !m_isReconciled)
                askFirst();
            else
                fill(m_batchSize);
        },
        [this](const Unsent &unsent) { failAll(unsent); });
}

/// What the server can prove that it has is not sent. As soon as it has none of what waits, it is not asked
/// any more: records go out by their age, so those from before the restore come first.
void ThinTransport::askFirst()
{
    reconcile(m_client, *m_sender, m_serverKey, m_waiting.mid(0, exchange::mostItems),
              [this](const std::variant<Proven, Unsent> &result) {
                  if (const auto *unsent = std::get_if<Unsent>(&result))
                      return failAll(*unsent);
                  const Proven &proven = std::get<Proven>(result);
                  m_isReconciled = true;
                  m_mayBeKnown = !proven.isEmpty();
                  m_waiting.removeIf(
                      [&](const Parcel &parcel) { return proven.contains(parcel.instanceId); });
                  for (auto record = proven.begin(); record != proven.end(); ++record)
                      settle(record.key(), record.value());
                  schedule();
              });
}

/// Makes a batch of what waits, at least of one record.
void ThinTransport::fill(qsizetype mostItems)
{
    exchange::Batch batch{
        m_sender->storeId, m_sender->generation, m_sender->sequence, m_sender->checkpoint, {}};
    qsizetype bytes = 0;
    for (const Parcel &parcel : m_waiting) {
        bytes += bytesOf(parcel);
        if (!batch.items.isEmpty() && (bytes > m_mostBytes || batch.items.size() == mostItems))
            break;
        batch.items.append(itemOf(parcel));
    }
    const auto encoded = exchange::encode(batch);
    if (!encoded && batch.items.size() > 1)
        return fill(1);  // one of them is no record that could be sent: each by itself
    m_waiting.remove(0, batch.items.size());
    if (!encoded) {
        settle(batch.items.first().instanceId, Rejected{413, encoded.error().detail});
        return schedule();
    }
    m_sender.reset();
    m_outgoing = Outgoing{batch, exchange::manifestOf(batch), *encoded, {}};
    pack();
}

void ThinTransport::pack()
{
    if (m_sealKey.isEmpty())
        packAgainst(*m_base);
    else
        packForHeadquarters();
}

/// Against the first record's form, once the server has that: nobody on the way can tell what a sealed batch
/// is packed against, and ask for it.
void ThinTransport::packForHeadquarters()
{
    const exchange::Item &first = m_outgoing->batch.items.first();
    m_station->findForm(first.formId, first.formVersion, [this](const QByteArray &xform) {
        if (xform.isEmpty())
            return packAgainst({});
        const auto packed = [this, xform](bool isThere) {
            packAgainst(isThere ? exchange::formDictionary(xform) : exchange::Dictionary());
        };
        const QByteArray name = exchange::nameOf(xform);
        if (const auto known = m_forms.constFind(name); known != m_forms.constEnd())
            return packed(*known);
        m_client.bringForm(xform, [this, name, packed](bool isThere) {
            m_forms.insert(name, isThere);
            packed(isThere);
        });
    });
}

void ThinTransport::packAgainst(const exchange::Dictionary &dictionary)
{
    const auto frame = exchange::pack(m_outgoing->encoded, dictionary);
    if (!frame) {
        qCWarning(lcBatch) << "batch not packed:" << codeName(frame.error().code);
        m_outgoing.reset();
        return failAll({Trouble::Interrupted, Unsent::Scope::Server});
    }
    m_outgoing->frame = *frame;
    m_outgoing->base = dictionary.kind == exchange::DictionaryKind::Base ? dictionary.id : QByteArray();
    if (m_sealKey.isEmpty())
        upload();
    else
        seal();
}

void ThinTransport::seal()
{
    m_station->seal(m_outgoing->frame, m_outgoing->manifest, [this](const Result<QByteArray> &sealed) {
        if (!sealed) {
            qCWarning(lcBatch) << "batch not sealed:" << codeName(sealed.error().code);
            m_outgoing.reset();
            return failAll({Trouble::Interrupted, Unsent::Scope::Server});
        }
        m_outgoing->frame = *sealed;
        upload();
    });
}

void ThinTransport::upload()
{
    m_begun = m_clock.monotonic();
    m_client.upload(m_outgoing->frame, [this](const Judgement &judgement) { uploaded(judgement); });
}

}  // namespace amparo::thin
