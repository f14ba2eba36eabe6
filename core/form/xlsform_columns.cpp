#include "form/xlsform_columns.h"

#include <QHash>

#include <algorithm>

namespace amparo::form {

namespace {

QStringList wordList(const char *text) { return QString::fromLatin1(text).split(u' '); }

/// Other spellings that forms use (XLSForm reference, and what ODK's converter accepts).
QString canonicalKey(const QString &written, XlsformSheetKind kind)
{
    static const QHash<QString, QString> everywhere{
        {QStringLiteral("caption"), QStringLiteral("label")},
    };
    static const QHash<QString, QString> survey{
        {QStringLiteral("relevance"), QStringLiteral("relevant")},
        {QStringLiteral("calculate"), QStringLiteral("calculation")},
        {QStringLiteral("readonly"), QStringLiteral("read_only")},
        {QStringLiteral("command"), QStringLiteral("type")},
        {QStringLiteral("tag"), QStringLiteral("name")},
        {QStringLiteral("value"), QStringLiteral("name")},
        {QStringLiteral("constraining_message"), QStringLiteral("constraint_message")},
        {QStringLiteral("jr:constraintmsg"), QStringLiteral("constraint_message")},
        {QStringLiteral("jr:requiredmsg"), QStringLiteral("required_message")},
        {QStringLiteral("requiredmsg"), QStringLiteral("required_message")},
        {QStringLiteral("noapperrorstring"), QStringLiteral("no_app_error_string")},
        {QStringLiteral("jr:noapperrorstring"), QStringLiteral("no_app_error_string")},
        {QStringLiteral("entities:saveto"), QStringLiteral("save_to")},
        {QStringLiteral("count"), QStringLiteral("repeat_count")},
        {QStringLiteral("jr:count"), QStringLiteral("repeat_count")},
        {QStringLiteral("control"), QStringLiteral("body")},
    };
    static const QHash<QString, QString> choices{{QStringLiteral("value"), QStringLiteral("name")}};
    static const QHash<QString, QString> settings{
        {QStringLiteral("set_form_title"), QStringLiteral("form_title")},
        {QStringLiteral("title"), QStringLiteral("form_title")},
        {QStringLiteral("set_form_id"), QStringLiteral("form_id")},
        {QStringLiteral("id_string"), QStringLiteral("form_id")},
    };
    static const QHash<QString, QString> entities{{QStringLiteral("dataset"), QStringLiteral("list_name")}};
    const QHash<QString, QString> &here = kind == XlsformSheetKind::Survey     ? survey
                                          : kind == XlsformSheetKind::Choices  ? choices
                                          : kind == XlsformSheetKind::Settings ? settings
                                                                               : entities;
    const QString key = written.simplified().toLower().replace(u' ', u'_');
    return here.value(key, everywhere.value(key, key));
}

bool takesAttributes(const QString &key, XlsformSheetKind kind)
{
    static const QStringList survey = wordList("bind body instance");
    return kind == XlsformSheetKind::Survey     ? survey.contains(key)
           : kind == XlsformSheetKind::Settings ? key == QLatin1String("attribute")
                                                : false;
}

/// "jr:count" is one name even where ":" parts the heading.
QStringList parts(const QString &heading, HeadingStyle style)
{
    QStringList all =
        heading.split(style == HeadingStyle::DoubleColon ? QLatin1String("::") : QLatin1String(":"));
    for (QString &part : all)
        part = part.trimmed();
    const qsizetype prefix = style == HeadingStyle::SingleColon ? all.indexOf(QLatin1String("jr")) : -1;
    if (prefix >= 0 && prefix + 1 < all.size())
        all[prefix] += u':' + all.takeAt(prefix + 1);
    return all;
}

}  // namespace

bool isTranslatable(const QString &key)
{
    static const QStringList keys = wordList("label hint guidance_hint image big-image audio video "
                                             "constraint_message required_message no_app_error_string");
    return keys.contains(key);
}

const QStringList &knownColumns(XlsformSheetKind kind)
{
    static const QStringList survey = wordList(
        "type name label hint guidance_hint image big-image audio video autoplay required "
        "required_message relevant constraint constraint_message no_app_error_string calculation "
        "appearance default read_only choice_filter parameters repeat_count trigger save_to rows intent "
        "disabled compact_tag bind body instance");
    static const QStringList choices = wordList("list_name name label image big-image audio video");
    static const QStringList settings = wordList(
        "form_title form_id version instance_name instance_id default_language public_key "
        "submission_url auto_send auto_delete allow_choice_duplicates client_editable style namespaces "
        "instance_xmlns name attribute prefix delimiter omit_instanceid clean_text_values");
    static const QStringList entities = wordList("list_name label entity_id create_if update_if repeat");
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

XlsformColumn understandHeading(const QString &heading, XlsformSheetKind kind, HeadingStyle style)
{
    XlsformColumn column;
    column.heading = heading.simplified();
    if (column.heading.isEmpty())
        return column;
    const QStringList &known = knownColumns(kind);
    column.key = canonicalKey(heading, kind);
    QStringList rest;
    if (!known.contains(column.key)) {
        rest = parts(heading, style);
        column.key = canonicalKey(rest.takeFirst(), kind);
    }
    if (column.key == QLatin1String("media") && !rest.isEmpty())
        column.key = canonicalKey(rest.takeFirst(), kind);
    if (takesAttributes(column.key, kind) && !rest.isEmpty()) {
        const QString attribute = rest.takeFirst();
        const QString meaning = canonicalKey(attribute, kind);
        // bind::relevant is the column relevant; instance::name and attribute::name are attributes.
        const bool isColumn = column.key == QLatin1String("bind") || column.key == QLatin1String("body");
        if (isColumn && known.contains(meaning) && meaning != QLatin1String("type") &&
            meaning != QLatin1String("name"))
            column.key = meaning;
        else
            column.attribute = (QStringList(attribute) + rest).join(QLatin1String("::"));
    }
    if (isTranslatable(column.key))
        column.language = rest.join(QLatin1String("::"));
    column.isKnown =
        known.contains(column.key) && (column.attribute.isEmpty() == !takesAttributes(column.key, kind));
    return column;
}

}  // namespace amparo::form
