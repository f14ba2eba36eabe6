#include "form/xlsform_texts.h"

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

const QString labelKey = QStringLiteral("label");
const QString hintKey = QStringLiteral("hint");
const QString guidanceKey = QStringLiteral("guidance_hint");

bool hasMedia(const XlsformRow &row)
{
    return std::any_of(mediaKeys.cbegin(), mediaKeys.cend(),
                       [&row](const MediaKey &media) { return row.texts.contains(media.key); });
}

bool labelIsItext(const XlsformRow &row) { return isTranslated(row.texts.value(labelKey)) || hasMedia(row); }

bool hintIsItext(const XlsformRow &row)
{
    return isTranslated(row.texts.value(hintKey)) || row.texts.contains(guidanceKey);
}

bool messageIsItext(const QMap<QString, QString> &texts)
{
    return isTranslated(texts) || texts.value(QString()).contains(QLatin1String("${"));
}

}  // namespace

bool isTranslated(const QMap<QString, QString> &texts)
{
    return !texts.isEmpty() && (texts.size() > 1 || !texts.firstKey().isEmpty());
}

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

XlsformTexts::XlsformTexts(const XlsformSheets &sheets, const Survey &survey, XlsformReferences &references)
    : m_sheets(sheets), m_survey(survey), m_references(references)
{
    for (size_t i = 0; i < survey.elements.size(); ++i)
        collectElement(static_cast<int>(i));
    for (const ChoiceList &list : survey.lists) {
        if (list.isUsed && usesItext(list))
            collectChoices(list);
    }
}

QString XlsformTexts::languageName(const QString &language) const
{
    if (!language.isEmpty())
        return language;
    return m_survey.defaultLanguage.isEmpty() ? QStringLiteral("default") : m_survey.defaultLanguage;
}

void XlsformTexts::add(Entry &entry, const Texts &texts, const QString &form, int element, const Place &place)
{
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        entry.byLanguage[languageName(it.key())].append(
            {form, m_references.labelPieces(it.value(), element, place)});
}

void XlsformTexts::addMedia(Entry &entry, const XlsformRow &row)
{
    for (const MediaKey &media : mediaKeys) {
        const Texts files = row.texts.value(media.key);
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            entry.byLanguage[languageName(it.key())].append(Form{media.key, {media.folder + it.value()}});
    }
}

void XlsformTexts::collectElement(int element)
{
    const SurveyElement &from = m_survey.elements[element];
    if (labelIsItext(from.row)) {
        Entry entry{from.path + QLatin1String(":label"), {}};
        add(entry, from.row.texts.value(labelKey), {}, element, place(from.row, labelKey));
        addMedia(entry, from.row);
        m_entries += entry;
    }
    if (hintIsItext(from.row)) {
        Entry entry{from.path + QLatin1String(":hint"), {}};
        add(entry, from.row.texts.value(hintKey), {}, element, place(from.row, hintKey));
        add(entry, from.row.texts.value(guidanceKey), QStringLiteral("guidance"), element,
            place(from.row, guidanceKey));
        m_entries += entry;
    }
    collectMessage(element, QStringLiteral("constraint_message"), QStringLiteral("jr:constraintMsg"));
    collectMessage(element, QStringLiteral("required_message"), QStringLiteral("jr:requiredMsg"));
}

void XlsformTexts::collectMessage(int element, const QString &key, const QString &attribute)
{
    const SurveyElement &from = m_survey.elements[element];
    const Texts texts = from.row.texts.value(key);
    if (!messageIsItext(texts))
        return;
    Entry entry{from.path + QLatin1Char(':') + attribute, {}};
    add(entry, texts, {}, element, place(from.row, key));
    m_entries += entry;
}

void XlsformTexts::collectChoices(const ChoiceList &list)
{
    for (qsizetype i = 0; i < list.choices.size(); ++i) {
        Entry entry{choiceTextId(list, i), {}};
        add(entry, list.choices[i].texts.value(labelKey), {}, -1,
            m_sheets.choices->place(list.choices[i].number, labelKey));
        addMedia(entry, list.choices[i]);
        m_entries += entry;
    }
    if (!list.hasOther)
        return;
    Entry entry{choiceTextId(list, list.choices.size()), {}};
    for (const QString &language : m_survey.languages)
        entry.byLanguage[languageName(language)].append(Form{{}, {QStringLiteral("Other")}});
    m_entries += entry;
}

bool XlsformTexts::usesItext(const ChoiceList &list) const
{
    return std::any_of(list.choices.cbegin(), list.choices.cend(), [](const XlsformRow &choice) {
        return labelIsItext(choice) || messageIsItext(choice.texts.value(labelKey));
    });
}

QString XlsformTexts::choiceTextId(const ChoiceList &list, qsizetype index) const
{
    return QStringLiteral("%1-%2").arg(list.name).arg(index);
}

void XlsformTexts::writeItext(QXmlStreamWriter &xml) const
{
    QStringList languages;
    for (const QString &language : m_survey.languages) {
        if (!languages.contains(languageName(language)))
            languages += languageName(language);
    }
    const QString preferred =
        languages.contains(m_survey.defaultLanguage) ? m_survey.defaultLanguage : QString();
    xml.writeStartElement(QStringLiteral("itext"));
    for (const QString &language : std::as_const(languages)) {
        xml.writeStartElement(QStringLiteral("translation"));
        xml.writeAttribute(QStringLiteral("lang"), language);
        if (language == (preferred.isEmpty() ? languages.first() : preferred))
            xml.writeAttribute(QStringLiteral("default"), QStringLiteral("true()"));
        xml.writeCharacters(QStringLiteral("\n"));
        for (const Entry &entry : m_entries) {
            const QList<Form> forms = entry.byLanguage.value(language);
            if (forms.isEmpty())
                continue;
            xml.writeStartElement(QStringLiteral("text"));
            xml.writeAttribute(QStringLiteral("id"), entry.id);
            for (const Form &form : forms) {
                xml.writeStartElement(QStringLiteral("value"));
                if (!form.name.isEmpty())
                    xml.writeAttribute(QStringLiteral("form"), form.name);
                writePieces(xml, form.pieces);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeCharacters(QStringLiteral("\n"));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters(QStringLiteral("\n"));
}

void XlsformTexts::writeText(QXmlStreamWriter &xml, const QString &tag, const QString &key, int element,
                             bool isItext)
{
    const SurveyElement &from = m_survey.elements[element];
    if (!isItext && !from.row.texts.contains(key))
        return;
    xml.writeStartElement(tag);
    if (isItext)
        xml.writeAttribute(QStringLiteral("ref"), QStringLiteral("jr:itext('%1:%2')").arg(from.path, key));
    else
        writePieces(
            xml, m_references.labelPieces(from.row.texts.value(key).first(), element, place(from.row, key)));
    xml.writeEndElement();
}

void XlsformTexts::writeLabel(QXmlStreamWriter &xml, int element)
{
    writeText(xml, QStringLiteral("label"), labelKey, element, labelIsItext(m_survey.elements[element].row));
}

void XlsformTexts::writeHint(QXmlStreamWriter &xml, int element)
{
    writeText(xml, QStringLiteral("hint"), hintKey, element, hintIsItext(m_survey.elements[element].row));
}

QString XlsformTexts::message(int element, const QString &key, const QString &attribute) const
{
    const SurveyElement &from = m_survey.elements[element];
    const Texts texts = from.row.texts.value(key);
    if (messageIsItext(texts))
        return QStringLiteral("jr:itext('%1:%2')").arg(from.path, attribute);
    return texts.isEmpty() ? QString() : texts.first();
}

}  // namespace amparo::form
