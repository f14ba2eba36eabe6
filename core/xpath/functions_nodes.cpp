// Node-set functions of XPath 1.0 (section 4.1) and ODK's count-non-empty() and randomize().

#include "xpath/functions.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace amparo::xpath {

namespace {

Value position(Arguments &in)
{
    if (in.count() == 0)
        return double(in.focus().position);
    const auto nodes = in.nodes(0);
    if (nodes.empty())
        return in.fail(QStringLiteral("the path leads to no node."));
    const auto &document = *nodes.front().document;
    const auto id = nodes.front().id;
    const Document::NameTest sameName{document.localNameId(document.localName(id)),
                                      Document::NameTest::Space::Exact,
                                      document.namespaceId(document.namespaceUri(id))};
    int place = 1;
    for (auto at = document.previousSibling(id); at != NodeId::None && in.evaluator().step();
         at = document.previousSibling(at))
        place += document.kind(at) == document.kind(id) && document.matches(at, sameName) ? 1 : 0;
    return double(place);
}

Value last(Arguments &in) { return double(in.focus().size); }

Value count(Arguments &in)
{
    const auto nodes = in.nodes(0);
    const auto hidden = std::count_if(nodes.begin(), nodes.end(),
                                      [&](const Node &node) { return in.environment().isHidden(node); });
    return double(qsizetype(nodes.size()) - hidden);
}

Value countNonEmpty(Arguments &in)
{
    double filled = 0;
    for (const auto &node : in.nodes(0))
        filled += node.document->isEmpty(node.id) ? 0 : 1;
    return filled;
}

Node firstOrContext(Arguments &in)
{
    if (in.count() == 0)
        return in.focus().node;
    const auto nodes = in.nodes(0);
    return nodes.empty() ? Node() : nodes.front();
}

Value name(Arguments &in)
{
    const auto node = firstOrContext(in);
    return node.isNull() ? QString() : node.document->qualifiedName(node.id);
}

Value localName(Arguments &in)
{
    const auto node = firstOrContext(in);
    return node.isNull() ? QString() : node.document->localName(node.id);
}

Value namespaceUri(Arguments &in)
{
    const auto node = firstOrContext(in);
    return node.isNull() ? QString() : node.document->namespaceUri(node.id);
}

// Without a document type nothing says which attributes are ids: `xml:id` and `id` are.
Value id(Arguments &in)
{
    QSet<QString> wanted;
    for (const auto &text : in.strings(0)) {
        for (const auto &one : text.simplified().split(u' ', Qt::SkipEmptyParts))
            wanted.insert(one);
    }
    NodeSet found;
    const auto *document = in.focus().node.document;
    if (!document)
        return found;
    const QString xml = QStringLiteral("http://www.w3.org/XML/1998/namespace");
    const auto has = [&](NodeId element, const QString &uri) {
        const auto attribute = document->attribute(element, u"id", uri);
        return attribute != NodeId::None && wanted.contains(document->text(attribute));
    };
    auto at = document->firstChild(NodeId::Root);
    while (at != NodeId::None && in.evaluator().step()) {
        if (document->kind(at) == NodeKind::Element && (has(at, {}) || has(at, xml)))
            found.push_back({document, at});
        auto next = document->firstChild(at);
        while (next == NodeId::None && at != NodeId::Root) {
            next = document->nextSibling(at);
            at = document->parent(at);
        }
        at = next;
    }
    return found;
}

Value lang(Arguments &in)
{
    const auto wanted = in.string(0).toLower();
    const auto node = in.focus().node;
    if (node.isNull())
        return false;
    const QString xml = QStringLiteral("http://www.w3.org/XML/1998/namespace");
    for (auto at = node.id; at != NodeId::None; at = node.document->parent(at)) {
        const auto attribute = node.document->attribute(at, u"lang", xml);
        if (attribute == NodeId::None)
            continue;
        const auto spoken = node.document->text(attribute).toLower();
        return spoken == wanted || spoken.startsWith(wanted + u'-');
    }
    return false;
}

/// The generator of Park and Miller that ODK's specification names, as JavaRosa and the web clients seed it:
/// one seed, one order on every client.
class ParkMiller {
public:
    explicit ParkMiller(qint64 seed) : m_state(seed % modulus)
    {
        if (m_state <= 0)
            m_state += modulus - 1;
    }

    /// From 0 (included) to 1 (excluded).
    double next()
    {
        m_state = m_state * 16807 % modulus;
        return double(m_state - 1) / double(modulus - 1);
    }

private:
    static constexpr qint64 modulus = 2147483647;
    qint64 m_state;
};

// A number loses its fraction and is kept inside 64 bits; an empty text is 0; any other text is the start of
// its SHA-256, so that answers such as an instance id are seeds too.
qint64 seedOf(Evaluator &evaluator, const Value &value)
{
    const double number = evaluator.number(value);
    if (std::isnan(number)) {
        const auto text = value.toString();
        if (text.isEmpty() || value.isNumber())
            return 0;
        return qFromBigEndian<qint64>(
            QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).constData());
    }
    if (number >= 0x1p63)
        return std::numeric_limits<qint64>::max();
    return number <= -0x1p63 ? std::numeric_limits<qint64>::min() : qint64(number);
}

// The inside-out variant of Fisher's and Yates' shuffle.
template <class Random> NodeSet shuffled(const NodeSet &nodes, Random random)
{
    NodeSet result(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto j = std::size_t(random() * double(i + 1));
        result[i] = result[j];
        result[j] = nodes[i];
    }
    return result;
}

Value randomize(Arguments &in)
{
    const auto nodes = in.nodes(0);
    if (in.count() == 1)
        return shuffled(nodes, [&] { return in.environment().random(); });
    ParkMiller generator(seedOf(in.evaluator(), in.value(1)));
    return shuffled(nodes, [&] { return generator.next(); });
}

const Function list[] = {
    {QLatin1String("position"), 0, 1, position, Function::Focus | Function::ReadsPosition},
    {QLatin1String("last"), 0, 0, last, Function::Focus},
    {QLatin1String("count"), 1, 1, count, Function::CountsNodes},
    {QLatin1String("count-non-empty"), 1, 1, countNonEmpty},
    {QLatin1String("name"), 0, 1, name, Function::FocusWithoutArguments},
    {QLatin1String("local-name"), 0, 1, localName, Function::FocusWithoutArguments},
    {QLatin1String("namespace-uri"), 0, 1, namespaceUri, Function::FocusWithoutArguments},
    {QLatin1String("id"), 1, 1, id, Function::Focus},
    {QLatin1String("lang"), 1, 1, lang, Function::Focus},
    {QLatin1String("randomize"), 1, 2, randomize, Function::PassesNodes},
};

}  // namespace

std::span<const Function> nodeFunctions() { return list; }

}  // namespace amparo::xpath
