#include "form/assembler.h"

#include "form/action_assembler.h"
#include "form/data_type.h"
#include "form/dependency_graph.h"
#include "form/expression_compiler.h"
#include "form/instance_tree.h"
#include "form/suggestion.h"
#include "form/text_assembler.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

class Assembler {
public:
    Assembler(FormSyntax syntax, const Media &media, Problems &problems)
        : m_syntax(std::move(syntax)),
          m_problems(problems),
          m_model(std::make_unique<Model>()),
          m_compiler(*m_model, m_syntax.namespaces, media, problems)
    {}

    std::unique_ptr<Model> run();

private:
    void takeHead();
    void takeLists();
    void takeBinds();
    void takeBind(const SyntaxBind &syntax, int node);
    void takeControls();
    int takeControl(int syntaxIndex, int parent);
    void takeItems(const SyntaxControl &syntax, ControlNode &control, const Place &place);
    void takeRepeat(const SyntaxControl &syntax, ControlNode &control);
    void takeCount(const QString &count, Repeat &repeat);
    const SyntaxControl *wrappedRepeat(const SyntaxControl &group) const;
    int findNode(const QString &ref, const QString &bindId, const Place &place, const QString &what);
    QString basePath(const SyntaxControl &control) const;

    FormSyntax m_syntax;
    Problems &m_problems;
    std::unique_ptr<Model> m_model;
    ExpressionCompiler m_compiler;
    QHash<QString, QString> m_bindIds;  // id to nodeset
    std::vector<int> m_controlNodes;    // node of each control of the syntax
};

std::unique_ptr<Model> Assembler::run()
{
    for (const SyntaxBind &bind : m_syntax.binds) {
        if (!bind.id.isEmpty())
            m_bindIds.insert(bind.id, bind.nodeset);
    }
    QSet<QString> repeatPaths;
    for (const SyntaxControl &control : m_syntax.controls) {
        if (control.kind == Control::Repeat)
            repeatPaths.insert(normalisedPath(control.ref, basePath(control)));
    }
    buildInstanceTree(std::move(m_syntax.primary), m_syntax.primaryLine, repeatPaths, *m_model, m_problems);
    takeHead();
    takeLists();
    takeTexts(m_syntax, m_compiler, *m_model, m_problems);
    takeBinds();
    settleDefaults(*m_model, m_problems);
    takeControls();
    takeActions(m_syntax, m_controlNodes, m_compiler, *m_model);
    if (!hasErrors(m_problems))
        orderUnits(*m_model, m_problems);
    return std::move(m_model);
}

void Assembler::takeHead()
{
    const xpath::Document &primary = m_model->primary;
    const xpath::NodeId root = primary.rootElement();
    const auto attribute = [&](QStringView name) {
        const xpath::NodeId id = primary.attribute(root, name);
        return id == xpath::NodeId::None ? QString() : primary.text(id);
    };
    m_model->formId = attribute(u"id");
    if (m_model->formId.isEmpty())
        m_model->formId = primary.namespaceUri(root);
    if (m_model->formId.isEmpty())
        m_problems.append(
            {Severity::Error,
             {{}, m_syntax.primaryLine, QStringLiteral("id"), {}},
             QStringLiteral("the primary instance has no id, so that a server could not tell the form")});
    m_model->version = attribute(u"version");
    m_model->title = m_syntax.title.isEmpty() ? m_model->formId : m_syntax.title;
    m_model->style = m_syntax.style;
    m_model->submission = m_syntax.submission;
    m_model->namespaces = m_syntax.namespaces;
}

void Assembler::takeLists()
{
    for (SyntaxInstance &instance : m_syntax.secondary) {
        const Place place{{}, instance.line, QStringLiteral("instance"), {}};
        const bool isLastSaved = instance.source == QLatin1String("jr://instance/last-saved");
        if (m_model->instance(instance.id)) {
            m_compiler.report(Severity::Error, place,
                              QStringLiteral("two secondary instances are called “%1”").arg(instance.id));
        } else if (!instance.source.isEmpty() && !isLastSaved) {
            m_compiler.addList(instance.id, instance.source.section(QLatin1Char('/'), -1), place);
        } else {
            m_model->secondary.push_back({instance.id, std::move(instance.document), isLastSaved});
        }
    }
}

int Assembler::findNode(const QString &ref, const QString &bindId, const Place &place, const QString &what)
{
    QString written = ref;
    if (written.isEmpty() && !bindId.isEmpty())
        written = m_bindIds.value(bindId);
    const int node = m_model->byPath.value(normalisedPath(written), -1);
    if (node < 0) {
        m_compiler.report(Severity::Error, place,
                          QStringLiteral("%1 “%2” stands for no node of the primary instance%3")
                              .arg(what, ref.isEmpty() ? bindId : ref,
                                   didYouMean(normalisedPath(written), m_model->byPath.keys())));
    }
    return node;
}

