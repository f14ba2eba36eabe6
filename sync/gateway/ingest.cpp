// Who comes first with an instanceID is settled by one unique key, in record_identity. A second transaction
// with the same one waits there for the first to end, and then sees what it stored. All enter their keys in
// the same order, so that none waits for one that waits for it.

#include "sync/gateway/ingest.h"

#include "exchange/manifest.h"

#include <QHash>
#include <QSet>

#include <limits>

namespace amparo::gateway {

namespace {

using exchange::Verdict;

const Statement selectReceipt{"select_receipt",
                              "SELECT receipt FROM batch WHERE post_id = $1::text AND batch_id = $2::bytea"};
const Statement addIdentities{
    "add_identities",
    "INSERT INTO record_identity (post_id, instance_hash, content_hash, batch_id, received_at) "
    "SELECT $1::text, entry.instance, entry.content, $2::bytea, $3::timestamptz "
    "FROM unnest($4::bytea[], $5::bytea[]) AS entry (instance, content) "
    "ORDER BY entry.instance ON CONFLICT DO NOTHING RETURNING instance_hash"};
const Statement selectContents{"select_contents",
                               "SELECT instance_hash, content_hash FROM record_identity "
                               "WHERE post_id = $1::text AND instance_hash = ANY ($2::bytea[])"};
const Statement addRecords{
    "add_records",
    "INSERT INTO record (post_id, received_at, instance_hash, instance_id, form_id, form_version, "
    "submission_xml) SELECT $1::text, $2::timestamptz, entry.* "
    "FROM unnest($3::bytea[], $4::text[], $5::text[], $6::text[], $7::bytea[]) AS entry"};
const Statement addFiles{
    "add_files", "INSERT INTO record_file (post_id, received_at, instance_hash, place, name, media_type, "
                 "content) SELECT $1::text, $2::timestamptz, entry.* "
                 "FROM unnest($3::bytea[], $4::integer[], $5::text[], $6::text[], $7::bytea[]) AS entry"};
const Statement addForwards{"add_forwards", "INSERT INTO forward (post_id, received_at, instance_hash) "
                                            "SELECT $1::text, $2::timestamptz, unnest($3::bytea[])"};
const Statement addConflicts{
    "add_conflicts",
    "INSERT INTO conflict_record (post_id, received_at, batch_id, instance_hash, content_hash, instance_id, "
    "form_id, "
    "form_version, submission_xml) SELECT $1::text, $2::timestamptz, $3::bytea, entry.* "
    "FROM unnest($4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::bytea[]) AS entry "
    "ON CONFLICT DO NOTHING"};
const Statement addSealed{"add_sealed",
                          "INSERT INTO sealed_batch (post_id, batch_id, received_at, recipient, frame) "
                          "VALUES ($1::text, $2::bytea, $3::timestamptz, $4::bytea, $5::bytea)"};
const Statement addBatch{
    "add_batch",
    "INSERT INTO batch (post_id, batch_id, received_at, store_id, generation, sequence, is_sealed, "
    "checkpoint, instance_hashes, content_hashes, receipt) VALUES ($1::text, $2::bytea, "
    "$3::timestamptz, $4::bytea, $5::bytea, $6::bigint, $7::boolean, $8::bytea, $9::bytea[], "
    "$10::bytea[], $11::bytea) ON CONFLICT DO NOTHING RETURNING batch_id"};
const Statement moveStore{
    "move_store", "INSERT INTO store_state (post_id, store_id, generation, sequence, batch_id, updated_at) "
                  "VALUES ($1::text, $2::bytea, $3::bytea, $4::bigint, $5::bytea, $6::timestamptz) "
                  "ON CONFLICT (post_id, store_id, generation) DO UPDATE SET sequence = excluded.sequence, "
                  "batch_id = excluded.batch_id, updated_at = excluded.updated_at "
                  "WHERE store_state.sequence <= excluded.sequence"};
const Statement endUpload{"end_upload",
                          "DELETE FROM upload WHERE post_id = $1::text AND batch_id = $2::bytea"};

/// PostgreSQL's texts hold any character but this.
bool isText(const QString &text) { return !text.contains(QChar(u'\0')); }

bool isStorable(const exchange::Item &item)
{
    return isText(item.instanceId) && isText(item.formId) && isText(item.formVersion) &&
           std::all_of(item.files.begin(), item.files.end(), [](const exchange::File &file) {
               return isText(file.name) && isText(file.mediaType);
           });
}

/// Refused where an item cannot be kept, and Stored for the time being elsewhere.
QList<Verdict> firstVerdicts(const Delivery &delivery)
{
    QList<Verdict> verdicts(delivery.manifest.entries.size(), Verdict::Stored);
    if (const auto *batch = std::get_if<exchange::Batch>(&delivery.content)) {
        for (qsizetype i = 0; i < verdicts.size(); ++i) {
            if (!isStorable(batch->items[i]))
                verdicts[i] = Verdict::Refused;
        }
    }
    return verdicts;
}

struct Hashes {
    QList<QByteArray> instances;
    QList<QByteArray> contents;
};

Hashes hashesOf(const exchange::Manifest &manifest)
{
    Hashes hashes;
    for (const exchange::Entry &entry : manifest.entries) {
        hashes.instances.append(entry.instanceHash);
        hashes.contents.append(entry.contentHash);
    }
    return hashes;
}

/// The content hashes that the archive has, by instance hash.
Result<QHash<QByteArray, QByteArray>> contentsOf(Connection &connection, const QString &postId,
                                                 const QList<QByteArray> &instances)
{
    return connection.run(selectContents, {text(postId), byteaArray(instances)}).map([](const Rows &rows) {
        QHash<QByteArray, QByteArray> contents;
        for (int row = 0; row < rows.count(); ++row)
            contents.insert(rows.bytes(row, 0), rows.bytes(row, 1));
        return contents;
    });
}

/// To the millisecond, as a receipt says it.
QDateTime timeFor(const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.utcNow().toMSecsSinceEpoch(), Qt::UTC);
}

/// One attempt: a transaction from its beginning to its end.
class Ingestion {
public:
    Ingestion(Connection &connection, const Delivery &delivery, Forwarding forwarding, const QDateTime &time)
        : m_connection(connection),
          m_delivery(delivery),
          m_forwarding(forwarding),
          m_time(time),
          m_verdicts(firstVerdicts(delivery))
    {}

