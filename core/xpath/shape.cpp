#include "xpath/shape.h"

namespace amparo::xpath {

namespace {

const NodeTest *keyChild(const Expr &expr)
{
    const auto *path = std::get_if<Path>(&expr.node);
    if (!path || path->start != Path::Start::Context || path->steps.size() != 1 || !path->isPlain)
        return nullptr;
    const auto &step = path->steps.front();
    return step.axis == Axis::Child && step.test.kind == NodeTest::Kind::Name && !step.test.local.isEmpty()
               ? &step.test
               : nullptr;
}

}  // namespace

void mergeDescendants(std::vector<Step> &steps)
{
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto &before = steps[i - 1];
        const bool isGap = before.axis == Axis::DescendantOrSelf && before.predicates.empty() &&
                           before.test.kind == NodeTest::Kind::AnyNode;
        if (isGap && steps[i].axis == Axis::Child && steps[i].predicates.empty()) {
            steps[i].axis = Axis::Descendant;
            steps.erase(steps.begin() + qsizetype(i) - 1);
        }
    }
}

bool arePlain(const std::vector<Step> &steps)
{
    bool goesDown = false;
    for (const auto &step : steps) {
        if (!step.predicates.empty())
            return false;
        if (step.axis == Axis::Child || step.axis == Axis::Attribute)
            goesDown = true;
        else if (step.axis != Axis::Self && (step.axis != Axis::Parent || goesDown))
            return false;
    }
    return true;
}

std::optional<KeyLookup> keyLookup(const Expr &test)
{
    const auto *chain = std::get_if<Chain>(&test.node);
    if (!chain)
        return std::nullopt;
    if (chain->rest.front().op == Operator::And) {
        auto lookup = keyLookup(*chain->first);
        if (lookup)
            lookup->isWhole = false;
        return lookup;
    }
    if (chain->rest.size() != 1 || chain->rest.front().op != Operator::Equal)
        return std::nullopt;
    const Expr &left = *chain->first;
    const Expr &right = *chain->rest.front().operand;
    if (const auto *key = keyChild(left); key && !right.readsFocus)
        return KeyLookup{key, &right, true};
    if (const auto *key = keyChild(right); key && !left.readsFocus)
        return KeyLookup{key, &left, true};
    return std::nullopt;
}

}  // namespace amparo::xpath
