#include "form/form_definition.h"

#include "form/model.h"

namespace amparo::form {

FormDefinition::FormDefinition(std::unique_ptr<const Model> model) : m_model(std::move(model)) {}

FormDefinition::~FormDefinition() = default;

QString FormDefinition::formId() const { return m_model->formId; }

QString FormDefinition::version() const { return m_model->version; }

QString FormDefinition::title() const { return m_model->title; }

QStringList FormDefinition::languages() const
{
    QStringList tags;
    for (const QString &name : m_model->languages)
        tags += languageTag(name);
    return tags;
}

QString FormDefinition::defaultLanguage() const
{
    return m_model->languages.isEmpty() ? QString()
                                        : languageTag(m_model->languages.at(m_model->defaultLanguage));
}

QString FormDefinition::languageName(const QString &language) const
{
    return m_model->languages.value(m_model->languageIndex(language));
}

QString FormDefinition::style() const { return m_model->style; }

const SubmissionSettings &FormDefinition::submission() const { return m_model->submission; }

QStringList FormDefinition::fields() const
{
    QStringList paths;
    for (const Node &node : m_model->nodes) {
        if (node.isLeaf() && !node.isAttribute)
            paths += node.path;
    }
    return paths;
}

bool FormDefinition::hasField(const QString &path) const
{
    const int node = m_model->find(path);
    return node >= 0 && m_model->nodes[node].isLeaf();
}

DataType FormDefinition::type(const QString &path) const
{
    const int node = m_model->find(path);
    return node < 0 ? DataType::String : m_model->bind(node).type;
}

std::optional<Control> FormDefinition::control(const QString &path) const
{
    const int node = m_model->find(path);
    if (node < 0 || m_model->nodes[node].control < 0)
        return std::nullopt;
    return m_model->controls[m_model->nodes[node].control].kind;
}

QString FormDefinition::label(const QString &path, const QString &language) const
{
    const int node = m_model->find(path);
    if (node < 0 || m_model->nodes[node].control < 0)
        return {};
    const TextSource &source = m_model->controls[m_model->nodes[node].control].label;
    TextPieces pieces;
    if (const auto *inPlace = std::get_if<TextPieces>(&source)) {
        pieces = *inPlace;
    } else if (const auto *itext = std::get_if<ItextId>(&source)) {
        const int index = m_model->languageIndex(language);
        pieces = m_model->text(itext->id, index < 0 ? m_model->defaultLanguage : index).text;
    }
    QString label;
    for (const TextPiece &piece : pieces) {
        const auto *text = std::get_if<QString>(&piece);
        label += text ? *text : QStringLiteral("…");
    }
    return label;
}

std::optional<QString> FormDefinition::bindAttribute(const QString &path, const QString &namespaceUri,
                                                     const QString &name) const
{
    const int node = m_model->find(path);
    if (node < 0)
        return std::nullopt;
    for (const CustomAttribute &attribute : m_model->bind(node).attributes) {
        if (attribute.name == name && attribute.namespaceUri == namespaceUri)
            return attribute.value;
    }
    return std::nullopt;
}

std::optional<QString> FormDefinition::instanceAttribute(const QString &namespaceUri,
                                                         const QString &name) const
{
    const xpath::Document &primary = m_model->primary;
    const xpath::NodeId attribute = primary.attribute(primary.rootElement(), name, namespaceUri);
    return attribute == xpath::NodeId::None ? std::nullopt : std::optional(primary.text(attribute));
}

QStringList FormDefinition::fieldsWith(const QString &namespaceUri, const QString &name) const
{
    QStringList paths;
    for (const Node &node : m_model->nodes) {
        if (node.bind >= 0 && bindAttribute(node.path, namespaceUri, name))
            paths += node.path;
    }
    return paths;
}

QStringList FormDefinition::mediaFiles() const { return m_model->mediaFiles; }

}  // namespace amparo::form
