// What holds for all inputs, shown on random ones.

#include "evaluation.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace amparo;
using namespace amparo::test;
using namespace amparo::xpath;
using namespace amparo::xpath::test;

namespace {

/// A tree of up to some 60 elements, called a, b or c, with a text or an attribute here and there.
void grow(Document &document, NodeId parent, int depth)
{
    const int children = *rc::gen::inRange(0, 4);
    for (int i = 0; i < children; ++i) {
        const QString name = *rc::gen::element(text("a"), text("b"), text("c"));
        const auto child = document.appendElement(parent, {name});
        if (*rc::gen::arbitrary<bool>())
            document.setAttribute(child, {text("k")}, QString::number(*rc::gen::inRange(0, 5)));
        if (depth > 1)
            grow(document, child, depth - 1);
        if (document.firstChild(child) == NodeId::None)
            document.setText(child, QString::number(*rc::gen::inRange(-3, 30)));
    }
}

Document randomDocument()
{
    Document document;
    grow(document, document.appendElement(NodeId::Root, {text("a")}), 3);
    return document;
}

QString randomPath()
{
    static const std::vector<QString> steps{text("*"),
                                            text("a"),
                                            text("b"),
                                            text("."),
                                            text(".."),
                                            text("@k"),
                                            text("node()"),
                                            text("text()"),
                                            text("a[1]"),
                                            text("*[last()]"),
                                            text("b[@k > 2]"),
                                            text("*[position() mod 2 = 1]"),
                                            text("ancestor::*"),
                                            text("descendant::b"),
                                            text("following::*"),
                                            text("preceding::a"),
                                            text("following-sibling::*[1]"),
                                            text("preceding-sibling::node()[2]"),
                                            text("descendant-or-self::c"),
                                            text("ancestor-or-self::a[1]")};
    QString path = *rc::gen::element(text("/"), text("//"), text(""));
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            path += *rc::gen::element(text("/"), text("//"));
        path += *rc::gen::elementOf(steps);
    }
    return path;
}

NodeSet nodesOf(const Document &document, const QString &path)
{
    const auto expression = Expression::compile(path);
    RC_ASSERT(expression.has_value());
    const auto nodes = expression->evaluateNodes({{&document, document.rootElement()}});
    RC_ASSERT(nodes.has_value());
    return *nodes;
}

bool isSorted(const NodeSet &nodes)
{
    return std::adjacent_find(nodes.begin(), nodes.end(), [](const Node &a, const Node &b) {
               return !a.document->precedes(a.id, b.id);
           }) == nodes.end();
}

bool includes(const NodeSet &all, const NodeSet &some)
{
    return std::all_of(some.begin(), some.end(), [&](const Node &node) {
        return std::find(all.begin(), all.end(), node) != all.end();
    });
}

}  // namespace

TEST_CASE("any path and any union is in document order, without twins", "[xpath]")
{
    rc::check("order and union", [] {
        const auto document = randomDocument();
        const auto first = randomPath();
        const auto second = randomPath();
        const auto a = nodesOf(document, first);
        const auto b = nodesOf(document, second);
        const auto both = nodesOf(document, first + text(" | ") + second);
        RC_ASSERT(isSorted(a) && isSorted(b) && isSorted(both));
        RC_ASSERT(includes(both, a) && includes(both, b));
        RC_ASSERT(both == nodesOf(document, second + text(" | ") + first));
        RC_ASSERT(both.size() <= a.size() + b.size());
        RC_ASSERT(nodesOf(document, first + text(" | ") + first) == a);
    });
}

TEST_CASE("five axes part a document between them (XPath 1.0, 2.2)", "[xpath]")
{
    rc::check("self, ancestors, descendants, following, preceding", [] {
        const auto document = randomDocument();
        const auto all = nodesOf(document, text("//node() | /"));
        const auto place = *rc::gen::inRange(std::size_t(0), all.size());
        std::size_t count = 0;
        NodeSet seen;
        for (const auto *axis : {"self", "ancestor", "descendant", "following", "preceding"}) {
            const auto path = Expression::compile(text(axis) + text("::node()"));
            const auto nodes = path->evaluateNodes({all[place]});
            count += nodes->size();
            seen.insert(seen.end(), nodes->begin(), nodes->end());
        }
        RC_ASSERT(count == all.size());
        RC_ASSERT(includes(seen, all));
    });
}

