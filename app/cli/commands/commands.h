#pragma once

#include "app/cli/command.h"

// One function a command, each in a file of its own.
namespace amparo::cli {

Command aboutCommand();
Command auditCheckpointCommand();
Command auditListCommand();
Command auditVerifyCommand();
Command backupDrillCommand();
Command backupMakeCommand();
Command backupRestoreCommand();
Command backupRunCommand();
Command backupScheduleCommand();
Command backupStatusCommand();
Command bundleExportCommand();
Command bundleImportCommand();
Command bundleKeyCommand();
Command bundleOpenCommand();
Command cardListCommand();
Command cardPdfCommand();
Command directoryCheckCommand();
Command directoryListCommand();
Command doctorCommand();
Command enrolCommand();
Command formCheckCommand();
Command formConvertCommand();
Command formInstallCommand();
Command formListCommand();
Command formUpdateCommand();
Command initCommand();
Command keyMakeRecoveryCommand();
Command keyRecoverCommand();
Command keyRotateCommand();
Command keySetRecoveryCommand();
Command mrzCommand();
Command officerAddCommand();
Command officerListCommand();
Command officerPassphraseCommand();
Command officerRemoveCommand();
Command packageFetchCommand();
Command packageListCommand();
Command packageMakeCommand();
Command packageMakeKeyCommand();
Command packageMakeKeysCommand();
Command packageTakeCommand();
Command packageTrustCommand();
Command policyTemplateCommand();
Command receiptVerifyCommand();
Command recordConsentCommand();
Command recordEraseCommand();
Command recordErasedCommand();
Command recordHoldCommand();
Command recordHoldsCommand();
Command recordReceiptCommand();
Command recordReleaseCommand();
QList<Command> relayCommands();
Command reportCommand();
Command retentionRunCommand();
Command retentionSetCommand();
Command retentionShowCommand();
Command riskEvaluateCommand();
Command riskExplainCommand();
Command screenCommand();
Command sessionCommand();
Command syncAgainCommand();
Command storeSalvageCommand();
Command syncNowCommand();
Command syncPolicyCommand();
Command syncServerCommand();
Command syncStatusCommand();
Command trainingCheckCommand();
Command xpathCommand();

}  // namespace amparo::cli
