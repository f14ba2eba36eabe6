#pragma once

#include "support/catch.h"
#include "support/fixed_clock.h"
#include "xpath/expression.h"

#include <algorithm>
#include <map>

namespace amparo::xpath::test {

inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

inline Document parsed(const char *xml, const ReadOptions &options = {})
{
    auto document = Document::read(xml, options);
    if (!document)
        FAIL(document.error().message.toStdString());
    return std::move(*document);
}

/// A form session reduced to what a test sets: instances, texts, a clock that stands still at 2026-03-02
/// 14:00 UTC.
class TestEnvironment final : public Environment {
public:
    void addInstance(const char *id, Document document)
    {
        m_instances.emplace(text(id), std::move(document));
    }
    void addInstance(const char *id, const char *xml) { addInstance(id, parsed(xml)); }

    std::optional<Node> instance(const QString &id) const override
    {
        const auto found = m_instances.find(id);
        return found == m_instances.end() ? std::nullopt : std::optional(Node{&found->second, NodeId::Root});
    }
    std::optional<QString> choiceName(const QString &value, const QString &path, Node) const override
    {
        return value.isEmpty() ? std::nullopt : std::optional(path + u'=' + value);
    }
    std::optional<QString> itext(const QString &id) const override { return id.toUpper(); }
    QString version() const override { return QStringLiteral("2026-1"); }
    QString language() const override { return spoken; }
    bool isHidden(Node node) const override
    {
        return std::find(hidden.begin(), hidden.end(), node) != hidden.end();
    }
    const Clock &clock() const override { return now; }
    QTimeZone timeZone() const override { return zone; }
    double random() const override { return chance; }

    amparo::test::FixedClock now;
    QTimeZone zone = QTimeZone::utc();
    QString spoken = QStringLiteral("en");
    double chance = 0.5;
    std::vector<Node> hidden = {};

private:
    std::map<QString, Document> m_instances;
};

/// A document with what is needed to evaluate in it.
class Subject {
public:
    explicit Subject(const char *xml = "<data/>", Whitespace whitespace = Whitespace::DropBetweenElements)
        : document(parsed(xml, {.whitespace = whitespace}))
    {
        names.uriByPrefix = {{text("u"), text("urn:u")}};
    }

    Expression compiled(const QString &expression) const
    {
        auto result = Expression::compile(expression, names);
        if (!result)
            FAIL(result.error().message.toStdString() << " in " << expression.toStdString());
        return *result;
    }

    /// Where a path leads first.
    Node at(const char *path) const
    {
        const auto nodes =
            amparo::test::require(compiled(text(path)).evaluateNodes(context({&document, NodeId::Root})));
        return nodes.empty() ? Node{} : nodes.front();
    }

    EvaluationContext context(Node node) const
    {
        return {
            .node = node, .environment = &environment, .primary = &document, .staysInRepeat = staysInRepeat};
    }

    Result<Value> evaluate(const QString &expression, const char *at_ = nullptr) const
    {
        return compiled(expression)
            .evaluate(context(at_ ? at(at_) : Node{&document, document.rootElement()}));
    }

    Value value(const char *expression, const char *at_ = nullptr) const
    {
        return amparo::test::require(evaluate(text(expression), at_));
    }

    QString string(const char *expression, const char *at_ = nullptr) const
    {
        return value(expression, at_).toString();
    }

    /// All string-values of a node-set, joined by blanks.
    QString nodes(const char *expression, const char *at_ = nullptr) const
    {
        QStringList texts;
        for (const auto &node : value(expression, at_).nodes())
            texts.append(node.text());
        return texts.join(u' ');
    }

    Document document;
    TestEnvironment environment;
    Namespaces names;
    bool staysInRepeat = false;
};

/// An expression and what it must yield as a string, number or truth.
struct Row {
    const char *expression;
    const char *expected;
};

/// Each expression, in the root element.
inline void checkAll(const Subject &subject, std::initializer_list<Row> rows)
{
    for (const auto &row : rows) {
        CAPTURE(row.expression);
        CHECK(subject.string(row.expression) == text(row.expected));
    }
}

}  // namespace amparo::xpath::test
