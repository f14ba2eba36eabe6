#include "xpath/ast.h"
#include "xpath/functions.h"
#include "xpath/grammar.h"
#include "xpath/lexer.h"
#include "xpath/shape.h"

namespace amparo::xpath {

namespace {

constexpr int maximumDepth = 200;
constexpr qsizetype maximumLength = 1024 * 1024;

using Kind = Token::Kind;

class Parser {
public:
    Parser(QStringView text, const Namespaces &names, BadCalls badCalls)
        : m_lexer(text), m_names(names), m_badCalls(badCalls)
    {}

    tl::expected<ExprPtr, SyntaxError> parse()
    {
        auto root = parseExpr();
        if (root && current().kind != Kind::End)
            fail(unexpected());
        if (m_error)
            return tl::make_unexpected(*m_error);
        return root;
    }

private:
    const Token &current() const { return m_lexer.current(); }

    bool take(Kind kind)
    {
        if (current().kind != kind)
            return false;
        m_lexer.advance();
        return true;
    }

    bool expect(Kind kind, const char16_t *what)
    {
        if (take(kind))
            return true;
        fail(QStringLiteral("Expected \"%1\" but found %2.").arg(QString::fromUtf16(what), found()));
        return false;
    }

    QString found() const
    {
        return current().kind == Kind::End ? QStringLiteral("the end")
                                           : u'"' + current().text.toString() + u'"';
    }

    QString unexpected() const
    {
        if (current().kind == Kind::End)
            return QStringLiteral("The expression ends too early.");
        if (current().kind == Kind::Invalid && (current().text == u"'" || current().text == u"\""))
            return QStringLiteral("A text that starts here is never closed.");
        if (current().kind == Kind::Dollar)
            return QStringLiteral("Variables are not supported.");
        return QStringLiteral("Unexpected %1.").arg(found());
    }

    ExprPtr fail(const QString &message) { return failAt(message, current().position); }
    ExprPtr failAt(const QString &message, qsizetype position)
    {
        if (!m_error)
            m_error = SyntaxError{message, position};
        return nullptr;
    }

    template <class Node> static ExprPtr make(Node node, bool readsFocus)
    {
        auto expr = std::make_unique<Expr>();
        expr->node = std::move(node);
        expr->readsFocus = readsFocus;
        return expr;
    }

    ExprPtr parseExpr()
    {
        if (m_depth >= maximumDepth)
            return fail(QStringLiteral("Nested more than %1 deep.").arg(maximumDepth));
        ++m_depth;
        auto expr = parseBinary(0);
        --m_depth;
        return expr;
    }

    ExprPtr parseBinary(int level)
    {
        if (level == unionLevel)  // unary minus binds tighter than multiplication and looser than union
            return parseUnary();
        auto first = parseBinary(level + 1);
        if (current().kind == Kind::Name) {
            if (const auto length = operatorBeforeNumber(current().text); length > 0)
                m_lexer.cut(length);
        }
        return first && binaryOperator(current(), level) ? parseChain(std::move(first), level)
                                                         : std::move(first);
    }

    ExprPtr parseChain(ExprPtr first, int level)
    {
        Chain chain;
        bool readsFocus = first->readsFocus;
        chain.first = std::move(first);
        while (const auto op = binaryOperator(current(), level)) {
            m_lexer.advance();
            auto operand = level == unionLevel ? parsePath() : parseBinary(level + 1);
            if (!operand)
                return nullptr;
            readsFocus = readsFocus || operand->readsFocus;
            chain.rest.push_back({*op, std::move(operand)});
        }
        return make(std::move(chain), readsFocus);
    }

    ExprPtr parseUnary()
    {
        int minuses = 0;
        while (take(Kind::Minus))
            ++minuses;
        auto operand = parsePath();
        if (operand && binaryOperator(current(), unionLevel))
            operand = parseChain(std::move(operand), unionLevel);
        if (!operand || minuses == 0)
            return operand;
        const bool readsFocus = operand->readsFocus;
        auto negated = make(Negation{std::move(operand)}, readsFocus);
        return minuses % 2 == 1 ? std::move(negated) : make(Negation{std::move(negated)}, readsFocus);
    }

