#pragma once

#include "base/result.h"
#include "xpath/expression.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace amparo::cli {

/// One question to a document, as `amparoctl xpath` and each line of its batch ask it.
struct XPathQuery {
    QByteArray xml;
    QString context = {};  ///< path to the context node; empty: the document's root
    QString expression;
    QString type = {};                        ///< what the value is converted to; empty or "any": as it comes
    QHash<QString, QString> namespaces = {};  ///< prefixes beyond those that the document declares
    xpath::Namespaces::Unprefixed unprefixed = xpath::Namespaces::Unprefixed::NoNamespace;
};

/// Answers queries; documents and expressions that come again are not read again.
///
/// A prefix means what `namespaces` says, else what its first declaration in the document says, else what it
/// means to OpenRosa ("h", "jr", "orx" …). `instance('id')` finds the `instance` element of that id in the
/// document. What can be said of a call only when it is reached is said then (xpath::BadCalls).
class XPathAnswers {
public:
    XPathAnswers();
    ~XPathAnswers();

    /// valueToJson() of the value. Errors: InvalidInput (XML, expression, type, evaluation), NotFound (the
    /// context leads to no node).
    [[nodiscard]] Result<QJsonObject> answer(const XPathQuery &query);

private:
    class Subject;
    using SubjectPtr = std::shared_ptr<const Subject>;

    Result<SubjectPtr> subject(const QByteArray &xml);
    Result<xpath::Expression> compiled(const QString &text, const xpath::Namespaces &names);

    QCache<QByteArray, SubjectPtr> m_subjects;         ///< by their XML, which is what they cost
    QCache<QString, xpath::Expression> m_expressions;  ///< by their text and the names in it
};

}  // namespace amparo::cli
