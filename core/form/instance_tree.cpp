#include "form/instance_tree.h"

#include "form/data_type.h"
#include "form/xform_syntax.h"

#include <QCryptographicHash>

#include <functional>

namespace amparo::form {

namespace {

using xpath::Document;
using xpath::NodeId;
using xpath::NodeKind;


bool isTemplate(const Document &document, NodeId element)
{
    return document.attribute(element, u"template", javaRosaUri) != NodeId::None;
}

/// The children that count: elements, and attributes that hold values.
template <class Visit> void forEachPart(const Document &document, NodeId element, Visit visit)
{
    for (NodeId id = document.firstAttribute(element); id != NodeId::None; id = document.nextSibling(id)) {
        if (document.kind(id) == NodeKind::Attribute && document.namespaceUri(id) != javaRosaUri)
            visit(id);
    }
    for (NodeId id = document.firstChild(element); id != NodeId::None; id = document.nextSibling(id)) {
        if (document.kind(id) == NodeKind::Element)
            visit(id);
    }
}

QString stepName(const Document &document, NodeId id)
{
    const QString local = document.localName(id);
    return document.kind(id) == NodeKind::Attribute ? QLatin1Char('@') + local : local;
}

class TreeBuilder {
public:
    TreeBuilder(Document written, int line, const QSet<QString> &repeatPaths, Model &model,
                Problems &problems)
        : m_written(std::move(written)),
          m_line(line),
          m_repeatPaths(repeatPaths),
          m_model(model),
          m_problems(problems)
    {}

    void build();

private:
    struct Part {
        QString local;
        QString namespaceUri;
        QString path;
        NodeId pattern = NodeId::None;  // of a repeat: what new instances are copied from
        bool isAttribute = false;
        bool isRepeat = false;
        std::vector<int> children;
        QHash<QString, int> childByStep = {};
    };

    void completeMeta();
    void collect(NodeId element, int part);
    int partFor(NodeId id, int parent);
    void number(int part, int parent, int scope);
    void takeOutTemplates(Document &document);
    void blank(Document &pattern, int part);
    void report(Severity severity, const QString &path, const QString &message)
    {
        m_problems.append({severity, {{}, m_line, {}, path}, message});
    }

