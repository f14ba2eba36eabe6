#include "form/xlsform_expression.h"
#include "form/xlsform_output.h"

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
    void writeRepeat(int element);
    void writeQuestion(int element);
    void writeItemset(int element);
    void writeItems(int element);
    void writeTriggered(int element);
    XlsformAttributes controlAttributes(int element);
    std::pair<QString, QString> valueAndLabel(const SurveyElement &select) const;
};

void BodyWriter::writeControl(int element)
{
    switch (at(element).kind) {
    case Kind::Group:
        writeGroup(element);
        return;
    case Kind::Repeat:
        writeRepeat(element);
        return;
    case Kind::Question:
        if (at(element).isShown())
            writeQuestion(element);
        return;
    }
}

XlsformAttributes BodyWriter::controlAttributes(int element)
{
    XlsformAttributes all{{QStringLiteral("mediatype"), at(element).type.mediaType}};
    XlsformAttributes columns;
    for (const char *key : {"appearance", "autoplay", "rows", "intent"})
        columns.append({QString::fromLatin1(key), at(element).row.value(QLatin1String(key))});
    resolveInto(all, columns, element);
    resolveInto(all, at(element).row.bodyAttributes, element);
    return all;
}

void BodyWriter::writeGroup(int element)
{
    m_xml.writeStartElement(QStringLiteral("group"));
    m_xml.writeAttribute(QStringLiteral("ref"), at(element).path);
    attributes(controlAttributes(element));
    m_texts.writeLabel(m_xml, element);
    newLine();
    for (const int child : at(element).children)
        writeControl(child);
    m_xml.writeEndElement();
    newLine();
}

void BodyWriter::writeRepeat(int element)
{
    m_xml.writeStartElement(QStringLiteral("group"));
    m_xml.writeAttribute(QStringLiteral("ref"), at(element).path);
    m_texts.writeLabel(m_xml, element);
    newLine();
    m_xml.writeStartElement(QStringLiteral("repeat"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), at(element).path);
    attributes(controlAttributes(element));
    attribute("jr:count", expression(element, "repeat_count"));
    newLine();
    for (const int child : at(element).children)
        writeControl(child);
    writeDefaults(element);
    if (hasEntity(element) && m_survey.entity->creates())
        writeSetvalue(QStringLiteral("odk-new-repeat"), metaPath(element) + QLatin1String("/entity/@id"),
                      QStringLiteral("uuid()"));
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void BodyWriter::writeQuestion(int element)
{
    const SurveyElement &from = at(element);
    m_xml.writeStartElement(from.type.control);
    m_xml.writeAttribute(QStringLiteral("ref"), from.path);
    attributes(controlAttributes(element));
    m_texts.writeLabel(m_xml, element);
    if (from.row.texts.contains(QStringLiteral("hint")) ||
        from.row.texts.contains(QStringLiteral("guidance_hint")))
        m_texts.writeHint(m_xml, element);
    else if (!from.type.hint.isEmpty())
        m_xml.writeTextElement(QStringLiteral("hint"), from.type.hint);
    if (from.isSearch)
        writeItems(element);
    else if (from.isSelect())
        writeItemset(element);
    writeTriggered(element);
    m_xml.writeEndElement();
    newLine();
}

/// Where each item has its value and its label: GeoJSON features have other properties (ODK XForms
/// specification, "Secondary instances").
std::pair<QString, QString> BodyWriter::valueAndLabel(const SurveyElement &select) const
{
    const QString label = select.isGeoJson ? QStringLiteral("title") : QStringLiteral("label");
    const QString value = select.isGeoJson ? QStringLiteral("id") : QStringLiteral("name");
    const ChoiceList *list = select.isFromFile ? nullptr : m_survey.list(select.list);
    if (list && m_texts.usesItext(*list))
        return {value, QStringLiteral("jr:itext(itextId)")};
    return {select.parameters.value(QStringLiteral("value"), value),
            select.parameters.value(QStringLiteral("label"), label)};
}

void BodyWriter::writeItemset(int element)
{
    const SurveyElement &from = at(element);
    XlsformReferences::From filtered;
    filtered.element = element;
    filtered.isFilter = true;
    QString nodes = QStringLiteral("instance('%1')/root/item").arg(from.list);
    auto [value, label] = valueAndLabel(from);
    QString filter = from.row.value(QLatin1String("choice_filter"));
    if (!from.repeatList.isEmpty()) {
        const auto instances = m_references.instancesOf(from.repeatList, element, place(element, "type"));
        if (!instances)
            return;
        filtered.chosen = instances->repeat;
        nodes = instances->path;
        const QString below =
            at(m_survey.named(from.repeatList).first()).path.mid(at(instances->repeat).path.size() + 1);
        value = label = below;
        if (filter.isEmpty())
            filter = QStringLiteral("./%1 != ''").arg(below);
    }
    if (!filter.isEmpty())
        nodes += u'[' + m_references.resolved(filter, filtered, place(element, "choice_filter")) + u']';
    if (from.parameters.value(QStringLiteral("randomize")) == QLatin1String("true")) {
        const QString seed = m_references.resolved(from.parameters.value(QStringLiteral("seed")), {element},
                                                   place(element, "parameters"));
        nodes = seed.isEmpty() ? QStringLiteral("randomize(%1)").arg(nodes)
                               : QStringLiteral("randomize(%1, %2)").arg(nodes, seed.trimmed());
    }
    m_xml.writeStartElement(QStringLiteral("itemset"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), nodes);
    m_xml.writeEmptyElement(QStringLiteral("value"));
    m_xml.writeAttribute(QStringLiteral("ref"), value);
    m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeAttribute(QStringLiteral("ref"), label);
    m_xml.writeEndElement();
}

/// search() reads its columns' names from items that stand in place.
void BodyWriter::writeItems(int element)
{
    const ChoiceList *list = m_survey.list(at(element).list);
    for (qsizetype i = 0; list && i < list->choices.size(); ++i) {
        m_xml.writeStartElement(QStringLiteral("item"));
        if (m_texts.usesItext(*list)) {
            m_xml.writeEmptyElement(QStringLiteral("label"));
            m_xml.writeAttribute(QStringLiteral("ref"),
                                 QStringLiteral("jr:itext('%1')").arg(m_texts.choiceTextId(*list, i)));
        } else {
            m_texts.writeChoiceLabel(m_xml, *list, i);
        }
        m_xml.writeTextElement(QStringLiteral("value"), list->choices[i].value(QLatin1String("name")));
        m_xml.writeEndElement();
    }
}

/// Rows whose trigger is this question: computed, or located, when its value changes.
void BodyWriter::writeTriggered(int element)
{
    for (int other = 0; other < static_cast<int>(m_survey.elements.size()); ++other) {
        if (!referencedNames(at(other).row.value(QLatin1String("trigger"))).contains(at(element).name))
            continue;
        if (at(other).type.name != QLatin1String("background-geopoint")) {
            writeSetvalue(QStringLiteral("xforms-value-changed"), at(other).path,
                          expression(other, "calculation"));
            continue;
        }
        m_xml.writeEmptyElement(QStringLiteral("odk:setgeopoint"));
        m_xml.writeAttribute(QStringLiteral("event"), QStringLiteral("xforms-value-changed"));
        m_xml.writeAttribute(QStringLiteral("ref"), at(other).path);
    }
}

}  // namespace

void writeBody(XlsformOutput &output) { BodyWriter(output).write(); }

}  // namespace amparo::form
