// ODK's own text functions: lists of choices, patterns, digests, identifiers.

#include "xpath/functions.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QUuid>

#include <cmath>

namespace amparo::xpath {

namespace {

// As JavaRosa looks: the value between blanks. An empty value is in an empty list only.
Value selected(Arguments &in)
{
    const QString list = u' ' + in.string(0) + u' ';
    return list.contains(u' ' + in.string(1).trimmed() + u' ');
}

QStringList items(const QString &list) { return list.split(u' ', Qt::SkipEmptyParts); }

Value selectedAt(Arguments &in)
{
    const auto all = items(in.string(0));
    const double index = std::trunc(in.number(1));
    return index >= 0 && index < double(all.size()) ? all[qsizetype(index)] : QString();
}

Value countSelected(Arguments &in) { return double(items(in.string(0)).size()); }

/// Compiled for the whole text. The matcher has a budget, for a form comes from outside: PCRE2 takes it from
/// verbs at the very start of the pattern (pcre2pattern(3), "Setting match resource limits"). The last one is
/// kept, since a filter asks for the same pattern in each row.
const QRegularExpression &wholeTextPattern(const QString &pattern)
{
    thread_local QString last;
    thread_local QRegularExpression expression;
    if (pattern == last && !expression.pattern().isEmpty())
        return expression;
    last = pattern;
    // Looked at alone first: a parenthesis too many would end the group around it.
    expression = QRegularExpression(pattern);
    if (expression.isValid())
        expression = QRegularExpression(
            QStringLiteral("(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=20000)(*LIMIT_HEAP=20000)\\A(?:%1)\\z")
                .arg(pattern));
    return expression;
}

// The whole text must match, as in ODK Collect.
Value regex(Arguments &in)
{
    constexpr qsizetype longestPattern = 10'000;
    constexpr qsizetype longestText = 100'000;
    constexpr qint64 nanosecondsAStep = 40;
    const auto text = in.string(0);
    const auto pattern = in.string(1);
    if (pattern.size() > longestPattern || text.size() > longestText)
        return in.fail(QStringLiteral("the pattern or the text is too long."));
    const auto &expression = wholeTextPattern(pattern);
    if (!expression.isValid())
        return in.fail(QStringLiteral("the pattern is not valid: %1.").arg(expression.errorString()));
    QElapsedTimer timer;
    timer.start();
    const auto match = expression.match(text);
    if (!match.isValid())
        return in.fail(QStringLiteral("the pattern takes too long to match."));
    return in.evaluator().step(timer.nsecsElapsed() / nanosecondsAStep) && match.hasMatch();
}

std::optional<QCryptographicHash::Algorithm> algorithm(const QString &name)
{
    const auto plain = name.toUpper();
    if (plain == QLatin1String("MD5"))
        return QCryptographicHash::Md5;
    if (plain == QLatin1String("SHA-1"))
        return QCryptographicHash::Sha1;
    if (plain == QLatin1String("SHA-256"))
        return QCryptographicHash::Sha256;
    if (plain == QLatin1String("SHA-384"))
        return QCryptographicHash::Sha384;
    if (plain == QLatin1String("SHA-512"))
        return QCryptographicHash::Sha512;
    return std::nullopt;
}

// XForms 1.1, section 7.8.3; base64 where the third argument is left out.
Value digest(Arguments &in)
{
    const auto method = algorithm(in.string(1));
    if (!method)
        return in.fail(QStringLiteral("the algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512."));
    const auto encoding = in.count() == 3 ? in.string(2).toLower() : QStringLiteral("base64");
    const auto hash = QCryptographicHash::hash(in.string(0).toUtf8(), *method);
    if (encoding == QLatin1String("base64"))
        return QString::fromLatin1(hash.toBase64());
    if (encoding == QLatin1String("hex"))
        return QString::fromLatin1(hash.toHex());
    return in.fail(QStringLiteral("the encoding must be base64 or hex."));
}

Value base64Decode(Arguments &in) { return QString::fromUtf8(QByteArray::fromBase64(in.string(0).toUtf8())); }

// Version 4 of RFC 4122 without an argument; with one, that many letters and digits.
Value uuid(Arguments &in)
{
    const auto &environment = in.environment();
    if (in.count() == 0) {
        QByteArray bytes(16, Qt::Uninitialized);
        for (auto &byte : bytes)
            byte = char(int(environment.random() * 256));
        bytes[6] = char((bytes[6] & 0x0f) | 0x40);
        bytes[8] = char((bytes[8] & 0x3f) | 0x80);
        return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
    }
    constexpr double longest = 10'000;
    const double length = in.number(0);
    if (!(length >= 0 && length <= longest))
        return in.fail(QStringLiteral("the length must be a number up to %1.").arg(longest));
    static constexpr QStringView alphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QString token;
    while (token.size() < qsizetype(length))
        token += alphabet[qsizetype(environment.random() * double(alphabet.size()))];
    return token;
}

Value version(Arguments &in) { return in.environment().version(); }

Value choiceName(Arguments &in)
{
    const auto value = in.string(0);
    return in.environment().choiceName(value, in.string(1), in.focus().node).value_or(QString());
}

Value itext(Arguments &in) { return in.environment().itext(in.string(0)).value_or(QString()); }

Value extractSigned(Arguments &in) { return in.fail(QStringLiteral("not supported.")); }

const Function list[] = {
    {QLatin1String("selected"), 2, 2, selected},
    {QLatin1String("is-selected"), 2, 2, selected},  // JavaRosa's old name
    {QLatin1String("selected-at"), 2, 2, selectedAt},
    {QLatin1String("count-selected"), 1, 1, countSelected},
    {QLatin1String("regex"), 2, 2, regex},
    {QLatin1String("digest"), 2, 3, digest},
    {QLatin1String("base64-decode"), 1, 1, base64Decode},
    {QLatin1String("uuid"), 0, 1, uuid, Function::Volatile},
    {QLatin1String("version"), 0, 0, version, Function::Outside},
    {QLatin1String("jr:choice-name"), 2, 2, choiceName, Function::Language | Function::Focus},
    {QLatin1String("jr:itext"), 1, 1, itext, Function::Language},
    {QLatin1String("extract-signed"), 2, 2, extractSigned},
};

}  // namespace

std::span<const Function> textFunctions() { return list; }

}  // namespace amparo::xpath
