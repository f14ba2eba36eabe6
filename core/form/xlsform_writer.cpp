#include "form/xlsform_writer.h"

#include "form/suggestion.h"
#include "form/xlsform_output.h"

#include <QRegularExpression>

#include <array>

namespace amparo::form {

namespace {

struct NamedUri {
    const char *prefix;
    const char *uri;
};
constexpr std::array standardNamespaces{
    NamedUri{"h", "http://www.w3.org/1999/xhtml"},       NamedUri{"ev", "http://www.w3.org/2001/xml-events"},
    NamedUri{"xsd", "http://www.w3.org/2001/XMLSchema"}, NamedUri{"jr", "http://openrosa.org/javarosa"},
    NamedUri{"orx", "http://openrosa.org/xforms"},       NamedUri{"odk", "http://www.opendatakit.org/xforms"},
};
constexpr QLatin1String entitiesUri("http://www.opendatakit.org/xforms/entities");

class HeadWriter : public XlsformPart {
public:
    explicit HeadWriter(XlsformOutput &output) : XlsformPart(output), m_output(output) {}

    void write();

private:
    void writeNamespaces();
    void checkAttributes(const QStringList &prefixes);
    void writeSubmission();
    void writeModel();

    XlsformOutput &m_output;
};

void HeadWriter::write()
{
    m_xml.writeStartDocument();
    newLine();
    m_xml.writeStartElement(QStringLiteral("h:html"));
    writeNamespaces();
    m_xml.writeStartElement(QStringLiteral("h:head"));
    m_xml.writeTextElement(QStringLiteral("h:title"),
                           setting("form_title").isEmpty() ? setting("form_id") : setting("form_title"));
    newLine();
    writeModel();
    m_xml.writeEndElement();
    newLine();
    m_xml.writeStartElement(QStringLiteral("h:body"));
    attribute("class", setting("style"));
    newLine();
    writeBody(m_output);
    m_xml.writeEndDocument();
}

void HeadWriter::writeNamespaces()
{
    m_xml.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2002/xforms"));
    QStringList known;
    for (const NamedUri &one : standardNamespaces) {
        m_xml.writeAttribute(QLatin1String("xmlns:") + QLatin1String(one.prefix),
                             QString::fromLatin1(one.uri));
        known += QString::fromLatin1(one.prefix);
    }
    if (m_survey.entity) {
        m_xml.writeAttribute(QStringLiteral("xmlns:entities"), entitiesUri);
        known += QStringLiteral("entities");
    }
    static const QRegularExpression pair(
        QStringLiteral("([\\w.-]+)\\s*=\\s*(?|[\"']([^\"']+)[\"']|([^\\s\"'=]+)(?=\\s|$))"));
    for (auto it = pair.globalMatch(setting("namespaces")); it.hasNext();) {
        const auto match = it.next();
        if (known.contains(match.captured(1)))
            continue;
        known += match.captured(1);
        m_xml.writeAttribute(QLatin1String("xmlns:") + match.captured(1), match.captured(2));
    }
    checkAttributes(known);
}

/// Attributes that the author adds are to be names of XML, their prefixes declared.
void HeadWriter::checkAttributes(const QStringList &prefixes)
{
    const auto check = [&](const XlsformSheet &sheet, const XlsformRow &row, const char *column,
                           const XlsformAttributes &attributes) {
        for (const auto &attribute : attributes) {
            const QString &name = attribute.first;
            const QString prefix = name.contains(u':') ? name.section(u':', 0, 0) : QString();
            Place where = sheet.place(row.number);
            where.column = QStringLiteral("%1::%2").arg(QLatin1String(column), name);
            if (name.count(u':') > 1 || !isElementName(name.section(u':', -1)))
                m_problems.append(
                    {Severity::Error, where, QStringLiteral("“%1” is no name of an attribute").arg(name)});
            else if (!prefix.isEmpty() && !prefixes.contains(prefix))
                m_problems.append(
                    {Severity::Error, where,
                     QStringLiteral("the prefix “%1” is not declared; add %1=\"its URI\" to the "
                                    "setting namespaces%2")
                         .arg(prefix, didYouMean(prefix, prefixes))});
        }
    };
    for (const SurveyElement &element : m_survey.elements) {
        check(*m_sheets.survey, element.row, "bind", element.row.bindAttributes);
        check(*m_sheets.survey, element.row, "body", element.row.bodyAttributes);
        check(*m_sheets.survey, element.row, "instance", element.row.instanceAttributes);
    }
    if (m_sheets.settings)
        check(*m_sheets.settings, m_survey.settings, "attribute", m_survey.settings.settingAttributes);
}

void HeadWriter::writeSubmission()
{
    if (setting("submission_url").isEmpty() && setting("public_key").isEmpty() &&
        setting("auto_send").isEmpty() && setting("auto_delete").isEmpty() &&
        !isYes(setting("client_editable")))
        return;
    m_xml.writeEmptyElement(QStringLiteral("submission"));
    attribute("action", setting("submission_url"));
    if (!setting("submission_url").isEmpty())
        attribute("method", QStringLiteral("post"));
    attribute("base64RsaPublicKey", setting("public_key"));
    attribute("orx:auto-send", setting("auto_send"));
    attribute("orx:auto-delete", setting("auto_delete"));
    attribute("odk:client-editable", isYes(setting("client_editable")) ? QStringLiteral("true") : QString());
    newLine();
}

void HeadWriter::writeModel()
{
    m_xml.writeStartElement(QStringLiteral("model"));
    m_xml.writeAttribute(QStringLiteral("odk:xforms-version"), QStringLiteral("1.0.0"));
    // Entities of repeats came with the later version of their specification.
    if (m_survey.entity)
        m_xml.writeAttribute(QStringLiteral("entities:entities-version"), m_survey.entity->repeat < 0
                                                                              ? QStringLiteral("2024.1.0")
                                                                              : QStringLiteral("2025.1.0"));
    newLine();
    writeSubmission();
    if (!m_texts.isEmpty())
        m_texts.writeItext(m_xml);
    writeInstances(m_output);
    writeBinds(m_output);
    m_xml.writeEndElement();
}

}  // namespace

QByteArray writeXForm(const XlsformSheets &sheets, const Survey &survey, Problems &problems)
{
    XlsformOutput output(sheets, survey, problems);
    HeadWriter(output).write();
    return output.bytes;
}

}  // namespace amparo::form
