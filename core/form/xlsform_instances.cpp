#include "form/xlsform_expression.h"
#include "form/xlsform_output.h"

#include <QSet>

#include <algorithm>

namespace amparo::form {

namespace {

using Kind = SurveyElement::Kind;

class InstanceWriter : public XlsformPart {
public:
    using XlsformPart::XlsformPart;

    void writePrimary();
    void writeLists();

private:
    enum class Copy { Template, First, Inner };

    void writeNodes(const std::vector<int> &elements, Copy copy);
    void writeNode(int element, Copy copy);
    void writeMeta();
    void writeEntity();
    void writeList(const ChoiceList &list);
    void writeExternal(const QString &id, const QString &source);
    template <class See> void eachCell(const See &see) const;
};

void InstanceWriter::writePrimary()
{
    m_xml.writeStartElement(QStringLiteral("instance"));
    m_xml.writeStartElement(m_survey.rootName);
    attribute("xmlns", setting("instance_xmlns"));
    attribute("id", setting("form_id"));
    attribute("version", setting("version"));
    attribute("odk:prefix", setting("prefix"));
    attribute("odk:delimiter", setting("delimiter"));
    for (const auto &[name, value] : m_survey.settings.settingAttributes) {
        if (name != QLatin1String("id") && name != QLatin1String("version"))
            m_xml.writeAttribute(name, value);
    }
    newLine();
    writeNodes(m_survey.top, Copy::First);
    writeMeta();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void InstanceWriter::writeNode(int element, Copy copy)
{
    const SurveyElement &from = at(element);
    const bool isTemplate = copy == Copy::Template && from.kind == Kind::Repeat;
    m_xml.writeStartElement(from.name);
    if (isTemplate)
        m_xml.writeAttribute(QStringLiteral("jr:template"), QString());
    XlsformAttributes all;
    // ODK's converter leaves the attributes of a repeat out of its template.
    if (!isTemplate)
        resolveInto(all, from.row.instanceAttributes, element);
    if (!isTemplate && from.row.has(QLatin1String("compact_tag")))
        all.append({QStringLiteral("odk:tag"), from.row.value(QLatin1String("compact_tag"))});
    attributes(all);
    const QString given = from.row.value(QLatin1String("default"));
    if (from.kind == Kind::Question && !given.isEmpty() && !isDynamicDefault(given, from.type.dataType))
        m_xml.writeCharacters(given);
    writeNodes(from.children, from.kind == Kind::Group && copy == Copy::Template ? Copy::First : copy);
    if (from.kind == Kind::Repeat && hasEntity(element)) {
        m_xml.writeStartElement(QStringLiteral("meta"));
        writeEntity();
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
    newLine();
}

/// A repeat is written twice: as the template of new instances, and as the one that every record begins with.
/// Within either, repeats are written once: a template holds templates, and the first instance its first
/// ones.
void InstanceWriter::writeNodes(const std::vector<int> &elements, Copy copy)
{
    for (const int element : elements) {
        if (at(element).kind != Kind::Repeat || copy != Copy::First) {
            writeNode(element, copy);
            continue;
        }
        writeNode(element, Copy::Template);
        writeNode(element, Copy::Inner);
    }
}

void InstanceWriter::writeMeta()
{
    const bool hasId = !isYes(setting("omit_instanceid"));
    const bool hasName = !setting("instance_name").isEmpty();
    if (!hasId && !hasName && !m_survey.audit && !hasEntity(-1))
        return;
    m_xml.writeStartElement(QStringLiteral("meta"));
    if (m_survey.audit)
        m_xml.writeEmptyElement(QStringLiteral("audit"));
    if (hasId)
        m_xml.writeEmptyElement(QStringLiteral("instanceID"));
    if (hasName)
        m_xml.writeEmptyElement(QStringLiteral("instanceName"));
    if (hasEntity(-1))
        writeEntity();
    m_xml.writeEndElement();
    newLine();
}

void InstanceWriter::writeEntity()
{
    const XlsformEntity &entity = *m_survey.entity;
    const QString yes = QStringLiteral("1");
    m_xml.writeStartElement(QStringLiteral("entity"));
    m_xml.writeAttribute(QStringLiteral("dataset"), entity.list);
    m_xml.writeAttribute(QStringLiteral("id"), QString());
    if (entity.creates())
        m_xml.writeAttribute(QStringLiteral("create"), yes);
    if (entity.updates()) {
        m_xml.writeAttribute(QStringLiteral("update"), yes);
        for (const char *version : {"baseVersion", "trunkVersion", "branchId"})
            m_xml.writeAttribute(QString::fromLatin1(version), QString());
    }
    if (!entity.label.isEmpty())
        m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeEndElement();
}

/// All that may read a list without being a select.
template <class See> void InstanceWriter::eachCell(const See &see) const
{
    for (const SurveyElement &element : m_survey.elements) {
        std::for_each(element.row.values.cbegin(), element.row.values.cend(), see);
        for (const auto &[name, value] : element.row.bindAttributes)
            see(value);
        for (const LanguageTexts &texts : element.row.texts) {
            for (const auto &[language, text] : texts)
                see(text);
        }
    }
    std::for_each(m_survey.settings.values.cbegin(), m_survey.settings.values.cend(), see);
}

void InstanceWriter::writeLists()
{
    for (const ChoiceList &list : m_survey.lists) {
        if (!list.isSearched)
            writeList(list);
    }
    QSet<QString> written;
    for (const ExternalList &list : m_survey.externalLists) {
        if (!written.contains(list.id))
            writeExternal(list.id, list.source);
        written.insert(list.id);
    }
    const QString lastSaved = QStringLiteral("__last-saved");
    eachCell([&](const QString &cell) {
        for (const QString &file : pulledFiles(cell)) {
            if (!written.contains(file) && !m_survey.list(file))
                writeExternal(file, QStringLiteral("jr://file-csv/%1.csv").arg(file));
            written.insert(file);
        }
        if (cell.contains(QLatin1String("${last-saved#")) && !written.contains(lastSaved)) {
            writeExternal(lastSaved, QStringLiteral("jr://instance/last-saved"));
            written.insert(lastSaved);
        }
    });
}

void InstanceWriter::writeExternal(const QString &id, const QString &source)
{
    m_xml.writeEmptyElement(QStringLiteral("instance"));
    m_xml.writeAttribute(QStringLiteral("id"), id);
    m_xml.writeAttribute(QStringLiteral("src"), source);
    newLine();
}

void InstanceWriter::writeList(const ChoiceList &list)
{
    const bool usesItext = m_texts.usesItext(list);
    m_xml.writeStartElement(QStringLiteral("instance"));
    m_xml.writeAttribute(QStringLiteral("id"), list.id);
    m_xml.writeStartElement(QStringLiteral("root"));
    newLine();
    for (qsizetype i = 0; i < list.choices.size(); ++i) {
        const XlsformRow &choice = list.choices[i];
        m_xml.writeStartElement(QStringLiteral("item"));
        if (usesItext)
            m_xml.writeTextElement(QStringLiteral("itextId"), m_texts.choiceTextId(list, i));
        m_xml.writeTextElement(QStringLiteral("name"), choice.value(QLatin1String("name")));
        if (!usesItext)
            m_texts.writeChoiceLabel(m_xml, list, i);
        for (const auto &[name, value] : choice.extra)
            m_xml.writeTextElement(name, value);
        m_xml.writeEndElement();
        newLine();
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

}  // namespace

void writeInstances(XlsformOutput &output)
{
    InstanceWriter writer(output);
    writer.writePrimary();
    writer.writeLists();
}

}  // namespace amparo::form
