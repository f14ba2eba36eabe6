#include "form/xlsform_texts.h"

#include "form/xlsform_expression.h"

#include <algorithm>
#include <array>

namespace amparo::form {

namespace {

struct MediaKey {
    QLatin1String key;
    QLatin1String folder;
};
constexpr std::array mediaKeys{
    MediaKey{QLatin1String("image"), QLatin1String("jr://images/")},
    MediaKey{QLatin1String("big-image"), QLatin1String("jr://images/")},
    MediaKey{QLatin1String("audio"), QLatin1String("jr://audio/")},
    MediaKey{QLatin1String("video"), QLatin1String("jr://video/")},
};

struct MessageKey {
    const char *key;
    const char *attribute;
};
constexpr std::array messageKeys{
    MessageKey{"constraint_message", "jr:constraintMsg"},
    MessageKey{"required_message", "jr:requiredMsg"},
    MessageKey{"no_app_error_string", "jr:noAppErrorString"},
};

const QString labelKey = QStringLiteral("label");
const QString hintKey = QStringLiteral("hint");
const QString guidanceKey = QStringLiteral("guidance_hint");
const QString missingText = QStringLiteral("-");

bool isMedia(const QString &form)
{
    return std::any_of(mediaKeys.cbegin(), mediaKeys.cend(),
                       [&form](const MediaKey &media) { return media.key == form; });
}

bool hasMedia(const XlsformRow &row)
{
    return std::any_of(mediaKeys.cbegin(), mediaKeys.cend(),
                       [&row](const MediaKey &media) { return row.texts.contains(media.key); });
}

bool labelIsItext(const XlsformRow &row) { return row.texts.value(labelKey).isTranslated() || hasMedia(row); }

bool hintIsItext(const XlsformRow &row)
{
    return row.texts.value(hintKey).isTranslated() || row.texts.contains(guidanceKey);
}

bool messageIsItext(const LanguageTexts &texts)
{
    return texts.isTranslated() || hasReference(texts.first());
}

}  // namespace

void writePieces(QXmlStreamWriter &xml, const QStringList &pieces)
{
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i % 2 == 0) {
            if (!pieces[i].isEmpty())
                xml.writeCharacters(pieces[i]);
            continue;
        }
        xml.writeEmptyElement(QStringLiteral("output"));
        xml.writeAttribute(QStringLiteral("value"), pieces[i]);
    }
}

XlsformTexts::XlsformTexts(const XlsformSheets &sheets, const Survey &survey, XlsformReferences &references,
                           Problems &problems)
    : m_sheets(sheets), m_survey(survey), m_references(references)
{
    for (const ChoiceList &list : survey.lists) {
        if (usesItext(list))
            collectChoices(list);
    }
    for (size_t i = 0; i < survey.elements.size(); ++i)
        collectElement(static_cast<int>(i));
    for (size_t i = 0; i < survey.elements.size(); ++i) {
        const SurveyElement &from = survey.elements[i];
        addMedia(from.path + QLatin1String(":label"), from.row, static_cast<int>(i),
                 place(from.row, QStringLiteral("image")));
    }
    checkDefaults(problems);
}

/// What no language but others than the default one has keeps JavaRosa from loading the form.
void XlsformTexts::checkDefaults(Problems &problems) const
{
    for (const Entry &entry : m_entries) {
        const QList<Form> forms = entry.byLanguage.value(preferredLanguage());
        for (const QString &name : entry.formNames) {
            const bool isThere = std::any_of(forms.cbegin(), forms.cend(),
                                             [&name](const Form &form) { return form.name == name; });
            Place where = entry.place;
            where.column = name;
            if (isMedia(name) && !isThere)
                problems.append(
                    {Severity::Error, where,
                     QStringLiteral("there is no %1 in the default language “%2”, so that clients "
                                    "cannot open the form; add one there")
                         .arg(name, preferredLanguage())});
        }
    }
}

void XlsformTexts::add(const QString &id, const LanguageTexts &texts, const QString &form, int element,
                       const Place &place, const QString &folder)
{
    for (const auto &[written, text] : texts) {
        const QString language = written.isEmpty() ? m_survey.defaultLanguage : written;
        if (!m_languages.contains(language))
            m_languages += language;
        if (!m_indexes.contains(id)) {
            m_indexes.insert(id, m_entries.size());
            m_entries.append({id, place, {}, {}});
        }
        Entry &entry = m_entries[m_indexes.value(id)];
        if (!entry.formNames.contains(form))
            entry.formNames += form;
        QStringList pieces = m_references.labelPieces(text, element, place);
        pieces.first().prepend(folder);
        entry.byLanguage[language].append({form, pieces});
    }
}

void XlsformTexts::addMedia(const QString &id, Row row, int element, const Place &place)
{
    for (const MediaKey &media : mediaKeys)
        add(id, row.texts.value(media.key), media.key, element, place, media.folder);
}

