#include "xpath/grammar.h"

#include <array>

namespace amparo::xpath {

namespace {

using Kind = Token::Kind;

struct AxisName {
    QStringView name;
    Axis axis;
};

constexpr std::array<AxisName, 13> axisNames{{
    {u"ancestor", Axis::Ancestor},
    {u"ancestor-or-self", Axis::AncestorOrSelf},
    {u"attribute", Axis::Attribute},
    {u"child", Axis::Child},
    {u"descendant", Axis::Descendant},
    {u"descendant-or-self", Axis::DescendantOrSelf},
    {u"following", Axis::Following},
    {u"following-sibling", Axis::FollowingSibling},
    {u"namespace", Axis::Namespace},
    {u"parent", Axis::Parent},
    {u"preceding", Axis::Preceding},
    {u"preceding-sibling", Axis::PrecedingSibling},
    {u"self", Axis::Self},
}};

}  // namespace

std::optional<Axis> axisNamed(QStringView name)
{
    for (const auto &known : axisNames) {
        if (name == known.name)
            return known.axis;
    }
    return std::nullopt;
}

bool isNodeType(QStringView name)
{
    return name == u"node" || name == u"text" || name == u"comment" || name == u"processing-instruction";
}

bool startsStep(const Token &token)
{
    switch (token.kind) {
    case Kind::Name:
    case Kind::Star:
    case Kind::PrefixStar:
    case Kind::Dot:
    case Kind::DotDot:
    case Kind::At:
        return true;
    default:
        return false;
    }
}

qsizetype operatorBeforeNumber(QStringView name)
{
    for (const QStringView word : {u"or", u"and", u"div", u"mod"}) {
        if (name.size() > word.size() && name.startsWith(word) && name[word.size()] >= u'0' &&
            name[word.size()] <= u'9')
            return word.size();
    }
    return 0;
}

std::optional<Operator> binaryOperator(const Token &token, int level)
{
    const auto named = [&](QStringView name) { return token.kind == Kind::Name && token.text == name; };
    switch (level) {
    case 0:
        return named(u"or") ? std::optional(Operator::Or) : std::nullopt;
    case 1:
        return named(u"and") ? std::optional(Operator::And) : std::nullopt;
    case 2:
        if (token.kind == Kind::Equal)
            return Operator::Equal;
        return token.kind == Kind::NotEqual ? std::optional(Operator::NotEqual) : std::nullopt;
    case 3:
        switch (token.kind) {
        case Kind::Less:
            return Operator::Less;
        case Kind::LessOrEqual:
            return Operator::LessOrEqual;
        case Kind::Greater:
            return Operator::Greater;
        case Kind::GreaterOrEqual:
            return Operator::GreaterOrEqual;
        default:
            return std::nullopt;
        }
    case 4:
        if (token.kind == Kind::Plus)
            return Operator::Add;
        return token.kind == Kind::Minus ? std::optional(Operator::Subtract) : std::nullopt;
    case 5:
        if (token.kind == Kind::Star)
            return Operator::Multiply;
        if (named(u"div"))
            return Operator::Divide;
        return named(u"mod") ? std::optional(Operator::Modulo) : std::nullopt;
    default:
        return token.kind == Kind::Bar ? std::optional(Operator::Union) : std::nullopt;
    }
}

}  // namespace amparo::xpath
