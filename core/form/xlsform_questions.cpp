// The rows of a survey that become questions, and what is generated beside them.

#include "form/suggestion.h"
#include "form/xlsform_builder.h"
#include "form/xlsform_expression.h"
#include "form/xlsform_parameters.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::form {

namespace {

const QString labelColumn = QStringLiteral("label");

LanguageTexts inEach(const QStringList &languages, const QString &text)
{
    LanguageTexts texts;
    for (const QString &language : languages)
        texts.insert(language, text);
    return texts;
}

}  // namespace

void SurveyBuilder::takeAudit(const XlsformRow &row)
{
    const QString name = row.value(QLatin1String("name"));
    if (!name.isEmpty() && name != QLatin1String("audit"))
        report(Severity::Error, row, "name",
               QStringLiteral("an audit is always named audit; leave the name empty"));
    SurveyElement audit;
    audit.row = row;
    audit.name = QStringLiteral("audit");
    audit.type.name = audit.name;
    audit.type.dataType = QStringLiteral("binary");
    const auto wrong = [&](const QString &message) { report(Severity::Error, row, "parameters", message); };
    audit.parameters = readParameters(row.value(QLatin1String("parameters")), wrong);
    applyParameters(audit, wrong);
    m_survey.audit = std::move(audit);
}

void SurveyBuilder::takeQuestion(const XlsformRow &row, const QString &type)
{
    SurveyElement question;
    question.row = row;
    question.name = row.value(QLatin1String("name"));
    if (question.name.isEmpty() && type == QLatin1String("note"))
        question.name = QStringLiteral("generated_note_name_%1").arg(row.number);
    const bool isFile = type == QLatin1String("csv-external") || type == QLatin1String("xml-external");
    const auto select = xlsformSelect(type);
    const bool isUnderstood = isFile || (select ? takeSelect(question, *select) : takePlain(question, type));
    if (!checkName(row, question.name) || !isUnderstood)
        return;
    if (isFile) {
        const bool isCsv = type.startsWith(QLatin1String("csv"));
        const QString source =
            isCsv ? QStringLiteral("jr://file-csv/%1.csv") : QStringLiteral("jr://file/%1.xml");
        m_survey.externalLists.append({question.name, source.arg(question.name),
                                       m_sheets.survey->place(row.number, QStringLiteral("name"))});
        return;
    }
    const auto wrong = [&](const QString &message) { report(Severity::Error, row, "parameters", message); };
    question.parameters = readParameters(row.value(QLatin1String("parameters")), wrong);
    applyParameters(question, wrong);
    checkTexts(question);
    if (m_tableList && question.isSelect())
        takeTableRow(question);
    const bool hasOther = select && select->hasOther;
    const SurveyElement added = question;
    add(std::move(question));
    if (hasOther)
        addOtherQuestion(added);
}

bool SurveyBuilder::takePlain(SurveyElement &question, const QString &type)
{
    const auto plain = xlsformType(type);
    XlsformRow &row = question.row;
    if (!plain) {
        const QStringList known = xlsformTypeNames();
        const QString word = type.section(u' ', 0, 0);
        const QString meant = didYouMean(type, known);
        const bool lacksList = known.contains(word) && !xlsformType(word);
        report(Severity::Error, row, "type",
               QStringLiteral("“%1” is no type of question%2")
                   .arg(type, lacksList         ? QStringLiteral("; the name of a list follows it")
                              : meant.isEmpty() ? didYouMean(word, known)
                                                : meant));
        return false;
    }
    question.type = *plain;
    const QString given = row.value(QLatin1String("default"));
    if (plain->name == QLatin1String("calculate") && !row.has(QLatin1String("calculation")) &&
        !isDynamicDefault(given, plain->dataType))
        report(Severity::Error, row, "calculation",
               QStringLiteral("a row of type calculate needs a calculation"));
    if (plain->name == QLatin1String("image") && !given.isEmpty() &&
        !given.contains(QLatin1String("jr://images/")) && !isDynamicDefault(given, plain->dataType))
        row.values.insert(QStringLiteral("default"), QLatin1String("jr://images/") + given);
    if (plain->name == QLatin1String("background-geopoint")) {
        if (!singleReference(row.value(QLatin1String("trigger"))))
            report(
                Severity::Error, row, "trigger",
                QStringLiteral("a background-geopoint needs the question that triggers it, as in ${name}"));
        if (row.has(QLatin1String("calculation")))
            report(Severity::Error, row, "calculation",
                   QStringLiteral("a background-geopoint has no calculation"));
    }
    if (plain->preloadParams == QLatin1String("simserial") ||
        plain->preloadParams == QLatin1String("subscriberid"))
        report(Severity::Warning, row, "type",
               QStringLiteral("devices of today do not tell their %1").arg(plain->preloadParams));
    return true;
}

