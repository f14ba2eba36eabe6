#pragma once

#include "app/cli/command.h"

namespace amparo::cli {

/// Every command, in the order of the help.
const QList<Command> &commandTable();

/// The command that the first one or two words name; null: none does.
const Command *findCommand(const QStringList &words);

}  // namespace amparo::cli
