#pragma once

#include "risk/assessment.h"

#include <QList>

namespace amparo::desktop {

/// How far the answers show one of the three elements of trafficking (Trafficking Protocol, article 3).
///
/// The act (recruitment, transport, transfer, harbouring, receipt) has no dimension of its own in the Delphi
/// lists: an item of any dimension tells of somebody recruited, moved or received. A child needs no means:
/// article 3(c).
struct ElementProgress {
    enum class Element { Act, Means, Purpose };
    enum class State { Open, Begun, Indicated, NotNeeded };

    Element element = Element::Act;
    State state = State::Open;

    bool operator==(const ElementProgress &) const = default;
};

/// Empty for models that know no dimensions.
QList<ElementProgress> elementsOf(const risk::Assessment &assessment);

}  // namespace amparo::desktop
