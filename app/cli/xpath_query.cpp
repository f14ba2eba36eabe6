#include "app/cli/xpath_query.h"

#include "app/cli/value_json.h"

namespace amparo::cli {

using xpath::Document;
using xpath::Expression;
using xpath::Namespaces;
using xpath::Node;
using xpath::NodeId;
using xpath::NodeKind;
using xpath::Value;

namespace {

constexpr qsizetype subjectsInBytes = 64 * 1024 * 1024;
constexpr qsizetype expressionsKept = 4096;

/// What forms call these namespaces (ODK XForms, section "Namespaces"), and the names of test suites.
const QHash<QString, QString> &usualNamespaces()
{
    static const QHash<QString, QString> usual{
        {QStringLiteral("h"), QStringLiteral("http://www.w3.org/1999/xhtml")},
        {QStringLiteral("xhtml"), QStringLiteral("http://www.w3.org/1999/xhtml")},
        {QStringLiteral("xf"), QStringLiteral("http://www.w3.org/2002/xforms")},
        {QStringLiteral("xforms"), QStringLiteral("http://www.w3.org/2002/xforms")},
        {QStringLiteral("xsd"), QStringLiteral("http://www.w3.org/2001/XMLSchema")},
        {QStringLiteral("ev"), QStringLiteral("http://www.w3.org/2001/xml-events")},
        {QStringLiteral("jr"), QStringLiteral("http://openrosa.org/javarosa")},
        {QStringLiteral("orx"), QStringLiteral("http://openrosa.org/xforms")},
        {QStringLiteral("odk"), QStringLiteral("http://www.opendatakit.org/xforms")},
        {QStringLiteral("entities"), QStringLiteral("http://www.opendatakit.org/xforms/entities")},
        {QStringLiteral("enk"), QStringLiteral("http://enketo.org/xforms")},
        {QStringLiteral("mathml"), QStringLiteral("http://www.w3.org/1998/Math/MathML")},
    };
    return usual;
}

/// Calls `visit` for each element, in document order.
template <class Visit> void forEachElement(const Document &document, Visit visit)
{
    auto at = document.rootElement();
    while (at != NodeId::None) {
        if (document.kind(at) == NodeKind::Element)
            visit(at);
        auto next = document.firstChild(at);
        while (next == NodeId::None && at != NodeId::None) {
            next = document.nextSibling(at);
            at = document.parent(at);
        }
        at = next;
    }
}

tl::unexpected<Error> invalid(const QString &detail) { return failure(ErrorCode::InvalidInput, detail); }

Result<Value> converted(const Value &value, const QString &type)
{
    const auto is = [&](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&](const char *name) {
            return type.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        });
    };
    if (type.isEmpty() || is({"any"}))
        return value;
    if (is({"string", "str", "text"}))
        return Value(value.toString());
    if (is({"number", "num", "float", "double"}))
        return Value(value.toNumber());
    if (is({"boolean", "bool"}))
        return Value(value.toBoolean());
    if (!is({"nodeset", "node-set", "nodes", "node"}))
        return invalid(QStringLiteral("there is no type \"%1\"").arg(type));
    if (value.isNodeSet())
        return value;
    return invalid(QStringLiteral("the value is no node-set"));
}

}  // namespace

/// A document, the names in it and the instances that expressions can ask it for.
class XPathAnswers::Subject final : public xpath::Environment {
public:
    explicit Subject(Document &&document) : m_document(std::move(document)), m_prefixes(usualNamespaces())
    {
        QHash<QString, QString> declared;
        forEachElement(m_document, [&](NodeId element) { visit(element, declared); });
        m_prefixes.insert(declared);
    }

    Node root() const { return {&m_document, NodeId::Root}; }
    const QHash<QString, QString> &prefixes() const { return m_prefixes; }

    std::optional<Node> instance(const QString &id) const override
    {
        const auto found = m_instances.constFind(id);
        return found == m_instances.cend() ? std::nullopt : std::optional(Node{&m_document, *found});
    }

private:
    void visit(NodeId element, QHash<QString, QString> &declared)
    {
        for (auto id = m_document.firstAttribute(element); id != NodeId::None;
             id = m_document.nextSibling(id)) {
            const auto name = m_document.localName(id);
            if (m_document.kind(id) == NodeKind::Namespace && !name.isEmpty() && !declared.contains(name))
                declared.insert(name, m_document.text(id));
        }
        if (m_document.localName(element) != QLatin1String("instance"))
            return;
        const auto id = m_document.attribute(element, u"id");
        if (id != NodeId::None && !m_instances.contains(m_document.text(id)))
            m_instances.insert(m_document.text(id), element);
    }

    Document m_document;
    QHash<QString, QString> m_prefixes;
    QHash<QString, NodeId> m_instances;
};

XPathAnswers::XPathAnswers() : m_subjects(subjectsInBytes), m_expressions(expressionsKept) {}
XPathAnswers::~XPathAnswers() = default;

Result<XPathAnswers::SubjectPtr> XPathAnswers::subject(const QByteArray &xml)
{
    if (const auto *known = m_subjects.object(xml))
        return *known;
    xpath::ReadOptions options;
    options.whitespace = xpath::Whitespace::Keep;  // as XPath 1.0 sees a document
    auto document = Document::read(xml, options);
    if (!document)
        return invalid(QStringLiteral("XML, line %1, column %2: %3")
                           .arg(document.error().line)
                           .arg(document.error().column)
                           .arg(document.error().message));
    const auto made = std::make_shared<const Subject>(std::move(*document));
    m_subjects.insert(xml, new SubjectPtr(made), qMax(qsizetype(1), xml.size()));  // the cache owns it
    return made;
}

Result<Expression> XPathAnswers::compiled(const QString &text, const Namespaces &names)
{
    // Prefixes matter where the text has a colon; without one it is the same for all documents.
    QString key = text + QChar(int(names.unprefixed));
    if (text.contains(u':')) {
        for (auto name = names.uriByPrefix.cbegin(); name != names.uriByPrefix.cend(); ++name)
            key += name.key() + u'=' + name.value() + u'\n';
    }
    if (const auto *known = m_expressions.object(key))
        return *known;
    auto expression = Expression::compile(text, names, xpath::BadCalls::FailWhenReached);
    if (!expression)
        return invalid(QStringLiteral("%1 (character %2 of %3)")
                           .arg(expression.error().message)
                           .arg(expression.error().position + 1)
                           .arg(text));
    m_expressions.insert(key, new Expression(*expression));
    return *expression;
}

Result<QJsonObject> XPathAnswers::answer(const XPathQuery &query)
{
    const auto found = subject(query.xml);
    if (!found)
        return tl::make_unexpected(found.error());
    const Subject &subject = **found;
    Namespaces names{subject.prefixes(), query.unprefixed};
    names.uriByPrefix.insert(query.namespaces);

    xpath::EvaluationContext context;
    context.node = subject.root();
    context.environment = &subject;
    if (!query.context.isEmpty()) {
        const auto path = compiled(query.context, names);
        const auto nodes = path.and_then([&](const Expression &at) { return at.evaluateNodes(context); });
        if (!nodes)
            return tl::make_unexpected(nodes.error());
        if (nodes->empty())
            return failure(ErrorCode::NotFound, QStringLiteral("the context leads to no node"));
        context.node = nodes->front();
    }
    return compiled(query.expression, names)
        .and_then([&](const Expression &expression) { return expression.evaluate(context); })
        .and_then([&](const Value &value) { return converted(value, query.type); })
        .map(valueToJson);  // while the document lives
}

}  // namespace amparo::cli