TEST_CASE("the first node is the same whether all are asked for or one", "[xpath]")
{
    rc::check("string, number and truth agree with the nodes", [] {
        const auto document = randomDocument();
        const auto path = randomPath();
        const auto nodes = nodesOf(document, path);
        const EvaluationContext context{{&document, document.rootElement()}};
        const auto expression = *Expression::compile(path);
        RC_ASSERT(*expression.evaluateString(context) == (nodes.empty() ? QString() : nodes.front().text()));
        RC_ASSERT(*expression.evaluateBoolean(context) == !nodes.empty());
        RC_ASSERT(*Expression::compile(text("count(%1)").arg(path))->evaluateNumber(context) ==
                  double(nodes.size()));
        const auto last = nodesOf(document, text("(%1)[last()]").arg(path));
        RC_ASSERT(last == (nodes.empty() ? NodeSet{} : NodeSet{nodes.back()}));
    });
}

TEST_CASE("a shuffle loses and doubles nothing, and a seed repeats it", "[xpath]")
{
    rc::check("randomize", [] {
        Document document;
        const auto root = document.appendElement(NodeId::Root, {text("r")});
        const int count = *rc::gen::inRange(0, 40);
        for (int i = 0; i < count; ++i)
            document.appendElement(root, {text("i")}, QString::number(i));
        const auto seed = QString::number(*rc::gen::arbitrary<int>());
        auto shuffled = nodesOf(document, text("randomize(/r/i, %1)").arg(seed));
        RC_ASSERT(shuffled == nodesOf(document, text("randomize(/r/i, '%1')").arg(seed)));
        const auto word = text("randomize(/r/i, 'seed %1')").arg(seed);
        RC_ASSERT(nodesOf(document, word) == nodesOf(document, word));
        std::sort(shuffled.begin(), shuffled.end(), [](const Node &a, const Node &b) { return a.id < b.id; });
        RC_ASSERT(shuffled == nodesOf(document, text("/r/i")));
    });
}

TEST_CASE("comparing by order and equality is consistent", "[xpath]")
{
    rc::check("numbers", [] {
        const double a = *rc::gen::inRange(-1000, 1000) / 8.0;
        const double b = *rc::gen::inRange(-1000, 1000) / 8.0;
        const auto holds = [&](const char *op) {
            const auto expression = text("%1 %2 %3").arg(formatNumber(a), QLatin1String(op), formatNumber(b));
            return *Expression::compile(expression)->evaluateBoolean({});
        };
        RC_ASSERT(holds("<") == (a < b));
        RC_ASSERT(holds(">=") == !holds("<"));
        RC_ASSERT(holds("<=") == !holds(">"));
        RC_ASSERT(holds("=") == !holds("!="));
        RC_ASSERT(holds("=") == (holds("<=") && holds(">=")));
    });
}

TEST_CASE("cutting a text anywhere and joining it again changes nothing", "[xpath]")
{
    rc::check("substr and substring", [] {
        const auto letters = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdef 12")));
        const auto whole = QString::fromStdString(letters);
        const int at = *rc::gen::inRange(-20, 20);
        const auto value = [&](const QString &expression) {
            return *Expression::compile(expression.arg(whole).arg(at))->evaluateString({});
        };
        RC_ASSERT(value(text("concat(substr('%1', 0, %2), substr('%1', %2))")) == whole);
        RC_ASSERT(value(text("concat(substring('%1', 1, %2), substring('%1', %2 + 1))")) == whole);
        RC_ASSERT(value(text("string-length('%1') + %2 - %2")) == QString::number(whole.size()));
    });
}
