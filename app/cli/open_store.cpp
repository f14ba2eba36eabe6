#include "app/cli/open_store.h"

#include "app/cli/files.h"
#include "app/managed_settings.h"

#include <QLoggingCategory>
#include <QStandardPaths>

#include <algorithm>

namespace amparo::cli {

namespace {

Q_LOGGING_CATEGORY(lcStore, "amparo.store")

/// An option, else what the environment says in its place; empty: neither.
QString given(const Arguments &arguments, const QString &option, const char *variable)
{
    const QString value = arguments.value(option);
    return value.isEmpty() ? qEnvironmentVariable(variable) : value;
}

Result<QString> firstLine(const QString &path, const QString &option)
{
    if (path.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 is missing").arg(option));
    auto bytes = readInput(path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const qsizetype end = bytes->indexOf('\n');
    QString line = QString::fromUtf8(end < 0 ? *bytes : bytes->first(end));
    bytes->fill('\0');
    while (line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    if (line.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the file of --%1 has an empty first line").arg(option));
    return line;
}

/// The working copy is wiped.
Result<crypto::Passphrase> toPassphrase(Result<QString> line)
{
    if (!line)
        return tl::make_unexpected(line.error());
    auto passphrase = crypto::Passphrase::fromText(*line);
    line->fill(QChar(0));
    return passphrase;
}

}  // namespace

QList<Option> storeOptions(QList<Option> further)
{
    return QList<Option>{
               {QStringLiteral("store"),
                QStringLiteral(
                    "folder of the post's store; else AMPARO_STORE, else the platform's data folder"),
                QStringLiteral("FOLDER")},
               {QStringLiteral("officer"), QStringLiteral("who signs in; else AMPARO_OFFICER"),
                QStringLiteral("LOGIN")},
               {QStringLiteral("passphrase-file"),
                QStringLiteral("file whose first line is the passphrase, - for standard input; else "
                               "AMPARO_PASSPHRASE_FILE"),
                QStringLiteral("FILE")},
           } +
           further;
}

QString storeFolder(const Arguments &arguments)
{
    if (const auto folder = arguments.find(QStringLiteral("store")))
        return *folder;
    const QString folder = qEnvironmentVariable("AMPARO_STORE");
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder;
}

Result<QString> readSecretLine(const Arguments &arguments, const QString &option)
{
    return firstLine(arguments.value(option), option);
}

Result<crypto::Passphrase> readPassphrase(const Arguments &arguments, const QString &option)
{
    return toPassphrase(readSecretLine(arguments, option));
}

Result<crypto::Passphrase> signInPassphrase(const Arguments &arguments)
{
    const QString option = QStringLiteral("passphrase-file");
    return toPassphrase(firstLine(given(arguments, option, "AMPARO_PASSPHRASE_FILE"), option));
}

Result<QString> signInName(const Arguments &arguments)
{
    const QString name = given(arguments, QStringLiteral("officer"), "AMPARO_OFFICER");
    if (name.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--officer is missing"));
    return name;
}

Result<std::unique_ptr<store::Store>> openStore(const Arguments &arguments)
{
    return signInName(arguments)
        .and_then([&](const QString &) { return signInPassphrase(arguments); })
        .and_then([&](const crypto::Passphrase &passphrase) { return openStore(arguments, passphrase); });
}

Result<std::unique_ptr<store::Store>> openStore(const Arguments &arguments,
                                                const crypto::Passphrase &passphrase)
{
    return signInName(arguments)
        .and_then([&](const QString &officer) {
            return store::Store::open(storeFolder(arguments), officer, passphrase, systemClock());
        })
        .map([](std::unique_ptr<store::Store> store) {
            for (const app::PolicyFault &fault : app::applyManaged(*store))  // doctor tells which
                qCWarning(lcStore) << "a policy is not in force:" << codeName(fault.error.code);
            return store;
        });
}

Result<record::Officer> findOfficer(store::Store &store, const QString &login)
{
    const auto officers = store.officers().list();
    if (!officers)
        return tl::make_unexpected(officers.error());
    const QString folded = store::foldedLoginName(login);
    const auto found = std::find_if(officers->begin(), officers->end(), [&](const record::Officer &officer) {
        return officer.loginName == folded;
    });
    if (found == officers->end())
        return failure(ErrorCode::NotFound, QStringLiteral("nobody here signs in as %1").arg(login));
    return *found;
}

}  // namespace amparo::cli