    bool startsFilter() const
    {
        switch (current().kind) {
        case Kind::OpenParenthesis:
        case Kind::Literal:
        case Kind::Number:
            return true;
        case Kind::Name:
            return m_lexer.next() == u'(' && !isNodeType(current().text);
        default:
            return false;
        }
    }

    ExprPtr parsePath()
    {
        Path path;
        if (startsFilter()) {
            auto base = parsePrimary();
            if (!base)
                return nullptr;
            const bool isBare = current().kind != Kind::OpenBracket && current().kind != Kind::Slash &&
                                current().kind != Kind::SlashSlash;
            if (isBare)
                return base;
            path.start = Path::Start::Base;
            path.base = std::move(base);
            if (!parsePredicates(path.basePredicates))
                return nullptr;
        } else if (current().kind == Kind::Slash || current().kind == Kind::SlashSlash) {
            path.start = Path::Start::Root;
            if (current().kind == Kind::Slash && !isStepAfterSlash())
                return finish(std::move(path));
        } else if (!startsStep(current())) {
            return fail(unexpected());
        } else if (!parseStep(path.steps)) {
            return nullptr;
        }
        while (current().kind == Kind::Slash || current().kind == Kind::SlashSlash) {
            if (current().kind == Kind::SlashSlash)
                path.steps.push_back({Axis::DescendantOrSelf, {.kind = NodeTest::Kind::AnyNode}, {}});
            m_lexer.advance();
            if (!startsStep(current()))
                return fail(unexpected());
            if (!parseStep(path.steps))
                return nullptr;
        }
        return finish(std::move(path));
    }

    // A lone "/" is the root; it takes the token and tells whether a step follows.
    bool isStepAfterSlash()
    {
        const auto saved = m_lexer;
        m_lexer.advance();
        if (!startsStep(current()))
            return false;
        m_lexer = saved;
        return true;
    }

    static ExprPtr finish(Path path)
    {
        mergeDescendants(path.steps);
        path.isPlain = path.basePredicates.empty() && arePlain(path.steps);
        const bool readsFocus = path.start == Path::Start::Context || (path.base && path.base->readsFocus);
        return make(std::move(path), readsFocus);
    }

    bool parseStep(std::vector<Step> &steps)
    {
        Step step;
        if (take(Kind::Dot)) {
            step = {Axis::Self, {.kind = NodeTest::Kind::AnyNode}, {}};
        } else if (take(Kind::DotDot)) {
            step = {Axis::Parent, {.kind = NodeTest::Kind::AnyNode}, {}};
        } else {
            if (take(Kind::At))
                step.axis = Axis::Attribute;
            else if (current().kind == Kind::Name && m_lexer.isFollowedByAxis() && !parseAxis(step.axis))
                return false;
            if (!parseNodeTest(step))
                return false;
        }
        if (!parsePredicates(step.predicates))
            return false;
        steps.push_back(std::move(step));
        return true;
    }

    bool parseAxis(Axis &axis)
    {
        if (const auto named = axisNamed(current().text)) {
            axis = *named;
            m_lexer.advance();
            return expect(Kind::ColonColon, u"::");
        }
        fail(QStringLiteral("Unknown axis %1.").arg(found()));
        return false;
    }

    bool parseNodeTest(Step &step)
    {
        auto &test = step.test;
        if (take(Kind::Star)) {
            test.unprefixed = Namespaces::Unprefixed::AnyNamespace;
            return true;
        }
        if (current().kind == Kind::PrefixStar) {
            if (!resolve(current().text, test.uri))
                return false;
            m_lexer.advance();
            return true;
        }
        if (current().kind != Kind::Name) {
            fail(unexpected());
            return false;
        }
        if (isNodeType(current().text) && m_lexer.next() == u'(')
            return parseNodeType(test);
        const auto name = current().text;
        if (const auto colon = name.indexOf(u':'); colon >= 0) {
            if (!resolve(name.first(colon), test.uri))
                return false;
            test.local = name.sliced(colon + 1).toString();
        } else {
            test.local = name.toString();
            test.unprefixed =
                step.axis == Axis::Attribute ? Namespaces::Unprefixed::NoNamespace : m_names.unprefixed;
        }
        m_lexer.advance();
        return true;
    }

