// What headquarters gives to posts, at headquarters: keys, and signing on a computer without a network.
#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "app/package_intake.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "store/recovery_file.h"
#include "sync/bundle/package_files.h"

#include <QDir>
#include <QDirIterator>

namespace amparo::cli {

namespace {

const QString packageSecret = QStringLiteral("secret");
const QString packageSecretPassphrase = QStringLiteral("secret-passphrase-file");
const QString packageNumber = QStringLiteral("number");
const QString packageExpires = QStringLiteral("expires");
const QString packageInto = QStringLiteral("into");
const QString packageKey = QStringLiteral("key");
constexpr int signingSeedBytes = 32;

Outcome makeKey(const Arguments &arguments)
{
    const auto path = arguments.find(packageSecret);
    if (!path)
        return usageError(QStringLiteral("--secret names the file for the key"));
    if (QFileInfo::exists(*path))
        return failed({ErrorCode::Conflict, QStringLiteral("%1 is there already").arg(*path)});
    const auto passphrase = readPassphrase(arguments, packageSecretPassphrase);
    if (!passphrase)
        return failed(passphrase.error());
    if (crypto::passphraseFlaw(*passphrase, {}))
        return failed(Error{ErrorCode::InvalidInput,
                            QStringLiteral("the passphrase is too short, too long or too common")});
    const crypto::SecretBytes seed = crypto::randomSecret(signingSeedBytes);
    const auto cost = crypto::calibratedKdf(std::chrono::milliseconds(500));
    if (const auto written = store::writeSigningSecret(*path, seed, *passphrase, cost); !written)
        return failed(written.error());
    const QString key = QString::fromLatin1(crypto::signingPublicKey(seed).toBase64());
    return Answer{{{packageKey, key}}, key};
}

Result<crypto::SecretBytes> signingKey(const Arguments &arguments)
{
    const auto path = arguments.find(packageSecret);
    if (!path)
        return failure(ErrorCode::InvalidInput, QStringLiteral("--secret is missing"));
    return readPassphrase(arguments, packageSecretPassphrase)
        .and_then([&](const crypto::Passphrase &passphrase) {
            return store::readSigningSecret(*path, passphrase);
        });
}

Result<quint64> numberIn(const Arguments &arguments)
{
    bool isNumber = false;
    const quint64 number = arguments.value(packageNumber).toULongLong(&isNumber);
    if (!isNumber || number == 0)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("--number is missing: from 1, each higher than the one before"));
    return number;
}

Result<QList<exchange::PackageFile>> filesIn(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no folder %1").arg(folder));
    const QDir root(QFileInfo(folder).absoluteFilePath());
    QStringList names;
    for (QDirIterator it(root.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        names.append(root.relativeFilePath(it.next()));
    names.sort();  // the same folder makes the same package
    QList<exchange::PackageFile> files;
    for (const QString &name : names) {
        const auto content = readInput(root.filePath(name));
        if (!content)
            return tl::make_unexpected(content.error());
        files.append({name, *content});
    }
    return files;
}

Result<std::optional<QDateTime>> expiryIn(const Arguments &arguments)
{
    const auto text = arguments.find(packageExpires);
    if (!text)
        return std::nullopt;
    const QDate day = QDate::fromString(*text, Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--expires takes a day, as 2026-12-31"));
    return std::optional(QDateTime(day.addDays(1), QTime(0, 0), Qt::UTC));
}

Result<exchange::Package> packageFrom(const Arguments &arguments)
{
    const auto channel = exchange::channelFromName(arguments.positional(0));
    if (!channel)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the channel is forms, lists, notices or policy"));
    const auto number = numberIn(arguments);
    const auto expiry = expiryIn(arguments);
    if (!number || !expiry)
        return tl::make_unexpected(number ? expiry.error() : number.error());
    return filesIn(arguments.positional(1)).and_then([&](const QList<exchange::PackageFile> &files) {
        const exchange::Package package{*channel, *number, systemClock().utcNow(), *expiry, files};
        return app::checkContent(package).map([&] { return package; });
    });
}

Outcome written(const Result<QByteArray> &signedBytes, const Arguments &arguments)
{
    const auto path = signedBytes.and_then(
        [&](const QByteArray &bytes) { return bundle::writePackage(arguments.value(packageInto), bytes); });
    if (!path)
        return failed(path.error());
    return Answer{{{QStringLiteral("file"), *path}, {QStringLiteral("bytes"), QFileInfo(*path).size()}},
                  QStringLiteral("written: %1").arg(*path)};
}

Outcome makePackage(const Arguments &arguments)
{
    if (!arguments.has(packageInto))
        return usageError(QStringLiteral("--into is missing"));
    const auto package = packageFrom(arguments);
    if (!package)
        return failed(package.error());
    const auto seed = signingKey(arguments);
    if (!seed)
        return failed(seed.error());
    return written(exchange::sign(*package, *seed), arguments);
}

Outcome makeKeys(const Arguments &arguments)
{
    if (!arguments.has(packageInto) || !arguments.has(packageKey))
        return usageError(QStringLiteral("--into and --key are needed"));
    const auto number = numberIn(arguments);
    if (!number)
        return failed(number.error());
    exchange::PackageKeys keys{*number, {}};
    for (const QString &key : arguments.values(packageKey))
        keys.keys.append(QByteArray::fromBase64(key.toLatin1()));
    const auto seed = signingKey(arguments);
    if (!seed)
        return failed(seed.error());
    return written(exchange::sign(keys, *seed), arguments);
}

QList<Option> signingOptions(QList<Option> further)
{
    return QList<Option>{
               {packageSecret, QStringLiteral("headquarters' key for packages"), QStringLiteral("FILE")},
               {packageSecretPassphrase, QStringLiteral("file whose first line is its passphrase"),
                QStringLiteral("FILE")},
               {packageNumber, QStringLiteral("higher than the one before"), QStringLiteral("N")},
               {packageInto, QStringLiteral("folder or stick for the package"), QStringLiteral("DIR")}} +
           further;
}

}  // namespace

Command packageMakeKeyCommand()
{
    return {
        QStringLiteral("package make-key"),
        QStringLiteral("make headquarters' key for packages, on a computer without a network"),
        QStringLiteral("Prints the half that posts are told (package trust, or packageKey in an enrolment)."),
        {},
        {{packageSecret, QStringLiteral("file for the key"), QStringLiteral("FILE")},
         {packageSecretPassphrase, QStringLiteral("file whose first line is its passphrase"),
          QStringLiteral("FILE")}},
        makeKey};
}

Command packageMakeCommand()
{
    return {QStringLiteral("package make"),
            QStringLiteral("sign forms, lists, notices or policies for posts"),
            QStringLiteral("Checks the files as a post does, and signs nothing that a post could not use. "
                           "What the folder holds for "
                           "each\nchannel is told in core/exchange/README.md."),
            {{QStringLiteral("CHANNEL"), QStringLiteral("forms, lists, notices or policy")},
             {QStringLiteral("DIR"), QStringLiteral("folder with its files")}},
            signingOptions({{packageExpires, QStringLiteral("last day to take it up; lists need one"),
                             QStringLiteral("DAY")}}),
            makePackage};
}

Command packageMakeKeysCommand()
{
    return {QStringLiteral("package make-keys"),
            QStringLiteral("sign the list of keys whose packages count from then on"),
            QStringLiteral("With a key that counts so far. A key that is left out counts no more."),
            {},
            signingOptions(
                {{packageKey, QStringLiteral("a key that counts, as make-key prints it; may come again"),
                  QStringLiteral("KEY")}}),
            makeKeys};
}

}  // namespace amparo::cli
