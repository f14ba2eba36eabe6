#pragma once

#include "help/library.h"

namespace amparo::resources {

/// The help that comes with the program, as its files stand. Thread: any.
help::HelpFiles builtinHelpFiles();

/// The same, read. Thread: any.
help::Library builtinHelp();

}  // namespace amparo::resources
