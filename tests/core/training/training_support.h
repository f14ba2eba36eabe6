#pragma once

#include "training/scenario_reader.h"

#include <QJsonObject>

namespace amparo::test {

/// A scenario in two languages with two signs, two steps, two mistakes and one event, as its files stand.
struct ScenarioJson {
    ScenarioJson();

    QJsonObject structure;
    QMap<QString, QJsonObject> texts;

    training::ScenarioFiles files() const;
};

training::Scenario aScenario();

}  // namespace amparo::test