bool SurveyBuilder::takeSelect(SurveyElement &question, const XlsformSelect &select)
{
    question.type.name = QStringLiteral("select");
    question.type.control = select.control;
    question.type.dataType = select.dataType;
    static const QRegularExpression search(QStringLiteral("search\\(.*\\)"));
    question.isSearch = search.match(question.row.value(QLatin1String("appearance"))).hasMatch();
    const bool hasFilter = question.row.has(QLatin1String("choice_filter"));
    if (select.hasOther && (hasFilter || select.isFromFile || hasReference(select.from))) {
        report(Severity::Error, question.row, hasFilter ? "choice_filter" : "type",
               QStringLiteral("or_other goes with the whole list of the sheet choices; write the choice "
                              "“other” and its question yourself"));
        return false;
    }
    if (select.isFromFile)
        return takeFile(question, select.from);
    if (const auto repeated = singleReference(select.from)) {
        question.repeatList = *repeated;
        return true;
    }
    return takeList(question, select);
}

bool SurveyBuilder::takeList(SurveyElement &question, const XlsformSelect &select)
{
    const auto &sheet = select.isExternal ? m_sheets.externalChoices : m_sheets.choices;
    const QString sheetName =
        select.isExternal ? QStringLiteral("external_choices") : QStringLiteral("choices");
    if (!sheet) {
        report(Severity::Error, question.row, "type",
               QStringLiteral("“%1” is looked for on a sheet “%2”, which the workbook does not have")
                   .arg(select.from, sheetName));
        return false;
    }
    QStringList known;
    ChoiceList *chosen = nullptr;
    for (ChoiceList &list : m_survey.lists) {
        if (list.sheet == sheet->name()) {
            known += list.id;
            if (list.id == select.from)
                chosen = &list;
        }
    }
    if (!chosen) {
        report(Severity::Error, question.row, "type",
               QStringLiteral("the sheet %1 has no list “%2”%3")
                   .arg(sheetName, select.from, didYouMean(select.from, known)));
        return false;
    }
    chosen->isUsed = true;
    chosen->isSearched = chosen->isSearched || question.isSearch;
    question.list = select.from;
    if (select.hasOther)
        addOtherChoice(*chosen);
    if (select.control != QLatin1String("select"))
        return true;
    for (const XlsformRow &choice : std::as_const(chosen->choices)) {
        if (choice.value(QLatin1String("name")).contains(u' '))
            m_problems.append(
                {Severity::Error, sheet->place(choice.number, QStringLiteral("name")),
                 QStringLiteral("“%1” has a blank, which separates answers where several are taken")
                     .arg(choice.value(QLatin1String("name")))});
    }
    return true;
}

bool SurveyBuilder::takeFile(SurveyElement &question, const QString &fileName)
{
    static const QRegularExpression pattern(QStringLiteral("^([^.]+)\\.(csv|xml|geojson)$"));
    const auto match = pattern.match(fileName);
    if (!match.hasMatch()) {
        report(
            Severity::Error, question.row, "type",
            QStringLiteral("“%1” is no .csv, .xml or .geojson file with one dot in its name").arg(fileName));
        return false;
    }
    if (question.isSearch) {
        report(Severity::Error, question.row, "appearance",
               QStringLiteral("search() does not go with a select from a file; remove one of the two"));
        return false;
    }
    question.list = match.captured(1);
    question.isFromFile = true;
    question.isGeoJson = match.captured(2) == QLatin1String("geojson");
    const bool isCsv = match.captured(2) == QLatin1String("csv");
    const ExternalList file{
        question.list, (isCsv ? QLatin1String("jr://file-csv/") : QLatin1String("jr://file/")) + fileName,
        m_sheets.survey->place(question.row.number, QStringLiteral("type"))};
    const bool isKnown = std::any_of(
        m_survey.externalLists.cbegin(), m_survey.externalLists.cend(),
        [&](const ExternalList &other) { return other.id == file.id && other.source == file.source; });
    if (!isKnown)
        m_survey.externalLists.append(file);
    return true;
}

