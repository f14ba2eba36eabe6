#include "store/backup.h"
#include "app/cli/commands/commands.h"
#include "app/cli/recovery.h"

namespace amparo::cli {

namespace {

QJsonObject toJson(const store::BackupInfo &info)
{
    return {{QStringLiteral("store"), info.store.toText()},
            {QStringLiteral("madeAt"), info.madeAt.toString(Qt::ISODate)},
            {QStringLiteral("auditEntry"), info.auditEntry},
            {QStringLiteral("bytes"), info.sizeInBytes}};
}

QString madeAt(const store::BackupInfo &info)
{
    return info.madeAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Outcome make(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto copy = (*store)->beginBackup(arguments.positional(0));
    if (!copy)
        return failed(copy.error());
    const auto info = (*store)->finishBackup(std::move(*copy));
    if (!info)
        return failed(info.error());
    return Answer{toJson(*info), QStringLiteral("Backed up and read back: %1 MB, audit log up to entry %2.")
                                     .arg(double(info->sizeInBytes) / 1e6, 0, 'f', 1)
                                     .arg(info->auditEntry)};
}

/// Does `deed` with who signs in: the name and the passphrase.
template <class Deed> auto signedIn(const Arguments &arguments, Deed deed)
{
    return signInName(arguments).and_then([&](const QString &name) {
        return signInPassphrase(arguments).and_then(
            [&](const crypto::Passphrase &passphrase) { return deed(name, passphrase); });
    });
}

Outcome drill(const Arguments &arguments)
{
    const auto info = signedIn(arguments, [&](const QString &name, const crypto::Passphrase &passphrase) {
        return store::drillBackup(arguments.positional(0), name, passphrase);
    });
    if (!info)
        return failed(info.error());
    return Answer{
        toJson(*info),
        QStringLiteral("The backup of %1 can be restored: every page and %2 audit entries are sound.")
            .arg(madeAt(*info))
            .arg(info->auditEntry)};
}

QString restoredText(const store::BackupInfo &info)
{
    return QStringLiteral(
               "The store is as it was at %1. Records that had not been sent then go out again; the server "
               "takes each once.")
        .arg(madeAt(info));
}

/// The passphrases are lost as well.
Outcome recover(const Arguments &arguments, const store::BackupInfo &info)
{
    const auto recovery = readRecovery(arguments);
    if (!recovery)
        return tl::make_unexpected(recovery.error());
    if (const auto done =
            store::recoverBackup(arguments.positional(0), storeFolder(arguments), *recovery, systemClock());
        !done)
        return failed(done.error());
    QJsonObject json = toJson(info);
    json.insert(QStringLiteral("officer"), recovery->administrator.id.toText());
    return Answer{json, restoredText(info) + u'\n' + admitted(*recovery)};
}

Outcome restore(const Arguments &arguments)
{
    const QString backup = arguments.positional(0);
    const auto info = store::readBackup(backup);
    if (!info)
        return failed(info.error());
    if (namesRecoveryKey(arguments))
        return recover(arguments, *info);
    const auto restored = signedIn(arguments, [&](const QString &name, const crypto::Passphrase &passphrase) {
        return store::restoreBackup(backup, storeFolder(arguments), name, passphrase, systemClock());
    });
    if (!restored)
        return failed(restored.error());
    return Answer{toJson(*info), restoredText(*info)};
}

}  // namespace

Command backupMakeCommand()
{
    return {QStringLiteral("backup make"),
            QStringLiteral("back the store up into a folder, and read the backup back"),
            QStringLiteral("The folder is made; it must be new or empty. Encrypted as the store is. For "
                           "administrators and shift leads."),
            {{QStringLiteral("FOLDER"), QStringLiteral("where the backup goes")}},
            storeOptions(),
            make};
}

Command backupDrillCommand()
{
    return {QStringLiteral("backup drill"),
            QStringLiteral("try whether a backup can be restored"),
            QStringLiteral("Changes nothing: works on a copy that is removed."),
            {{QStringLiteral("FOLDER"), QStringLiteral("the backup")}},
            storeOptions(),
            drill};
}

Command backupRestoreCommand()
{
    return {QStringLiteral("backup restore"),
            QStringLiteral("put a backup in the place of a store that is lost"),
            QStringLiteral(
                "--store must hold no store: move what is left of one away first. Where the passphrases are "
                "lost, too, headquarters restores it with --secret, which gives --login an account as "
                "administrator; the audit log tells it."),
            {{QStringLiteral("FOLDER"), QStringLiteral("the backup")}},
            recoveryOptions(),
            restore};
}

}  // namespace amparo::cli
