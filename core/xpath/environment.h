#pragma once

#include "base/clock.h"
#include "xpath/document.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace amparo::xpath {

/// What expressions ask of the form session around them. The base class answers for an expression that stands
/// alone: no instances, no translations, the computer's clock, zone and chance.
class Environment {
public:
    virtual ~Environment() = default;

    /// The root of a secondary instance (`instance('id')`): its document node. nullopt: no such instance.
    virtual std::optional<Node> instance(const QString &id) const;

    /// Label of the choice `value` of the question at `path` (as written in the form), in the active
    /// language. `context` is the node at which the expression is evaluated. nullopt: no such question or
    /// choice.
    virtual std::optional<QString> choiceName(const QString &value, const QString &path, Node context) const;

    /// Text of an itext id in the active language.
    virtual std::optional<QString> itext(const QString &id) const;

    /// Version of the form, for `version()`.
    virtual QString version() const;

    /// BCP 47 tag of the active language, for month and day names.
    virtual QString language() const;

    /// Whether a node is not there for functions that count nodes or set them in a row, as ODK's JavaRosa has
    /// it of what is not relevant.
    virtual bool isHidden(Node node) const;

    virtual const Clock &clock() const;
    virtual QTimeZone timeZone() const;

    /// From 0 (included) to 1 (excluded).
    virtual double random() const;
};

}  // namespace amparo::xpath
