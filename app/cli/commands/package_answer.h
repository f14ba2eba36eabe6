#pragma once

#include "app/cli/command.h"
#include "app/package_intake.h"

#include <QJsonArray>

namespace amparo::cli {

/// What was taken up of packages, as part of an answer; nothing where there were none. `damaged`: files that
/// held no package.
void addPackages(const app::PackageIntake &intake, int damaged, Answer &answer);

}  // namespace amparo::cli
