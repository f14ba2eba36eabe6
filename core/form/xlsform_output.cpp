#include "form/xlsform_output.h"

#include "form/xlsform_expression.h"

#include <algorithm>

namespace amparo::form {

QString asExpression(const QString &text)
{
    if (isYes(text))
        return QStringLiteral("true()");
    const QString lower = text.toLower();
    return lower == QLatin1String("no") || lower == QLatin1String("false") ? QStringLiteral("false()") : text;
}

Place XlsformPart::place(int element, const char *key) const
{
    Place where = m_sheets.survey->place(at(element).row.number, QString::fromLatin1(key));
    where.node = at(element).path;
    return where;
}

QString XlsformPart::expression(int element, const char *key)
{
    return m_references.resolved(asExpression(at(element).row.value(QLatin1String(key))), {element},
                                 place(element, key));
}

void XlsformPart::resolveInto(XlsformAttributes &all, const XlsformAttributes &written, int element)
{
    for (const auto &[name, value] : written) {
        all.removeIf([&name = name](const auto &attribute) { return attribute.first == name; });
        all.append({name, m_references.resolved(value, {element}, place(element, "name"))});
    }
}

void XlsformPart::attribute(const char *name, const QString &value)
{
    if (!value.isEmpty())
        m_xml.writeAttribute(QString::fromLatin1(name), value);
}

void XlsformPart::attributes(const XlsformAttributes &all)
{
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            m_xml.writeAttribute(name, value);
    }
}

QString XlsformPart::metaPath(int repeat) const
{
    return (repeat < 0 ? u'/' + m_survey.rootName : at(repeat).path) + QLatin1String("/meta");
}

void XlsformPart::writeSetvalue(const QString &event, const QString &path, const QString &value)
{
    m_xml.writeEmptyElement(QStringLiteral("setvalue"));
    m_xml.writeAttribute(QStringLiteral("event"), event);
    m_xml.writeAttribute(QStringLiteral("ref"), path);
    if (!value.isEmpty())
        m_xml.writeAttribute(QStringLiteral("value"), value);
    newLine();
}

void XlsformPart::writeDefaults(int repeat)
{
    for (int element = 0; element < static_cast<int>(m_survey.elements.size()); ++element) {
        const QString given = at(element).row.value(QLatin1String("default"));
        if (!isDynamicDefault(given, at(element).type.dataType) || m_survey.repeatAround(element) != repeat)
            continue;
        writeSetvalue(repeat < 0 ? QStringLiteral("odk-instance-first-load")
                                 : QStringLiteral("odk-instance-first-load odk-new-repeat"),
                      at(element).path, m_references.resolved(given, {element}, place(element, "default")));
    }
}

}  // namespace amparo::form
