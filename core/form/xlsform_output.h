#pragma once

#include "form/xlsform_texts.h"

namespace amparo::form {

/// What the parts of an XForm are written from, and to.
struct XlsformOutput {
    XlsformOutput(const XlsformSheets &from, const Survey &built, Problems &noted)
        : sheets(from),
          survey(built),
          problems(noted),
          references(built, noted),
          texts(from, built, references),
          xml(&bytes)
    {}

    const XlsformSheets &sheets;
    const Survey &survey;
    Problems &problems;
    XlsformReferences references;
    XlsformTexts texts;
    QByteArray bytes;
    QXmlStreamWriter xml;
};

/// What writing any part needs: cells as expressions, attributes that are left out where they say nothing.
class XlsformPart {
public:
    explicit XlsformPart(XlsformOutput &output)
        : m_sheets(output.sheets),
          m_survey(output.survey),
          m_problems(output.problems),
          m_references(output.references),
          m_texts(output.texts),
          m_xml(output.xml)
    {}

protected:
    using Attributes = QList<std::pair<QString, QString>>;

    const SurveyElement &at(int element) const { return m_survey.elements[element]; }
    QString setting(const char *key) const { return m_survey.settings.value(QLatin1String(key)); }
    Place place(int element, const char *key) const;

    /// A cell as an expression, ${names} resolved and yes or no understood; "" where the cell is empty.
    QString expression(int element, const char *key);

    void attribute(const char *name, const QString &value);  ///< nothing where the value is empty
    void attributes(const Attributes &all, int element);
    void newLine() { m_xml.writeCharacters(QStringLiteral("\n")); }

    /// Computed defaults of what stands directly in a repeat (-1: in no repeat): when the form is first
    /// loaded, and whenever an instance is added.
    void writeDefaults(int repeat);
    void writeSetvalue(const QString &event, const QString &path, const QString &value);

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    Problems &m_problems;
    XlsformReferences &m_references;
    XlsformTexts &m_texts;
    QXmlStreamWriter &m_xml;

private:
    int repeatAround(int element) const;
};

/// "yes" and "no" in a cell that takes an expression.
QString asExpression(const QString &text);

/// Whether a default is to be computed: it refers to something or calls a function.
bool isDynamic(const QString &text);

// The three parts below the head.
void writeInstances(XlsformOutput &output);  ///< the primary instance and the lists
void writeBinds(XlsformOutput &output);      ///< with the computed defaults of the form as a whole
void writeBody(XlsformOutput &output);

}  // namespace amparo::form
