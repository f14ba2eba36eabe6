// Location paths (XPath 1.0, section 2). A path without predicates that only goes down is walked depth first,
// which yields document order and stops at the first node where one is enough. Other paths go step by step
// over sets.

#include "xpath/axes.h"
#include "xpath/child_index.h"
#include "xpath/evaluator.h"

#include <QVarLengthArray>

#include <algorithm>

namespace amparo::xpath {

class PathWalk {
public:
    PathWalk(Evaluator &evaluator, const Path &path, const Focus &focus)
        : m_evaluator(evaluator), m_path(path), m_focus(focus)
    {}

    NodeSet all()
    {
        NodeSet found = starts();
        if (m_path.isPlain && found.size() <= 1) {
            NodeSet nodes;
            if (!found.empty())
                walk(found.front(), [&](Node node) {
                    nodes.push_back(node);
                    return true;
                });
            return nodes;
        }
        bool isFlat = found.size() <= 1;
        for (const auto &step : m_path.steps)
            found = take(step, found, isFlat);
        return found;
    }

    Node first()
    {
        if (!m_path.isPlain) {
            const auto nodes = all();
            return nodes.empty() ? Node() : nodes.front();
        }
        Node found;
        const auto keep = [&](Node node) {
            found = node;
            return false;
        };
        if (m_path.start != Path::Start::Base) {
            const auto start = single();
            if (!start.isNull())
                walk(start, keep);
            return found;
        }
        for (const auto &start : starts()) {
            if (!walk(start, keep))
                break;
        }
        return found;
    }

private:
    Node single() const
    {
        if (m_path.start == Path::Start::Context)
            return m_focus.node;
        const auto &context = m_evaluator.context();
        const auto *document = context.primary ? context.primary : context.node.document;
        return document ? Node{document, NodeId::Root} : Node{};
    }

    NodeSet starts()
    {
        if (m_path.start != Path::Start::Base) {
            const auto start = single();
            return start.isNull() ? NodeSet{} : NodeSet{start};
        }
        auto nodes = m_evaluator.nodes(*m_path.base, m_focus, QStringLiteral("A path after an expression"));
        for (const auto &predicate : m_path.basePredicates)
            filter(predicate, nodes);
        return nodes;
    }

    /// Where ODK's clients stay in the repeat instance that they are in: the ancestor of the own node that an
    /// absolute path meets at this step, or nothing.
    NodeId ownAncestor(const Document &document, NodeId at, std::size_t step) const
    {
        if (!m_evaluator.m_staysInRepeat || m_path.start != Path::Start::Root ||
            step + 1 == m_path.steps.size())
            return NodeId::None;
        const auto own = m_evaluator.context().node;
        if (own.document != &document)
            return NodeId::None;
        for (auto id = own.id; id != NodeId::None; id = document.parent(id)) {
            if (document.parent(id) == at)
                return id;
        }
        return NodeId::None;
    }

    // Depth first over plain steps; false as soon as `visit` has had enough. All of it is in one document, so
    // that the tests are made ready for it once.
    template <class Visit> bool walk(const Node &start, Visit &&visit)
    {
        QVarLengthArray<NodeMatcher, 8> matchers;
        for (const auto &step : m_path.steps)
            matchers.append(NodeMatcher(*start.document, step.axis, step.test));
        m_matchers = matchers.constData();
        return walkPlain(*start.document, start.id, 0, visit);
    }

    template <class Visit>
    bool walkPlain(const Document &document, NodeId at, std::size_t index, Visit &visit)
    {
        if (index == m_path.steps.size())
            return visit(Node{&document, at});
        const auto &matches = m_matchers[index];
        const auto onwards = [&](NodeId id) { return walkPlain(document, id, index + 1, visit); };
        switch (m_path.steps[index].axis) {
        case Axis::Self:
            return !matches(at) || onwards(at);
        case Axis::Parent: {
            const auto parent = document.parent(at);
            return parent == NodeId::None || !matches(parent) || onwards(parent);
        }
        case Axis::Attribute:
            for (auto id = document.firstAttribute(at); id != NodeId::None; id = document.nextSibling(id)) {
                if (!m_evaluator.step() || (matches(id) && !onwards(id)))
                    return false;
            }
            return true;
        default:
            break;
        }
        if (const auto own = ownAncestor(document, at, index); own != NodeId::None && matches(own))
            return onwards(own);
        return matches.isNamed() ? walkNamed(document, at, matches, onwards)
                                 : walkChildren(document, at, matches, onwards);
    }

    template <class Onwards>
    bool walkNamed(const Document &document, NodeId at, const NodeMatcher &matches, Onwards onwards)
    {
        if (const auto *named = document.childrenByName(at, matches.name().local)) {
            return std::all_of(named->begin(), named->end(), [&](NodeId id) {
                return m_evaluator.step() && (!matches(id) || onwards(id));
            });
        }
        auto id = document.firstChild(at);
        while (true) {
            qint64 visited = 0;
            id = document.nextMatch(id, matches.name(), visited);
            if (!m_evaluator.step(visited))
                return false;
            if (id == NodeId::None)
                return true;
            if (!onwards(id))
                return false;
            id = document.nextSibling(id);
        }
    }

