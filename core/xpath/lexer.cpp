#include "xpath/lexer.h"

namespace amparo::xpath {

namespace {

bool isBlank(QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\u00a0'; }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// Near enough to NCName (Namespaces in XML 1.0): what no XML name holds finds no node.
bool startsName(QChar c) { return c == u'_' || c.isLetter() || c.isSurrogate(); }
bool continuesName(QChar c)
{
    return startsName(c) || isDigit(c) || c == u'-' || c == u'.' || c.isMark() || c.isDigit();
}

}  // namespace

void Lexer::advance()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
    m_current = scan();
}

void Lexer::cut(qsizetype length)
{
    m_current.text = m_current.text.first(length);
    m_at = m_current.position + length;
}

QChar Lexer::next() const
{
    auto at = m_at;
    while (at < m_text.size() && isBlank(m_text[at]))
        ++at;
    return at < m_text.size() ? m_text[at] : QChar();
}

bool Lexer::isFollowedByAxis() const
{
    auto at = m_at;
    while (at < m_text.size() && isBlank(m_text[at]))
        ++at;
    return m_text.sliced(at).startsWith(u"::");
}

Token Lexer::symbol(Token::Kind kind, qsizetype length)
{
    const Token token{kind, m_text.sliced(m_at, length), m_at};
    m_at += length;
    return token;
}

Token Lexer::scan()
{
    using Kind = Token::Kind;
    if (m_at >= m_text.size())
        return {Kind::End, {}, m_text.size()};
    const QChar c = m_text[m_at];
    const QChar after = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
    if (startsName(c))
        return scanName();
    if (isDigit(c) || (c == u'.' && isDigit(after)))
        return scanNumber();
    switch (c.unicode()) {
    case u'"':
    case u'\'':
        return scanLiteral();
    case u'(':
        return symbol(Kind::OpenParenthesis, 1);
    case u')':
        return symbol(Kind::CloseParenthesis, 1);
    case u'[':
        return symbol(Kind::OpenBracket, 1);
    case u']':
        return symbol(Kind::CloseBracket, 1);
    case u'.':
        return after == u'.' ? symbol(Kind::DotDot, 2) : symbol(Kind::Dot, 1);
    case u'@':
        return symbol(Kind::At, 1);
    case u',':
        return symbol(Kind::Comma, 1);
    case u':':
        return after == u':' ? symbol(Kind::ColonColon, 2) : symbol(Kind::Invalid, 1);
    case u'/':
        return after == u'/' ? symbol(Kind::SlashSlash, 2) : symbol(Kind::Slash, 1);
    case u'|':
        return symbol(Kind::Bar, 1);
    case u'+':
        return symbol(Kind::Plus, 1);
    case u'-':
        return symbol(Kind::Minus, 1);
    case u'=':
        return symbol(Kind::Equal, 1);
    case u'!':
        return after == u'=' ? symbol(Kind::NotEqual, 2) : symbol(Kind::Invalid, 1);
    case u'<':
        return after == u'=' ? symbol(Kind::LessOrEqual, 2) : symbol(Kind::Less, 1);
    case u'>':
        return after == u'=' ? symbol(Kind::GreaterOrEqual, 2) : symbol(Kind::Greater, 1);
    case u'*':
        return symbol(Kind::Star, 1);
    case u'$':
        return symbol(Kind::Dollar, 1);
    default:
        return symbol(Kind::Invalid, 1);
    }
}

Token Lexer::scanName()
{
    const auto start = m_at;
    const auto takePart = [&] {
        while (m_at < m_text.size() && continuesName(m_text[m_at]))
            ++m_at;
    };
    takePart();
    if (m_at + 1 < m_text.size() && m_text[m_at] == u':') {
        const QChar after = m_text[m_at + 1];
        if (after == u'*') {
            const Token token{Token::Kind::PrefixStar, m_text.sliced(start, m_at - start), start};
            m_at += 2;
            return token;
        }
        if (startsName(after)) {
            ++m_at;
            takePart();
        }
    }
    return {Token::Kind::Name, m_text.sliced(start, m_at - start), start};
}

Token Lexer::scanNumber()
{
    const auto start = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at]))
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == u'.') {
        ++m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
    }
    return {Token::Kind::Number, m_text.sliced(start, m_at - start), start};
}

Token Lexer::scanLiteral()
{
    const auto start = m_at;
    const auto end = m_text.indexOf(m_text[start], start + 1);
    if (end < 0)
        return symbol(Token::Kind::Invalid, 1);
    m_at = end + 1;
    return {Token::Kind::Literal, m_text.sliced(start + 1, end - start - 1), start};
}

}  // namespace amparo::xpath
