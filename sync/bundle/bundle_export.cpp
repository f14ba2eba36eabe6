// Page by page: the store reads, the pool packs, the store seals and notes, the pool writes. At the end the
// list.

#include "sync/bundle/bundle_export.h"

#include "base/background.h"
#include "crypto/digest.h"
#include "crypto/recovery_key.h"
#include "exchange/frame.h"
#include "exchange/manifest.h"
#include "exchange/seal.h"
#include "sync/bundle/stick.h"
#include "sync/store_outbox.h"
#include "sync/thin/items.h"

#include <utility>

namespace amparo::bundle {

using exchange::BundlePart;
using store::Store;

namespace {

exchange::Item itemOf(const store::Outgoing &outgoing)
{
    const store::OutboxItem &item = outgoing.item;
    return thin::itemOf({item.instanceId, item.formId, outgoing.submissionXml,
                         sync::attachmentsOf(outgoing.files), item.formVersion});
}

BundlePart partOf(BundlePart::Kind kind, const QByteArray &name, const QByteArray &bytes, quint64 records)
{
    return {kind, name, crypto::digest(bytes), quint64(bytes.size()), records};
}

/// Records that no batch can hold, each tried by itself.
void leaveOutUnfit(exchange::Batch &batch, QList<qint64> &places)
{
    const QList<exchange::Item> items = std::exchange(batch.items, {});
    QList<exchange::Item> fit;
    const QList<qint64> all = std::exchange(places, {});
    for (qsizetype i = 0; i < items.size(); ++i) {
        exchange::Batch alone = batch;
        alone.items = {items[i]};
        if (exchange::encode(alone)) {
            fit.append(items[i]);
            places.append(all[i]);
        }
    }
    batch.items = fit;
}

struct Opening {
    store::BundleStart start;
    QByteArray storeId;
    QByteArray generation;
    QByteArray postKey;
};

Result<Opening> open(Store &store)
{
    const auto start = store.bundles().begin();
    if (!start)
        return tl::make_unexpected(start.error());
    const auto generation = store.generation();
    const auto key = store.batches().sealingKey();
    if (!generation || !key)
        return tl::make_unexpected(generation ? key.error() : generation.error());
    return Opening{*start, store.id().value().toRfc4122(), generation->value().toRfc4122(), *key};
}

Result<QByteArray> signList(Store &store, const exchange::Bundle &bundle)
{
    return store.batches().sealingSeed().and_then(
        [&](const crypto::SecretBytes &seed) { return exchange::encode(bundle, seed); });
}

}  // namespace

BundleExport::BundleExport(store::StoreQueue &queue, QString place, QByteArray sealKey, const Clock &clock,
                           PartSize partSize)
    : m_queue(queue),
      m_place(std::move(place)),
      m_sealKey(std::move(sealKey)),
      m_clock(clock),
      m_partSize(partSize)
{}

void BundleExport::start(Done done)
{
    m_done = std::move(done);
    m_queue.run(
        this,
        [sealKey = m_sealKey](Store &store) -> Result<Opening> {
            if (sealKey.size() != crypto::recoveryKeySize)
                return failure(ErrorCode::InvalidInput,
                               QStringLiteral("no key of headquarters is set to seal to"));
            return open(store);
        },
        [this](const Result<Opening> &opening) {
            if (!opening)
                return fail(opening.error());
            m_bundle.storeId = opening->storeId;
            m_bundle.generation = opening->generation;
            m_bundle.postKey = opening->postKey;
            m_bundle.id = opening->start.id;
            m_bundle.number = quint64(opening->start.number);
            m_result.number = m_bundle.number;
            makeFolder();
        });
}

void BundleExport::makeFolder()
{
    runInPool(
        this,
        [place = m_place, store = m_bundle.storeId, number = m_bundle.number] {
            return makeBundleFolder(place, store, number);
        },
        [this](const Result<QString> &folder) {
            if (!folder)
                return fail(folder.error());
            m_result.folder = *folder;
            readPage();
        });
}

Result<BundleExport::Page> BundleExport::nextPage(Store &store, Which which, qint64 after,
                                                  const PartSize &size)
{
    auto records = store.bundles().waiting(which, after, size.records, size.bytes);
    if (!records)
        return tl::make_unexpected(records.error());
    Page page{*std::move(records), {}, {}};
    if (page.records.isEmpty())
        return page;
    const auto sender = store.batches().next();
    const store::OutboxItem &first = page.records.first().outgoing.item;
    const auto xform = store.forms().xform(first.formId, first.formVersion);
    if (!sender || !xform)
        return tl::make_unexpected(sender ? xform.error() : sender.error());
    page.sender = *sender;
    page.xform = *xform;
    return page;
}

void BundleExport::readPage()
{
    // One for a form, beside the batch.
    if (m_bundle.parts.size() + 2 > exchange::mostPartsOfBundle) {
        m_result.isFull = true;
        return close();
    }
    m_queue.run(
        this,
        [which = m_which, after = m_after, size = m_partSize](Store &store) {
            return nextPage(store, which, after, size);
        },
        [this](const Result<Page> &page) {
            if (!page)
                return fail(page.error());
            if (page->records.isEmpty() && m_which == Which::OnStick)
                return close();
            if (page->records.isEmpty()) {
                m_which = Which::OnStick;
                m_after = 0;
                return readPage();
            }
            m_after = page->records.last().place;
            packPage(*page);
        });
}

Result<BundleExport::Packed> BundleExport::pack(const Page &page)
{
    exchange::Batch batch{page.sender.store.value().toRfc4122(),
                          page.sender.generation.value().toRfc4122(),
                          page.sender.sequence,
                          page.sender.checkpoint,
                          {}};
    Packed packed;
    for (const store::WaitingRecord &record : page.records) {
        batch.items.append(itemOf(record.outgoing));
        packed.places.append(record.place);
    }
    auto bytes = exchange::encode(batch);
    if (!bytes) {
        leaveOutUnfit(batch, packed.places);
        if (batch.items.isEmpty())
            return packed;
        bytes = exchange::encode(batch);
    }
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    if (!page.xform.isEmpty()) {
        const auto form = exchange::pack(page.xform);
        if (!form)
            return tl::make_unexpected(form.error());
        packed.packedForm = *form;
        packed.formName = exchange::nameOf(page.xform);
    }
    packed.manifest = exchange::manifestOf(batch);
    return exchange::pack(*bytes, page.xform.isEmpty() ? exchange::Dictionary()
                                                       : exchange::formDictionary(page.xform))
        .map([&](const QByteArray &frame) {
            packed.frame = frame;
            return packed;
        });
}

void BundleExport::packPage(const Page &page)
{
    m_result.unfit += int(page.records.size());
    runInPool(
        this, [page] { return pack(page); },
        [this](const Result<Packed> &packed) {
            if (!packed)
                return fail(packed.error());
            m_result.unfit -= int(packed->places.size());
            if (packed->places.isEmpty())
                return readPage();
            sealBatch(*packed);
        });
}

void BundleExport::sealBatch(const Packed &packed)
{
    m_queue.run(
        this,
        [packed, sealKey = m_sealKey, bundle = qint64(m_bundle.number)](Store &store) {
            return store.batches()
                .sealingSeed()
                .and_then([&](const crypto::SecretBytes &seed) {
                    return exchange::seal(packed.frame, packed.manifest, sealKey, seed);
                })
                .and_then([&](const QByteArray &sealed) {
                    return store.bundles()
                        .noteBatch(bundle, exchange::nameOf(sealed),
                                   {exchange::encode(packed.manifest), packed.places})
                        .map([&] { return sealed; });
                });
        },
        [this, packed](const Result<QByteArray> &sealed) {
            if (!sealed)
                return fail(sealed.error());
            write(packed, *sealed);
        });
}

void BundleExport::write(const Packed &packed, const QByteArray &sealed)
{
    QList<std::pair<BundlePart, QByteArray>> files{
        {partOf(BundlePart::Kind::Batch, exchange::nameOf(sealed), sealed, quint64(packed.places.size())),
         sealed}};
    const bool isKnown = std::any_of(m_bundle.parts.begin(), m_bundle.parts.end(),
                                     [&](const BundlePart &part) { return part.name == packed.formName; });
    if (!packed.packedForm.isEmpty() && !isKnown)
        files.append(
            {partOf(BundlePart::Kind::Form, packed.formName, packed.packedForm, 0), packed.packedForm});
    runInPool(
        this,
        [files, folder = m_result.folder]() -> Result<> {
            for (const auto &[part, bytes] : files) {
                if (const auto written = writePart(folder, part, bytes); !written)
                    return written;
            }
            return {};
        },
        [this, files](const Result<> &written) {
            if (!written && written.error().code == ErrorCode::DiskFull && m_result.records > 0) {
                QList<BundlePart> parts;
                for (const auto &[part, bytes] : files)
                    parts.append(part);
                return noRoomFor(parts);
            }
            if (!written)
                return fail(written.error());
            for (const auto &[part, bytes] : files) {
                m_bundle.parts.append(part);
                m_result.bytes += bytes.size();
                m_result.records += int(part.records);
            }
            Q_EMIT progressed(m_result.records);
            readPage();
        });
}

/// What is on the stick already becomes the bundle; the list needs some room as well.
void BundleExport::noRoomFor(const QList<BundlePart> &parts)
{
    m_result.isFull = true;
    runInPool(
        this,
        [parts, folder = m_result.folder] {
            for (const BundlePart &part : parts)
                removePart(folder, part);
            return true;
        },
        [this, batch = parts.first().name](bool) {
            m_queue.run(
                this, [batch](Store &store) { return store.bundles().dropBatch(batch); },
                [this](const Result<> &dropped) {
                    if (!dropped)
                        return fail(dropped.error());
                    close();
                });
        });
}

/// The list has no room: the last batch makes way for it.
void BundleExport::leaveOutLast()
{
    const auto last =
        std::find_if(m_bundle.parts.rbegin(), m_bundle.parts.rend(),
                     [](const BundlePart &part) { return part.kind == BundlePart::Kind::Batch; });
    const BundlePart part = *last;
    m_bundle.parts.erase(std::next(last).base());
    m_result.records -= int(part.records);
    m_result.bytes -= qint64(part.size);
    if (m_result.records == 0)
        return fail({ErrorCode::DiskFull, QStringLiteral("the stick is full")});
    noRoomFor({part});
}

void BundleExport::close()
{
    if (m_result.records == 0)
        return fail({ErrorCode::NotFound, QStringLiteral("nothing waits")});
    m_bundle.time = QDateTime::fromMSecsSinceEpoch(m_clock.utcNow().toMSecsSinceEpoch(), Qt::UTC);
    m_queue.run(
        this, [bundle = m_bundle](Store &store) { return signList(store, bundle); },
        [this](const Result<QByteArray> &list) {
            if (!list)
                return fail(list.error());
            putList(*list);
        });
}

void BundleExport::putList(const QByteArray &list)
{
    runInPool(
        this, [folder = m_result.folder, list] { return writeList(folder, list); },
        [this](const Result<> &written) {
            if (!written && written.error().code == ErrorCode::DiskFull)
                return leaveOutLast();
            if (!written)
                return fail(written.error());
            finish();
        });
}

void BundleExport::finish()
{
    m_queue.run(
        this,
        [number = qint64(m_bundle.number), records = m_result.records](Store &store) {
            return store.bundles().finish(number, records);
        },
        [this](const Result<> &finished) {
            if (finished)
                m_done(m_result);
            else
                m_done(tl::make_unexpected(finished.error()));
        });
}

void BundleExport::fail(const Error &error)
{
    runInPool(
        this,
        [folder = m_result.folder] {
            if (!folder.isEmpty())
                removeBundleFolder(folder);
            return true;
        },
        [this, error](bool) { m_done(tl::make_unexpected(error)); });
}

}  // namespace amparo::bundle
