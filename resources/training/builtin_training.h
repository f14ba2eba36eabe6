#pragma once

#include "training/scenario_reader.h"

namespace amparo::resources {

/// The files of each scenario that comes with the program, by folder. Thread: any.
QMap<QString, training::ScenarioFiles> builtinScenarioFiles();

/// The scenarios, read: the easy ones first, within a grade by folder. Thread: any.
QList<std::shared_ptr<const training::Scenario>> builtinScenarios();

/// What they share. Thread: any.
training::Rules builtinTrainingRules();

}  // namespace amparo::resources
