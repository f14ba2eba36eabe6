#pragma once

#include "base/result.h"
#include "training/scenario.h"

#include <QByteArray>

namespace amparo::training {

/// The files of a scenario, or of what all scenarios share: JSON, texts by language tag.
struct ScenarioFiles {
    QByteArray structure;
    QMap<QString, QByteArray> texts;
};

/// Reads a scenario (its shape: resources/training/README.md).
///
/// Errors: InvalidInput; the detail names file and path of what is wrong, "es.json $.moves.where.reply:
/// missing". Refused besides what is malformed: unknown keys, texts for what is not there, a language that
/// lacks one, a key that names no move, steps that are mistakes, no right decision. Thread: any.
[[nodiscard]] Result<Scenario> readScenario(const ScenarioFiles &files);

/// Reads what all scenarios share. Errors and thread: likewise; every language has as many rules.
[[nodiscard]] Result<Rules> readRules(const QMap<QString, QByteArray> &texts);

}  // namespace amparo::training
