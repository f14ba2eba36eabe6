#include "form/session.h"

#include "form/data_type.h"
#include "form/session_state.h"
#include "form/submission_writer.h"

namespace amparo::form {

using xpath::NodeId;

Session::Session(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Session::Session(const Session &other) : m_state(std::make_unique<State>(*other.m_state)) {}

Session::Session(Session &&other) noexcept = default;

Session &Session::operator=(Session other) noexcept
{
    m_state.swap(other.m_state);
    return *this;
}

Session::~Session() = default;

Result<Session> Session::start(std::shared_ptr<const FormDefinition> definition, Options options)
{
    auto state = std::make_unique<State>(std::move(definition), std::move(options));
    state->preload(0);
    state->engine.touchAll();
    if (const auto settled = state->settle(); !settled)
        return tl::make_unexpected(settled.error());
    const NodeId instanceId = state->instance().nodeIn(0, state->model().instanceIdNode);
    if (state->instance().value(instanceId).isEmpty())
        state->engine.setValue(instanceId, state->newInstanceId());
    state->engine.fire(Action::FirstLoad);
    state->engine.fire(Action::Load);
    if (const auto settled = state->settle(); !settled)
        return tl::make_unexpected(settled.error());
    return Session(std::move(state));
}

const FormDefinition &Session::definition() const { return *m_state->definition; }
std::shared_ptr<const FormDefinition> Session::sharedDefinition() const { return m_state->definition; }

QString Session::instanceId() const
{
    return m_state->instance().value(m_state->instance().nodeIn(0, m_state->model().instanceIdNode));
}

QString Session::language() const { return m_state->language(); }

void Session::setLanguage(const QString &language)
{
    const int index = m_state->model().languageIndex(language);
    if (index < 0 || index == m_state->activeLanguage)
        return;
    m_state->activeLanguage = index;
    m_state->engine.touchLanguage();
    // What was settled in one language settles in another: the dependencies are the same.
    [[maybe_unused]] const auto settled = m_state->settle();
}

std::optional<QString> Session::value(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    if (id == NodeId::None || !m_state->instance().declared(id).isLeaf())
        return std::nullopt;
    return m_state->instance().value(id);
}

std::optional<QString> Session::written(const QString &path) const
{
    std::optional<QString> text = value(path);
    const int node = text ? m_state->model().find(path) : -1;
    if (node >= 0 && m_state->model().bind(node).type == DataType::Decimal)
        text = decimalText(*text);
    return text;
}

bool Session::isRelevant(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    return id != NodeId::None && m_state->instance().state(id).isRelevant;
}

bool Session::isRequired(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    return id != NodeId::None &&
           m_state->engine.evaluateRule(m_state->model().bind(m_state->instance().state(id).node).required,
                                        id, false);
}

bool Session::isReadonly(const QString &path) const
{
    const NodeId id = m_state->instance().find(path);
    return id != NodeId::None && m_state->isReadonly(id);
}

namespace {

/// Of one node in its scope, which for a repeat is that of one instance.
void addFieldPaths(const Instance &instance, int scope, int node, QStringList &paths)
{
    const Node &declared = instance.model().nodes[node];
    if (declared.isLeaf()) {
        if (const NodeId id = instance.nodeIn(scope, node); id != NodeId::None && !declared.isAttribute)
            paths += instance.path(id);
        return;
    }
    for (const int child : declared.children) {
        const Node &inner = instance.model().nodes[child];
        if (!inner.isRepeat) {
            addFieldPaths(instance, scope, child, paths);
            continue;
        }
        for (const int opened : instance.instances(scope, inner.scope))
            addFieldPaths(instance, opened, child, paths);
    }
}

}  // namespace

QStringList Session::fieldPaths() const
{
    QStringList paths;
    addFieldPaths(m_state->instance(), 0, 0, paths);
    return paths;
}

Result<> Session::setAnswer(const QString &path, const QString &value)
{
    const NodeId id = m_state->instance().find(path);
    const ControlNode *control = id == NodeId::None ? nullptr : m_state->control(id);
    if (!control || control->kind == Control::Group || control->kind == Control::Repeat)
        return failure(ErrorCode::NotFound, QStringLiteral("no question at %1").arg(path));
    if (!m_state->instance().state(id).isRelevant)
        return failure(ErrorCode::Denied, QStringLiteral("%1 is not relevant now").arg(path));
    if (m_state->isReadonly(id))
        return failure(ErrorCode::Denied, QStringLiteral("%1 is read only").arg(path));
    if (!isSelection(control->kind) || value.isEmpty())
        return setField(path, value);

    const QStringList selected = value.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (control->kind == Control::Select1 && selected.size() > 1)
        return failure(ErrorCode::InvalidInput, QStringLiteral("%1 takes one choice").arg(path));
    const QSet<QString> available = m_state->choiceValues(id);
    for (const QString &one : selected) {
        if (!available.contains(one))
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("%1 does not offer that choice").arg(path));
    }
    return setField(path, selected.join(QLatin1Char(' ')));
}

Result<> Session::setField(const QString &path, const QString &value)
{
    const NodeId id = m_state->instance().find(path);
    if (id == NodeId::None || !m_state->instance().declared(id).isLeaf())
        return failure(ErrorCode::NotFound, QStringLiteral("no field at %1").arg(path));
    const auto text = answerText(m_state->model().bind(m_state->instance().state(id).node).type, value);
    if (!text)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the value is not of the type of %1").arg(path));
    m_state->engine.setValue(id, *text);
    return m_state->settle();
}

Result<QString> Session::addRepeat(const QString &repeatPath, std::optional<int> position)
{
    const Model &model = m_state->model();
    const int node = model.find(repeatPath);
    if (node < 0 || !model.nodes[node].isRepeat)
        return failure(ErrorCode::NotFound, QStringLiteral("no repeat at %1").arg(repeatPath));
    const int repeat = model.nodes[node].scope;
    const NodeId around = m_state->instance().find(repeatPath.section(QLatin1Char('/'), 0, -2));
    if (around == NodeId::None)
        return failure(ErrorCode::NotFound, QStringLiteral("nothing around %1").arg(repeatPath));
    if (model.repeats[repeat].isFixed)
        return failure(ErrorCode::Denied,
                       QStringLiteral("the form decides how many %1 there are").arg(repeatPath));
    const int parentScope = m_state->instance().state(around).scope;
    const int count = static_cast<int>(m_state->instance().instances(parentScope, repeat).size());
    if (position && (*position < 1 || *position > count + 1))
        return failure(ErrorCode::NotFound,
                       QStringLiteral("%1 has no place %2").arg(repeatPath).arg(*position));
    if (count >= Instance::maximumRepeats)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("%1 already has %2 instances").arg(repeatPath).arg(Instance::maximumRepeats));
    const int scope = m_state->engine.addInstance(parentScope, repeat, position ? *position - 1 : -1);
    if (const auto settled = m_state->settle(); !settled)
        return tl::make_unexpected(settled.error());
    return m_state->instance().path(m_state->instance().element(scope));
}

