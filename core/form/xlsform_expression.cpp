// A cell is cut into words by one pattern, whose alternatives are tried in order; only the kinds that some
// question below asks for have a name.

#include "form/xlsform_expression.h"

#include <QRegularExpression>
#include <QStringList>

namespace amparo::form {

namespace {

enum class Word { Literal, Reference, Call, Predicate, PredicateEnd, CallEnd, Step, Sum, Blank, Name, Other };

struct Token {
    Word word;
    qsizetype from;
    qsizetype to;
};

const QRegularExpression &wordPattern()
{
    static const QString name = QStringLiteral("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.\\-]*");
    static const QRegularExpression pattern(
        QStringLiteral("(?<date>-?\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}\\S*)?|\\d{2}:\\d{2}:\\d{2}\\S*)"
                       "|(?<number>-?\\d+\\.?\\d*|-?\\.\\d+)"
                       "|(?<sum>[*+\\-|]| mod | div )"
                       "|(?<literal>\"[^\"]*\"|'[^']*')"
                       "|(?<blank>\\s+)"
                       "|(?<reference>\\$\\{\\s*(last-saved#)?%1\\s*\\})"
                       "|(?<call>%1(:%1)?\\()"
                       "|(?<predicate>%1(:%1)?\\[)"
                       "|(?<uri>%1://)"
                       "|(?<name>%1(:%1)?)"
                       "|(?<end>\\])|(?<close>\\))|(?<step>/)|(?<other>.)")
            .arg(name),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QList<Token> words(const QString &text)
{
    static const std::pair<const char *, Word> kinds[] = {
        {"sum", Word::Sum},       {"literal", Word::Literal},
        {"blank", Word::Blank},   {"reference", Word::Reference},
        {"call", Word::Call},     {"predicate", Word::Predicate},
        {"name", Word::Name},     {"end", Word::PredicateEnd},
        {"close", Word::CallEnd}, {"step", Word::Step},
    };
    QList<Token> tokens;
    for (auto it = wordPattern().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        Word word = Word::Other;
        for (const auto &[group, kind] : kinds) {
            if (match.capturedStart(QLatin1String(group)) >= 0)
                word = kind;
        }
        tokens.append({word, match.capturedStart(), match.capturedEnd()});
    }
    return tokens;
}

const QRegularExpression &referencePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\$\\{\\s*([^}]*?)\\s*\\}"));
    return pattern;
}

QStringList firstArguments(const QString &expression, const char *function)
{
    const QRegularExpression call(
        QStringLiteral("\\b%1\\(\\s*['\"]([^'\"]+)['\"]").arg(QLatin1String(function)));
    QStringList all;
    for (auto it = call.globalMatch(expression); it.hasNext();)
        all += it.next().captured(1);
    return all;
}

}  // namespace

QString referenceError(const QString &cell)
{
    if (!cell.contains(QLatin1String("${")))
        return {};
    static const QRegularExpression sound(QStringLiteral("^\\s*(last-saved#)?[^\\s${}]+\\s*$"));
    for (qsizetype at = cell.indexOf(QLatin1String("${")); at >= 0;
         at = cell.indexOf(QLatin1String("${"), at + 2)) {
        const qsizetype end = cell.indexOf(u'}', at);
        if (end < 0)
            return QStringLiteral("“%1” is never closed; a reference is written ${name}")
                .arg(cell.mid(at, 20));
        const QString inside = cell.mid(at + 2, end - at - 2);
        if (!sound.match(inside).hasMatch())
            return QStringLiteral("“%1” is no reference; it holds one name, as in ${name}")
                .arg(cell.mid(at, end - at + 1));
    }
    return {};
}

bool hasReference(const QString &cell) { return cell.contains(QLatin1String("${")); }

std::optional<QString> singleReference(const QString &cell)
{
    const auto match = referencePattern().match(cell, 0, QRegularExpression::NormalMatch,
                                                QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch() || match.capturedLength() != cell.size())
        return std::nullopt;
    return match.captured(1);
}

QStringList referencedNames(const QString &cell)
{
    QStringList names;
    for (auto it = referencePattern().globalMatch(cell); it.hasNext();)
        names += it.next().captured(1);
    return names;
}

bool isDynamicDefault(const QString &text, const QString &dataType)
{
    static const QStringList hyphenated{QStringLiteral("date"), QStringLiteral("dateTime"),
                                        QStringLiteral("geopoint"), QStringLiteral("geotrace"),
                                        QStringLiteral("geoshape")};
    for (const Token &token : words(text)) {
        const bool isSum = token.word == Word::Sum;
        if (isSum && text[token.from] == u'-' && hyphenated.contains(dataType))
            return false;
        if (isSum || token.word == Word::Reference || token.word == Word::Call)
            return true;
    }
    return false;
}

QList<TextSpan> instanceLookups(const QString &text)
{
    static const QLatin1String call("instance(");
    QList<TextSpan> spans;
    if (!text.contains(call))
        return spans;
    // A lookup goes on over steps and predicates, and ends with a blank outside of them.
    const QList<Token> tokens = words(text);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens[i].word != Word::Call ||
            QStringView(text).sliced(tokens[i].from, tokens[i].to - tokens[i].from) != call)
            continue;
        TextSpan span{tokens[i].from, tokens[i].to};
        int depth = 1;
        for (++i; i < tokens.size(); ++i) {
            const Word word = tokens[i].word;
            if (word == Word::Call || word == Word::Predicate)
                ++depth;
            const bool isPath = word == Word::Step || word == Word::Name || word == Word::Predicate;
            if (depth == 0 && !isPath)
                break;
            if (word == Word::CallEnd || word == Word::PredicateEnd)
                --depth;
            span.to = tokens[i].to;
        }
        spans += span;
    }
    return spans;
}

QStringList pulledFiles(const QString &expression) { return firstArguments(expression, "pulldata"); }

QStringList readInstances(const QString &expression) { return firstArguments(expression, "instance"); }

}  // namespace amparo::form
