#include "sync/gateway/sealed_export.h"

#include "base/durable_file.h"
#include "exchange/frame.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::gateway {

namespace {

const Statement sealedPosts{"sealed_posts",
                            "SELECT post_id, signing_key FROM post WHERE signing_key IS NOT NULL AND EXISTS "
                            "(SELECT 1 FROM sealed_batch WHERE sealed_batch.post_id = post.post_id)"};
const Statement sealedNames{
    "sealed_names", "SELECT batch_id FROM sealed_batch WHERE post_id = $1::text ORDER BY received_at"};
const Statement sealedFrame{"sealed_frame", "SELECT frame FROM sealed_batch WHERE post_id = $1::text "
                                            "AND batch_id = $2::bytea LIMIT 1"};
const Statement everyForm{"every_form", "SELECT form_hash, xform FROM form"};

Result<> writeNew(const QString &path, const QByteArray &bytes)
{
    if (QFileInfo::exists(path))
        return {};
    return writeDurably(path, bytes);
}

QString fileNamed(const QDir &folder, const QByteArray &name, const char *kind)
{
    return folder.filePath(QString::fromLatin1(name.toHex() + kind));
}

Result<> writeForms(const QDir &folder, const Rows &forms)
{
    for (int row = 0; row < forms.count(); ++row) {
        const auto written = exchange::pack(forms.bytes(row, 1)).and_then([&](const QByteArray &packed) {
            return writeNew(fileNamed(folder, forms.bytes(row, 0), ".form"), packed);
        });
        if (!written)
            return written;
    }
    return {};
}

/// One at a time: a batch may have tens of megabytes.
Result<int> writeBatches(Connection &connection, const QString &postId, const QDir &folder)
{
    const auto names = connection.run(sealedNames, {text(postId)});
    if (!names)
        return tl::make_unexpected(names.error());
    int count = 0;
    for (int row = 0; row < names->count(); ++row) {
        const QByteArray name = names->bytes(row, 0);
        const QString path = fileNamed(folder, name, ".batch");
        if (QFileInfo::exists(path))
            continue;
        const auto written =
            connection.run(sealedFrame, {text(postId), bytea(name)})
                .and_then([&](const Rows &frame) -> Result<> {
                    return frame.count() == 0 ? Result<>() : writeNew(path, frame.bytes(0, 0));
                });
        if (!written)
            return tl::make_unexpected(written.error());
        ++count;
    }
    return count;
}

}  // namespace

Result<int> exportSealed(Connection &connection, const QString &place)
{
    if (!QFileInfo(place).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such folder"));
    const auto posts = connection.run(sealedPosts);
    const auto forms = connection.run(everyForm);
    if (!posts || !forms)
        return tl::make_unexpected(posts ? forms.error() : posts.error());
    int count = 0;
    for (int row = 0; row < posts->count(); ++row) {
        const QString postId = posts->text(row, 0);
        const QString name = QStringLiteral("post-") + postId;
        const QDir folder(QDir(place).filePath(name));
        if (!QDir(place).mkpath(name))
            return failure(ErrorCode::ReadOnly, QStringLiteral("nothing can be written there"));
        const auto written = writeForms(folder, *forms).and_then([&] {
            return writeNew(folder.filePath(QStringLiteral("post.key")), posts->bytes(row, 1));
        });
        if (!written)
            return tl::make_unexpected(written.error());
        const auto batches = writeBatches(connection, postId, folder);
        if (!batches)
            return batches;
        count += *batches;
    }
    return count;
}

}  // namespace amparo::gateway