void Assembler::takeBinds()
{
    for (const SyntaxBind &bind : m_syntax.binds) {
        const QString path = normalisedPath(bind.nodeset);
        const int node = m_model->byPath.value(path, -1);
        if (node >= 0)
            takeBind(bind, node);
        else  // other clients pass over it, and converters leave such binds behind
            m_compiler.report(Severity::Warning, {{}, bind.line, QStringLiteral("nodeset"), path},
                              QStringLiteral("the bind “%1” stands for no node of the primary instance and "
                                             "does nothing%2")
                                  .arg(bind.nodeset, didYouMean(path, m_model->byPath.keys())));
    }
}

void Assembler::takeBind(const SyntaxBind &syntax, int node)
{
    const auto at = [&](const QString &column) {
        return Place{{}, syntax.line, column, m_model->nodes[node].path};
    };
    const auto rule = [&](const QString &name) -> std::optional<Rule> {
        const auto text = syntax.rules.constFind(name);
        return text == syntax.rules.cend() || text->trimmed().isEmpty()
                   ? std::nullopt
                   : m_compiler.rule(*text, node, at(name));
    };
    Bind bind;
    bind.place = at({});
    const QString type = syntax.rules.value(QStringLiteral("type"));
    if (const auto known = dataTypeFromName(type))
        bind.type = *known;
    else
        m_compiler.report(Severity::Warning, at(QStringLiteral("type")),
                          QStringLiteral("the type “%1” is not known and is taken as text").arg(type));
    bind.relevant = rule(QStringLiteral("relevant"));
    bind.required = rule(QStringLiteral("required"));
    bind.readonly = rule(QStringLiteral("readonly"));
    bind.constraint = rule(QStringLiteral("constraint"));
    const QString calculate = syntax.rules.value(QStringLiteral("calculate"));
    if (!calculate.trimmed().isEmpty())
        bind.calculate = m_compiler.compile(calculate, node, at(QStringLiteral("calculate")));
    const auto message = [&](const QString &name) {
        return m_compiler.message(syntax.rules.value(name), at(name));
    };
    bind.requiredMessage = message(QStringLiteral("jr:requiredMsg"));
    bind.constraintMessage = message(QStringLiteral("jr:constraintMsg"));
    bind.preload = syntax.rules.value(QStringLiteral("jr:preload"));
    bind.preloadParams = syntax.rules.value(QStringLiteral("jr:preloadParams"));
    bind.attributes = syntax.attributes;

    if (m_model->nodes[node].bind >= 0)
        m_compiler.report(Severity::Warning, bind.place,
                          QStringLiteral("a second bind replaces an earlier one"));
    if (!bind.preload.isEmpty())
        m_model->preloaded.push_back(node);
    m_model->nodes[node].bind = static_cast<int>(m_model->binds.size());
    m_model->binds.push_back(std::move(bind));
}

QString Assembler::basePath(const SyntaxControl &control) const
{
    for (int parent = control.parent; parent >= 0; parent = m_syntax.controls[parent].parent) {
        const QString &ref = m_syntax.controls[parent].ref;
        if (!ref.isEmpty())
            return normalisedPath(ref, basePath(m_syntax.controls[parent]));
    }
    return {};
}

/// A group around nothing but a repeat of the same nodes gives the repeat its label (ODK XForms, "Repeats").
const SyntaxControl *Assembler::wrappedRepeat(const SyntaxControl &group) const
{
    if (group.kind != Control::Group || group.children.size() != 1)
        return nullptr;
    const SyntaxControl &child = m_syntax.controls[group.children.front()];
    const bool isSame = group.ref.isEmpty() || normalisedPath(group.ref) == normalisedPath(child.ref);
    return child.kind == Control::Repeat && isSame ? &child : nullptr;
}

void Assembler::takeControls()
{
    m_controlNodes.assign(m_syntax.controls.size(), -1);
    for (size_t i = 0; i < m_syntax.controls.size(); ++i) {
        if (m_syntax.controls[i].parent < 0)
            m_model->body.push_back(takeControl(static_cast<int>(i), -1));
    }
}

