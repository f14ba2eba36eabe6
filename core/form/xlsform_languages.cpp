// What a form in several languages lacks in one of them.

#include "form/suggestion.h"
#include "form/xlsform_builder.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

/// Which languages the columns of a sheet are in, and which columns each has.
struct SheetLanguages {
    QStringList languages;
    QStringList keys;
    QHash<QString, QStringList> keysOf;
};

SheetLanguages languagesOf(const XlsformSheet &sheet, const QString &defaultLanguage)
{
    SheetLanguages found;
    for (const XlsformColumn &column : sheet.columns()) {
        if (!isTranslatable(column.key))
            continue;
        const QString language = column.language.isEmpty() ? defaultLanguage : column.language;
        if (!found.languages.contains(language))
            found.languages += language;
        if (!found.keys.contains(column.key))
            found.keys += column.key;
        found.keysOf[language] += column.key;
    }
    return found;
}

class LanguageCheck {
public:
    LanguageCheck(const XlsformSheets &sheets, const QString &defaultLanguage, Problems &problems)
        : m_sheets(sheets), m_default(defaultLanguage), m_problems(problems)
    {}

    void check();

private:
    void checkSheet(const XlsformSheet &sheet);
    void checkCells(const XlsformSheet &sheet, const SheetLanguages &found);
    void checkTags();
    void checkDefault();
    void warn(const Place &place, const QString &message)
    {
        m_problems.append({Severity::Warning, place, message});
    }

    const XlsformSheets &m_sheets;
    const QString &m_default;
    Problems &m_problems;
    QStringList m_languages;  // of all sheets
};

void LanguageCheck::check()
{
    const std::optional<XlsformSheet> *const sheets[] = {&m_sheets.survey, &m_sheets.choices};
    for (const auto *sheet : sheets) {
        const SheetLanguages found = *sheet ? languagesOf(**sheet, m_default) : SheetLanguages();
        for (const QString &language : found.languages) {
            if (!m_languages.contains(language))
                m_languages += language;
        }
    }
    checkDefault();
    if (m_languages.size() < 2)
        return;
    for (const auto *sheet : sheets) {
        if (*sheet)
            checkSheet(**sheet);
    }
    checkTags();
}

void LanguageCheck::checkSheet(const XlsformSheet &sheet)
{
    const SheetLanguages found = languagesOf(sheet, m_default);
    for (const QString &language : std::as_const(m_languages)) {
        QStringList missing;
        for (const QString &key : found.keys) {
            if (!found.keysOf.value(language).contains(key))
                missing += key;
        }
        if (!missing.isEmpty())
            warn({sheet.name(), 1, {}, {}}, QStringLiteral("there is no column in “%1” for: %2")
                                                .arg(language, missing.join(QLatin1String(", "))));
    }
    checkCells(sheet, found);
}

void LanguageCheck::checkCells(const XlsformSheet &sheet, const SheetLanguages &found)
{
    for (const XlsformRow &row : sheet.rows()) {
        for (const QString &key : found.keys) {
            const LanguageTexts texts = row.texts.value(key);
            if (texts.isEmpty())
                continue;
            QStringList missing = found.languages;
            for (const auto &text : texts)
                missing.removeAll(text.first.isEmpty() ? m_default : text.first);
            missing.removeIf(
                [&](const QString &language) { return !found.keysOf.value(language).contains(key); });
            if (!missing.isEmpty())
                warn(sheet.place(row.number, key),
                     QStringLiteral("there is no %1 in: %2").arg(key, missing.join(QLatin1String(", "))));
        }
    }
}

/// Clients choose fonts, voices and direction by the tag (BCP 47).
void LanguageCheck::checkTags()
{
    static const QRegularExpression tag(
        QStringLiteral("^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|.*\\([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\\))$"));
    for (const QString &language : std::as_const(m_languages)) {
        if (language != QLatin1String("default") && !tag.match(language).hasMatch())
            warn(
                {m_sheets.survey->name(), 1, {}, {}},
                QStringLiteral("the language “%1” has no code; write it as in “English (en)”").arg(language));
    }
}

void LanguageCheck::checkDefault()
{
    const bool isSet = m_sheets.settings && !m_sheets.settings->rows().isEmpty() &&
                       m_sheets.settings->rows().first().has(QLatin1String("default_language"));
    if (isSet && !m_languages.contains(m_default))
        warn(m_sheets.settings->place(m_sheets.settings->rows().first().number,
                                      QStringLiteral("default_language")),
             QStringLiteral("no column has the default language “%1”%2")
                 .arg(m_default, didYouMean(m_default, m_languages)));
}

}  // namespace

void SurveyBuilder::checkLanguages()
{
    LanguageCheck(m_sheets, m_survey.defaultLanguage, m_problems).check();
}

}  // namespace amparo::form
