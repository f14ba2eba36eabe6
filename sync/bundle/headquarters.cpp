#include "sync/bundle/headquarters.h"

#include "base/durable_file.h"
#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/manifest.h"
#include "exchange/opening.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace amparo::bundle {

using exchange::BundlePart;

namespace {

/// A name that leads nowhere else and that every file system takes; files are told apart by their places.
QString plainName(const QString &name, qsizetype place)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9._-]"));
    QString plain = name.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1);
    plain.replace(other, QStringLiteral("_"));
    return QStringLiteral("%1-%2").arg(place + 1).arg(plain.right(80));
}

/// The instanceID comes from a post: a folder is called by its hash, and by that of the content.
Result<> writeRecord(const QString &into, const exchange::Item &item)
{
    const QString name = QString::fromLatin1(exchange::instanceHash(item.instanceId).toHex() + '-' +
                                             exchange::contentHash(item).toHex().first(8));
    const QDir folder(QDir(into).filePath(name));
    const QString submission = folder.filePath(QStringLiteral("submission.xml"));
    if (QFile::exists(submission))
        return {};  // written last: all of it is there
    if (!QDir(into).mkpath(name))
        return failure(ErrorCode::ReadOnly, QStringLiteral("nothing can be written there"));
    for (qsizetype place = 0; place < item.files.size(); ++place) {
        const exchange::File &file = item.files[place];
        const auto written = writeDurably(folder.filePath(plainName(file.name, place)), file.content);
        if (!written)
            return written;
    }
    return writeDurably(submission, item.submissionXml);
}

QHash<QByteArray, QByteArray> formsOf(const FoundBundle &found)
{
    QHash<QByteArray, QByteArray> forms;
    for (const BundlePart &part : found.bundle.parts) {
        if (part.kind != BundlePart::Kind::Form)
            continue;
        const auto xform = readPart(found.folder, part).and_then([](const QByteArray &packed) {
            return exchange::unpack(packed);
        });
        if (xform)
            forms.insert(exchange::nameOf(*xform), *xform);
    }
    return forms;
}

/// The files of one kind, as parts: named, and with the hash that they have now.
void addParts(FoundBundle &found, BundlePart::Kind kind, const QString &ending)
{
    const QDir dir(found.folder);
    for (const QString &name :
         dir.entryList({QStringLiteral("*") + ending}, QDir::Files | QDir::NoSymLinks, QDir::Name)) {
        QFile file(dir.filePath(name));
        const QByteArray hash = QByteArray::fromHex(name.chopped(ending.size()).toLatin1());
        if (hash.size() != exchange::idBytes || file.size() > exchange::mostFrameBytes ||
            !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        found.bundle.parts.append({kind, hash, crypto::digest(bytes), quint64(bytes.size()), 0});
    }
}

}  // namespace

QList<FoundBundle> readArchive(const QString &place)
{
    QStringList folders{place};
    const QDir dir(place);
    for (const QString &name : dir.entryList(
             {QStringLiteral("post-*")}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name))
        folders.append(dir.filePath(name));
    QList<FoundBundle> archive;
    for (const QString &folder : folders) {
        QFile key(QDir(folder).filePath(QStringLiteral("post.key")));
        if (!key.open(QIODevice::ReadOnly))
            continue;
        FoundBundle found{folder, {}};
        found.bundle.postKey = key.read(crypto::publicKeySize + 1);
        if (found.bundle.postKey.size() != crypto::publicKeySize)
            continue;
        addParts(found, BundlePart::Kind::Batch, QStringLiteral(".batch"));
        addParts(found, BundlePart::Kind::Form, QStringLiteral(".form"));
        archive.append(found);
    }
    return archive;
}

Result<OpenedBundles> openBundles(const QList<FoundBundle> &bundles, const crypto::SecretBytes &secretKey,
                                  const QList<QByteArray> &trusted, const QString &into)
{
    OpenedBundles opened;
    for (const FoundBundle &found : bundles) {
        if (!trusted.isEmpty() && !trusted.contains(found.bundle.postKey)) {
            opened.closed.append(found.folder + QStringLiteral(": not of a post to believe"));
            continue;
        }
        const auto forms = formsOf(found);
        for (const BundlePart &part : found.bundle.parts) {
            if (part.kind != BundlePart::Kind::Batch)
                continue;
            const auto batch = readPart(found.folder, part).and_then([&](const QByteArray &frame) {
                return exchange::openBatch(frame, found.bundle.postKey, secretKey,
                                           [&](const QByteArray &name) { return forms.value(name); });
            });
            if (!batch) {
                opened.closed.append(
                    QStringLiteral("%1/%2: %3")
                        .arg(found.folder, QString::fromLatin1(part.name.toHex()), batch.error().detail));
                continue;
            }
            for (const exchange::Item &item : batch->items) {
                if (const auto written = writeRecord(into, item); !written)
                    return tl::make_unexpected(written.error());
                ++opened.records;
            }
            ++opened.batches;
        }
    }
    return opened;
}

}  // namespace amparo::bundle
