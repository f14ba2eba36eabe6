#pragma once

#include "app/cli/command.h"

namespace amparo::cli {

/// Runs what the words after the program's name ask for: prints the answer on standard output, or one line
/// about the failure on standard error. With `--json` both are one JSON object.
ExitCode runProgram(const QStringList &words);

/// Whether these words name a command that paints pages.
bool needsFonts(const QStringList &words);

}  // namespace amparo::cli