    bool parseNodeType(NodeTest &test)
    {
        const auto name = current().text;
        test.kind = name == u"node"      ? NodeTest::Kind::AnyNode
                    : name == u"text"    ? NodeTest::Kind::Text
                    : name == u"comment" ? NodeTest::Kind::Comment
                                         : NodeTest::Kind::ProcessingInstruction;
        m_lexer.advance();
        m_lexer.advance();
        if (test.kind == NodeTest::Kind::ProcessingInstruction && current().kind == Kind::Literal) {
            test.local = current().text.toString();
            m_lexer.advance();
        }
        return expect(Kind::CloseParenthesis, u")");
    }

    bool resolve(QStringView prefix, QString &uri)
    {
        static const QString xml = QStringLiteral("http://www.w3.org/XML/1998/namespace");
        const auto found = m_names.uriByPrefix.constFind(prefix.toString());
        if (found != m_names.uriByPrefix.cend())
            uri = *found;
        else if (prefix == u"xml")
            uri = xml;
        else
            fail(QStringLiteral("The namespace prefix \"%1\" is not declared.").arg(prefix));
        return !m_error;
    }

    bool parsePredicates(std::vector<Predicate> &predicates)
    {
        while (take(Kind::OpenBracket)) {
            auto test = parseExpr();
            if (!test || !expect(Kind::CloseBracket, u"]"))
                return false;
            auto lookup = keyLookup(*test);
            predicates.push_back({std::move(test), lookup});
        }
        return true;
    }

    ExprPtr parsePrimary()
    {
        const auto token = current();
        switch (token.kind) {
        case Kind::Number:
            m_lexer.advance();
            return make(NumberLiteral{parseNumber(token.text)}, false);
        case Kind::Literal:
            m_lexer.advance();
            return make(StringLiteral{token.text.toString()}, false);
        case Kind::OpenParenthesis: {
            m_lexer.advance();
            auto inner = parseExpr();
            return inner && expect(Kind::CloseParenthesis, u")") ? std::move(inner) : nullptr;
        }
        default:
            return parseCall();
        }
    }

    ExprPtr badCall(const QString &reason, qsizetype position)
    {
        if (m_badCalls == BadCalls::Refuse)
            return failAt(reason, position);
        return make(BadCall{QStringLiteral("%1 (character %2)").arg(reason).arg(position + 1)}, true);
    }

    ExprPtr parseCall()
    {
        const auto name = current();
        const auto *function = findFunction(name.text);
        if (!function && m_badCalls == BadCalls::Refuse)
            return fail(unknownFunction(name.text));
        m_lexer.advance();
        m_lexer.advance();
        Call call{function, {}};
        bool readsFocus = false;
        if (current().kind != Kind::CloseParenthesis) {
            do {
                auto argument = parseExpr();
                if (!argument)
                    return nullptr;
                readsFocus = readsFocus || argument->readsFocus;
                call.arguments.push_back(std::move(argument));
            } while (take(Kind::Comma));
        }
        if (!expect(Kind::CloseParenthesis, u")"))
            return nullptr;
        if (!function)
            return badCall(unknownFunction(name.text), name.position);
        if (const auto wrong = function->wrongArity(int(call.arguments.size())); !wrong.isEmpty())
            return badCall(wrong, name.position);
        const auto traits = function->traits;
        readsFocus = readsFocus || traits.testFlag(Function::Focus) || traits.testFlag(Function::Volatile) ||
                     traits.testFlag(Function::OwnValue) ||
                     (traits.testFlag(Function::FocusWithoutArguments) && call.arguments.empty());
        return make(std::move(call), readsFocus);
    }

    Lexer m_lexer;
    const Namespaces &m_names;
    const BadCalls m_badCalls;
    std::optional<SyntaxError> m_error;
    int m_depth = 0;
};

}  // namespace

tl::expected<ExprPtr, SyntaxError> parseExpression(QStringView text, const Namespaces &names,
                                                   BadCalls badCalls)
{
    if (text.size() > maximumLength)
        return tl::make_unexpected(
            SyntaxError{QStringLiteral("Longer than %1 characters.").arg(maximumLength), 0});
    return Parser(text, names, badCalls).parse();
}

}  // namespace amparo::xpath