int Assembler::takeControl(int syntaxIndex, int parent)
{
    const SyntaxControl &outer = m_syntax.controls[syntaxIndex];
    const SyntaxControl *repeat = wrappedRepeat(outer);
    const SyntaxControl &syntax = repeat ? *repeat : outer;
    const int ownIndex = repeat ? outer.children.front() : syntaxIndex;

    ControlNode control;
    control.kind = syntax.kind;
    control.parent = parent;
    control.place = {{}, syntax.line, QStringLiteral("ref"), normalisedPath(syntax.ref, basePath(syntax))};
    const bool needsNode = syntax.kind != Control::Group || !syntax.ref.isEmpty() || !syntax.bind.isEmpty();
    if (needsNode)
        control.node = findNode(syntax.ref.isEmpty() ? syntax.ref : control.place.node, syntax.bind,
                                control.place, QStringLiteral("the question"));
    m_controlNodes[ownIndex] = m_controlNodes[syntaxIndex] = control.node;

    const auto at = [&](const QString &column) { return Place{{}, syntax.line, column, control.place.node}; };
    const int context = control.node;
    control.label = m_compiler.text(outer.label, context, at(QStringLiteral("label")));
    if (repeat && std::holds_alternative<std::monostate>(control.label))
        control.label = m_compiler.text(syntax.label, context, at(QStringLiteral("label")));
    control.hint = m_compiler.text(outer.hint, context, at(QStringLiteral("hint")));
    control.appearance = outer.settings.value(QStringLiteral("appearance"));
    if (repeat && control.appearance.isEmpty())
        control.appearance = syntax.settings.value(QStringLiteral("appearance"));
    control.mediaType = syntax.settings.value(QStringLiteral("mediatype"));
    control.attributes = outer.attributes;
    if (syntax.kind == Control::Range) {
        control.rangeStart = syntax.settings.value(QStringLiteral("start"), QStringLiteral("0")).toDouble();
        control.rangeEnd = syntax.settings.value(QStringLiteral("end"), QStringLiteral("10")).toDouble();
        control.rangeStep = syntax.settings.value(QStringLiteral("step"), QStringLiteral("1")).toDouble();
    }
    takeItems(syntax, control, at(QStringLiteral("itemset")));
    if (syntax.kind == Control::Repeat)
        takeRepeat(syntax, control);

    const int index = static_cast<int>(m_model->controls.size());
    m_model->controls.push_back(std::move(control));
    if (context >= 0)
        m_model->nodes[context].control = index;
    for (const int child : syntax.children) {
        const int taken = takeControl(child, index);
        m_model->controls[index].children.push_back(taken);
    }
    return index;
}

void Assembler::takeItems(const SyntaxControl &syntax, ControlNode &control, const Place &place)
{
    for (const SyntaxItem &item : syntax.items)
        control.items += {item.value, m_compiler.text(item.label, control.node, place)};
    if (syntax.itemsNodeset.isEmpty())
        return;
    const auto unchecked = ExpressionCompiler::References::Unchecked;
    const auto nodes = m_compiler.compile(syntax.itemsNodeset, control.node, place);
    const auto value = m_compiler.compile(syntax.itemsValue, -1, place, unchecked);
    if (!nodes || !value)
        return;
    ItemSet itemset{*nodes, *value, {}, {}, {}, {}};
    const auto simpleName = [](const xpath::Expression &expression) {
        const auto path = expression.asPath();
        const bool isChild =
            path && path->start == xpath::Reference::Start::Context && path->steps.size() == 1 &&
            path->steps[0].axis == xpath::Reference::Step::Axis::Child && !path->steps[0].isFiltered;
        return isChild ? path->steps[0].name : QString();
    };
    itemset.valueName = simpleName(*value);
    if (!syntax.itemsLabel.isEmpty()) {
        itemset.label = m_compiler.compile(syntax.itemsLabel, -1, place, unchecked);
        if (itemset.label)
            itemset.labelName = simpleName(*itemset.label);
        static const QRegularExpression itextOfChild(
            QStringLiteral("^\\s*jr:itext\\(\\s*([\\w.-]+)\\s*\\)\\s*$"));
        itemset.itextName = itextOfChild.match(syntax.itemsLabel).captured(1);
    }
    control.itemset = std::move(itemset);
}

void Assembler::takeRepeat(const SyntaxControl &syntax, ControlNode &control)
{
    if (control.node < 0)
        return;
    control.repeat = m_model->nodes[control.node].scope;
    Repeat &repeat = m_model->repeats[control.repeat];
    repeat.place = control.place;
    const QString fixed = syntax.settings.value(QStringLiteral("jr:noAddRemove"));
    repeat.isFixed = !fixed.isEmpty() && !fixed.startsWith(QLatin1String("false"));
    const QString count = syntax.settings.value(QStringLiteral("jr:count"));
    if (!count.trimmed().isEmpty())
        takeCount(count, repeat);
}

/// A count is written as a path from the repeat, which may have no instance to start from; hence it is
/// resolved here.
void Assembler::takeCount(const QString &count, Repeat &repeat)
{
    Place place = repeat.place;
    place.column = QStringLiteral("jr:count");
    repeat.isFixed = true;
    if (const auto expression =
            m_compiler.compile(count, repeat.node, place, ExpressionCompiler::References::Unchecked)) {
        if (expression->asPath()) {
            const int node =
                m_model->byPath.value(normalisedPath(count, m_model->nodes[repeat.node].path), -1);
            repeat.countNode = node;
            if (node < 0)
                m_compiler.compile(count, repeat.node, place);  // names what is missing
        } else {
            repeat.count = m_compiler.compile(count, m_model->nodes[repeat.node].parent, place);
        }
    }
}

}  // namespace

std::unique_ptr<Model> assemble(FormSyntax syntax, const Media &media, Problems &problems)
{
    return Assembler(std::move(syntax), media, problems).run();
}

}  // namespace amparo::form
