#pragma once

#include "form/xlsform_references.h"

#include <QXmlStreamWriter>

namespace amparo::form {

/// The texts of a form that need itext: those in several languages, with media, or with guidance. The others
/// are written in place. Ids are those that ODK's converter gives (/data/age:label).
class XlsformTexts {
public:
    XlsformTexts(const XlsformSheets &sheets, const Survey &survey, XlsformReferences &references);

    bool isEmpty() const { return m_entries.isEmpty(); }
    void writeItext(QXmlStreamWriter &xml) const;

    /// <label>, <hint> of a survey row, where it has one.
    void writeLabel(QXmlStreamWriter &xml, int element);
    void writeHint(QXmlStreamWriter &xml, int element);

    /// Value of jr:constraintMsg or jr:requiredMsg; "" where there is no message.
    QString message(int element, const QString &key, const QString &attribute) const;

    /// Whether the choices of a list have their labels as itext; then the id of the choice at `index`.
    bool usesItext(const ChoiceList &list) const;
    QString choiceTextId(const ChoiceList &list, qsizetype index) const;

private:
    struct Form {
        QString name;  ///< "", "image", "guidance" …
        QStringList pieces;
    };
    struct Entry {
        QString id;
        QMap<QString, QList<Form>> byLanguage;
    };
    using Texts = QMap<QString, QString>;

    void collectElement(int element);
    void collectMessage(int element, const QString &key, const QString &attribute);
    void collectChoices(const ChoiceList &list);
    void add(Entry &entry, const Texts &texts, const QString &form, int element, const Place &place);
    void addMedia(Entry &entry, const XlsformRow &row);
    QString languageName(const QString &language) const;
    void writeText(QXmlStreamWriter &xml, const QString &tag, const QString &key, int element, bool isItext);
    Place place(const XlsformRow &row, const QString &key) const
    {
        return m_sheets.survey->place(row.number, key);
    }

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    XlsformReferences &m_references;
    QList<Entry> m_entries;
};

/// Whether a text is more than one sentence in the form's only language.
bool isTranslated(const QMap<QString, QString> &texts);

void writePieces(QXmlStreamWriter &xml, const QStringList &pieces);

}  // namespace amparo::form
