#include "form/xlsform_output.h"

#include <QRegularExpression>

namespace amparo::form {

QString asExpression(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("true()")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("false()")};
    if (yes.contains(text.toLower()))
        return QStringLiteral("true()");
    return no.contains(text.toLower()) ? QStringLiteral("false()") : text;
}

bool isDynamic(const QString &text)
{
    static const QRegularExpression call(QStringLiteral("[A-Za-z][\\w:.-]*\\("));
    return text.contains(QLatin1String("${")) || call.match(text).hasMatch();
}

Place XlsformPart::place(int element, const char *key) const
{
    Place where = m_sheets.survey->place(at(element).row.number, QString::fromLatin1(key));
    where.node = at(element).path;
    return where;
}

QString XlsformPart::expression(int element, const char *key)
{
    return m_references.resolved(asExpression(at(element).row.value(QLatin1String(key))), element,
                                 place(element, key));
}

void XlsformPart::attribute(const char *name, const QString &value)
{
    if (!value.isEmpty())
        m_xml.writeAttribute(QString::fromLatin1(name), value);
}

void XlsformPart::attributes(const Attributes &all, int element)
{
    for (const auto &[name, value] : all)
        m_xml.writeAttribute(name, m_references.resolved(value, element, place(element, "name")));
}

int XlsformPart::repeatAround(int element) const
{
    for (int around = at(element).parent; around >= 0; around = at(around).parent) {
        if (at(around).kind == SurveyElement::Kind::Repeat)
            return around;
    }
    return -1;
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
        if (!isDynamic(given) || repeatAround(element) != repeat)
            continue;
        writeSetvalue(repeat < 0 ? QStringLiteral("odk-instance-first-load")
                                 : QStringLiteral("odk-instance-first-load odk-new-repeat"),
                      at(element).path, m_references.resolved(given, element, place(element, "default")));
    }
}

}  // namespace amparo::form
