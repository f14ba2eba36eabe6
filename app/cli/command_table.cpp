#include "app/cli/command_table.h"

#include "app/cli/commands/commands.h"

namespace amparo::cli {

const QList<Command> &commandTable()
{
    static const QList<Command> single{
        initCommand(),
        officerAddCommand(),
        officerListCommand(),
        officerPassphraseCommand(),
        officerRemoveCommand(),
        formCheckCommand(),
        formConvertCommand(),
        formInstallCommand(),
        formListCommand(),
        formUpdateCommand(),
        screenCommand(),
        reportCommand(),
        auditListCommand(),
        auditVerifyCommand(),
        auditCheckpointCommand(),
        backupMakeCommand(),
        backupDrillCommand(),
        backupRestoreCommand(),
        backupScheduleCommand(),
        backupStatusCommand(),
        backupRunCommand(),
        retentionShowCommand(),
        retentionSetCommand(),
        retentionRunCommand(),
        recordConsentCommand(),
        recordEraseCommand(),
        recordErasedCommand(),
        recordHoldCommand(),
        recordHoldsCommand(),
        recordReceiptCommand(),
        recordReleaseCommand(),
        receiptVerifyCommand(),
        keyRotateCommand(),
        keySetRecoveryCommand(),
        keyMakeRecoveryCommand(),
        keyRecoverCommand(),
        storeSalvageCommand(),
        doctorCommand(),
        aboutCommand(),
        mrzCommand(),
        xpathCommand(),
        sessionCommand(),
        riskExplainCommand(),
        riskEvaluateCommand(),
        cardListCommand(),
        cardPdfCommand(),
        directoryListCommand(),
        directoryCheckCommand(),
        trainingCheckCommand(),
        enrolCommand(),
        syncServerCommand(),
        syncPolicyCommand(),
        syncNowCommand(),
        syncStatusCommand(),
        syncAgainCommand(),
        bundleExportCommand(),
        bundleImportCommand(),
        bundleKeyCommand(),
        bundleOpenCommand(),
        packageTrustCommand(),
        packageTakeCommand(),
        packageFetchCommand(),
        packageListCommand(),
        packageMakeKeyCommand(),
        packageMakeCommand(),
        packageMakeKeysCommand(),
        policyTemplateCommand(),
    };
    static const QList<Command> table = single + relayCommands();
    return table;
}

const Command *findCommand(const QStringList &words)
{
    for (const qsizetype count : {2, 1}) {
        const QString name = words.first(std::min(count, words.size())).join(u' ');
        for (const Command &command : commandTable()) {
            if (command.name == name)
                return &command;
        }
    }
    return nullptr;
}

}  // namespace amparo::cli