    Result<Acknowledgement> run(const crypto::SecretBytes &seed)
    {
        return claim().and_then([&] { return compareTheRest(); }).and_then([&]() -> Result<Acknowledgement> {
            return store(seed);
        });
    }

private:
    /// Begins, and enters what is not there yet.
    Result<> claim()
    {
        Hashes wanted;
        for (qsizetype i = 0; i < m_verdicts.size(); ++i) {
            if (m_verdicts[i] == Verdict::Stored) {
                wanted.instances.append(entry(i).instanceHash);
                wanted.contents.append(entry(i).contentHash);
            }
        }
        const auto rows =
            m_connection.runAll({{beginTransaction},
                                 {addIdentities,
                                  {text(m_delivery.postId), bytea(m_delivery.batchId), timestamp(m_time),
                                   byteaArray(wanted.instances), byteaArray(wanted.contents)}}});
        if (!rows)
            return tl::make_unexpected(rows.error());
        for (int row = 0; row < rows->last().count(); ++row)
            m_fresh.insert(rows->last().bytes(row, 0));
        return {};
    }

    /// What was there: is it the same? Where a sealed batch names a record twice, its second place counts as
    /// such.
    Result<> compareTheRest()
    {
        QSet<QByteArray> unclaimed = m_fresh;
        QList<qsizetype> places;
        QList<QByteArray> hashes;
        for (qsizetype i = 0; i < m_verdicts.size(); ++i) {
            if (m_verdicts[i] == Verdict::Stored && !unclaimed.remove(entry(i).instanceHash)) {
                places.append(i);
                hashes.append(entry(i).instanceHash);
            }
        }
        if (places.isEmpty())
            return {};
        // In a snapshot of its own, which sees what the transactions have stored that the insert waited for.
        const auto stored = contentsOf(m_connection, m_delivery.postId, hashes);
        if (!stored)
            return tl::make_unexpected(stored.error());
        for (const qsizetype place : places)
            m_verdicts[place] = stored->value(entry(place).instanceHash) == entry(place).contentHash
                                    ? Verdict::AlreadyStored
                                    : Verdict::Conflict;
        return {};
    }

