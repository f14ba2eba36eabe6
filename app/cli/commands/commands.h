#pragma once

#include "app/cli/command.h"

// One function a command, each in a file of its own.
namespace amparo::cli {

Command auditVerifyCommand();
Command doctorCommand();
Command formCheckCommand();
Command formConvertCommand();
Command formInstallCommand();
Command formListCommand();
Command initCommand();
Command mrzCommand();
Command officerAddCommand();
Command officerListCommand();
Command reportCommand();
Command riskEvaluateCommand();
Command riskExplainCommand();
Command screenCommand();
Command sessionCommand();
Command syncNowCommand();
Command syncServerCommand();
Command syncStatusCommand();
Command xpathCommand();

}  // namespace amparo::cli
