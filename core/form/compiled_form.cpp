// Each part of the model says what it consists of, once for writing and reading.

#include "form/compiled_form.h"

#include "form/model.h"
#include "xpath/transfer.h"

namespace amparo::form {

namespace {

/// To be raised when the model means something else in the same shape.
constexpr quint32 meaning = 2;

/// Which program wrote the bytes. Another shape of the model is another program.
quint64 programKey()
{
    const std::size_t shape[]{meaning,        sizeof(Model),     sizeof(Node),
                              sizeof(Repeat), sizeof(Bind),      sizeof(ControlNode),
                              sizeof(Action), sizeof(TextForms), sizeof(QString)};
    static const QByteArray version = QByteArrayLiteral(AMPARO_VERSION);
    return qHashBits(shape, sizeof shape, qHashBits(version.constData(), std::size_t(version.size())));
}

quint64 contentKey(QByteArrayView content)
{
    return qHashBits(content.data(), std::size_t(content.size()), 1);
}

}  // namespace

// In the room's own namespace, where the archive finds them.

template <class Archive> void transfer(Archive &archive, Place &place)
{
    auto &[sheet, row, column, node] = place;
    archive(sheet, row, column, node);
}

template <class Archive> void transfer(Archive &archive, TextForms &forms)
{
    auto &[text, guidance, image, bigImage, audio, video] = forms;
    archive(text, guidance, image, bigImage, audio, video);
}

template <class Archive> void transfer(Archive &archive, Stretch &stretch)
{
    auto &[begin, size] = stretch;
    archive(begin, size);
}

template <class Archive> void transfer(Archive &archive, ItextEntry &entry)
{
    auto &[text, guidance, rich, line] = entry;
    archive(text, guidance, rich, line);
}

template <class Archive> void transfer(Archive &archive, Itext<TextForms> &itext)
{
    auto &[utf8, rows, entries, rich] = itext;
    archive(utf8, rows, entries, rich);
}

template <class Archive> void transfer(Archive &archive, ItextId &itext) { archive(itext.id); }

template <class Archive> void transfer(Archive &archive, SubmissionSettings &submission)
{
    auto &[url, publicKey, autoSend, autoDelete, isEditable] = submission;
    archive(url, publicKey, autoSend, autoDelete, isEditable);
}

template <class Archive> void transfer(Archive &archive, Rule &rule)
{
    auto &[expression, constant] = rule;
    archive(expression, constant);
}

template <class Archive> void transfer(Archive &archive, CustomAttribute &attribute)
{
    auto &[namespaceUri, name, value] = attribute;
    archive(namespaceUri, name, value);
}

template <class Archive> void transfer(Archive &archive, Bind &bind)
{
    auto &[type, place, relevant, required, readonly, constraint, calculate, requiredMessage,
           constraintMessage, preload, preloadParams, attributes] = bind;
    archive(type, place, relevant, required, readonly, constraint, calculate, requiredMessage,
            constraintMessage, preload, preloadParams, attributes);
}

template <class Archive> void transfer(Archive &archive, Edge &edge)
{
    auto &[target, scope] = edge;
    archive(target, scope);
}

template <class Archive> void transfer(Archive &archive, Node &node)
{
    auto &[path, local, namespaceUri, parent, children, childByStep, isAttribute, isRepeat, hasElements,
           scope, slot, bind, control, relevantUnit, calculateUnit, dependents, counters, filtered, actions] =
        node;
    archive(path, local, namespaceUri, parent, children, childByStep, isAttribute, isRepeat, hasElements,
            scope, slot, bind, control, relevantUnit, calculateUnit, dependents, counters, filtered, actions);
}

template <class Archive> void transfer(Archive &archive, Repeat &repeat)
{
    auto &[node, parent, indexInParent, slots, nested, pattern, countNode, count, place, countUnit, isFixed] =
        repeat;
    archive(node, parent, indexInParent, slots, nested, pattern, countNode, count, place, countUnit, isFixed);
}

template <class Archive> void transfer(Archive &archive, Unit &unit)
{
    auto &[kind, node] = unit;
    archive(kind, node);
}

template <class Archive> void transfer(Archive &archive, InlineItem &item)
{
    auto &[value, label] = item;
    archive(value, label);
}

template <class Archive> void transfer(Archive &archive, ItemSet &itemset)
{
    auto &[nodes, value, label, valueName, labelName, itextName] = itemset;
    archive(nodes, value, label, valueName, labelName, itextName);
}

template <class Archive> void transfer(Archive &archive, ControlNode &control)
{
    auto &[kind, node, parent, repeat, label, hint, appearance, mediaType, rangeStart, rangeEnd, rangeStep,
           items, itemset, children, attributes, place] = control;
    archive(kind, node, parent, repeat, label, hint, appearance, mediaType, rangeStart, rangeEnd, rangeStep,
            items, itemset, children, attributes, place);
}

template <class Archive> void transfer(Archive &archive, Action &action)
{
    auto &[events, repeat, context, target, targetPath, source, value, literal] = action;
    archive(events, repeat, context, target, targetPath, source, value, literal);
}

template <class Archive> void transfer(Archive &archive, SecondaryInstance &instance)
{
    auto &[id, document, isLastSaved] = instance;
    archive(id, document, isLastSaved);
}

template <class Archive> void transfer(Archive &archive, Model &model)
{
    auto &[formId, version, title, style, submission, namespaces, primary, nodes, repeats, binds, controls,
           body, units, actions, secondary, preloaded, languages, defaultLanguage, itext, mediaFiles, byPath,
           fingerprint, instanceIdNode, instanceNameNode, deprecatedIdNode] = model;
    archive(formId, version, title, style, submission, namespaces, primary, nodes, repeats, binds, controls,
            body, units, actions, secondary, preloaded, languages, defaultLanguage, itext, mediaFiles, byPath,
            fingerprint, instanceIdNode, instanceNameNode, deprecatedIdNode);
}

QByteArray compiledForm(const FormDefinition &definition)
{
    WriteArchive content;
    content(const_cast<Model &>(definition.model()));  // written, not changed
    const QByteArray bytes = std::move(content).bytes();
    WriteArchive header;
    quint64 program = programKey();
    quint64 hash = contentKey(bytes);
    header(program, hash);
    return std::move(header).bytes() + bytes;
}

std::shared_ptr<const FormDefinition> readCompiledForm(const QByteArray &compiled)
{
    ReadArchive archive(compiled);
    quint64 program = 0;
    quint64 hash = 0;
    archive(program, hash);
    const QByteArrayView content = QByteArrayView(compiled).last(archive.left());
    if (!archive.isSound() || program != programKey() || hash != contentKey(content))
        return nullptr;
    auto model = std::make_unique<Model>();
    archive(*model);
    if (!archive.isSound() || !archive.atEnd() || model->nodes.empty())
        return nullptr;
    return std::make_shared<const FormDefinition>(std::move(model));
}

}  // namespace amparo::form
