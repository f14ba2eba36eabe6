#include "store/bundle_repository.h"

#include "crypto/random.h"
#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"

namespace amparo::store {

namespace {

constexpr qsizetype bundleIdBytes = 16;
constexpr int mostBundlesOut = 200;

QString batchText(const QByteArray &batchId) { return QString::fromLatin1(batchId.toHex()); }

}  // namespace

BundleRepository::BundleRepository(Database &database, AuditLog &audit, OutboxRepository &outbox,
                                   const Access &access, const Clock &clock)
    : m_database(database), m_audit(audit), m_outbox(outbox), m_access(access), m_clock(clock)
{}

Result<> BundleRepository::checkAllowed() const { return m_access.check(record::Permission::CarryBundles); }

Result<BundleStart> BundleRepository::begin()
{
    if (const auto allowed = checkAllowed(); !allowed)
        return tl::make_unexpected(allowed.error());
    return inTransaction(m_database, [&]() -> Result<BundleStart> {
        const QByteArray id = crypto::randomBytes(bundleIdBytes);
        return m_database.run("DELETE FROM bundle WHERE made_at IS NULL")
            .and_then([&](qint64) { return deleteSettled(); })
            .and_then([&] {
                return m_database.run("INSERT INTO bundle (id, begun_at) VALUES (?, ?)", id,
                                      m_clock.utcNow());
            })
            .and_then([&](qint64) {
                return m_database.value<qint64>("SELECT number FROM bundle WHERE id = ?", id);
            })
            .map([&](qint64 number) {
                return BundleStart{number, id};
            });
    });
}

Result<QList<WaitingRecord>> BundleRepository::waiting(Which which, qint64 after, int most, qint64 mostBytes)
{
    if (const auto allowed = checkAllowed(); !allowed)
        return tl::make_unexpected(allowed.error());
    return inTransaction(m_database, [&]() -> Result<QList<WaitingRecord>> {
        while (true) {
            const auto places = m_database.all(
                "SELECT sequence FROM outbox WHERE state = 'queued' AND sequence > ? AND ? = EXISTS"
                " (SELECT 1 FROM bundle_record r JOIN bundle_batch b USING (batch_id)"
                " JOIN bundle ON bundle.number = b.bundle"
                " WHERE r.sequence = outbox.sequence AND bundle.made_at IS NOT NULL) ORDER BY sequence LIMIT "
                "?",
                [](const Row &row) { return row.get<qint64>(0); }, after, which == Which::OnStick, most);
            if (!places)
                return tl::make_unexpected(places.error());
            const auto records = recordsAt(*places, mostBytes);
            if (!records || !records->isEmpty() || places->isEmpty())
                return records;  // else all of them were set aside, and others may wait
        }
    });
}

Result<QList<WaitingRecord>> BundleRepository::recordsAt(const QList<qint64> &places, qint64 mostBytes)
{
    QList<WaitingRecord> records;
    qint64 bytes = 0;
    for (const qint64 place : places) {
        auto outgoing = m_outbox.toGo(place);
        if (!outgoing)
            return tl::make_unexpected(outgoing.error());
        if (!*outgoing)
            continue;
        bytes += (*outgoing)->size();
        if (!records.isEmpty() && bytes > mostBytes)
            break;
        records.append({place, **std::move(outgoing)});
    }
    return records;
}

Result<> BundleRepository::noteBatch(qint64 bundle, const QByteArray &batchId, const BundledBatch &batch)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const auto kept =
            m_database.run("INSERT INTO bundle_batch (batch_id, bundle, manifest) VALUES (?, ?, ?)", batchId,
                           bundle, batch.manifest);
        if (!kept)
            return tl::make_unexpected(kept.error());
        for (qsizetype place = 0; place < batch.records.size(); ++place) {
            const auto entered =
                m_database.run("INSERT INTO bundle_record (batch_id, place, sequence) VALUES (?, ?, ?)",
                               batchId, qint64(place), batch.records[place]);
            if (!entered)
                return tl::make_unexpected(entered.error());
        }
        return {};
    });
}

Result<> BundleRepository::dropBatch(const QByteArray &batchId)
{
    return inTransaction(m_database, [&] {
        return m_database.run("DELETE FROM bundle_batch WHERE batch_id = ?", batchId).map([](qint64) {});
    });
}