    template <class Onwards>
    bool walkChildren(const Document &document, NodeId at, const NodeMatcher &matches, Onwards onwards)
    {
        for (auto id = document.firstChild(at); id != NodeId::None; id = document.nextSibling(id)) {
            if (!m_evaluator.step() || (matches(id) && !onwards(id)))
                return false;
        }
        return true;
    }

    /// One step over a whole set. `isFlat`: the set is in document order and no node of it is inside another,
    /// so that what comes below each of them stays in order.
    NodeSet take(const Step &step, const NodeSet &from, bool &isFlat)
    {
        NodeSet result;
        NodeSet found;
        std::size_t different = 0;
        const auto index = std::size_t(&step - m_path.steps.data());
        const bool keepsOrder =
            from.size() <= 1 ||
            (isFlat && (step.axis == Axis::Child || step.axis == Axis::Attribute || step.axis == Axis::Self ||
                        step.axis == Axis::Descendant || step.axis == Axis::DescendantOrSelf));
        for (const auto &node : from) {
            if (m_evaluator.hasFailed())
                return {};
            found.clear();
            const auto own = step.axis == Axis::Child && step.predicates.empty()
                                 ? ownAncestor(*node.document, node.id, index)
                                 : NodeId::None;
            auto predicate = step.predicates.begin();
            if (own != NodeId::None && NodeMatcher(*node.document, step.axis, step.test)(own))
                found.push_back({node.document, own});
            else if (lookUp(step, node, found))
                predicate += step.predicates.front().lookup->isWhole ? 1 : 0;
            else
                collect(step, node, found);
            for (; predicate != step.predicates.end(); ++predicate)
                filter(*predicate, found);
            if (isReverse(step.axis))
                std::reverse(found.begin(), found.end());
            result.insert(result.end(), found.begin(), found.end());
            if (!keepsOrder)
                Evaluator::keepSmall(result, different);
        }
        if (!keepsOrder)
            Evaluator::sort(result);
        isFlat = result.size() <= 1 || (keepsOrder && isFlat && step.axis != Axis::Descendant &&
                                        step.axis != Axis::DescendantOrSelf && step.axis != Axis::Ancestor &&
                                        step.axis != Axis::AncestorOrSelf && step.axis != Axis::Following &&
                                        step.axis != Axis::Preceding);
        return result;
    }

    void collect(const Step &step, const Node &from, NodeSet &found)
    {
        const NodeMatcher matches(*from.document, step.axis, step.test);
        walkAxis(*from.document, from.id, step.axis, [&](NodeId id) {
            if (matches(id))
                found.push_back({from.document, id});
            return m_evaluator.step();
        });
    }

    /// Answers the first predicate from the document's index: false where it cannot.
    bool lookUp(const Step &step, const Node &from, NodeSet &found)
    {
        constexpr qsizetype fewest = 32;  // nodes: below, looking at each is as quick
        if (step.axis != Axis::Child || step.predicates.empty() || !step.predicates.front().lookup ||
            step.test.kind != NodeTest::Kind::Name || from.document->nodeCount() < fewest)
            return false;
        const auto &lookup = *step.predicates.front().lookup;
        const auto wanted = m_evaluator.value(*lookup.value, m_focus);
        const bool isText = wanted.isString() && !wanted.moment();
        if (!isText && !wanted.isNodeSet())
            return false;
        const auto &document = *from.document;
        const ChildIndex::Key key{from.id, nameTest(document, Axis::Child, step.test),
                                  nameTest(document, Axis::Child, *lookup.key)};
        const auto add = [&](const QString &text) {
            const auto items = document.index().find(document, key, text);
            for (const auto id : items.value_or(std::vector<NodeId>{}))
                found.push_back({&document, id});
            return items && m_evaluator.step(qint64(found.size()) + 1);
        };
        if (isText)
            return add(wanted.toString());
        for (const auto &node : wanted.nodes()) {
            if (!add(node.text())) {
                found.clear();
                return false;
            }
        }
        if (wanted.nodes().size() > 1)
            Evaluator::sort(found);
        return true;
    }

    void filter(const Predicate &predicate, NodeSet &nodes)
    {
        if (const auto *literal = std::get_if<NumberLiteral>(&predicate.test->node)) {
            const double place = literal->number;
            const bool isThere = place >= 1 && place <= double(nodes.size()) && place == std::floor(place);
            nodes = isThere ? NodeSet{nodes[std::size_t(place) - 1]} : NodeSet{};
            return;
        }
        const auto size = qsizetype(nodes.size());
        std::size_t kept = 0;
        for (qsizetype i = 0; i < size && m_evaluator.step(); ++i) {
            const Focus focus{nodes[std::size_t(i)], i + 1, size};
            const auto answer = m_evaluator.value(*predicate.test, focus);
            if (answer.isNumber() ? answer.toNumber() == double(i + 1) : answer.toBoolean())
                nodes[kept++] = focus.node;
        }
        nodes.resize(kept);
    }

    Evaluator &m_evaluator;
    const Path &m_path;
    const Focus &m_focus;
    const NodeMatcher *m_matchers = nullptr;  ///< one a step, while a plain path is walked
};

NodeSet Evaluator::path(const Path &path, const Focus &focus) { return PathWalk(*this, path, focus).all(); }

Node Evaluator::firstNode(const Path &path, const Focus &focus)
{
    return PathWalk(*this, path, focus).first();
}

}  // namespace amparo::xpath
