#include "form/xlsform_survey.h"

#include "form/suggestion.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::form {

namespace {

/// A sheet whose name is nearly the one looked for, and that its author did not hide by an underscore.
QString similarSheet(const QString &wanted, const QStringList &names)
{
    QStringList candidates;
    for (const QString &name : names) {
        const QString lower = name.trimmed().toLower();
        if (!lower.startsWith(u'_') && !xlsformSheetNames().contains(lower))
            candidates += name;
    }
    return didYouMean(wanted, candidates);
}

}  // namespace

bool isElementName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}\\p{M}_.\\-]*$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(name).hasMatch();
}

bool isYes(const QString &cell)
{
    const QString lower = cell.toLower();
    return lower == QLatin1String("yes") || lower == QLatin1String("true") ||
           lower == QLatin1String("true()");
}

bool SurveyElement::isShown() const
{
    if (type.control.isEmpty())
        return false;
    const bool hasText =
        row.texts.contains(QStringLiteral("label")) || row.texts.contains(QStringLiteral("hint"));
    const bool isComputed = row.has(QLatin1String("calculation")) || row.has(QLatin1String("trigger"));
    return hasText || !isComputed;
}

const ChoiceList *Survey::list(const QString &id) const
{
    const auto found = std::find_if(lists.cbegin(), lists.cend(),
                                    [&id](const ChoiceList &candidate) { return candidate.id == id; });
    return found == lists.cend() ? nullptr : &*found;
}

QList<int> Survey::named(const QString &name) const
{
    QList<int> found;
    for (size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].name == name)
            found += static_cast<int>(i);
    }
    return found;
}

int Survey::repeatAround(int element) const
{
    for (int around = elements[element].parent; around >= 0; around = elements[around].parent) {
        if (elements[around].kind == SurveyElement::Kind::Repeat)
            return around;
    }
    return -1;
}

const QStringList &xlsformSheetNames()
{
    static const QStringList names{QStringLiteral("survey"), QStringLiteral("choices"),
                                   QStringLiteral("settings"), QStringLiteral("external_choices"),
                                   QStringLiteral("entities")};
    return names;
}

XlsformSheets understandSheets(const QList<Sheet> &sheets, Problems &problems)
{
    XlsformSheets result;
    QStringList names;
    for (const Sheet &sheet : sheets)
        names += sheet.name;
    const auto find = [&](const char *wanted) -> const Sheet * {
        for (const Sheet &sheet : sheets) {
            if (sheet.name.trimmed().compare(QLatin1String(wanted), Qt::CaseInsensitive) == 0)
                return &sheet;
        }
        return nullptr;
    };
    const auto read = [&](const char *wanted, XlsformSheetKind kind, std::optional<XlsformSheet> &into) {
        if (const Sheet *sheet = find(wanted))
            into.emplace(*sheet, kind, result.cells, problems);
    };
    result.cells.defaultLanguage = QStringLiteral("default");
    read("settings", XlsformSheetKind::Settings, result.settings);
    if (result.settings && !result.settings->rows().isEmpty()) {
        const XlsformRow &settings = result.settings->rows().first();
        result.cells.defaultLanguage =
            settings.values.value(QStringLiteral("default_language"), result.cells.defaultLanguage);
        const QString clean = settings.value(QLatin1String("clean_text_values")).toLower();
        result.cells.areCleaned = clean != QLatin1String("no") && !clean.startsWith(QLatin1String("false"));
    }
    read("survey", XlsformSheetKind::Survey, result.survey);
    read("choices", XlsformSheetKind::Choices, result.choices);
    read("external_choices", XlsformSheetKind::Choices, result.externalChoices);
    read("entities", XlsformSheetKind::Entities, result.entities);
    if (!result.survey && sheets.size() == 1)
        result.survey.emplace(sheets.first(), XlsformSheetKind::Survey, result.cells, problems);
    if (!result.survey)
        problems.append(
            {Severity::Error,
             {},
             QStringLiteral("the workbook has no sheet “survey”; it has: %1%2")
                 .arg(names.join(QLatin1String(", ")), similarSheet(QStringLiteral("survey"), names))});
    else if (!result.survey->hasColumn(QStringLiteral("type")))
        problems.append({Severity::Error,
                         {result.survey->name(), 1, {}, {}},
                         QStringLiteral("the sheet has no column “type”; its first row holds the headings")});
    for (const char *optional : {"choices", "settings", "entities"}) {
        const QString similar =
            find(optional) ? QString() : similarSheet(QString::fromLatin1(optional), names);
        if (!similar.isEmpty() && result.survey)
            problems.append(
                {Severity::Warning,
                 {},
                 QStringLiteral("the workbook has no sheet “%1”%2").arg(QLatin1String(optional), similar)});
    }
    return result;
}

}  // namespace amparo::form
