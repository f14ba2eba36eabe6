#pragma once

// Walks a compiled expression; for the sources of this room only.

#include "xpath/ast.h"
#include "xpath/expression.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace amparo::xpath {

/// Where (a part of) an expression stands: XPath 1.0's context node, position and size.
struct Focus {
    Node node;
    qsizetype position = 1;
    qsizetype size = 1;
};

/// One evaluation. After a failure every answer is empty, so that functions need not look; the caller asks at
/// the end.
class Evaluator {
public:
    explicit Evaluator(const EvaluationContext &context);

    Value value(const Expr &expr, const Focus &focus);
    QString string(const Expr &expr, const Focus &focus);
    double number(const Expr &expr, const Focus &focus);
    bool boolean(const Expr &expr, const Focus &focus);
    /// The nodes, or a failure where the expression yields none; `what` names who wants them.
    NodeSet nodes(const Expr &expr, const Focus &focus, const QString &what);

    // The same of a value that is there; dates without offset are in the time zone of the environment.
    double number(const Value &value);
    double number(const QString &text);

    /// The string-value, whose length counts as work: an element near the root holds most of the document.
    QString text(const Node &node);

    /// The environment's time zone, which is dear to make.
    const QTimeZone &zone();

    const EvaluationContext &context() const { return m_context; }
    const Environment &environment() const { return m_environment; }
    Focus focus() const { return {m_context.node, m_context.position, m_context.size}; }

    void fail(const QString &reason);
    bool hasFailed() const { return !m_failure.isEmpty(); }
    const QString &failure() const { return m_failure; }

    /// Counts work; false once there has been too much of it, or a failure.
    bool step(qint64 count = 1)
    {
        m_steps -= count;
        return m_steps >= 0 || giveUp();
    }

    /// Evaluates paths for `read` without ODK's stay in the own repeat (EvaluationContext::staysInRepeat).
    NodeSet nodesOfAllRepeats(const Expr &expr, const Focus &focus, const QString &what);

    static void sort(NodeSet &nodes);
    /// Takes twins out where there may be many of them, so that a set that is being gathered stays as small
    /// as the document; `different` is for this function alone, from 0.
    static void keepSmall(NodeSet &nodes, std::size_t &different);

private:
    friend class PathWalk;

    /// An operand of a sum or product.
    struct Term {
        double number;
        QDate day = {};  ///< where it is a bare date
    };

    Value chain(const Chain &chain, const Focus &focus);
    Value comparison(const Chain &chain, const Focus &focus);
    Value arithmetic(const Chain &chain, const Focus &focus);
    Term term(const Expr &expr, const Focus &focus);
    Term term(const QString &text);
    Term computed(Operator op, const Term &left, const Term &right);
    bool logical(const Chain &chain, const Focus &focus);
    NodeSet unite(const Chain &chain, const Focus &focus);
    Value call(const Call &call, const Focus &focus);
    NodeSet path(const Path &path, const Focus &focus);
    Node firstNode(const Path &path, const Focus &focus);
    bool giveUp();

    const EvaluationContext &m_context;
    const Environment &m_environment;
    std::optional<QTimeZone> m_zone;
    QString m_failure;
    qint64 m_steps;
    bool m_staysInRepeat;
};

/// Comparison of two values (XPath 1.0, section 3.4). Numbers that differ by rounding only are equal, as in
/// ODK.
bool compare(Evaluator &evaluator, Operator op, const Value &left, const Value &right);

}  // namespace amparo::xpath
