#include "sync/gateway/commands.h"

#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/package.h"
#include "sync/gateway/gateway.h"
#include "sync/gateway/migrations.h"
#include "sync/gateway/package_shelf.h"
#include "sync/gateway/post_registry.h"
#include "sync/gateway/receipt_key.h"
#include "sync/gateway/sealed_export.h"

#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>

namespace amparo::gateway {

namespace {

void say(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

tl::unexpected<Error> wrongUse() { return failure(ErrorCode::InvalidInput, usage()); }

Result<> init(const Config &config)
{
    return makeReceiptKey(config.receiptKey)
        .map([](const ReceiptKey &key) {
            say(QStringLiteral("receipt key: ") + QString::fromLatin1(key.publicKey.toBase64()));
        })
        .and_then([&] { return Connection::open(config.database); })
        .and_then([](const std::unique_ptr<Connection> &connection) {
            return migrate(*connection, knownMigrations());
        });
}

Result<> sayToken(const QByteArray &token)
{
    say(QString::fromLatin1(token));
    return {};
}

Result<> list(const PostRegistry &posts)
{
    return posts.list().map([](const QList<PostEntry> &entries) {
        for (const PostEntry &post : entries)
            say(QStringList{post.postId, post.isOpen ? QStringLiteral("open") : QStringLiteral("closed"),
                            post.hasSigningKey ? QStringLiteral("key") : QStringLiteral("no-key"),
                            QString::number(post.records),
                            post.lastBatch.isValid() ? post.lastBatch.toString(Qt::ISODate)
                                                     : QStringLiteral("-")}
                    .join(u'\t'));
    });
}

Result<> setKey(PostRegistry &posts, const QString &postId, const QByteArray &base64)
{
    const QByteArray key = QByteArray::fromBase64(base64);
    if (key.size() != crypto::publicKeySize)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a signing key has 32 bytes, in base64"));
    return posts.setKey(postId, key);
}

Result<> runPostCommand(const Config &config, const QStringList &words)
{
    const QString deed = words.value(1);
    const QString postId = words.value(2);
    const bool isKey = deed == QStringLiteral("key");
    if (words.size() != (deed == QStringLiteral("list") ? 2 : isKey ? 4 : 3))
        return wrongUse();
    const auto connection = Connection::open(config.database);
    if (!connection)
        return tl::make_unexpected(connection.error());
    PostRegistry posts(**connection);
    if (deed == QStringLiteral("list"))
        return list(posts);
    if (deed == QStringLiteral("add"))
        return posts.add(postId).and_then(sayToken);
    if (deed == QStringLiteral("new-token"))
        return posts.renewToken(postId).and_then(sayToken);
    if (deed == QStringLiteral("close"))
        return posts.setOpen(postId, false);
    if (deed == QStringLiteral("open"))
        return posts.setOpen(postId, true);
    if (deed == QStringLiteral("reset-key"))
        return posts.resetKey(postId);
    if (isKey)
        return setKey(posts, postId, words.value(3).toLatin1());
    return wrongUse();
}

Result<> writeSealed(const Config &config, const QString &place)
{
    return Connection::open(config.database)
        .and_then(
            [&](const std::unique_ptr<Connection> &connection) { return exportSealed(*connection, place); })
        .map([](int count) { say(QString::number(count)); });
}

Result<QByteArray> readPackageFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, QStringLiteral("%1 cannot be read").arg(path));
    const auto bytes = exchange::unpackSigned(file.read(exchange::mostFrameBytes));
    return bytes ? bytes
                 : failure(bytes.error().code, QStringLiteral("%1: %2").arg(path, bytes.error().detail));
}

Result<> addPackages(Connection &connection, const QStringList &paths)
{
    for (const QString &path : paths) {
        const auto added = readPackageFile(path).and_then(
            [&](const QByteArray &signedBytes) { return PackageShelf::add(connection, signedBytes); });
        if (!added)
            return tl::make_unexpected(added.error());
    }
    return {};
}

Result<> listPackages(Connection &connection)
{
    return PackageShelf::list(connection).map([](const QList<ShelvedPackage> &packages) {
        for (const ShelvedPackage &package : packages)
            say(QStringList{package.channel, QString::number(package.version), QString::number(package.bytes),
                            package.addedAt.toString(Qt::ISODate)}
                    .join(u'\t'));
    });
}

Result<> runPackageCommand(const Config &config, const QStringList &words)
{
    const bool isList = words.value(1) == QStringLiteral("list") && words.size() == 2;
    const bool isAdd = words.value(1) == QStringLiteral("add") && words.size() > 2;
    if (!isList && !isAdd)
        return wrongUse();
    return Connection::open(config.database).and_then([&](const std::unique_ptr<Connection> &connection) {
        return isList ? listPackages(*connection) : addPackages(*connection, words.mid(2));
    });
}

/// The file that --config names, or the usual one where it exists.
QString takeConfigPath(QStringList &words)
{
    const QString usual = QStringLiteral("/etc/amparo-gateway.json");
    const qsizetype at = words.indexOf(QStringLiteral("--config"));
    if (at < 0 || at + 1 == words.size())
        return QFile::exists(usual) ? usual : QString();
    const QString path = words[at + 1];
    words.remove(at, 2);
    return path;
}

}  // namespace

QString usage()
{
    return QString::fromUtf8("usage: amparo-gateway [--config FILE] COMMAND\n"
                             "  init                make the key under receipts, and the schema\n"
                             "  serve               take what posts deliver, until SIGTERM\n"
                             "  post add ID         a new post; prints its token, once\n"
                             "  post new-token ID   another token for it; the old one counts no more\n"
                             "  post close|open ID  refuse it; take it again\n"
                             "  post key ID KEY     its signing key, for a post that has no link to say it\n"
                             "  post reset-key ID   take the next signing key that it says\n"
                             "  sealed DIR          write sealed batches out, for headquarters to open\n"
                             "  post list           id, state, key, records, last batch\n"
                             "  package add FILE…   what headquarters has signed, for posts to fetch\n"
                             "  package list        channel, number, bytes, since when");
}

Result<> runCommand(const QStringList &words)
{
    QStringList left = words;
    const auto config = readConfig(takeConfigPath(left), QProcessEnvironment::systemEnvironment());
    if (!config)
        return tl::make_unexpected(config.error());
    if (left == QStringList{QStringLiteral("init")})
        return init(*config);
    if (left == QStringList{QStringLiteral("serve")})
        return serve(*config);
    if (left.value(0) == QStringLiteral("post"))
        return runPostCommand(*config, left);
    if (left.value(0) == QStringLiteral("package"))
        return runPackageCommand(*config, left);
    if (left.value(0) == QStringLiteral("sealed") && left.size() == 2)
        return writeSealed(*config, left.value(1));
    return wrongUse();
}

}  // namespace amparo::gateway
