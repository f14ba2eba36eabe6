#include "sync/gateway/dictionary_shelf.h"

namespace amparo::gateway {

namespace {

const Statement selectForm{"select_form", "SELECT xform FROM form WHERE form_hash = $1::bytea"};
const Statement insertForm{
    "insert_form", "INSERT INTO form (form_hash, post_id, xform) SELECT $1::bytea, $2::text, $3::bytea "
                   "WHERE (SELECT count(*) FROM form WHERE post_id = $2::text) < $4::bigint "
                   "ON CONFLICT DO NOTHING RETURNING form_hash"};
// Its records in their order. Where other bytes were there under the same instanceID, those of the batch lie
// apart.
const Statement selectBatchRecords{
    "select_batch_records",
    "SELECT coalesce(conflict.instance_id, record.instance_id), "
    "coalesce(conflict.submission_xml, record.submission_xml) "
    "FROM batch, unnest(batch.instance_hashes, batch.content_hashes) WITH ORDINALITY AS entry (instance, "
    "content, place) "
    "LEFT JOIN record_identity identity ON identity.post_id = $1::text AND identity.instance_hash = "
    "entry.instance "
    "AND identity.content_hash = entry.content "
    "LEFT JOIN record ON record.post_id = $1::text AND record.instance_hash = entry.instance "
    "AND record.received_at = identity.received_at "
    "LEFT JOIN conflict_record conflict ON conflict.post_id = $1::text AND conflict.instance_hash = "
    "entry.instance "
    "AND conflict.content_hash = entry.content "
    "WHERE batch.post_id = $1::text AND batch.batch_id = $2::bytea AND NOT batch.is_sealed ORDER BY "
    "entry.place"};

QByteArray cacheKey(const QString &postId, exchange::DictionaryKind kind, const QByteArray &id)
{
    // A form is the same for everybody, and is not read from anybody's records.
    const QByteArray owner = kind == exchange::DictionaryKind::Base ? postId.toUtf8() : QByteArray();
    return char('0' + int(kind)) + id + owner;
}

tl::unexpected<Error> noSuchDictionary()
{
    return failure(ErrorCode::NotFound, QStringLiteral("there is no such dictionary here"));
}

Result<exchange::Dictionary> formOf(const Rows &rows)
{
    if (rows.count() == 0)
        return noSuchDictionary();
    return exchange::formDictionary(rows.bytes(0, 0));
}

Result<exchange::Dictionary> baseOf(const QByteArray &batchId, const Rows &rows)
{
    if (rows.count() == 0)
        return noSuchDictionary();
    QList<exchange::Item> items;
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.isNull(row, 1))
            return noSuchDictionary();  // one was refused, or erased since
        items.append({rows.text(row, 0), {}, {}, rows.bytes(row, 1), {}});
    }
    return exchange::baseDictionary(batchId, items);
}

}  // namespace

Result<exchange::Dictionary> DictionaryShelf::find(Connection &connection, const QString &postId,
                                                   const exchange::FrameHeader &header)
{
    if (header.dictionaryKind == exchange::DictionaryKind::None)
        return exchange::Dictionary();
    const QByteArray key = cacheKey(postId, header.dictionaryKind, header.dictionaryId);
    {
        const QMutexLocker lock(&m_mutex);
        if (const exchange::Dictionary *cached = m_cache.object(key))
            return *cached;
    }
    const auto loaded = load(connection, postId, header);
    if (loaded) {
        const QMutexLocker lock(&m_mutex);
        m_cache.insert(key, new exchange::Dictionary(*loaded), loaded->bytes.size());
    }
    return loaded;
}

Result<exchange::Dictionary> DictionaryShelf::load(Connection &connection, const QString &postId,
                                                   const exchange::FrameHeader &header) const
{
    if (header.dictionaryKind == exchange::DictionaryKind::Form)
        return connection.run(selectForm, {bytea(header.dictionaryId)}).and_then(formOf);
    if (header.dictionaryKind == exchange::DictionaryKind::Earlier)
        return noSuchDictionary();  // packages go down, never up
    return connection.run(selectBatchRecords, {text(postId), bytea(header.dictionaryId)})
        .and_then([&](const Rows &rows) { return baseOf(header.dictionaryId, rows); });
}

void DictionaryShelf::remember(const QString &postId, const QByteArray &batchId,
                               const QList<exchange::Item> &items, const exchange::FrameHeader &used)
{
    auto *dictionary = new exchange::Dictionary(exchange::baseDictionary(batchId, items));
    const QMutexLocker lock(&m_mutex);
    if (used.dictionaryKind == exchange::DictionaryKind::Base)
        m_cache.remove(cacheKey(postId, used.dictionaryKind, used.dictionaryId));
    m_cache.insert(cacheKey(postId, dictionary->kind, batchId), dictionary, dictionary->bytes.size());
}

Result<bool> DictionaryShelf::addForm(Connection &connection, const QString &postId, const QByteArray &hash,
                                      const QByteArray &xform)
{
    if (exchange::nameOf(xform) != hash)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the form is not what its name says"));
    const auto known = connection.run(selectForm, {bytea(hash)});
    if (!known)
        return tl::make_unexpected(known.error());
    if (known->count() > 0)
        return false;
    return connection.run(insertForm, {bytea(hash), text(postId), bytea(xform), bigint(mostFormsOfPost)})
        .and_then([&](const Rows &rows) -> Result<bool> {
            if (rows.count() == 1)
                return true;
            return connection.run(selectForm, {bytea(hash)}).and_then([](const Rows &now) -> Result<bool> {
                if (now.count() > 0)
                    return false;  // another was first
                return failure(ErrorCode::Conflict, QStringLiteral("the post has brought too many forms"));
            });
        });
}

}  // namespace amparo::gateway
