#include "app/desktop/screening/elements.h"

namespace amparo::desktop {

namespace {

using State = ElementProgress::State;

State furthest(const QList<risk::DimensionResult> &dimensions, const QStringList &elements)
{
    State state = State::Open;
    for (const risk::DimensionResult &dimension : dimensions) {
        if (!elements.contains(dimension.dimension.element))
            continue;
        if (dimension.isPositive())
            return State::Indicated;
        if (!dimension.items.isEmpty())
            state = State::Begun;
    }
    return state;
}

}  // namespace

QList<ElementProgress> elementsOf(const risk::Assessment &assessment)
{
    using Element = ElementProgress::Element;
    const QString means = QStringLiteral("means");
    const QString meansKept = QStringLiteral("means_kept");
    const QString purpose = QStringLiteral("purpose");
    const QList<risk::DimensionResult> dimensions = assessment.dimensions();
    if (dimensions.isEmpty())
        return {};
    return {{Element::Act, furthest(dimensions, {means, meansKept, purpose})},
            {Element::Means, assessment.child ? State::NotNeeded : furthest(dimensions, {means, meansKept})},
            {Element::Purpose, furthest(dimensions, {purpose})}};
}

}  // namespace amparo::desktop
