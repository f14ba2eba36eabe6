#pragma once

#include "risk/model.h"
#include "risk/observation.h"
#include "support/catch.h"

namespace amparo::test {

/// A model of resources/risk, by id: these tests are about the models that ship.
QByteArray modelJson(const char *id);
risk::Model shippedModel(const char *id);

/// An indicator of the catalogue, fired as answered by the person. It knows the items of the worked cases.
risk::Observation fired(const QString &indicator);
risk::Observations allFired(const QString &indicators);  ///< blank-separated

/// An item of a Delphi list, fired through an indicator of its own.
risk::Observation firedItem(const QString &item);

/// A person of known age and kind of exploitation.
risk::Person adult(risk::Person::Exploitation exploitation = risk::Person::Exploitation::Labour);
risk::Person child(risk::Person::Exploitation exploitation = risk::Person::Exploitation::Labour);

}  // namespace amparo::test
