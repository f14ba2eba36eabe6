#pragma once

#include "xpath/document.h"

#include <QString>

#include <variant>
#include <vector>

namespace amparo::xpath {

/// Nodes without duplicates, in document order unless a function (`randomize`) gave them another.
using NodeSet = std::vector<Node>;

/// What an expression yields: one of XPath 1.0's four types. ODK's dates are strings in ISO 8601 that convert
/// to numbers as days since 1970-01-01 UTC (ODK XForms specification, `number()`).
class Value {
public:
    enum class Type { String, Number, Boolean, NodeSet };

    Value() : m_value(QString()) {}
    Value(QString text) : m_value(std::move(text)) {}
    Value(double number) : m_value(number) {}
    Value(bool boolean) : m_value(boolean) {}
    Value(NodeSet nodes) : m_value(std::move(nodes)) {}
    template <class T> Value(T *) = delete;  // a pointer would otherwise become a boolean

    Type type() const { return static_cast<Type>(m_value.index()); }
    bool isString() const { return type() == Type::String; }
    bool isNumber() const { return type() == Type::Number; }
    bool isBoolean() const { return type() == Type::Boolean; }
    bool isNodeSet() const { return type() == Type::NodeSet; }

    // Conversions of XPath 1.0, sections 3.2 and 4.2 to 4.4; a node-set answers for its first node.
    QString toString() const;
    double toNumber() const;
    bool toBoolean() const;
    /// The nodes; empty for any other type.
    const NodeSet &nodes() const;

private:
    std::variant<QString, double, bool, NodeSet> m_value;
};

/// Number to string (XPath 1.0, section 4.2): decimal, without exponent, as few digits as tell it apart;
/// "NaN", "Infinity", "-Infinity". Minus zero is "0".
QString formatNumber(double number);

/// String to number: XPath 1.0's form, and ODK's: an exponent, or an ISO 8601 date (with or without time),
/// which counts the days since 1970-01-01 UTC; a time without offset and a bare date are in the local time
/// zone of the computer. Anything else is NaN.
double parseNumber(QStringView text);

}  // namespace amparo::xpath
