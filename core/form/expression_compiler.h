#pragma once

#include "form/form_source.h"
#include "form/xform_syntax.h"

namespace amparo::form {

/// Compiles a form's expressions and checks that what they refer to exists.
class ExpressionCompiler {
public:
    enum class References {
        FromContext,   ///< relative paths start at the context node
        AbsoluteOnly,  ///< where the context is not known yet: relative paths are taken on trust
        Unchecked,     ///< read in a list, not in the primary instance
    };

    ExpressionCompiler(Model &model, const xpath::Namespaces &names, const Media &media, Problems &problems)
        : m_model(model), m_names(names), m_media(media), m_problems(problems)
    {}

    /// nullopt: it is not to be used, and the problem is noted at `place`.
    std::optional<xpath::Expression> compile(const QString &text, int context, const Place &place,
                                             References references = References::FromContext);

    std::optional<Rule> rule(const QString &text, int context, const Place &place);
    TextPieces pieces(QList<SyntaxPiece> pieces, int context, const Place &place, References references);
    TextSource text(const SyntaxText &text, int context, const Place &place);

    /// A message attribute: jr:itext('id') or the sentence itself.
    TextSource message(const QString &text, const Place &place);

    void report(Severity severity, const Place &place, const QString &message)
    {
        m_problems.append({severity, place, message});
    }

    /// Adds the list `fileName` from the form's media as instance `id`.
    void addList(const QString &id, const QString &fileName, const Place &place);

private:
    bool check(const xpath::Reference &reference, const QString &text, int context, const Place &place,
               References references);
    bool checkInstance(const QString &id, const Place &place);
    bool addExternalChoices(const QString &id);
    std::optional<ItextId> itextId(const QString &expression, const Place &place);

    Model &m_model;
    const xpath::Namespaces &m_names;
    const Media &m_media;
    Problems &m_problems;
    QHash<QString, xpath::Expression> m_compiled;  // forms say the same thing many times
};

}  // namespace amparo::form