    Result<Acknowledgement> store(const crypto::SecretBytes &seed)
    {
        const QByteArray receipt =
            encode(issueReceipt(m_delivery.manifest, m_delivery.batchId, m_time, m_verdicts, seed));
        QList<Step> steps;
        if (const auto *batch = std::get_if<exchange::Batch>(&m_delivery.content))
            addItems(steps, *batch);
        else
            addSealedContent(steps, std::get<SealedContent>(m_delivery.content));
        const qsizetype place = steps.size();
        addState(steps, receipt);
        const auto rows = m_connection.runAll(steps);
        if (!rows)
            return tl::make_unexpected(rows.error());
        if (rows->at(place).count() == 0)
            return otherReceipt();
        return m_connection.run(commitTransaction).map([&](const Rows &) {
            return Acknowledgement{receipt, true, m_verdicts};
        });
    }

    /// The same batch came another way at the same time, and that one was first.
    Result<Acknowledgement> otherReceipt()
    {
        m_connection.rollBack();
        const auto receipt = findReceipt(m_connection, m_delivery.postId, m_delivery.batchId);
        if (!receipt)
            return tl::make_unexpected(receipt.error());
        if (!*receipt)
            return failure(ErrorCode::Conflict, QStringLiteral("a batch came and went"));
        return Acknowledgement{**receipt, false, {}};
    }

    void addItems(QList<Step> &steps, const exchange::Batch &batch) const
    {
        Columns records;
        Columns conflicts;
        FileColumns files;
        for (qsizetype i = 0; i < m_verdicts.size(); ++i) {
            if (m_verdicts[i] == Verdict::Stored) {
                records.add(entry(i), batch.items[i]);
                files.add(entry(i), batch.items[i].files);
            } else if (m_verdicts[i] == Verdict::Conflict) {
                conflicts.add(entry(i), batch.items[i]);
            }
        }
        const Parameter post = text(m_delivery.postId);
        if (!records.instances.isEmpty())
            steps.append({addRecords,
                          {post, timestamp(m_time), byteaArray(records.instances), textArray(records.ids),
                           textArray(records.forms), textArray(records.versions), byteaArray(records.xmls)}});
        if (m_forwarding == Forwarding::On && !records.instances.isEmpty())
            steps.append({addForwards, {post, timestamp(m_time), byteaArray(records.instances)}});
        if (!files.instances.isEmpty())
            steps.append({addFiles,
                          {post, timestamp(m_time), byteaArray(files.instances), integerArray(files.places),
                           textArray(files.names), textArray(files.types), byteaArray(files.contents)}});
        if (!conflicts.instances.isEmpty())
            steps.append(
                {addConflicts,
                 {post, timestamp(m_time), bytea(m_delivery.batchId), byteaArray(conflicts.instances),
                  byteaArray(conflicts.contents), textArray(conflicts.ids), textArray(conflicts.forms),
                  textArray(conflicts.versions), byteaArray(conflicts.xmls)}});
    }

    void addSealedContent(QList<Step> &steps, const SealedContent &content) const
    {
        steps.append({addSealed,
                      {text(m_delivery.postId), bytea(m_delivery.batchId), timestamp(m_time),
                       bytea(content.recipient), bytea(content.frame)}});
    }

