#pragma once

#include "xpath/document.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <variant>
#include <vector>

namespace amparo::xpath {

/// Nodes without duplicates, in document order unless a function (`randomize`) gave them another.
using NodeSet = std::vector<Node>;

/// A date, or a date and time, as `date()`, `today()` and `now()` yield it. It reads as a string in ISO 8601
/// and counts as days since 1970-01-01 UTC.
struct Moment {
    QDateTime at;  ///< of a bare date only the date means anything
    bool hasTime = false;

    /// "2026-03-02", or "2026-03-02T14:00:00.000-05:00".
    QString toString() const;
    /// Days since 1970-01-01T00:00 UTC; a bare date counts from its first moment in `zone`, as in ODK's
    /// clients.
    double days(const QTimeZone &zone) const;

    static Moment ofDate(QDate date) { return {QDateTime(date, QTime(0, 0), Qt::UTC), false}; }
    static Moment ofTime(const QDateTime &at) { return {at, true}; }

    bool operator==(const Moment &) const = default;
};

/// Reads "2026-03-02" (month and day may lack their zero), alone or with a time; a time without offset is in
/// `zone`, or in the computer's zone where there is none. nullopt: not a date, or none in the calendar.
std::optional<Moment> parseMoment(QStringView text, const QTimeZone *zone = nullptr);

/// What an expression yields: one of XPath 1.0's four types, or a date, which is one of its strings.
class Value {
public:
    enum class Type { String, Number, Boolean, Nodes };

    Value() : m_value(QString()) {}
    Value(QString text) : m_value(std::move(text)) {}
    Value(double number) : m_value(number) {}
    Value(bool boolean) : m_value(boolean) {}
    Value(NodeSet nodes) : m_value(std::move(nodes)) {}
    Value(Moment moment) : m_value(std::move(moment)) {}
    template <class T> Value(T *) = delete;  // a pointer would otherwise become a boolean

    Type type() const { return moment() ? Type::String : static_cast<Type>(m_value.index()); }
    bool isString() const { return type() == Type::String; }
    bool isNumber() const { return type() == Type::Number; }
    bool isBoolean() const { return type() == Type::Boolean; }
    bool isNodeSet() const { return type() == Type::Nodes; }

    // Conversions of XPath 1.0, sections 3.2 and 4.2 to 4.4; a node-set answers for its first node. Dates
    // count in the computer's time zone.
    QString toString() const;
    double toNumber() const;
    bool toBoolean() const;
    /// The nodes; empty for any other type.
    const NodeSet &nodes() const &;
    NodeSet nodes() &&;
    /// Where it is a date; else nullptr.
    const Moment *moment() const { return std::get_if<Moment>(&m_value); }

private:
    std::variant<QString, double, bool, NodeSet, Moment> m_value;
};

/// Number to string (XPath 1.0, section 4.2): decimal, without exponent, as few digits as tell it apart;
/// "NaN", "Infinity", "-Infinity". Minus zero is "0".
QString formatNumber(double number);

/// String to number: XPath 1.0's form (section 4.4), or ODK's, a date with or without time, as Moment::days()
/// counts it in `zone`, or in the computer's zone where there is none. Anything else, also an exponent or
/// "Infinity", is NaN.
double parseNumber(QStringView text, const QTimeZone *zone = nullptr);

}  // namespace amparo::xpath
