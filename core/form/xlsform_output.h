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
          texts(from, built, references, noted),
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
    const SurveyElement &at(int element) const { return m_survey.elements[element]; }
    QString setting(const char *key) const { return m_survey.setting(key); }
    Place place(int element, const char *key) const;

    /// A cell as an expression, ${names} resolved and yes or no understood; "" where the cell is empty.
    QString expression(int element, const char *key);

    /// Attributes in which ${names} are resolved; a later one of the same name replaces an earlier one.
    void resolveInto(XlsformAttributes &all, const XlsformAttributes &written, int element);

    void attribute(const char *name, const QString &value);  ///< nothing where the value is empty
    void attributes(const XlsformAttributes &all);
    void newLine() { m_xml.writeCharacters(QStringLiteral("\n")); }

    /// Computed defaults of what stands directly in a repeat (-1: in no repeat): when the form is first
    /// loaded, and whenever an instance is added.
    void writeDefaults(int repeat);
    void writeSetvalue(const QString &event, const QString &path, const QString &value);

    /// What the sheet entities asks for, where the entity stands (-1: in the form itself).
    bool hasEntity(int repeat) const { return m_survey.entity && m_survey.entity->repeat == repeat; }
    QString metaPath(int repeat) const;

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    Problems &m_problems;
    XlsformReferences &m_references;
    XlsformTexts &m_texts;
    QXmlStreamWriter &m_xml;
};

/// "yes" and "no" in a cell that takes an expression.
QString asExpression(const QString &text);

// The three parts below the head.
void writeInstances(XlsformOutput &output);  ///< the primary instance and the lists
void writeBinds(XlsformOutput &output);      ///< with the actions of the form as a whole
void writeBody(XlsformOutput &output);

}  // namespace amparo::form
