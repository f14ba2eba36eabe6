// Boolean functions of XPath 1.0 (section 4.3), choices between values, and ODK's checklists.

#include "xpath/functions.h"

#include <cmath>

namespace amparo::xpath {

namespace {

Value boolean(Arguments &in) { return in.boolean(0); }
Value negation(Arguments &in) { return !in.boolean(0); }
Value alwaysTrue(Arguments &) { return true; }
Value alwaysFalse(Arguments &) { return false; }

Value booleanFromString(Arguments &in)
{
    const auto text = in.string(0);
    return text == QLatin1String("1") || text == QLatin1String("true");
}

// Only the branch that is taken is evaluated, and it keeps its type, as in JavaRosa.
Value choose(Arguments &in) { return in.value(in.boolean(0) ? 1 : 2); }

// JavaRosa's: the first argument, computed again whenever one of the others changes.
Value first(Arguments &in) { return in.value(0); }

Value coalesce(Arguments &in)
{
    for (qsizetype i = 0; i + 1 < in.count(); ++i) {
        auto value = in.value(i);
        const auto text = value.toString();
        if (!text.isEmpty() && !(value.isNumber() && std::isnan(value.toNumber())))
            return value.isNodeSet() ? Value(text) : value;
    }
    auto last = in.value(in.count() - 1);
    return last.isNodeSet() ? Value(last.toString()) : last;
}

// What has been answered before stays; else the argument is evaluated.
Value once(Arguments &in)
{
    const auto current = in.evaluator().text(in.focus().node);
    return current.isEmpty() ? in.value(0) : Value(current);
}

/// Which answers of an argument count on a checklist: of nodes those that say anything, as in ODK's clients.
std::vector<bool> answers(Arguments &in, qsizetype i)
{
    const auto value = in.value(i);
    if (!value.isNodeSet())
        return {value.toBoolean()};
    std::vector<bool> all;
    for (const auto &node : value.nodes())
        all.push_back(!in.evaluator().text(node).trimmed().isEmpty());
    return all;
}

/// A negative bound does not bind.
bool isBetween(double number, double least, double most)
{
    return (least < 0 || number >= least) && (most < 0 || number <= most);
}

Value checklist(Arguments &in)
{
    double count = 0;
    for (qsizetype i = 2; i < in.count(); ++i) {
        for (const bool answer : answers(in, i))
            count += answer ? 1 : 0;
    }
    return isBetween(count, in.number(0), in.number(1));
}

Value weightedChecklist(Arguments &in)
{
    double total = 0;
    for (qsizetype i = 2; i + 1 < in.count(); i += 2) {
        const auto flags = answers(in, i);
        const auto weights = in.value(i + 1);
        for (std::size_t j = 0; j < flags.size(); ++j) {
            if (!flags[j])
                continue;
            if (!weights.isNodeSet())
                total += in.evaluator().number(weights);
            else if (j < weights.nodes().size())
                total += in.evaluator().number(in.evaluator().text(weights.nodes()[j]));
        }
    }
    return isBetween(total, in.number(0), in.number(1));
}

const Function list[] = {
    {QLatin1String("boolean"), 1, 1, boolean},
    {QLatin1String("not"), 1, 1, negation},
    {QLatin1String("true"), 0, 0, alwaysTrue},
    {QLatin1String("false"), 0, 0, alwaysFalse},
    {QLatin1String("boolean-from-string"), 1, 1, booleanFromString},
    {QLatin1String("if"), 3, 3, choose, Function::PassesNodes},
    {QLatin1String("depend"), 1, Function::anyNumber, first, Function::PassesNodes},
    {QLatin1String("coalesce"), 2, Function::anyNumber, coalesce},
    {QLatin1String("once"), 1, 1, once, Function::OwnValue},
    {QLatin1String("checklist"), 2, Function::anyNumber, checklist},
    {QLatin1String("weighted-checklist"), 2, Function::anyNumber, weightedChecklist, {}, 2},
};

}  // namespace

std::span<const Function> booleanFunctions() { return list; }

}  // namespace amparo::xpath
