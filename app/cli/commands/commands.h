#pragma once

#include "app/cli/command.h"

// One function a command, each in a file of its own.
namespace amparo::cli {

Command formCheckCommand();
Command formConvertCommand();
Command mrzCommand();
Command sessionCommand();
Command xpathCommand();

}  // namespace amparo::cli
