// A snapshot is what cannot be computed again: the values of all nodes, relevant or not, their relevance, and
// how many instances each repeat has. Layout (QDataStream, Qt 6.0, big endian): magic, version, form id, form
// version, shape of the form, language; then the scopes, each with its slots' values and flags, then its
// nested instances.

#include "form/data_type.h"
#include "form/session_state.h"

#include <QDataStream>
#include <QIODevice>

namespace amparo::form {

using xpath::NodeId;

namespace {

constexpr quint32 magic = 0x414d5046;  // "AMPF"
constexpr quint16 snapshotVersion = 1;

void writeScope(const Instance &instance, int scope, QDataStream &out)
{
    const Model &model = instance.model();
    const Instance::Scope &written = instance.scope(scope);
    for (const int node : model.repeats[written.repeat].slots) {
        // Instances that a form's author wrote out may lack a node that others have; here each has a place for it.
        const NodeId id = instance.nodeIn(scope, node);
        const bool isThere = id != NodeId::None;
        out << (!isThere || instance.state(id).isRelevantItself);
        if (model.nodes[node].isLeaf())
            out << (isThere ? instance.value(id).toUtf8() : QByteArray());
    }
    for (const auto &instances : written.nested) {
        out << static_cast<quint32>(instances.size());
        for (const int inner : instances)
            writeScope(instance, inner, out);
    }
}

/// Fills a scope and its nested instances; false where the stream does not hold what it should.
bool readScope(Instance &instance, int scope, QDataStream &in)
{
    const Model &model = instance.model();
    const int repeat = instance.scope(scope).repeat;
    for (const int node : model.repeats[repeat].slots) {
        bool isRelevant = true;
        QByteArray value;
        in >> isRelevant;
        if (model.nodes[node].isLeaf())
            in >> value;
        if (in.status() != QDataStream::Ok)
            return false;
        const NodeId id = instance.nodeIn(scope, node);
        if (id == NodeId::None)
            continue;
        instance.setRelevantItself(id, isRelevant);
        if (model.nodes[node].isLeaf())
            instance.setValue(id, QString::fromUtf8(value));
    }
    for (const int nested : model.repeats[repeat].nested) {
        quint32 count = 0;
        in >> count;
        if (in.status() != QDataStream::Ok || count > Instance::maximumRepeats)
            return false;
        while (!instance.instances(scope, nested).empty())
            instance.removeInstance(instance.instances(scope, nested).back());
        for (quint32 i = 0; i < count; ++i) {
            if (!readScope(instance, instance.addInstance(scope, nested), in))
                return false;
        }
    }
    return true;
}

/// Puts the answers of a submission into an instance; what it leaves out becomes empty.
void takeElement(Instance &instance, int scope, int node, const xpath::Document &from, NodeId element)
{
    const Node &declared = instance.model().nodes[node];
    const NodeId id = instance.nodeIn(scope, node);
    if (id == NodeId::None)
        return;
    if (declared.isLeaf() && (!declared.isAttribute || element != NodeId::None)) {
        const QString written = element == NodeId::None ? QString() : from.text(element);
        instance.setValue(id, answerText(instance.model().bind(node).type, written).value_or(written));
    }
    for (const int child : declared.children) {
        const Node &inner = instance.model().nodes[child];
        if (!inner.isRepeat) {
            const NodeId found = element == NodeId::None ? NodeId::None
                                 : inner.isAttribute
                                     ? from.attribute(element, inner.local, inner.namespaceUri)
                                     : from.child(element, inner.local);
            takeElement(instance, scope, child, from, found);
            continue;
        }
        while (!instance.instances(scope, inner.scope).empty())
            instance.removeInstance(instance.instances(scope, inner.scope).back());
        NodeId found = element == NodeId::None ? NodeId::None : from.child(element, inner.local);
        for (int count = 0; found != NodeId::None && count < Instance::maximumRepeats;
             found = from.nextSibling(found)) {
            if (from.kind(found) != xpath::NodeKind::Element || from.localName(found) != inner.local)
                continue;
            ++count;
            takeElement(instance, instance.addInstance(scope, inner.scope), child, from, found);
        }
    }
}

}  // namespace

QByteArray Session::snapshot() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    const Model &model = m_state->model();
    out << magic << snapshotVersion << model.formId << model.version << model.fingerprint
        << model.languages.value(m_state->activeLanguage);
    writeScope(m_state->instance(), 0, out);
    return bytes;
}

Result<Session> Session::restore(std::shared_ptr<const FormDefinition> definition, const QByteArray &snapshot,
                                 Options options)
{
    auto state = std::make_unique<State>(std::move(definition), std::move(options));
    const Model &model = state->model();
    QDataStream in(snapshot);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 readMagic = 0;
    quint16 version = 0;
    in >> readMagic >> version;
    if (in.status() != QDataStream::Ok || readMagic != magic)
        return failure(ErrorCode::Corrupt, QStringLiteral("this is no snapshot of a form"));
    if (version > snapshotVersion)
        return failure(ErrorCode::TooNew, QStringLiteral("the snapshot has version %1").arg(version));
    QString formId, formVersion, language;
    QByteArray fingerprint;
    in >> formId >> formVersion >> fingerprint >> language;
    if (in.status() != QDataStream::Ok)
        return failure(ErrorCode::Corrupt, QStringLiteral("the snapshot ends too early"));
    if (formId != model.formId || formVersion != model.version || fingerprint != model.fingerprint)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("the snapshot is of form %1, version %2, or of another shape")
                           .arg(formId, formVersion));
    if (!readScope(state->engine.instance(), 0, in) || !in.atEnd())
        return failure(ErrorCode::Corrupt, QStringLiteral("the snapshot does not hold what the form asks"));
    state->engine.instance().inheritRelevance();
    if (const int index = model.languageIndex(language); index >= 0)
        state->activeLanguage = index;
    return Session(std::move(state));
}

Result<Session> Session::edit(std::shared_ptr<const FormDefinition> definition,
                              const QByteArray &submissionXml, Options options)
{
    auto state = std::make_unique<State>(std::move(definition), std::move(options));
    const auto document = xpath::Document::read(submissionXml);
    if (!document)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the submission, line %1: %2")
                                                    .arg(document.error().line)
                                                    .arg(document.error().message));
    const Model &model = state->model();
    const NodeId root = document->rootElement();
    const NodeId idAttribute = document->attribute(root, u"id");
    const QString formId =
        idAttribute == NodeId::None ? document->namespaceUri(root) : document->text(idAttribute);
    if (formId != model.formId || document->localName(root) != model.nodes[0].local)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the submission is not of form %1").arg(model.formId));

    Instance &instance = state->engine.instance();
    takeElement(instance, 0, 0, *document, root);
    const NodeId instanceId = instance.nodeIn(0, model.instanceIdNode);
    instance.setValue(instance.nodeIn(0, model.deprecatedIdNode), instance.value(instanceId));
    state->engine.touchAll();
    if (const auto settled = state->settle(); !settled)
        return tl::make_unexpected(settled.error());
    state->engine.setValue(instanceId, state->newInstanceId());
    state->engine.fire(Action::Load);
    if (const auto settled = state->settle(); !settled)
        return tl::make_unexpected(settled.error());
    return Session(std::move(state));
}

}  // namespace amparo::form
