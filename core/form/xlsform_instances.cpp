#include "form/xlsform_output.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

using Kind = SurveyElement::Kind;

class InstanceWriter : public XlsformPart {
public:
    using XlsformPart::XlsformPart;

    void writePrimary();
    void writeLists();

private:
    void writeNodes(const std::vector<int> &elements);
    void writeNode(int element, bool isTemplate);
    void writeMeta();
    void writeEntityNode();
    void writeList(const ChoiceList &list);
    void writeExternal(const QString &id, const QString &source);
};

void InstanceWriter::writePrimary()
{
    m_xml.writeStartElement(QStringLiteral("instance"));
    m_xml.writeStartElement(m_survey.rootName);
    attribute("xmlns", setting("instance_xmlns"));
    attribute("id", setting("form_id").isEmpty() ? m_survey.rootName : setting("form_id"));
    attribute("version", setting("version"));
    for (const auto &[name, value] : m_survey.settings.settingAttributes)
        m_xml.writeAttribute(name, value);
    newLine();
    writeNodes(m_survey.top);
    writeMeta();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void InstanceWriter::writeNode(int element, bool isTemplate)
{
    const SurveyElement &from = at(element);
    m_xml.writeStartElement(from.name);
    if (isTemplate)
        m_xml.writeAttribute(QStringLiteral("jr:template"), QString());
    attributes(from.row.instanceAttributes, element);
    const QString given = from.row.value(QLatin1String("default"));
    if (from.kind == Kind::Question && !isDynamic(given))
        m_xml.writeCharacters(from.type.mediaType.startsWith(QLatin1String("image")) && !given.isEmpty()
                                  ? QLatin1String("jr://images/") + given
                                  : given);
    writeNodes(from.children);
    m_xml.writeEndElement();
    newLine();
}

/// A repeat is written twice: as the template of new instances, and as the one that every record begins with.
void InstanceWriter::writeNodes(const std::vector<int> &elements)
{
    for (const int element : elements) {
        if (at(element).kind == Kind::Repeat)
            writeNode(element, true);
        writeNode(element, false);
    }
}

void InstanceWriter::writeMeta()
{
    m_xml.writeStartElement(QStringLiteral("meta"));
    if (m_survey.hasAudit)
        m_xml.writeEmptyElement(QStringLiteral("audit"));
    m_xml.writeEmptyElement(QStringLiteral("instanceID"));
    if (!setting("instance_name").isEmpty())
        m_xml.writeEmptyElement(QStringLiteral("instanceName"));
    if (!m_survey.entities.isEmpty())
        writeEntityNode();
    m_xml.writeEndElement();
    newLine();
}

void InstanceWriter::writeEntityNode()
{
    const XlsformRow &entity = m_survey.entities.first();
    const bool isUpdate = !entity.value(QLatin1String("entity_id")).isEmpty();
    const bool isCreate = !isUpdate || !entity.value(QLatin1String("create_if")).isEmpty();
    m_xml.writeStartElement(QStringLiteral("entity"));
    m_xml.writeAttribute(QStringLiteral("dataset"), entity.value(QLatin1String("list_name")));
    m_xml.writeAttribute(QStringLiteral("id"), QString());
    if (isCreate)
        m_xml.writeAttribute(QStringLiteral("create"), QStringLiteral("1"));
    if (isUpdate) {
        m_xml.writeAttribute(QStringLiteral("update"), QStringLiteral("1"));
        m_xml.writeAttribute(QStringLiteral("baseVersion"), QString());
    }
    if (!entity.texts.isEmpty())
        m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeEndElement();
}

void InstanceWriter::writeLists()
{
    for (const ChoiceList &list : m_survey.lists) {
        if (list.isUsed)
            writeList(list);
    }
    QStringList written;
    for (const ExternalList &list : m_survey.externalLists) {
        writeExternal(list.id, list.source);
        written += list.id;
    }
    static const QRegularExpression pulled(QStringLiteral("pulldata\\(\\s*['\"]([^'\"]+)['\"]"));
    for (const SurveyElement &element : m_survey.elements) {
        for (const QString &cell : element.row.values) {
            for (auto it = pulled.globalMatch(cell); it.hasNext();) {
                const QString id = it.next().captured(1);
                if (!written.contains(id))
                    writeExternal(id, QStringLiteral("jr://file-csv/%1.csv").arg(id));
                written += id;
            }
            if (cell.contains(QLatin1String("${last-saved#")) &&
                !written.contains(QStringLiteral("__last-saved"))) {
                writeExternal(QStringLiteral("__last-saved"), QStringLiteral("jr://instance/last-saved"));
                written += QStringLiteral("__last-saved");
            }
        }
    }
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
    m_xml.writeAttribute(QStringLiteral("id"), list.name);
    m_xml.writeStartElement(QStringLiteral("root"));
    newLine();
    const auto item = [&](qsizetype index, const QString &name, const QString &label) {
        m_xml.writeStartElement(QStringLiteral("item"));
        if (usesItext)
            m_xml.writeTextElement(QStringLiteral("itextId"), m_texts.choiceTextId(list, index));
        m_xml.writeTextElement(QStringLiteral("name"), name);
        if (!usesItext)
            m_xml.writeTextElement(QStringLiteral("label"), label);
    };
    static const QRegularExpression elementName(QStringLiteral("^[A-Za-z_][\\w.-]*$"));
    for (qsizetype i = 0; i < list.choices.size(); ++i) {
        const XlsformRow &choice = list.choices[i];
        const QMap<QString, QString> labels = choice.texts.value(QStringLiteral("label"));
        item(i, choice.value(QLatin1String("name")), labels.isEmpty() ? QString() : labels.first());
        for (const auto &[name, value] : choice.extra) {
            if (elementName.match(name).hasMatch())
                m_xml.writeTextElement(name, value);
            else if (i == 0)
                m_problems.append(
                    {Severity::Warning,
                     {m_sheets.choices->name(), 1, name, {}},
                     QStringLiteral("the column “%1” is left out: as the name of an element it may "
                                    "have no blanks")
                         .arg(name)});
        }
        m_xml.writeEndElement();
        newLine();
    }
    if (list.hasOther) {
        item(list.choices.size(), QStringLiteral("other"), QStringLiteral("Other"));
        m_xml.writeEndElement();
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