    Document m_written;
    int m_line;
    const QSet<QString> &m_repeatPaths;
    Model &m_model;
    Problems &m_problems;
    std::vector<Part> m_parts;
};

void TreeBuilder::build()
{
    completeMeta();
    const NodeId root = m_written.rootElement();
    m_parts.push_back({m_written.localName(root),
                       m_written.namespaceUri(root),
                       QLatin1Char('/') + m_written.localName(root),
                       root,
                       false,
                       false,
                       {}});
    collect(root, 0);

    m_model.repeats.push_back(Repeat{});
    number(0, -1, 0);
    for (size_t i = 0; i < m_model.nodes.size(); ++i)
        m_model.byPath.insert(m_model.nodes[i].path, static_cast<int>(i));

    QCryptographicHash shape(QCryptographicHash::Sha1);
    for (const Node &node : m_model.nodes)
        shape.addData((node.path + (node.isRepeat ? QLatin1Char('*') : QLatin1Char('\n'))).toUtf8());
    m_model.fingerprint = shape.result();

    m_model.primary = m_written;
    takeOutTemplates(m_model.primary);
    const QString meta = m_model.nodes[0].path + QLatin1String("/meta/");
    m_model.instanceIdNode = m_model.find(meta + QLatin1String("instanceID"));
    m_model.instanceNameNode = m_model.find(meta + QLatin1String("instanceName"));
    m_model.deprecatedIdNode = m_model.find(meta + QLatin1String("deprecatedID"));
}

/// OpenRosa metadata: each record has an instanceID, and a corrected one the id that it replaces.
void TreeBuilder::completeMeta()
{
    const NodeId root = m_written.rootElement();
    NodeId meta = m_written.child(root, u"meta");
    if (meta == NodeId::None)
        meta = m_written.appendElement(root, {QStringLiteral("meta"), openRosaUri, QStringLiteral("orx")});
    const QString uri = m_written.namespaceUri(meta);
    const QString prefix = m_written.prefix(meta);
    if (m_written.child(meta, u"instanceID") == NodeId::None)
        m_written.appendElement(meta, {QStringLiteral("instanceID"), uri, prefix});
    if (m_written.child(meta, u"deprecatedID") == NodeId::None)
        m_written.appendElement(meta, {QStringLiteral("deprecatedID"), uri, prefix});
}

int TreeBuilder::partFor(NodeId id, int parent)
{
    const QString step = stepName(m_written, id);
    if (const int known = m_parts[parent].childByStep.value(step, -1); known >= 0)
        return known;
    const int index = static_cast<int>(m_parts.size());
    Part part;
    part.local = m_written.localName(id);
    part.namespaceUri = m_written.namespaceUri(id);
    part.path = m_parts[parent].path + QLatin1Char('/') + step;
    part.isAttribute = m_written.kind(id) == NodeKind::Attribute;
    part.isRepeat = m_repeatPaths.contains(part.path);
    m_parts.push_back(std::move(part));
    m_parts[parent].children.push_back(index);
    m_parts[parent].childByStep.insert(step, index);
    return index;
}

void TreeBuilder::collect(NodeId element, int part)
{
    QSet<int> seen;
    forEachPart(m_written, element, [&](NodeId id) {
        const int child = partFor(id, part);
        if (m_parts[child].isRepeat) {
            const NodeId known = m_parts[child].pattern;
            if (known == NodeId::None || (isTemplate(m_written, id) && !isTemplate(m_written, known)))
                m_parts[child].pattern = id;
        } else if (seen.contains(child)) {
            report(Severity::Warning, m_parts[child].path,
                   QStringLiteral("stands more than once but is no repeat; only the first one is used"));
            return;
        }
        seen.insert(child);
        if (m_written.kind(id) == NodeKind::Element)
            collect(id, child);
    });
}

void TreeBuilder::number(int part, int parent, int scope)
{
    const Part &from = m_parts[part];
    const int index = static_cast<int>(m_model.nodes.size());
    if (from.isRepeat) {
        Repeat repeat;
        repeat.node = index;
        repeat.parent = scope;
        repeat.indexInParent = static_cast<int>(m_model.repeats[scope].nested.size());
        repeat.pattern.insertCopy(m_written, from.pattern, NodeId::Root);
        if (!isTemplate(m_written, from.pattern))
            blank(repeat.pattern, part);
        takeOutTemplates(repeat.pattern);
        m_model.repeats.push_back(std::move(repeat));
        const int own = static_cast<int>(m_model.repeats.size()) - 1;
        m_model.repeats[scope].nested.push_back(own);
        scope = own;
    }
    Node node;
    node.path = from.path;
    node.local = from.local;
    node.namespaceUri = from.namespaceUri;
    node.parent = parent;
    node.isAttribute = from.isAttribute;
    node.isRepeat = from.isRepeat;
    node.scope = scope;
    node.slot = static_cast<int>(m_model.repeats[scope].slots.size());
    m_model.repeats[scope].slots.push_back(index);
    m_model.nodes.push_back(std::move(node));
    if (parent >= 0) {
        m_model.nodes[parent].children.push_back(index);
        m_model.nodes[parent].hasElements = m_model.nodes[parent].hasElements || !from.isAttribute;
        m_model.nodes[parent].childByStep.insert(from.path.section(QLatin1Char('/'), -1), index);
    }
    for (const int child : from.children)
        number(child, index, scope);
}

/// Without a template a new instance is like the first one, but nothing in it is filled in yet: what the form
/// writes there is that instance's own default, and nested instances are its own (ODK XForms, "Default Values
/// in Repeats").
void TreeBuilder::blank(Document &pattern, int part)
{
    std::vector<NodeId> nested;
    const std::function<void(NodeId, int)> visit = [&](NodeId element, int at) {
        bool hasChildren = false;
        for (NodeId id = pattern.firstChild(element); id != NodeId::None; id = pattern.nextSibling(id)) {
            if (pattern.kind(id) != NodeKind::Element)
                continue;
            hasChildren = true;
            const int child = m_parts[at].childByStep.value(pattern.localName(id), -1);
            if (child >= 0 && m_parts[child].isRepeat)
                nested.push_back(id);
            else if (child >= 0)
                visit(id, child);
        }
        if (!hasChildren && !pattern.isEmpty(element))
            pattern.setText(element, {});
    };
    visit(pattern.rootElement(), part);
    for (const NodeId element : nested)
        pattern.remove(element);
}

/// Removes template instances, but for the outermost element itself, and the marks on what stays.
void TreeBuilder::takeOutTemplates(Document &document)
{
    std::vector<NodeId> templates;
    const std::function<void(NodeId)> visit = [&](NodeId element) {
        if (const NodeId mark = document.attribute(element, u"template", javaRosaUri); mark != NodeId::None) {
            if (element != document.rootElement()) {
                templates.push_back(element);
                return;
            }
            document.remove(mark);
        }
        for (NodeId id = document.firstChild(element); id != NodeId::None; id = document.nextSibling(id)) {
            if (document.kind(id) == NodeKind::Element)
                visit(id);
        }
    };
    visit(document.rootElement());
    for (const NodeId element : templates)
        document.remove(element);
}

}  // namespace

void buildInstanceTree(Document written, int line, const QSet<QString> &repeatPaths, Model &model,
                       Problems &problems)
{
    TreeBuilder(std::move(written), line, repeatPaths, model, problems).build();
}

void settleDefaults(Model &model, Problems &problems)
{
    QSet<int> reported;
    const auto settle = [&](Document &document, NodeId id, int node) {
        const Bind &bind = model.bind(node);
        const bool isFree = bind.type == DataType::String || bind.type == DataType::Binary ||
                            bind.type == DataType::Barcode || bind.type == DataType::Boolean;
        if (isFree || document.isEmpty(id))
            return;
        const QString written = document.text(id);
        const auto value = answerText(bind.type, written.trimmed());
        if (value != written)
            document.setText(id, value.value_or(QString()));
        if (!value && !reported.contains(node)) {
            reported.insert(node);
            problems.append({Severity::Warning, bind.place,
                             QStringLiteral("the default “%1” is not %2, as the field is, and is left out")
                                 .arg(written.simplified(), typeInWords(bind.type))});
        }
    };
    const std::function<void(Document &, NodeId, int)> visit = [&](Document &document, NodeId id, int node) {
        if (model.nodes[node].isLeaf())
            settle(document, id, node);
        forEachPart(document, id, [&](NodeId part) {
            if (const int child = model.nodes[node].child(stepName(document, part)); child >= 0)
                visit(document, part, child);
        });
    };
    visit(model.primary, model.primary.rootElement(), 0);
    for (size_t i = 1; i < model.repeats.size(); ++i)
        visit(model.repeats[i].pattern, model.repeats[i].pattern.rootElement(), model.repeats[i].node);
}

/// Nearly all paths are; they are asked for at each bind, control and text.
static bool isNormalised(const QString &path)
{
    if (!path.startsWith(QLatin1Char('/')) || path.endsWith(QLatin1Char('/')))
        return false;
    QChar before;
    for (const QChar c : path) {
        const bool isPlain = c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') ||
                             (c == QLatin1Char('/') && before != QLatin1Char('/'));
        if (!isPlain)
            return false;
        before = c;
    }
    return true;
}

QString normalisedPath(const QString &written, const QString &base)
{
    if (isNormalised(written))
        return written;
    QStringList steps;
    QString path = written.trimmed();
    if (!path.startsWith(QLatin1Char('/')))
        path = base + QLatin1Char('/') + path;
    for (const QString &part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const QString step = part.trimmed();
        const bool isAttribute = step.startsWith(QLatin1Char('@'));
        const QString name = step.section(QLatin1Char(':'), -1);
        if (step == QLatin1String("..") && !steps.isEmpty())
            steps.removeLast();
        else if (step != QLatin1String("."))
            steps += isAttribute && !name.startsWith(QLatin1Char('@')) ? QLatin1Char('@') + name : name;
    }
    return QLatin1Char('/') + steps.join(QLatin1Char('/'));
}

}  // namespace amparo::form
