#pragma once

#include "exchange/bundle.h"
#include "exchange/manifest.h"
#include "store/store_queue.h"

#include <QObject>

#include <functional>

namespace amparo::bundle {

/// A bundle as it lies on the stick now.
struct ExportedBundle {
    quint64 number = 0;
    int records = 0;
    int unfit = 0;        ///< records that no batch can hold: they wait on
    bool isFull = false;  ///< the stick, or the bundle: more waits, and goes first onto the next
    qint64 bytes = 0;
    QString folder;

    bool operator==(const ExportedBundle &) const = default;
};

/// How much goes into one batch of a bundle.
struct PartSize {
    int records = 200;               ///< 1 to exchange::mostItems
    qint64 bytes = 8 * 1024 * 1024;  ///< before it is packed, which takes about a second for each MB of text

    bool operator==(const PartSize &) const = default;
};

/// Writes what waits in the outbox onto a stick, sealed to headquarters. The records stay where they are and
/// as they are; what a receipt will be held against is kept before a batch leaves the store.
///
/// The store does its part in its thread, packing and writing are done in the pool, and no more than one
/// batch is in memory. What is on no stick yet goes first; a stick that is full takes what it holds. Broken
/// off at whatever step, it leaves an unfinished folder, which the next one removes. Thread: that of its
/// maker.
class BundleExport : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<ExportedBundle> &)>;

    /// `queue` and `clock` are borrowed and outlive it; `place` is a folder on the stick, `sealKey`
    /// headquarters' X25519 key.
    BundleExport(store::StoreQueue &queue, QString place, QByteArray sealKey, const Clock &clock,
                 PartSize partSize = {});

    /// Once. Errors: NotFound (nothing waits, or no such place), InvalidInput (no key to seal to), Denied,
    /// DiskFull (no batch has room), ReadOnly, Conflict (the stick has that bundle), the store's.
    void start(Done done);

Q_SIGNALS:
    void progressed(int records);

private:
    struct Page {
        QList<store::WaitingRecord> records;
        store::BatchSender sender;
        QByteArray xform;  // of the first record's form; empty: none
    };
    struct Packed {
        QByteArray frame;
        exchange::Manifest manifest;
        QList<qint64> places;
        QByteArray packedForm;  // empty: none
        QByteArray formName;
    };

    using Which = store::BundleRepository::Which;

    static Result<Page> nextPage(store::Store &store, Which which, qint64 after, const PartSize &size);
    static Result<Packed> pack(const Page &page);
    void makeFolder();
    void readPage();
    void packPage(const Page &page);
    void sealBatch(const Packed &packed);
    void write(const Packed &packed, const QByteArray &sealed);
    void noRoomFor(const QList<exchange::BundlePart> &parts);
    void leaveOutLast();
    void close();
    void putList(const QByteArray &list);
    void finish();
    void fail(const Error &error);

    store::StoreQueue &m_queue;
    QString m_place;
    QByteArray m_sealKey;
    const Clock &m_clock;
    PartSize m_partSize;
    Done m_done;
    exchange::Bundle m_bundle;
    ExportedBundle m_result;
    Which m_which = Which::OnNone;
    qint64 m_after = 0;
};

}  // namespace amparo::bundle