void XlsformTexts::collectElement(int element)
{
    const SurveyElement &from = m_survey.elements[element];
    for (const MessageKey &message : messageKeys)
        collectMessage(element, QString::fromLatin1(message.key), QString::fromLatin1(message.attribute));
    if (labelIsItext(from.row))
        add(from.path + QLatin1String(":label"), from.row.texts.value(labelKey), {}, element,
            place(from.row, labelKey));
    if (!hintIsItext(from.row))
        return;
    const QString id = from.path + QLatin1String(":hint");
    add(id, from.row.texts.value(hintKey), {}, element, place(from.row, hintKey));
    add(id, from.row.texts.value(guidanceKey), QStringLiteral("guidance"), element,
        place(from.row, guidanceKey));
}

void XlsformTexts::collectMessage(int element, const QString &key, const QString &attribute)
{
    const SurveyElement &from = m_survey.elements[element];
    const LanguageTexts texts = from.row.texts.value(key);
    if (messageIsItext(texts))
        add(from.path + u':' + attribute, texts, {}, element, place(from.row, key));
}

void XlsformTexts::collectChoices(const ChoiceList &list)
{
    for (qsizetype i = 0; i < list.choices.size(); ++i) {
        const XlsformRow &choice = list.choices[i];
        const Place where{list.sheet, choice.number, labelKey, {}};
        add(choiceTextId(list, i), choice.texts.value(labelKey), {}, -1, where);
        addMedia(choiceTextId(list, i), choice, -1, where);
    }
}

bool XlsformTexts::usesItext(const ChoiceList &list) const
{
    return std::any_of(list.choices.cbegin(), list.choices.cend(), [](const XlsformRow &choice) {
        return labelIsItext(choice) || messageIsItext(choice.texts.value(labelKey));
    });
}

QString XlsformTexts::choiceTextId(const ChoiceList &list, qsizetype index) const
{
    return QStringLiteral("%1-%2").arg(list.id).arg(index);
}

void XlsformTexts::writeChoiceLabel(QXmlStreamWriter &xml, const ChoiceList &list, qsizetype index)
{
    const XlsformRow &choice = list.choices[index];
    if (choice.texts.contains(labelKey))
        xml.writeTextElement(labelKey, choice.texts.value(labelKey).first());
}

void XlsformTexts::writeEntry(QXmlStreamWriter &xml, const Entry &entry, const QString &language) const
{
    xml.writeStartElement(QStringLiteral("text"));
    xml.writeAttribute(QStringLiteral("id"), entry.id);
    const QList<Form> forms = entry.byLanguage.value(language);
    for (const QString &name : entry.formNames) {
        const auto form =
            std::find_if(forms.cbegin(), forms.cend(), [&](const Form &one) { return one.name == name; });
        if (form == forms.cend() && isMedia(name))
            continue;
        xml.writeStartElement(QStringLiteral("value"));
        if (!name.isEmpty())
            xml.writeAttribute(QStringLiteral("form"), name);
        writePieces(xml, form == forms.cend() ? QStringList(missingText) : form->pieces);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters(QStringLiteral("\n"));
}

QString XlsformTexts::preferredLanguage() const
{
    return m_languages.contains(m_survey.defaultLanguage) ? m_survey.defaultLanguage : m_languages.value(0);
}

void XlsformTexts::writeItext(QXmlStreamWriter &xml) const
{
    const QString preferred = preferredLanguage();
    xml.writeStartElement(QStringLiteral("itext"));
    for (const QString &language : m_languages) {
        xml.writeStartElement(QStringLiteral("translation"));
        xml.writeAttribute(QStringLiteral("lang"), language);
        if (language == preferred)
            xml.writeAttribute(QStringLiteral("default"), QStringLiteral("true()"));
        xml.writeCharacters(QStringLiteral("\n"));
        for (const Entry &entry : m_entries)
            writeEntry(xml, entry, language);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters(QStringLiteral("\n"));
}

void XlsformTexts::writeText(QXmlStreamWriter &xml, const QString &key, int element, bool isItext)
{
    const SurveyElement &from = m_survey.elements[element];
    if (!isItext && !from.row.texts.contains(key))
        return;
    xml.writeStartElement(key);
    if (isItext)
        xml.writeAttribute(QStringLiteral("ref"), QStringLiteral("jr:itext('%1:%2')").arg(from.path, key));
    else
        writePieces(
            xml, m_references.labelPieces(from.row.texts.value(key).first(), element, place(from.row, key)));
    xml.writeEndElement();
}

void XlsformTexts::writeLabel(QXmlStreamWriter &xml, int element)
{
    writeText(xml, labelKey, element, labelIsItext(m_survey.elements[element].row));
}

void XlsformTexts::writeHint(QXmlStreamWriter &xml, int element)
{
    writeText(xml, hintKey, element, hintIsItext(m_survey.elements[element].row));
}

QString XlsformTexts::message(int element, const QString &key, const QString &attribute) const
{
    const SurveyElement &from = m_survey.elements[element];
    const LanguageTexts texts = from.row.texts.value(key);
    return messageIsItext(texts) ? QStringLiteral("jr:itext('%1:%2')").arg(from.path, attribute)
                                 : texts.first();
}

}  // namespace amparo::form
