// The store's key: changing it, and headquarters' key that opens a post whose passphrases are lost.
#include "app/cli/commands/commands.h"
#include "app/cli/recovery.h"
#include "store/recovery_file.h"

#include <QFileInfo>

namespace amparo::cli {

namespace {

const QString publicOption = QStringLiteral("public");
const QString secretOption = QStringLiteral("secret");
const QString secretPassphrase = QStringLiteral("secret-passphrase-file");
const QString sealTo = QStringLiteral("sealTo");

crypto::KdfParameters usualCost() { return crypto::calibratedKdf(std::chrono::milliseconds(500)); }

Outcome rotate(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto rotation = (*store)->beginKeyRotation();
    if (!rotation)
        return failed(rotation.error());
    if (const auto finished = (*store)->finishKeyRotation(std::move(*rotation)); !finished)
        return failed(finished.error());
    return Answer{{}, QStringLiteral("The store has a new key. Everybody's passphrase stays as it was.")};
}

Outcome makeRecovery(const Arguments &arguments)
{
    const auto publicPath = arguments.find(publicOption);
    const auto secretPath = arguments.find(secretOption);
    if (!publicPath || !secretPath)
        return usageError(QStringLiteral("--public and --secret name the two files"));
    for (const QString &path : {*publicPath, *secretPath}) {
        if (QFileInfo::exists(path))
            return failed({ErrorCode::Conflict, QStringLiteral("%1 is there already").arg(path)});
    }
    const auto passphrase = readPassphrase(arguments, secretPassphrase);
    if (!passphrase)
        return failed(passphrase.error());
    if (crypto::passphraseFlaw(*passphrase, {}))
        return failed(Error{ErrorCode::InvalidInput,
                            QStringLiteral("the passphrase is too short, too long or too common")});
    const crypto::RecoveryKeyPair pair = crypto::makeRecoveryKeyPair();
    const auto written =
        store::writeRecoverySecret(*secretPath, pair.secretKey, *passphrase, usualCost()).and_then([&] {
            return store::writeRecoveryPublic(*publicPath, pair.publicKey);
        });
    if (!written)
        return failed(written.error());
    const QString key = QString::fromLatin1(pair.publicKey.toBase64());
    return Answer{
        {{publicOption, QString::fromLatin1(pair.publicKey.toHex())}, {sealTo, key}},
        QStringLiteral(
            "%1\n%2 goes to the posts; this is the same, as the sealTo of an enrolment. Keep %3 and "
            "its passphrase apart from each other, and away from every network.")
            .arg(key, *publicPath, *secretPath)};
}

Outcome setRecovery(const Arguments &arguments)
{
    const auto publicKey = store::readRecoveryPublic(arguments.positional(0));
    if (!publicKey)
        return failed(publicKey.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (const auto set = (*store)->setRecoveryKey(*publicKey); !set)
        return failed(set.error());
    return Answer{{{publicOption, QString::fromLatin1(publicKey->toHex())}},
                  QStringLiteral("Headquarters can open this post with the other half of its key.")};
}

Outcome recover(const Arguments &arguments)
{
    const auto recovery = readRecovery(arguments);
    if (!recovery)
        return tl::make_unexpected(recovery.error());
    const auto &[secret, officer, passphrase, kdf] = *recovery;
    if (const auto done =
            store::Store::recover(storeFolder(arguments), secret, officer, passphrase, systemClock(), kdf);
        !done)
        return failed(done.error());
    return Answer{{{QStringLiteral("officer"), officer.id.toText()}}, admitted(*recovery)};
}

Option secretFile(const QString &description) { return {secretOption, description, QStringLiteral("FILE")}; }

Option secretPassphraseFile()
{
    return {secretPassphrase, QStringLiteral("file whose first line is the passphrase of --secret"),
            QStringLiteral("FILE")};
}

}  // namespace

Command keyRotateCommand()
{
    return {QStringLiteral("key rotate"),
            QStringLiteral("give the store a new key"),
            QStringLiteral("Copies the store under the new key, examines the copy and takes it; broken off "
                           "anywhere, the store is the old one or the new one. Needs room for a second copy. "
                           "For shift leads and administrators."),
            {},
            storeOptions(),
            rotate};
}

Command keyMakeRecoveryCommand()
{
    return {
        QStringLiteral("key make-recovery"),
        QStringLiteral("make headquarters' key pair, on a computer without a network"),
        QStringLiteral("Prints the half that posts are told, as sealTo in an enrolment. As a file it goes to "
                       "key set-recovery\nand sync server --seal-to."),
        {},
        {{publicOption, QStringLiteral("file for the half that goes to the posts"), QStringLiteral("FILE")},
         secretFile(QStringLiteral("file for the half that opens posts")),
         secretPassphraseFile()},
        makeRecovery};
}

Command keySetRecoveryCommand()
{
    return {QStringLiteral("key set-recovery"),
            QStringLiteral("let headquarters open this post if its passphrases are lost"),
            QStringLiteral("For administrators."),
            {{QStringLiteral("FILE"), QStringLiteral("the public half of headquarters' key")}},
            storeOptions(),
            setRecovery};
}

Command keyRecoverCommand()
{
    return {QStringLiteral("key recover"),
            QStringLiteral("open a post whose passphrases are lost, with headquarters' key"),
            QStringLiteral("Gives --login an account as administrator; the audit log tells it."),
            {},
            recoveryOptions(),
            recover};
}

}  // namespace amparo::cli
