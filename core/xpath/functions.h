#pragma once

// The functions that expressions can call; for the sources of this room only.

#include "xpath/ast.h"
#include "xpath/evaluator.h"

#include <QFlags>
#include <QLatin1String>

#include <limits>
#include <span>

namespace amparo::xpath {

/// What one call of a function sees: its arguments, converted as they are asked for, and where it stands.
class Arguments {
public:
    Arguments(Evaluator &evaluator, const Call &call, const Focus &focus)
        : m_evaluator(evaluator), m_call(call), m_focus(focus)
    {}

    qsizetype count() const { return qsizetype(m_call.arguments.size()); }
    Value value(qsizetype i) { return m_evaluator.value(expr(i), m_focus); }
    QString string(qsizetype i) { return m_evaluator.string(expr(i), m_focus); }
    double number(qsizetype i) { return m_evaluator.number(expr(i), m_focus); }
    bool boolean(qsizetype i) { return m_evaluator.boolean(expr(i), m_focus); }
    /// Fails the evaluation where the argument is no node-set.
    NodeSet nodes(qsizetype i);
    /// The string-values of all nodes of a node-set that are not hidden, or the one string of another value,
    /// of all arguments from `i` on.
    QStringList strings(qsizetype from);

    const Expr &expr(qsizetype i) const { return *m_call.arguments[std::size_t(i)]; }
    const Focus &focus() const { return m_focus; }
    Evaluator &evaluator() { return m_evaluator; }
    const Environment &environment() const { return m_evaluator.environment(); }
    QString functionName() const;

    /// Ends the evaluation with `name(): reason`.
    Value fail(const QString &reason);

private:
    Evaluator &m_evaluator;
    const Call &m_call;
    const Focus &m_focus;
};

struct Function {
    enum Trait {
        Volatile = 1,                ///< may answer otherwise without any change of data
        Language = 2,                ///< the answer depends on the active language
        OwnValue = 4,                ///< reads the value of the node that is computed
        Focus = 8,                   ///< reads the context node, position or size
        FocusWithoutArguments = 16,  ///< does so where it has no argument, and then it is `.` what it reads
        ReadsPosition = 32,          ///< of its argument only the place counts
        Outside = 64,                ///< reads what neither the data nor the expression say
        PassesNodes = 128,           ///< yields nodes of its arguments
        CountsNodes = 256,           ///< tells an empty node from none
    };
    Q_DECLARE_FLAGS(Traits, Trait)

    static constexpr int anyNumber = std::numeric_limits<int>::max();

    QLatin1String name;
    int fewest;
    int most;
    Value (*evaluate)(Arguments &);
    Traits traits = {};
    int every = 1;  ///< arguments beyond the fewest come in groups of this size

    /// What is wrong with that many arguments; empty where nothing is.
    QString wrongArity(int given) const;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Function::Traits)

// One list for each source file.
std::span<const Function> stringFunctions();
std::span<const Function> textFunctions();
std::span<const Function> numberFunctions();
std::span<const Function> booleanFunctions();
std::span<const Function> nodeFunctions();
std::span<const Function> repeatFunctions();
std::span<const Function> dateFunctions();
std::span<const Function> geoFunctions();

/// nullptr: there is none of that name.
const Function *findFunction(QStringView name);

/// What to say of a function that is not there; it names one that is and is most like it, where one is close.
QString unknownFunction(QStringView name);

}  // namespace amparo::xpath
