#include "app/cli/open_store.h"

#include "app/cli/files.h"

#include <QStandardPaths>

namespace amparo::cli {

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
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : folder;
}

Result<QString> readSecretLine(const Arguments &arguments, const QString &option)
{
    QString path = arguments.value(option);
    if (path.isEmpty() && option == QLatin1String("passphrase-file"))
        path = qEnvironmentVariable("AMPARO_PASSPHRASE_FILE");
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

Result<crypto::Passphrase> readPassphrase(const Arguments &arguments, const QString &option)
{
    auto line = readSecretLine(arguments, option);
    if (!line)
        return tl::make_unexpected(line.error());
    auto passphrase = crypto::Passphrase::fromText(*line);
    line->fill(QChar(0));
    return passphrase;
}

Result<std::unique_ptr<store::Store>> openStore(const Arguments &arguments)
{
    QString officer = arguments.value(QStringLiteral("officer"));
    if (officer.isEmpty())
        officer = qEnvironmentVariable("AMPARO_OFFICER");
    if (officer.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--officer is missing"));
    const auto passphrase = readPassphrase(arguments, QStringLiteral("passphrase-file"));
    if (!passphrase)
        return tl::make_unexpected(passphrase.error());
    return store::Store::open(storeFolder(arguments), officer, *passphrase, systemClock());
}

}  // namespace amparo::cli
