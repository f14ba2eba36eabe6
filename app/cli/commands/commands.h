#pragma once

#include "app/cli/command.h"

// One function a command, each in a file of its own.
namespace amparo::cli {

Command doctorCommand();
Command formCheckCommand();
Command formConvertCommand();
Command initCommand();
Command mrzCommand();
Command officerAddCommand();
Command reportCommand();
Command screenCommand();
Command sessionCommand();
Command xpathCommand();

}  // namespace amparo::cli