Result<> BundleRepository::finish(qint64 bundle, int records)
{
    return inTransaction(m_database, [&] {
        return m_database.run("UPDATE bundle SET made_at = ? WHERE number = ?", m_clock.utcNow(), bundle)
            .and_then([&](qint64 changed) -> Result<> {
                if (changed == 0)
                    return failure(ErrorCode::NotFound, QStringLiteral("this bundle was given up"));
                return m_audit.append(AuditAction::BundleOut, QString::number(bundle),
                                      QStringLiteral("records=%1").arg(records));
            });
    });
}

Result<std::optional<BundledBatch>> BundleRepository::find(const QByteArray &batchId) const
{
    const auto manifest = m_database.first(
        "SELECT manifest FROM bundle_batch WHERE batch_id = ?",
        [](const Row &row) { return row.get<QByteArray>(0); }, batchId);
    if (!manifest)
        return tl::make_unexpected(manifest.error());
    if (!*manifest)
        return std::nullopt;
    return m_database
        .all(
            "SELECT sequence FROM bundle_record WHERE batch_id = ? ORDER BY place",
            [](const Row &row) { return row.get<qint64>(0); }, batchId)
        .map([&](const QList<qint64> &records) {
            return std::optional(BundledBatch{**manifest, records});
        });
}

Result<BundleSettling> BundleRepository::settle(const QByteArray &batchId,
                                                const QList<BundleVerdict> &verdicts)
{
    if (const auto allowed = checkAllowed(); !allowed)
        return tl::make_unexpected(allowed.error());
    return inTransaction(m_database, [&]() -> Result<BundleSettling> {
        BundleSettling settling;
        for (const BundleVerdict &verdict : verdicts) {
            if (const auto settled = settleOne(verdict, settling); !settled)
                return tl::make_unexpected(settled.error());
        }
        if (settling.busy > 0)
            return settling;
        return m_audit
            .append(AuditAction::BundleIn, batchText(batchId),
                    QStringLiteral("receipts=%1").arg(verdicts.size()))
            .and_then([&] { return m_database.run("DELETE FROM bundle_batch WHERE batch_id = ?", batchId); })
            .and_then([&](qint64) { return deleteSettled(); })
            .map([&] { return settling; });
    });
}

Result<> BundleRepository::forgetSettled()
{
    return inTransaction(m_database, [&] { return deleteSettled(); });
}

// By number, not by time: clocks are set.
Result<> BundleRepository::deleteSettled()
{
    return m_database
        .run("DELETE FROM bundle_batch WHERE bundle IN (SELECT number FROM bundle WHERE made_at IS NOT NULL)"
             " AND NOT EXISTS (SELECT 1 FROM bundle_record r JOIN outbox o USING (sequence)"
             " WHERE r.batch_id = bundle_batch.batch_id AND o.state <> 'acknowledged')")
        .and_then([&](qint64) {
            return m_database.run("DELETE FROM bundle WHERE made_at IS NOT NULL AND (number <= (SELECT number"
                                  " FROM bundle ORDER BY number DESC LIMIT 1 OFFSET ?) OR NOT EXISTS"
                                  " (SELECT 1 FROM bundle_batch b WHERE b.bundle = bundle.number))",
                                  mostBundlesOut);
        })
        .map([](qint64) {});
}

Result<> BundleRepository::settleOne(const BundleVerdict &verdict, BundleSettling &settling)
{
    struct Found {
        ScreeningId id;
        QString state;
    };
    const auto found = m_database.first(
        "SELECT s.id, o.state FROM outbox o JOIN screening s USING (sequence) WHERE o.sequence = ?",
        [](const Row &row) {
            return Found{row.get<ScreeningId>(0), row.get<QString>(1)};
        },
        verdict.place);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!*found || (*found)->state == record::stateName(record::State::Acknowledged)) {
        ++settling.known;
        return {};
    }
    if ((*found)->state == record::stateName(record::State::Sending)) {
        ++settling.busy;
        return {};
    }
    const ScreeningId id = (*found)->id;
    if (verdict.receipt) {
        ++settling.acknowledged;
        return m_outbox.beginSending(verdict.place).and_then([&] {
            return m_outbox.keepReceipt(id, *verdict.receipt);
        });
    }
    ++settling.quarantined;
    return m_outbox.beginSending(verdict.place).and_then([&] {
        return m_outbox.setAside(id, verdict.error, QString());
    });
}

Result<> BundleRepository::noteBroughtIn(const QString &detail)
{
    return m_audit.record(AuditAction::BundleIn, QString(), detail);
}

}  // namespace amparo::store