Result<> Session::removeRepeat(const QString &instancePath)
{
    const NodeId id = m_state->instance().find(instancePath);
    if (id == NodeId::None || !m_state->instance().declared(id).isRepeat)
        return failure(ErrorCode::NotFound, QStringLiteral("no repeat instance at %1").arg(instancePath));
    const int scope = m_state->instance().state(id).scope;
    if (m_state->model().repeats[m_state->instance().scope(scope).repeat].isFixed)
        return failure(ErrorCode::Denied,
                       QStringLiteral("the form decides how many there are at %1").arg(instancePath));
    m_state->engine.removeInstance(scope);
    return m_state->settle();
}

Result<xpath::Value> Session::evaluate(const QString &expression, const QString &contextPath) const
{
    const auto compiled = xpath::Expression::compile(expression, m_state->model().namespaces);
    if (!compiled)
        return failure(ErrorCode::InvalidInput, compiled.error().message);
    const NodeId id =
        contextPath.isEmpty() ? m_state->instance().element(0) : m_state->instance().find(contextPath);
    if (id == NodeId::None)
        return failure(ErrorCode::NotFound, QStringLiteral("no node at %1").arg(contextPath));
    return compiled->evaluate(m_state->engine.at(id));
}

Result<Submission> Session::finalise()
{
    const Model &model = m_state->model();
    const QList<Violation> violations = validate();
    if (!violations.isEmpty())
        return failure(ErrorCode::Conflict,
                       QStringLiteral("%1 answer(s) are missing or not accepted, the first at %2")
                           .arg(violations.size())
                           .arg(violations.first().path));
    for (int node = 0; node < static_cast<int>(model.nodes.size()); ++node) {
        const Bind &bind = model.bind(node);
        if (bind.preload == QLatin1String("timestamp") && bind.preloadParams == QLatin1String("end"))
            m_state->instance().forEach(
                0, node, [&](NodeId id) { m_state->engine.setValue(id, m_state->timestamp()); });
    }
    if (const auto settled = m_state->settle(); !settled)
        return tl::make_unexpected(settled.error());

    Submission submission;
    submission.instanceId = instanceId();
    submission.formId = model.formId;
    submission.version = model.version;
    if (model.instanceNameNode >= 0)
        submission.instanceName =
            m_state->instance().value(m_state->instance().nodeIn(0, model.instanceNameNode));
    submission.xml = toXml();
    submission.attachments = attachmentsOf(m_state->instance());
    return submission;
}

QByteArray Session::toXml() const { return writeSubmission(m_state->instance()); }

}  // namespace amparo::form