    void addState(QList<Step> &steps, const QByteArray &receipt) const
    {
        const Parameter post = text(m_delivery.postId);
        const Parameter batchId = bytea(m_delivery.batchId);
        const exchange::Manifest &manifest = m_delivery.manifest;
        const auto *batch = std::get_if<exchange::Batch>(&m_delivery.content);
        const Hashes hashes = hashesOf(manifest);
        steps.append({addBatch,
                      {post, batchId, timestamp(m_time), bytea(manifest.storeId), bytea(manifest.generation),
                       bigint(qint64(manifest.sequence)), boolean(!batch),
                       nullableBytea(batch ? batch->checkpoint : QByteArray()), byteaArray(hashes.instances),
                       byteaArray(hashes.contents), bytea(receipt)}});
        steps.append({moveStore,
                      {post, bytea(manifest.storeId), bytea(manifest.generation),
                       bigint(qint64(manifest.sequence)), batchId, timestamp(m_time)}});
        steps.append({endUpload, {post, batchId}});
    }

    const exchange::Entry &entry(qsizetype place) const { return m_delivery.manifest.entries[place]; }

    struct Columns {
        QList<QByteArray> instances;
        QList<QByteArray> contents;
        QList<QString> ids;
        QList<QString> forms;
        QList<QString> versions;
        QList<QByteArray> xmls;

        void add(const exchange::Entry &entry, const exchange::Item &item)
        {
            instances.append(entry.instanceHash);
            contents.append(entry.contentHash);
            ids.append(item.instanceId);
            forms.append(item.formId);
            versions.append(item.formVersion);
            xmls.append(item.submissionXml);
        }
    };

    struct FileColumns {
        QList<QByteArray> instances;
        QList<int> places;
        QList<QString> names;
        QList<QString> types;
        QList<QByteArray> contents;

        void add(const exchange::Entry &entry, const QList<exchange::File> &files)
        {
            for (int place = 0; place < files.size(); ++place) {
                instances.append(entry.instanceHash);
                places.append(place);
                names.append(files[place].name);
                types.append(files[place].mediaType);
                contents.append(files[place].content);
            }
        }
    };

    Connection &m_connection;
    const Delivery &m_delivery;
    Forwarding m_forwarding;
    QDateTime m_time;
    QList<Verdict> m_verdicts;
    QSet<QByteArray> m_fresh;  // instance hashes that this transaction entered
};

}  // namespace

Result<std::optional<QByteArray>> findReceipt(Connection &connection, const QString &postId,
                                              const QByteArray &batchId)
{
    return connection.run(selectReceipt, {text(postId), bytea(batchId)})
        .map([](const Rows &rows) -> std::optional<QByteArray> {
            return rows.count() == 0 ? std::nullopt : std::optional(rows.bytes(0, 0));
        });
}

Result<QByteArray> attest(Connection &connection, const QString &postId, const exchange::Manifest &manifest,
                          const QByteArray &id, const Clock &clock, const crypto::SecretBytes &receiptSeed)
{
    return contentsOf(connection, postId, hashesOf(manifest).instances)
        .map([&](const QHash<QByteArray, QByteArray> &stored) {
            QList<Verdict> verdicts;
            for (const exchange::Entry &entry : manifest.entries) {
                const auto found = stored.constFind(entry.instanceHash);
                verdicts.append(found == stored.constEnd()    ? Verdict::Refused
                                : *found == entry.contentHash ? Verdict::AlreadyStored
                                                              : Verdict::Conflict);
            }
            return encode(issueReceipt(manifest, id, timeFor(clock), verdicts, receiptSeed));
        });
}

Result<Acknowledgement> ingest(Connection &connection, const Delivery &delivery, const Clock &clock,
                               const crypto::SecretBytes &receiptSeed, Forwarding forwarding)
{
    Q_ASSERT(delivery.batchId.size() == exchange::idBytes);
    if (delivery.manifest.sequence > quint64(std::numeric_limits<qint64>::max()))
        return failure(ErrorCode::InvalidInput, QStringLiteral("the batch's number is beyond the archive's"));
    return retried(connection, [&] {
        return Ingestion(connection, delivery, forwarding, timeFor(clock)).run(receiptSeed);
    });
}

}  // namespace amparo::gateway
