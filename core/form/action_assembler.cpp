#include "form/action_assembler.h"

#include "form/instance_tree.h"
#include "form/suggestion.h"

namespace amparo::form {

namespace {

class ActionAssembler {
public:
    ActionAssembler(const FormSyntax &syntax, const std::vector<int> &controlNodes,
                    ExpressionCompiler &compiler, Model &model)
        : m_syntax(syntax), m_controlNodes(controlNodes), m_compiler(compiler), m_model(model)
    {}

    void take(const SyntaxAction &syntax);

private:
    int eventsOf(const SyntaxAction &syntax, const Place &place);
    void takeSurroundings(const SyntaxAction &syntax, Action &action) const;
    bool takeTarget(const SyntaxAction &syntax, const Place &place, Action &action);
    QString written(const SyntaxAction &syntax) const;

    const FormSyntax &m_syntax;
    const std::vector<int> &m_controlNodes;
    ExpressionCompiler &m_compiler;
    Model &m_model;
};

int ActionAssembler::eventsOf(const SyntaxAction &syntax, const Place &place)
{
    static const QHash<QString, int> known = {
        {QStringLiteral("odk-instance-first-load"), Action::FirstLoad},
        {QStringLiteral("odk-instance-load"), Action::Load},
        {QStringLiteral("xforms-ready"), Action::FirstLoad},  // the older name, as ODK XForms had it
        {QStringLiteral("odk-new-repeat"), Action::NewRepeat},
        {QStringLiteral("jr-insert"), Action::NewRepeat},
        {QStringLiteral("xforms-value-changed"), Action::ValueChanged},
    };
    int events = 0;
    for (const QString &event : syntax.events) {
        if (!known.contains(event))
            m_compiler.report(
                Severity::Warning, place,
                QStringLiteral("the event “%1” never happens%2").arg(event, didYouMean(event, known.keys())));
        events |= known.value(event);
    }
    return events;
}

/// The node of the control around it, from which relative paths start, and the repeat around that.
void ActionAssembler::takeSurroundings(const SyntaxAction &syntax, Action &action) const
{
    bool hasContext = false;
    for (int control = syntax.control; control >= 0; control = m_syntax.controls[control].parent) {
        const int node = m_controlNodes[control];
        if (node < 0)
            continue;
        if (!hasContext)
            action.context = node;
        hasContext = true;
        if (m_syntax.controls[control].kind == Control::Repeat) {
            action.repeat = m_model.nodes[node].scope;
            return;
        }
    }
}

QString ActionAssembler::written(const SyntaxAction &syntax) const
{
    if (!syntax.ref.trimmed().isEmpty() || syntax.bind.isEmpty())
        return syntax.ref.trimmed();
    for (const SyntaxBind &bind : m_syntax.binds) {
        if (bind.id == syntax.bind)
            return bind.nodeset;
    }
    return {};
}

bool ActionAssembler::takeTarget(const SyntaxAction &syntax, const Place &place, Action &action)
{
    QString path = written(syntax);
    if (path.startsWith(QLatin1String("current()/")))
        path = path.section(QLatin1Char('/'), 1);
    const QString base = syntax.control < 0 ? QString() : m_model.nodes[action.context].path;
    const QString plain = normalisedPath(withoutPositions(path), base);
    action.target = path.isEmpty() ? -1 : m_model.byPath.value(plain, -1);
    if (action.target < 0 || !m_model.nodes[action.target].isLeaf()) {
        m_compiler.report(Severity::Error, place,
                          QStringLiteral("<%1> is to set “%2”, which is no field of the primary instance%3")
                              .arg(syntax.name, syntax.ref.isEmpty() ? syntax.bind : syntax.ref,
                                   didYouMean(plain, m_model.byPath.keys())));
        return false;
    }
    if (!path.contains(QLatin1Char('[')))
        return true;
    action.targetPath = m_compiler.compile(path, action.context, place);
    return action.targetPath.has_value();
}

void ActionAssembler::take(const SyntaxAction &syntax)
{
    const Place place{{}, syntax.line, syntax.name, normalisedPath(withoutPositions(written(syntax)))};
    Action action;
    action.events = eventsOf(syntax, place);
    takeSurroundings(syntax, action);
    if (!takeTarget(syntax, place, action))
        return;
    if ((action.events & Action::NewRepeat) && action.repeat == 0)
        m_compiler.report(Severity::Error, place,
                          QStringLiteral("an action for new instances has to stand inside their <repeat>"));
    if (syntax.name == QLatin1String("setgeopoint"))
        action.source = Action::Source::Location;
    else if (!syntax.value.trimmed().isEmpty())
        action.value = m_compiler.compile(syntax.value, action.target, place);
    else
        action.literal = syntax.literal;

    const int index = static_cast<int>(m_model.actions.size());
    if ((action.events & Action::ValueChanged) && syntax.control >= 0 && m_controlNodes[syntax.control] >= 0)
        m_model.nodes[m_controlNodes[syntax.control]].actions.push_back(index);
    m_model.actions.push_back(std::move(action));
}

}  // namespace

void takeActions(const FormSyntax &syntax, const std::vector<int> &controlNodes, ExpressionCompiler &compiler,
                 Model &model)
{
    ActionAssembler assembler(syntax, controlNodes, compiler, model);
    for (const SyntaxAction &action : syntax.actions)
        assembler.take(action);
}

}  // namespace amparo::form
