#pragma once

#include "form/xlsform_references.h"

#include <QXmlStreamWriter>

namespace amparo::form {

/// The texts of a form that need itext: those in several languages, with media, or with guidance. The others
/// are written in place. Ids are those that ODK's converter gives (/data/age:label).
class XlsformTexts {
public:
    XlsformTexts(const XlsformSheets &sheets, const Survey &survey, XlsformReferences &references,
                 Problems &problems);

    bool isEmpty() const { return m_entries.isEmpty(); }

    /// A text that a language lacks is "-" there, as ODK's converter has it, so that clients do not mix
    /// languages; media that it lacks are left out.
    void writeItext(QXmlStreamWriter &xml) const;

    /// <label>, <hint> of a survey row, where it has one.
    void writeLabel(QXmlStreamWriter &xml, int element);
    void writeHint(QXmlStreamWriter &xml, int element);

    /// Value of jr:constraintMsg and the like; "" where there is no message.
    QString message(int element, const QString &key, const QString &attribute) const;

    /// Whether the choices of a list have their labels as itext; then the id of the choice at `index`.
    bool usesItext(const ChoiceList &list) const;
    QString choiceTextId(const ChoiceList &list, qsizetype index) const;

    /// The label of a choice that is written in place.
    void writeChoiceLabel(QXmlStreamWriter &xml, const ChoiceList &list, qsizetype index);

private:
    struct Form {
        QString name;  ///< "", "image", "guidance" …
        QStringList pieces;
    };
    struct Entry {
        QString id;
        Place place;
        QStringList formNames;
        QHash<QString, QList<Form>> byLanguage;
    };
    using Row = const XlsformRow &;

    void collectElement(int element);
    void collectMessage(int element, const QString &key, const QString &attribute);
    void collectChoices(const ChoiceList &list);
    void add(const QString &id, const LanguageTexts &texts, const QString &form, int element,
             const Place &place, const QString &folder = {});
    void addMedia(const QString &id, Row row, int element, const Place &place);
    void checkDefaults(Problems &problems) const;
    QString preferredLanguage() const;
    void writeEntry(QXmlStreamWriter &xml, const Entry &entry, const QString &language) const;
    void writeText(QXmlStreamWriter &xml, const QString &key, int element, bool isItext);
    Place place(Row row, const QString &key) const { return m_sheets.survey->place(row.number, key); }

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    XlsformReferences &m_references;
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_indexes;  // of the entries, by id
    QStringList m_languages;              // in the order in which they are met
};

void writePieces(QXmlStreamWriter &xml, const QStringList &pieces);

}  // namespace amparo::form
