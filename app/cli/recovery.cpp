#include "app/cli/recovery.h"

#include "store/recovery_file.h"

namespace amparo::cli {

namespace {

const QString secretKey = QStringLiteral("secret");
const QString secretPassphrase = QStringLiteral("secret-passphrase-file");
const QString loginOption = QStringLiteral("login");
const QString accountPassphrase = QStringLiteral("new-passphrase-file");
constexpr std::chrono::milliseconds keyCost{500};  // what opening a key is meant to take on this computer

}  // namespace

QList<Option> recoveryOptions()
{
    const QString file = QStringLiteral("FILE");
    return storeOptions(
        {{secretKey, QStringLiteral("the secret half of headquarters' key"), file},
         {secretPassphrase, QStringLiteral("file whose first line is the passphrase of --secret"), file},
         {loginOption, QStringLiteral("with --secret: the new account"), QStringLiteral("LOGIN")},
         {accountPassphrase, QStringLiteral("file whose first line is its passphrase"), file}});
}

bool namesRecoveryKey(const Arguments &arguments) { return arguments.has(secretKey); }

tl::expected<store::Recovery, Failure> readRecovery(const Arguments &arguments)
{
    const auto secretPath = arguments.find(secretKey);
    const auto login = arguments.find(loginOption);
    if (!secretPath || !login)
        return usageError(QStringLiteral("--secret and --login are needed"));
    const auto passphrase = readPassphrase(arguments, secretPassphrase);
    auto next = readPassphrase(arguments, accountPassphrase);
    if (!passphrase || !next)
        return failed(passphrase ? next.error() : passphrase.error());
    auto secret = store::readRecoverySecret(*secretPath, *passphrase);
    if (!secret)
        return failed(secret.error());
    return store::Recovery{std::move(*secret),
                           {OfficerId::create(), *login, *login, record::Role::Administrator},
                           std::move(*next),
                           crypto::calibratedKdf(keyCost)};
}

QString admitted(const store::Recovery &recovery)
{
    return QStringLiteral(
               "%1 can sign in as administrator. Give the others new passphrases next (amparoctl officer "
               "passphrase).")
        .arg(recovery.administrator.loginName);
}

}  // namespace amparo::cli
