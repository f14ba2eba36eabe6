#pragma once

#include <QString>
#include <QStringView>

namespace amparo::xpath {

struct Token {
    enum class Kind {
        End,
        Invalid,  ///< text() is what is wrong with it
        Name,     ///< NCName or prefix:NCName
        Number,
        Literal,  ///< without its quotes
        Star,
        PrefixStar,  ///< prefix:*, the text being the prefix
        OpenParenthesis,
        CloseParenthesis,
        OpenBracket,
        CloseBracket,
        Dot,
        DotDot,
        At,
        Comma,
        ColonColon,
        Slash,
        SlashSlash,
        Bar,
        Plus,
        Minus,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Dollar,
    };

    Kind kind = Kind::End;
    QStringView text;
    qsizetype position = 0;
};

/// Splits an expression into tokens (XPath 1.0, section 3.7), one ahead. Whether a name is an operator is
/// left to the parser, which knows what may stand there.
class Lexer {
public:
    explicit Lexer(QStringView text) : m_text(text) { advance(); }

    const Token &current() const { return m_current; }
    void advance();

    /// Ends the current token, a name, after `length` characters: what follows becomes the next one.
    void cut(qsizetype length);

    /// The first character that is not blank, from the end of the current token on.
    QChar next() const;
    /// Whether the current token is followed by `::`.
    bool isFollowedByAxis() const;

private:
    Token scan();
    Token scanName();
    Token scanNumber();
    Token scanLiteral();
    Token symbol(Token::Kind kind, qsizetype length);

    QStringView m_text;
    qsizetype m_at = 0;
    Token m_current;
};

}  // namespace amparo::xpath
