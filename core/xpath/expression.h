#pragma once

#include "base/result.h"
#include "xpath/environment.h"
#include "xpath/value.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace amparo {
class ReadArchive;
class WriteArchive;
}  // namespace amparo

namespace amparo::xpath {

struct Program;

/// Where names in an expression belong.
struct Namespaces {
    enum class Unprefixed {
        NoNamespace,   ///< as XPath 1.0 has it
        AnyNamespace,  ///< as ODK's clients do: `/data/a` finds `a` in whatever default namespace the form
                       ///< has
    };
    QHash<QString, QString> uriByPrefix = {};
    Unprefixed unprefixed = Unprefixed::NoNamespace;
};

/// What becomes of a call of an unknown function, or with a wrong number of arguments.
enum class BadCalls {
    Refuse,           ///< the expression does not compile, so that a form is refused when it is loaded
    FailWhenReached,  ///< evaluation fails there, as in ODK's clients: `false() and nonsense()` is false
};

struct SyntaxError {
    QString message;         ///< English sentence, names what is wrong and, where it can, what may be meant
    qsizetype position = 0;  ///< character of the expression, from 0

    bool operator==(const SyntaxError &) const = default;
};

/// One place that an expression reads, as steps from where it starts. Paths inside predicates are told from
/// the same start as the path around them: `/d/r[x = ../y]/z` reads `/d/r/z`, `/d/r/x` and `/d/r/../y`.
struct Reference {
    enum class Start {
        Document,  ///< `/…`: the primary instance
        Context,   ///< relative, or `current()/…`: the node at which the expression is evaluated
        Instance,  ///< `instance('id')/…`, `pulldata('id', …)`
    };
    struct Step {
        enum class Axis { Child, Attribute, Self, Parent, Descendant, Other };
        /// Descendant: anything below that has the name, or without a name also the node itself (`//`).
        /// Other: anywhere in the document.
        Axis axis = Axis::Child;
        QString name;             ///< local name; empty: any
        QString namespaceUri;     ///< empty: none, or any, as Namespaces::unprefixed said
        bool isFiltered = false;  ///< has a predicate

        bool operator==(const Step &) const = default;
    };

    Start start = Start::Document;
    QString instanceId;  ///< empty for another start, and where only evaluation tells which instance
    QList<Step> steps;
    bool readsPosition = false;  ///< argument of `position()`: place among siblings, not content

    bool operator==(const Reference &) const = default;
};

/// Where and with what an expression is evaluated.
struct EvaluationContext {
    Node node;
    const Environment *environment = nullptr;  ///< nullptr: the plain Environment
    const Document *primary = nullptr;         ///< where `/…` starts; nullptr: the document of `node`
    qsizetype position = 1;                    ///< context position and size (XPath 1.0, section 1)
    qsizetype size = 1;

    /// ODK's clients read `/data/repeat/x`, evaluated inside one instance of that repeat, as the `x` of the
    /// same instance. With this set, each step of an absolute path but its last, that has no predicate and
    /// leads to an ancestor of `node`, leads to that ancestor alone.
    bool staysInRepeat = false;

    /// How much work an evaluation may be before it is given up, with a message: a step is a node visited, a
    /// call made, 16 characters of a string-value, or 40 ns of a pattern. The default is some seconds at the
    /// most.
    qint64 maximumSteps = 50'000'000;
};

/// A compiled expression: XPath 1.0 with the functions of the ODK XForms specification (README.md here).
///
/// Limits, each refused with a message: 1,048,576 characters, parentheses, predicates and calls nested 200
/// deep, patterns of 10,000 characters on texts of 100,000 with 200,000 tries of PCRE2's matcher,
/// uuid(10,000), and the steps of EvaluationContext::maximumSteps.
///
/// Immutable, cheap to copy. Thread: any; evaluation uses the documents, which belong to one thread at a
/// time.
class Expression {
public:
    Expression();  ///< of the empty text: ''

    /// Undeclared prefixes and variables are refused here, and calls as `badCalls` says.
    [[nodiscard]] static tl::expected<Expression, SyntaxError>
    compile(QStringView text, const Namespaces &names = {}, BadCalls badCalls = BadCalls::Refuse);

    QString text() const;

    /// InvalidInput: the expression asks what the data cannot answer (no such instance, a node-set where
    /// there is none, too many steps); the detail says which call, never the data.
    [[nodiscard]] Result<Value> evaluate(const EvaluationContext &context) const;

    // The same, already converted, without building what is not asked for.
    [[nodiscard]] Result<QString> evaluateString(const EvaluationContext &context) const;
    [[nodiscard]] Result<double> evaluateNumber(const EvaluationContext &context) const;
    [[nodiscard]] Result<bool> evaluateBoolean(const EvaluationContext &context) const;
    /// InvalidInput also where the expression yields no node-set.
    [[nodiscard]] Result<NodeSet> evaluateNodes(const EvaluationContext &context) const;

    /// Every place it reads, each once, in the order of the text. What `once()` reads of its own node is not
    /// one.
    QList<Reference> references() const;

    /// Where it is nothing but a location path (`/d/a`, `../b`, `instance('x')/root/item`): that path.
    std::optional<Reference> asPath() const;

    bool isConstant() const;  ///< reads no node and no outside: always the same value
    bool
    isVolatile() const;  ///< two evaluations may differ though no data changed: now(), random(), uuid() …
    bool dependsOnLanguage() const;  ///< jr:itext(), jr:choice-name(), format-date() with names
    bool readsOwnValue() const;      ///< once()
    bool countsNodes() const;        ///< count(), join(): depends on Environment::isHidden()

private:
    friend void transfer(WriteArchive &archive, Expression &expression);
    friend void transfer(ReadArchive &archive, Expression &expression);
    explicit Expression(std::shared_ptr<const Program> program) : m_program(std::move(program)) {}

    std::shared_ptr<const Program> m_program;
};

/// Names of all functions, sorted, for messages and documentation.
QStringList functionNames();

}  // namespace amparo::xpath
