#include "form/xlsform_sheet.h"

#include "form/suggestion.h"

#include <QSet>

namespace amparo::form {

namespace {

const QSet<QString> &translatableKeys()
{
    static const QSet<QString> keys{
        QStringLiteral("label"),
        QStringLiteral("hint"),
        QStringLiteral("guidance_hint"),
        QStringLiteral("image"),
        QStringLiteral("big-image"),
        QStringLiteral("audio"),
        QStringLiteral("video"),
        QStringLiteral("constraint_message"),
        QStringLiteral("required_message"),
    };
    return keys;
}

const QStringList &knownKeys(XlsformSheetKind kind)
{
    static const QStringList survey =
        QStringLiteral("type name label hint guidance_hint image big-image audio video required "
                       "required_message relevant constraint "
                       "constraint_message calculation appearance default read_only choice_filter parameters "
                       "repeat_count trigger "
                       "save_to autoplay rows disabled intent bind body instance")
            .split(QLatin1Char(' '));
    static const QStringList choices =
        QStringLiteral("list_name name label image big-image audio video").split(QLatin1Char(' '));
    static const QStringList settings =
        QStringLiteral("form_title form_id version instance_name default_language public_key submission_url "
                       "auto_send auto_delete "
                       "allow_choice_duplicates client_editable style namespaces instance_xmlns name "
                       "attribute prefix delimiter "
                       "omit_instanceid clean_text_values")
            .split(QLatin1Char(' '));
    static const QStringList entities =
        QStringLiteral("list_name label entity_id create_if update_if repeat").split(QLatin1Char(' '));
    switch (kind) {
    case XlsformSheetKind::Survey:
        return survey;
    case XlsformSheetKind::Choices:
        return choices;
    case XlsformSheetKind::Settings:
        return settings;
    case XlsformSheetKind::Entities:
        return entities;
    }
    Q_UNREACHABLE();
}

/// Other spellings that forms use (XLSForm reference, and what ODK's converter accepts).
QString canonicalKey(const QString &written, XlsformSheetKind kind)
{
    static const QHash<QString, QString> aliases{
        {QStringLiteral("relevance"), QStringLiteral("relevant")},
        {QStringLiteral("calculate"), QStringLiteral("calculation")},
        {QStringLiteral("readonly"), QStringLiteral("read_only")},
        {QStringLiteral("caption"), QStringLiteral("label")},
        {QStringLiteral("command"), QStringLiteral("type")},
        {QStringLiteral("constraining_message"), QStringLiteral("constraint_message")},
        {QStringLiteral("jr:constraintmsg"), QStringLiteral("constraint_message")},
        {QStringLiteral("jr:requiredmsg"), QStringLiteral("required_message")},
        {QStringLiteral("requiredmsg"), QStringLiteral("required_message")},
        {QStringLiteral("count"), QStringLiteral("repeat_count")},
        {QStringLiteral("jr:count"), QStringLiteral("repeat_count")},
        {QStringLiteral("control"), QStringLiteral("body")},
        {QStringLiteral("set_form_title"), QStringLiteral("form_title")},
        {QStringLiteral("title"), QStringLiteral("form_title")},
        {QStringLiteral("set_form_id"), QStringLiteral("form_id")},
        {QStringLiteral("id_string"), QStringLiteral("form_id")},
        {QStringLiteral("dataset"), QStringLiteral("list_name")},
    };
    const QString key = written.trimmed().toLower().replace(QLatin1Char(' '), QLatin1Char('_'));
    if (key == QLatin1String("value") && kind == XlsformSheetKind::Choices)
        return QStringLiteral("name");
    if (key == QLatin1String("title") && kind != XlsformSheetKind::Settings)
        return key;
    return aliases.value(key, key);
}

}  // namespace

XlsformSheet::XlsformSheet(const Sheet &sheet, XlsformSheetKind kind, Problems &problems) : m_name(sheet.name)
{
    const QStringList headings = sheet.rows.value(0);
    for (const QString &heading : headings)
        m_hasDoubleColon = m_hasDoubleColon || heading.contains(QLatin1String("::"));
    QList<XlsformColumn> columns;
    for (const QString &heading : headings)
        columns += understand(heading.trimmed(), kind, problems);

    for (qsizetype index = 1; index < sheet.rows.size(); ++index) {
        XlsformRow row;
        row.number = static_cast<int>(index) + 1;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const QString text = sheet.cell(index, column).trimmed();
            if (!text.isEmpty() && !columns[column].key.isEmpty())
                take(columns[column], text, row);
        }
        if (!row.isEmpty())
            m_rows += std::move(row);
    }
}

XlsformColumn XlsformSheet::understand(const QString &heading, XlsformSheetKind kind, Problems &problems)
{
    if (heading.isEmpty())
        return {};
    // With "::" anywhere on the sheet it is the delimiter; else an old form may say "label:English".
    const bool isOldStyle = !m_hasDoubleColon && !heading.startsWith(QLatin1String("jr:"));
    QStringList parts = heading.split(isOldStyle ? QLatin1String(":") : QLatin1String("::"));
    for (QString &part : parts)
        part = part.trimmed();
    XlsformColumn column;
    column.heading = heading;
    column.key = canonicalKey(parts.takeFirst(), kind);
    if (column.key == QLatin1String("media") && !parts.isEmpty())
        column.key = canonicalKey(parts.takeFirst(), kind);

    const bool isAttribute = column.key == QLatin1String("bind") || column.key == QLatin1String("body") ||
                             column.key == QLatin1String("instance") ||
                             column.key == QLatin1String("attribute");
    if (isAttribute && !parts.isEmpty()) {
        const QString attribute = parts.takeFirst();
        const QString meaning = canonicalKey(attribute, kind);
        if (column.key != QLatin1String("instance") && knownKeys(kind).contains(meaning))
            column.key = meaning;
        else
            column.attribute = attribute;
    }
    if (translatableKeys().contains(column.key)) {
        column.language = parts.join(QLatin1String("::"));
        if (!m_languages.contains(column.language))
            m_languages += column.language;
    } else if (!knownKeys(kind).contains(column.key) && kind != XlsformSheetKind::Choices) {
        const QString meant = didYouMean(column.key, knownKeys(kind));
        if (!meant.isEmpty())
            problems.append(
                {Severity::Warning,
                 {m_name, 1, heading, {}},
                 QStringLiteral("the column “%1” is not known and is ignored%2").arg(heading, meant)});
    }
    if (!m_headings.contains(column.key))
        m_headings.insert(column.key, heading);
    return column;
}

void XlsformSheet::take(const XlsformColumn &column, const QString &text, XlsformRow &row) const
{
    if (!column.attribute.isEmpty()) {
        auto &list = column.key == QLatin1String("bind")       ? row.bindAttributes
                     : column.key == QLatin1String("body")     ? row.bodyAttributes
                     : column.key == QLatin1String("instance") ? row.instanceAttributes
                                                               : row.settingAttributes;
        list.append({column.attribute, text});
        return;
    }
    if (translatableKeys().contains(column.key))
        row.texts[column.key].insert(column.language, text);
    else if (!row.values.contains(column.key))
        row.values.insert(column.key, text);
    static const QSet<QString> choiceKeys(knownKeys(XlsformSheetKind::Choices).cbegin(),
                                          knownKeys(XlsformSheetKind::Choices).cend());
    if (!choiceKeys.contains(column.key))
        row.extra.append({column.heading, text});
}

Place XlsformSheet::place(int row, const QString &key) const
{
    return {m_name, row, key.isEmpty() ? QString() : heading(key), {}};
}

}  // namespace amparo::form
