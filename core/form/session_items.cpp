// What a session shows: items, choices, and what is wrong with the answers.

#include "form/data_type.h"
#include "form/session_state.h"

namespace amparo::form {

using xpath::NodeId;

const ControlNode *Session::State::control(NodeId id) const
{
    const int index = instance().declared(id).control;
    return index < 0 ? nullptr : &model().controls[index];
}

bool Session::State::isReadonly(NodeId id) const
{
    for (NodeId at = id; at != NodeId::Root; at = instance().document().parent(at)) {
        if (engine.evaluateRule(model().bind(instance().state(at).node).readonly, at, false))
            return true;
    }
    return false;
}

std::optional<Violation> Session::State::violation(NodeId id) const
{
    const Bind &bind = model().bind(instance().state(id).node);
    const QString value = instance().value(id);
    const auto found = [&](Violation::Kind kind, const TextSource &message) {
        return Violation{instance().path(id), kind, shown(message, id).text};
    };
    if (value.isEmpty()) {
        if (engine.evaluateRule(bind.required, id, false))
            return found(Violation::Kind::Required, bind.requiredMessage);
        return std::nullopt;
    }
    if (!fits(bind.type, value))
        return found(Violation::Kind::Type, {});
    if (!engine.evaluateRule(bind.constraint, id, true))
        return found(Violation::Kind::Constraint, bind.constraintMessage);
    return std::nullopt;
}

// Choices

template <class Visit>
void Session::State::visitChoiceNodes(const ItemSet &itemset, NodeId id, Visit visit) const
{
    m_choiceOrder = orderSeed(id);
    const auto nodes = itemset.nodes.evaluateNodes(engine.at(id));
    m_choiceOrder.reset();
    if (!nodes)
        return;
    for (const xpath::Node &node : *nodes) {
        if (!isHidden(node))
            visit(node);
    }
}

QString Session::State::childText(xpath::Node node, const QString &name,
                                  const xpath::Expression &expression) const
{
    if (!name.isEmpty()) {
        const NodeId child = node.document->child(node.id, name);
        return child == NodeId::None ? QString() : node.document->text(child);
    }
    xpath::EvaluationContext context;
    context.node = node;
    context.environment = this;
    context.primary = &instance().document();
    return expression.evaluateString(context).value_or(QString());
}

QList<Choice> Session::State::choices(NodeId id) const
{
    QList<Choice> all;
    const ControlNode *shownBy = control(id);
    if (!shownBy)
        return all;
    for (const InlineItem &item : shownBy->items) {
        const ShownText label = shown(item.label, id);
        all.append({item.value, label.text, label.image, label.bigImage, label.audio, {}});
    }
    if (!shownBy->itemset)
        return all;
    const ItemSet &itemset = *shownBy->itemset;
    visitChoiceNodes(itemset, id, [&](xpath::Node node) {
        Choice choice;
        choice.value = childText(node, itemset.valueName, itemset.value);
        const xpath::Document &list = *node.document;
        for (NodeId child = list.firstChild(node.id); child != NodeId::None;
             child = list.nextSibling(child)) {
            const QString name = list.localName(child);
            if (list.kind(child) == xpath::NodeKind::Element && name != itemset.valueName &&
                name != itemset.labelName && name != itemset.itextName)
                choice.extra.insert(name, list.text(child));
        }
        if (!itemset.itextName.isEmpty()) {
            const NodeId textId = list.child(node.id, itemset.itextName);
            const ShownText label =
                textId == NodeId::None ? ShownText{} : shown(ItextId{list.text(textId)}, id);
            choice.label = label.text;
            choice.image = label.image;
            choice.bigImage = label.bigImage;
            choice.audio = label.audio;
        } else if (itemset.label) {
            choice.label = childText(node, itemset.labelName, *itemset.label);
        }
        all.append(std::move(choice));
    });
    return all;
}

QSet<QString> Session::State::choiceValues(NodeId id) const
{
    QSet<QString> values;
    const ControlNode *shownBy = control(id);
    if (!shownBy)
        return values;
    for (const InlineItem &item : shownBy->items)
        values.insert(item.value);
    if (const auto &itemset = shownBy->itemset)
        visitChoiceNodes(*itemset, id, [&](xpath::Node node) {
            values.insert(childText(node, itemset->valueName, itemset->value));
        });
    return values;
}

// Items

Item Session::State::makeItem(const ControlNode &from, NodeId id, int depth) const
{
    const Bind &bind = model().bind(instance().state(id).node);
    const bool isInstance = from.kind == Control::Repeat;
    Item item;
    item.path = instance().path(id);
    item.control = isInstance ? Control::Group : from.kind;
    item.type = bind.type;
    item.depth = depth;
    const ShownText label = shown(from.label, id);
    const ShownText hint = shown(from.hint, id);
    item.label = label.text;
    item.hint = hint.text;
    item.guidance = hint.guidance.isEmpty() ? label.guidance : hint.guidance;
    item.image = label.image;
    item.bigImage = label.bigImage;
    item.audio = label.audio;
    item.video = label.video;
    item.appearance = from.appearance;
    item.mediaType = from.mediaType;
    item.relevant = instance().state(id).isRelevant;
    if (isInstance)
        item.canRemove = !model().repeats[from.repeat].isFixed;
    if (item.control == Control::Group)
        return item;
    if (from.kind == Control::Range)
        item.range = Range{from.rangeStart, from.rangeEnd, from.rangeStep};
    item.required = engine.evaluateRule(bind.required, id, false);
    item.readonly = bind.calculate.has_value() || isReadonly(id);
    item.value = instance().value(id);
    item.answered = !item.value.isEmpty();
    if (const auto broken = violation(id)) {
        if (broken->kind == Violation::Kind::Constraint)
            item.constraintMessage = broken->message;
        else if (broken->kind == Violation::Kind::Required)
            item.requiredMessage = broken->message;
    }
    return item;
}

Item Session::State::makeSeries(const ControlNode &from, int scope, int depth) const
{
    const Node &node = model().nodes[from.node];
    const std::vector<int> &instances = instance().instances(scope, from.repeat);
    const NodeId around = instance().nodeIn(scope, node.parent);
    const ShownText label =
        shown(from.label, instances.empty() ? around : instance().element(instances.front()));
    Item item;
    item.path = instance().path(around) + QLatin1Char('/') + node.local;
    item.control = Control::Repeat;
    item.depth = depth;
    item.label = label.text;
    item.guidance = label.guidance;
    item.appearance = from.appearance;
    item.value = QString::number(instances.size());
    item.answered = !instances.empty();
    item.canAdd = !model().repeats[from.repeat].isFixed && instances.size() < Instance::maximumRepeats;
    return item;
}

bool Session::State::isSeriesRelevant(const ControlNode &from, int scope) const
{
    const NodeId around = instance().nodeIn(scope, model().nodes[from.node].parent);
    if (around == NodeId::None || !instance().state(around).isRelevant)
        return false;
    const std::vector<int> &instances = instance().instances(scope, from.repeat);
    if (instances.empty()) {
        // There is no node yet to ask from; a rule that starts at the root can be asked from around it.
        const std::optional<Rule> &rule = model().bind(from.node).relevant;
        bool isAbsolute = rule.has_value();
        for (qsizetype i = 0; isAbsolute && i < rule->expression.references().size(); ++i)
            isAbsolute = rule->expression.references()[i].start != xpath::Reference::Start::Context;
        return !isAbsolute || engine.evaluateRule(rule, around, true);
    }
    for (const int inner : instances) {
        if (instance().state(instance().element(inner)).isRelevant)
            return true;
    }
    return false;
}

void Session::State::addItems(int index, int scope, int depth, QList<Item> &items) const
{
    const ControlNode &from = model().controls[index];
    if (from.kind == Control::Repeat) {
        if (!isSeriesRelevant(from, scope))
            return;
        items.append(makeSeries(from, scope, depth));
        for (const int inner : instance().instances(scope, from.repeat)) {
            const NodeId element = instance().element(inner);
            if (!instance().state(element).isRelevant)
                continue;
            items.append(makeItem(from, element, depth + 1));
            for (const int child : from.children)
                addItems(child, inner, depth + 2, items);
        }
        return;
    }
    if (from.node < 0) {
        Item item;
        item.control = Control::Group;
        item.depth = depth;
        item.label = shown(from.label, instance().element(scope)).text;
        item.appearance = from.appearance;
        items.append(item);
    } else {
        const NodeId id = instance().nodeIn(scope, from.node);
        if (id == NodeId::None || !instance().state(id).isRelevant)
            return;
        items.append(makeItem(from, id, depth));
    }
    for (const int child : from.children)
        addItems(child, scope, depth + 1, items);
}

QList<Item> Session::items() const
{
    QList<Item> items;
    for (const int control : m_state->model().body)
        m_state->addItems(control, 0, 0, items);
    return items;
}

std::optional<Item> Session::item(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    const ControlNode *control = id == NodeId::None ? nullptr : m_state->control(id);
    if (!control)
        return std::nullopt;
    int depth = control->kind == Control::Repeat ? 1 : 0;
    for (int at = control->parent; at >= 0; at = m_state->model().controls[at].parent)
        depth += m_state->model().controls[at].kind == Control::Repeat ? 2 : 1;
    return m_state->makeItem(*control, id, depth);
}

QList<Choice> Session::choices(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    return id == NodeId::None ? QList<Choice>() : m_state->choices(id);
}

// Validation

QList<Violation> Session::validate() const { return validateInside(m_state->model().nodes[0].path); }

QList<Violation> Session::validateInside(const QString &path) const
{
    QList<Violation> all;
    const Instance &instance = m_state->instance();
    const Model &model = m_state->model();
    const NodeId around = instance.find(path);
    if (around == NodeId::None)
        return all;
    const int outer = instance.state(around).node;
    for (const ControlNode &control : model.controls) {
        if (control.node < 0 || control.kind == Control::Group || control.kind == Control::Repeat ||
            !model.isInside(control.node, outer))
            continue;
        instance.forEach(instance.state(around).scope, control.node, [&](NodeId id) {
            if (!instance.state(id).isRelevant)
                return;
            if (const auto violation = m_state->violation(id))
                all += *violation;
        });
    }
    return all;
}

std::optional<Violation> Session::validate(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    if (id == NodeId::None || !m_state->instance().state(id).isRelevant)
        return std::nullopt;
    return m_state->violation(id);
}

}  // namespace amparo::form
