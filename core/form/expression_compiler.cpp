#include "form/expression_compiler.h"

#include "form/references.h"
#include "form/secondary_instances.h"
#include "form/suggestion.h"

#include <QRegularExpression>

namespace amparo::form {

std::optional<xpath::Expression> ExpressionCompiler::compile(const QString &text, int context,
                                                             const Place &place, References references)
{
    auto found = m_compiled.constFind(text);
    if (found == m_compiled.cend()) {
        const auto compiled = xpath::Expression::compile(text, m_names);
        if (!compiled) {
            report(Severity::Error, place,
                   QStringLiteral("“%1”: %2 (character %3)")
                       .arg(text.trimmed(), compiled.error().message)
                       .arg(compiled.error().position + 1));
            return std::nullopt;
        }
        found = m_compiled.insert(text, *compiled);
    }
    bool isSound = true;
    if (references != References::Unchecked) {
        for (const xpath::Reference &reference : found->references())
            isSound = check(reference, text, context, place, references) && isSound;
    }
    return isSound ? std::optional(*found) : std::nullopt;
}

bool ExpressionCompiler::check(const xpath::Reference &reference, const QString &text, int context,
                               const Place &place, References references)
{
    using Start = xpath::Reference::Start;
    if (reference.start == Start::Instance)
        return reference.instanceId.isEmpty() || checkInstance(reference.instanceId, place);
    if (reference.start == Start::Context && references == References::AbsoluteOnly)
        return true;
    const ResolvedReference resolved = resolve(m_model, reference, context);
    if (resolved.missing.isEmpty())
        return true;
    report(Severity::Error, place,
           QStringLiteral("“%1” refers to “%2”, which the form does not have%3")
               .arg(text.trimmed(), resolved.missing, didYouMean(resolved.missing, resolved.missingAmong)));
    return false;
}

bool ExpressionCompiler::checkInstance(const QString &id, const Place &place)
{
    if (m_model.instance(id))
        return true;
    const QString fileName = id.endsWith(QLatin1String(".csv")) ? id : id + QLatin1String(".csv");
    if (m_media.contains(fileName)) {
        addList(id, fileName, place);
        return true;
    }
    if (addExternalChoices(id))
        return true;
    QStringList known;
    for (const SecondaryInstance &instance : m_model.secondary)
        known += instance.id;
    report(Severity::Error, place,
           QStringLiteral("there is no list “%1” in the form, and no file %2 beside it%3")
               .arg(id, fileName, didYouMean(id, known)));
    return false;
}

void ExpressionCompiler::addList(const QString &id, const QString &fileName, const Place &place)
{
    SecondaryInstance list{id, {}};
    if (!m_model.mediaFiles.contains(fileName))
        m_model.mediaFiles += fileName;
    if (!m_media.contains(fileName)) {
        report(Severity::Warning, place,
               QStringLiteral("the file %1 is missing; the list “%2” is read as empty").arg(fileName, id));
        list.document.appendElement(xpath::NodeId::Root, {QStringLiteral("root"), {}, {}});
    } else if (auto document = readSecondaryInstance(fileName, m_media.value(fileName))) {
        list.document = std::move(*document);
    } else {
        report(Severity::Error, place, QStringLiteral("%1: %2").arg(fileName, document.error().detail));
    }
    m_model.secondary.push_back(std::move(list));
}

/// Whether the file of external choices has that list.
bool ExpressionCompiler::addExternalChoices(const QString &id)
{
    const QString fileName = externalChoicesFile();
    if (!m_media.contains(fileName))
        return false;
    auto document = readExternalChoices(m_media.value(fileName), id);
    if (!document || document->firstChild(document->rootElement()) == xpath::NodeId::None)
        return false;
    if (!m_model.mediaFiles.contains(fileName))
        m_model.mediaFiles += fileName;
    SecondaryInstance list{id, {}};
    list.document = std::move(*document);
    m_model.secondary.push_back(std::move(list));
    return true;
}

std::optional<Rule> ExpressionCompiler::rule(const QString &text, int context, const Place &place)
{
    const auto expression = compile(text, context, place);
    if (!expression)
        return std::nullopt;
    Rule rule{*expression, std::nullopt};
    if (expression->isConstant()) {
        if (const auto value = expression->evaluateBoolean({}))
            rule.constant = *value;
    }
    return rule;
}

TextPieces ExpressionCompiler::pieces(QList<SyntaxPiece> pieces, int context, const Place &place,
                                      References references)
{
    TextPieces result;
    result.reserve(pieces.size());
    for (SyntaxPiece &piece : pieces) {
        if (!piece.isOutput)
            result += TextPiece(std::move(piece.text));
        else if (auto expression = compile(piece.text, context, place, references))
            result += TextPiece(*expression);
    }
    return result;
}

std::optional<ItextId> ExpressionCompiler::itextId(const QString &expression, const Place &place)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*jr:itext\\(\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\)\\s*$"));
    const auto match = pattern.match(expression);
    if (!match.hasMatch())
        return std::nullopt;
    const QString id = match.captured(1) + match.captured(2);
    if (m_model.itext.row(id) < 0)
        report(Severity::Warning, place, QStringLiteral("there is no text “%1” in any language").arg(id));
    return ItextId{id};
}

TextSource ExpressionCompiler::text(const SyntaxText &text, int context, const Place &place)
{
    if (text.ref.isEmpty()) {
        if (text.pieces.isEmpty())
            return {};
        return pieces(text.pieces, context, place, References::FromContext);
    }
    if (const auto id = itextId(text.ref, place))
        return *id;
    if (const auto expression = compile(text.ref, context, place))
        return *expression;
    return {};
}

TextSource ExpressionCompiler::message(const QString &text, const Place &place)
{
    if (text.isEmpty())
        return {};
    if (const auto id = itextId(text, place))
        return *id;
    return TextPieces{TextPiece(text)};
}

}  // namespace amparo::form
