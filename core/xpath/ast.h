#pragma once

// The compiled form of an expression; for the sources of this room only.

#include "xpath/expression.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace amparo::xpath {

struct Function;
struct Expr;
using ExprPtr = std::unique_ptr<const Expr>;

enum class Axis {
    Ancestor,
    AncestorOrSelf,
    Attribute,
    Child,
    Descendant,
    DescendantOrSelf,
    Following,
    FollowingSibling,
    Namespace,
    Parent,
    Preceding,
    PrecedingSibling,
    Self,
};

/// A number that was right the last time. Shared by threads, and only ever a guess that is checked.
class Guess {
public:
    Guess() = default;
    Guess(const Guess &other) noexcept : m_number(other.number()) {}
    Guess &operator=(const Guess &other) noexcept
    {
        note(other.number());
        return *this;
    }

    quint32 number() const { return m_number.load(std::memory_order_relaxed); }
    void note(quint32 number) const { m_number.store(number, std::memory_order_relaxed); }

private:
    mutable std::atomic<quint32> m_number{0};
};

struct NodeTest {
    enum class Kind { Name, AnyNode, Text, Comment, ProcessingInstruction };
    Kind kind = Kind::Name;
    QString local = {};  ///< empty: any; of a processing instruction, its target
    QString uri = {};
    Namespaces::Unprefixed unprefixed = Namespaces::Unprefixed::NoNamespace;
    Guess localId = {};  ///< of `local` in the document it was last looked for in

    bool isAnyNamespace() const { return unprefixed == Namespaces::Unprefixed::AnyNamespace; }
};

/// `key = value` as (part of) a predicate, where `key` is a child by name and `value` does not depend on the
/// node that is tested: such a predicate can be answered from an index.
struct KeyLookup {
    const NodeTest *key = nullptr;  ///< both inside the predicate
    const Expr *value = nullptr;
    bool isWhole = false;  ///< the predicate says nothing else
};

struct Predicate {
    ExprPtr test;
    std::optional<KeyLookup> lookup;
};

struct Step {
    Axis axis = Axis::Child;
    NodeTest test;
    std::vector<Predicate> predicates;
};

struct NumberLiteral {
    double number;
};

struct StringLiteral {
    QString text;
};

struct Negation {
    ExprPtr operand;
};

enum class Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Union,
};

/// Operands of one precedence, from left to right. One list instead of nested pairs: a sum of a thousand
/// questions is no deeper than one of two.
struct Chain {
    struct Link {
        Operator op;
        ExprPtr operand;
    };
    ExprPtr first;
    std::vector<Link> rest;
};

struct Path {
    enum class Start { Root, Context, Base };
    Start start = Start::Context;
    ExprPtr base;  ///< of Start::Base: the expression that yields where the steps begin
    std::vector<Predicate> basePredicates;
    std::vector<Step> steps;
    bool isPlain =
        false;  ///< name steps along child, attribute, self and leading parent axes, without predicates
};

struct Call {
    const Function *function;
    std::vector<ExprPtr> arguments;
};

/// A call that cannot succeed, of BadCalls::FailWhenReached.
struct BadCall {
    QString reason;
};

struct Expr {
    std::variant<NumberLiteral, StringLiteral, Negation, Chain, Path, Call, BadCall> node;
    bool readsFocus = false;  ///< its value depends on the context node, position or size, or on chance
};

/// A compiled expression and what is known of it beforehand.
struct Program {
    QString text;
    ExprPtr root;
    QList<Reference> references;
    std::optional<Reference> path;
    bool isConstant = true;
    bool isVolatile = false;
    bool dependsOnLanguage = false;
    bool readsOwnValue = false;
    bool countsNodes = false;
};

/// Parses `text` (recursive descent over XPath 1.0's grammar, section 3).
tl::expected<ExprPtr, SyntaxError> parseExpression(QStringView text, const Namespaces &names,
                                                   BadCalls badCalls);

/// Fills in everything of `program` that follows from its root.
void analyse(Program &program);

}  // namespace amparo::xpath