/// Inside a table-list all questions share one list, which is written above them once.
void SurveyBuilder::takeTableRow(SurveyElement &question)
{
    if (m_tableList->isEmpty()) {
        m_tableList = question.list;
        if (question.row.has(QLatin1String("choice_filter")))
            report(Severity::Error, question.row, "choice_filter",
                   QStringLiteral(
                       "the first question of a table-list has no filter: its choices are the heading"));
        SurveyElement heading;
        heading.name = QStringLiteral("reserved_name_for_field_list_labels_%1").arg(question.row.number);
        heading.type = question.type;
        heading.list = question.list;
        heading.row.number = question.row.number;
        heading.row.values.insert(QStringLiteral("appearance"), QStringLiteral("label"));
        heading.row.texts[labelColumn].insert(QString(), QStringLiteral(" "));
        add(std::move(heading));
    }
    if (*m_tableList != question.list)
        report(Severity::Error, question.row, "type",
               QStringLiteral("the questions of a table-list share one list; this group has “%1”")
                   .arg(*m_tableList));
    question.row.values.insert(QStringLiteral("appearance"), QStringLiteral("list-nolabel"));
}

void SurveyBuilder::addOtherChoice(ChoiceList &list)
{
    QStringList languages;
    for (const XlsformRow &choice : std::as_const(list.choices)) {
        if (choice.value(QLatin1String("name")) == QLatin1String("other"))
            return;
        const LanguageTexts labels = choice.texts.value(labelColumn);
        for (const auto &label : labels) {
            if (labels.isTranslated() && !languages.contains(label.first))
                languages += label.first;
        }
    }
    if (!languages.isEmpty())
        m_problems.append(
            {Severity::Warning, m_sheets.choices->place(list.choices.first().number, labelColumn),
             QStringLiteral("or_other adds its texts in English alone; in a form of several languages "
                            "write the choice “other” and its question yourself")});
    XlsformRow other;
    other.number = list.choices.last().number;
    other.values.insert(QStringLiteral("name"), QStringLiteral("other"));
    other.texts.insert(labelColumn, inEach(languages.isEmpty() ? QStringList(QString()) : languages,
                                           QStringLiteral("Other")));
    list.choices += other;
}

void SurveyBuilder::addOtherQuestion(const SurveyElement &select)
{
    SurveyElement question;
    question.name = select.name + QLatin1String("_other");
    question.type = *xlsformType(QStringLiteral("text"));
    question.row.number = select.row.number;
    question.row.texts[labelColumn].insert(QString(), QStringLiteral("Specify other."));
    question.row.values.insert(QStringLiteral("relevant"),
                               QStringLiteral("selected(../%1, 'other')").arg(select.name));
    if (checkName(question.row, question.name))
        add(std::move(question));
}

/// What people see needs a text that they see.
void SurveyBuilder::checkTexts(const SurveyElement &question)
{
    const auto has = [&question](const char *key) {
        return question.row.texts.contains(QString::fromLatin1(key));
    };
    const bool hasMedia = has("image") || has("audio") || has("video") || has("big-image");
    if (has("big-image") && !has("image"))
        report(Severity::Error, question.row, "big-image",
               QStringLiteral("a big-image needs an image beside it, which opens it"));
    const bool isHeading = question.row.value(QLatin1String("appearance")) == QLatin1String("label");
    if (question.isShown() && !has("label") && !has("hint") && !hasMedia && !isHeading)
        report(Severity::Error, question.row, "label",
               QStringLiteral("the question “%1” has neither label nor hint").arg(question.name));
}

void SurveyBuilder::checkSearches()
{
    for (const SurveyElement &element : m_survey.elements) {
        const ChoiceList *chosen =
            element.list.isEmpty() || element.isFromFile ? nullptr : list(element.list);
        if (chosen && chosen->isSearched && !element.isSearch)
            report(Severity::Error, element.row, "type",
                   QStringLiteral(
                       "the list “%1” serves search() in another question; use a list of its own here")
                       .arg(element.list));
    }
}

void SurveyBuilder::checkTriggers()
{
    for (const SurveyElement &element : m_survey.elements) {
        const QString trigger = element.row.value(QLatin1String("trigger"));
        if (trigger.isEmpty() || element.kind != SurveyElement::Kind::Question)
            continue;
        const QStringList names = referencedNames(trigger);
        if (names.isEmpty())
            report(Severity::Error, element.row, "trigger",
                   QStringLiteral("a trigger is a question, as in ${name}, not “%1”").arg(trigger));
        for (const QString &name : names) {
            QStringList known;
            bool isShown = false;
            for (const SurveyElement &other : m_survey.elements) {
                known += other.name;
                isShown = isShown || (other.name == name && other.kind == SurveyElement::Kind::Question &&
                                      other.isShown());
            }
            if (!known.contains(name))
                report(Severity::Error, element.row, "trigger",
                       QStringLiteral("${%1} is the name of no row%2").arg(name, didYouMean(name, known)));
            else if (!isShown)
                report(
                    Severity::Error, element.row, "trigger",
                    QStringLiteral("${%1} is no question that is shown, so nobody can change it").arg(name));
        }
    }
}

}  // namespace amparo::form
