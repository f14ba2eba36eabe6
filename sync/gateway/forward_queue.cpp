#include "sync/gateway/forward_queue.h"

namespace amparo::gateway {

namespace {

const Statement takeDue{
    "take_due", "WITH due AS (SELECT post_id, instance_hash FROM forward WHERE refused_status IS NULL AND "
                "due_at <= now() "
                "ORDER BY due_at LIMIT $1::bigint FOR UPDATE SKIP LOCKED), "
                "taken AS (UPDATE forward SET attempts = attempts + 1, due_at = now() + $2::bigint * "
                "interval '1 millisecond' "
                "FROM due WHERE forward.post_id = due.post_id AND forward.instance_hash = due.instance_hash "
                "RETURNING forward.*) "
                "SELECT taken.post_id, taken.instance_hash, taken.attempts, taken.received_at, "
                "record.instance_id, record.form_id, "
                "record.submission_xml FROM taken JOIN record ON record.post_id = taken.post_id "
                "AND record.instance_hash = taken.instance_hash AND record.received_at = taken.received_at"};
const Statement selectFiles{"select_files",
                            "SELECT name, media_type, content FROM record_file WHERE post_id = $1::text "
                            "AND instance_hash = $2::bytea AND received_at = $3::timestamptz ORDER BY place"};
const Statement finishForward{"finish_forward",
                              "DELETE FROM forward WHERE post_id = $1::text AND instance_hash = $2::bytea"};
const Statement refuseForward{"refuse_forward", "UPDATE forward SET refused_status = $3::bigint "
                                                "WHERE post_id = $1::text AND instance_hash = $2::bytea"};
const Statement postponeForward{"postpone_forward",
                                "UPDATE forward SET due_at = now() + $3::bigint * interval '1 millisecond' "
                                "WHERE post_id = $1::text AND instance_hash = $2::bytea"};

}  // namespace

Result<QList<ForwardQueue::Entry>> ForwardQueue::take(int most)
{
    const auto rows =
        m_connection.run(takeDue, {bigint(most), bigint(std::chrono::milliseconds(claim).count())});
    if (!rows)
        return tl::make_unexpected(rows.error());
    QList<Entry> entries;
    for (int row = 0; row < rows->count(); ++row) {
        Entry entry{rows->text(row, 0), rows->bytes(row, 1), int(rows->number(row, 2)), {}};
        entry.parcel.instanceId = rows->text(row, 4);
        entry.parcel.formId = rows->text(row, 5);
        entry.parcel.submissionXml = rows->bytes(row, 6);
        if (const auto read = readFiles(entry, rows->time(row, 3)); !read)
            return tl::make_unexpected(read.error());
        entries.append(entry);
    }
    return entries;
}

Result<> ForwardQueue::readFiles(Entry &entry, const QDateTime &receivedAt)
{
    return m_connection
        .run(selectFiles, {text(entry.postId), bytea(entry.instanceHash), timestamp(receivedAt)})
        .map([&](const Rows &files) {
            for (int row = 0; row < files.count(); ++row)
                entry.parcel.attachments.append(
                    {files.text(row, 0), files.text(row, 1), files.bytes(row, 2)});
        });
}

Result<> ForwardQueue::finish(const Entry &entry)
{
    return m_connection.run(finishForward, {text(entry.postId), bytea(entry.instanceHash)})
        .map([](const Rows &) {});
}

Result<> ForwardQueue::refuse(const Entry &entry, int status)
{
    return m_connection.run(refuseForward, {text(entry.postId), bytea(entry.instanceHash), bigint(status)})
        .map([](const Rows &) {});
}

Result<> ForwardQueue::postpone(const Entry &entry, std::chrono::milliseconds delay)
{
    return m_connection
        .run(postponeForward, {text(entry.postId), bytea(entry.instanceHash), bigint(delay.count())})
        .map([](const Rows &) {});
}

}  // namespace amparo::gateway
