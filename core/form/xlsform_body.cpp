#include "form/xlsform_output.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

using Kind = SurveyElement::Kind;

class BodyWriter : public XlsformPart {
public:
    using XlsformPart::XlsformPart;

    void write()
    {
        for (const int element : m_survey.top)
            writeControl(element);
    }

private:
    void writeControl(int element);
    void writeGroup(int element);
    void writeQuestion(int element);
    void writeItemset(int element);
    void writeTriggered(int element);
};

void BodyWriter::writeControl(int element)
{
    if (at(element).kind != Kind::Question)
        writeGroup(element);
    else if (!at(element).type.control.isEmpty())
        writeQuestion(element);
}

void BodyWriter::writeGroup(int element)
{
    const SurveyElement &from = at(element);
    const bool isRepeat = from.kind == Kind::Repeat;
    m_xml.writeStartElement(QStringLiteral("group"));
    m_xml.writeAttribute(QStringLiteral("ref"), from.path);
    if (!isRepeat) {
        attribute("appearance", from.row.value(QLatin1String("appearance")));
        attributes(from.row.bodyAttributes, element);
    }
    m_texts.writeLabel(m_xml, element);
    newLine();
    if (isRepeat) {
        m_xml.writeStartElement(QStringLiteral("repeat"));
        m_xml.writeAttribute(QStringLiteral("nodeset"), from.path);
        attribute("appearance", from.row.value(QLatin1String("appearance")));
        attributes(from.row.bodyAttributes, element);
        attribute("jr:count", expression(element, "repeat_count"));
        if (!from.row.value(QLatin1String("repeat_count")).isEmpty())
            attribute("jr:noAddRemove", QStringLiteral("true()"));
        newLine();
        writeDefaults(element);
    }
    for (const int child : from.children)
        writeControl(child);
    if (isRepeat)
        m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void BodyWriter::writeQuestion(int element)
{
    const SurveyElement &from = at(element);
    m_xml.writeStartElement(from.type.control);
    m_xml.writeAttribute(QStringLiteral("ref"), from.path);
    attribute("mediatype", from.type.mediaType);
    attribute("appearance", from.row.value(QLatin1String("appearance")));
    attribute("autoplay", from.row.value(QLatin1String("autoplay")));
    attribute("rows", from.parameters.value(QStringLiteral("rows"), from.row.value(QLatin1String("rows"))));
    if (from.type.control == QLatin1String("range")) {
        attribute("start", from.parameters.value(QStringLiteral("start"), QStringLiteral("0")));
        attribute("end", from.parameters.value(QStringLiteral("end"), QStringLiteral("10")));
        attribute("step", from.parameters.value(QStringLiteral("step"), QStringLiteral("1")));
    }
    attributes(from.row.bodyAttributes, element);
    m_texts.writeLabel(m_xml, element);
    m_texts.writeHint(m_xml, element);
    if (!from.list.isEmpty() || !from.repeatList.isEmpty())
        writeItemset(element);
    writeTriggered(element);
    m_xml.writeEndElement();
    newLine();
}

void BodyWriter::writeItemset(int element)
{
    const SurveyElement &from = at(element);
    const QString filter =
        m_references.resolved(from.row.value(QLatin1String("choice_filter")), element,
                              place(element, "choice_filter"), XlsformReferences::Where::ListFilter);
    QString nodes = QStringLiteral("instance('%1')/root/item").arg(from.list);
    QString value = from.parameters.value(QStringLiteral("value"), QStringLiteral("name"));
    QString label = from.parameters.value(QStringLiteral("label"), QStringLiteral("label"));
    if (!from.repeatList.isEmpty()) {
        const QString target =
            m_references
                .resolved(QStringLiteral("${%1}").arg(from.repeatList), element, place(element, "type"))
                .trimmed();
        nodes = target.section(QLatin1Char('/'), 0, -2) + QStringLiteral("[./%1 != '']").arg(from.repeatList);
        value = label = from.repeatList;
    } else if (!from.isFromFile) {
        for (const ChoiceList &list : m_survey.lists) {
            if (list.name == from.list && m_texts.usesItext(list))
                label = QStringLiteral("jr:itext(itextId)");
        }
    }
    if (!filter.isEmpty())
        nodes += QLatin1Char('[') + filter + QLatin1Char(']');
    if (from.parameters.value(QStringLiteral("randomize")) == QLatin1String("true")) {
        const QString seed = m_references.resolved(from.parameters.value(QStringLiteral("seed")), element,
                                                   place(element, "parameters"));
        nodes = seed.isEmpty() ? QStringLiteral("randomize(%1)").arg(nodes)
                               : QStringLiteral("randomize(%1,%2)").arg(nodes, seed);
    }
    m_xml.writeStartElement(QStringLiteral("itemset"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), nodes);
    m_xml.writeEmptyElement(QStringLiteral("value"));
    m_xml.writeAttribute(QStringLiteral("ref"), value);
    m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeAttribute(QStringLiteral("ref"), label);
    m_xml.writeEndElement();
}

/// Rows whose trigger is this question: computed when its value changes.
void BodyWriter::writeTriggered(int element)
{
    static const QRegularExpression reference(QStringLiteral("\\$\\{\\s*([^}]+?)\\s*\\}"));
    for (int other = 0; other < static_cast<int>(m_survey.elements.size()); ++other) {
        const QString trigger = at(other).row.value(QLatin1String("trigger"));
        for (auto it = reference.globalMatch(trigger); it.hasNext();) {
            if (it.next().captured(1) == at(element).name)
                writeSetvalue(QStringLiteral("xforms-value-changed"), at(other).path,
                              expression(other, "calculation"));
        }
    }
}

}  // namespace

void writeBody(XlsformOutput &output) { BodyWriter(output).write(); }

}  // namespace amparo::form
