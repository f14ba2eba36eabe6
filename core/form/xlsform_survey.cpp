#include "form/xlsform_survey.h"

#include "form/suggestion.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

/// A name that XML takes for an element (Namespaces in XML 1.0, NCName).
bool isElementName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}\\p{M}_.\\-]*$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(name).hasMatch();
}

QString fileStem(const QString &fileName) { return fileName.section(QLatin1Char('.'), 0, -2); }

class SurveyBuilder {
public:
    SurveyBuilder(const XlsformSheets &sheets, Problems &problems) : m_sheets(sheets), m_problems(problems) {}

    Survey build();

private:
    void takeSettings();
    void takeChoices();
    void checkChoices(const ChoiceList &list);
    void takeLanguages();
    void takeRow(const XlsformRow &row);
    void begin(const XlsformRow &row, SurveyElement::Kind kind);
    void end(const XlsformRow &row, const QString &what);
    void takeQuestion(const XlsformRow &row, const QString &type);
    bool takeSelect(SurveyElement &element, const QString &type);
    void takeExternalFile(SurveyElement &element, const QString &fileName);
    void takeRepeatCount(int repeat);
    void addOther(int select);
    bool checkName(const XlsformRow &row, const QString &name);
    int add(SurveyElement element);
    void warnAboutUnusedLists();
    QHash<QString, QString> parameters(const XlsformRow &row);
    void report(Severity severity, const XlsformRow &row, const char *key, const QString &message)
    {
        m_problems.append({severity, m_sheets.survey->place(row.number, QString::fromLatin1(key)), message});
    }

    const XlsformSheets &m_sheets;
    Problems &m_problems;
    Survey m_survey;
    std::vector<int> m_open;  // groups and repeats around the row
};

Survey SurveyBuilder::build()
{
    takeSettings();
    takeChoices();
    for (const XlsformRow &row : m_sheets.survey->rows())
        takeRow(row);
    if (!m_open.empty()) {
        const SurveyElement &open = m_survey.elements[m_open.back()];
        const QString kind =
            open.kind == SurveyElement::Kind::Repeat ? QStringLiteral("repeat") : QStringLiteral("group");
        report(Severity::Error, open.row, "type",
               QStringLiteral("the %1 “%2” is never ended; add a row “end_%1”").arg(kind, open.name));
    }
    takeLanguages();
    warnAboutUnusedLists();
    return std::move(m_survey);
}

void SurveyBuilder::takeSettings()
{
    if (m_sheets.settings && !m_sheets.settings->rows().isEmpty())
        m_survey.settings = m_sheets.settings->rows().first();
    if (const QString root = m_survey.settings.value(QLatin1String("name")); !root.isEmpty())
        m_survey.rootName = root;
    if (m_sheets.entities)
        m_survey.entities = m_sheets.entities->rows();
}

void SurveyBuilder::takeChoices()
{
    if (!m_sheets.choices)
        return;
    for (const XlsformRow &row : m_sheets.choices->rows()) {
        const QString name = row.value(QLatin1String("list_name"));
        if (name.isEmpty() || row.value(QLatin1String("name")).isEmpty()) {
            const QString key = name.isEmpty() ? QStringLiteral("list_name") : QStringLiteral("name");
            m_problems.append({Severity::Error, m_sheets.choices->place(row.number, key),
                               QStringLiteral("a choice needs a list_name and a name")});
            continue;
        }
        ChoiceList *list = m_survey.list(name);
        if (!list) {
            m_survey.lists.append({name, {}, false, false});
            list = &m_survey.lists.last();
        }
        list->choices += row;
    }
    for (const ChoiceList &list : std::as_const(m_survey.lists))
        checkChoices(list);
}

void SurveyBuilder::checkChoices(const ChoiceList &list)
{
    const QString allowed = m_survey.settings.value(QLatin1String("allow_choice_duplicates"));
    QHash<QString, int> rows;
    for (const XlsformRow &row : list.choices) {
        const QString name = row.value(QLatin1String("name"));
        if (rows.contains(name) && allowed.compare(QLatin1String("yes"), Qt::CaseInsensitive) != 0)
            m_problems.append({Severity::Error, m_sheets.choices->place(row.number, QStringLiteral("name")),
                               QStringLiteral("“%1” stands already in row %2 of the list “%3”")
                                   .arg(name)
                                   .arg(rows.value(name))
                                   .arg(list.name)});
        rows.insert(name, row.number);
        if (row.texts.isEmpty())
            m_problems.append({Severity::Warning,
                               m_sheets.choices->place(row.number, QStringLiteral("label")),
                               QStringLiteral("the choice “%1” has no label").arg(name)});
    }
}

void SurveyBuilder::takeLanguages()
{
    for (const auto *sheet : {&m_sheets.survey, &m_sheets.choices}) {
        if (!*sheet)
            continue;
        for (const QString &language : (*sheet)->languages()) {
            if (!m_survey.languages.contains(language))
                m_survey.languages += language;
        }
    }
    m_survey.defaultLanguage = m_survey.settings.value(QLatin1String("default_language"));
    if (!m_survey.defaultLanguage.isEmpty() && !m_survey.languages.contains(m_survey.defaultLanguage) &&
        !m_survey.languages.contains(QString()))
        m_problems.append(
            {Severity::Warning,
             m_sheets.settings->place(m_survey.settings.number, QStringLiteral("default_language")),
             QStringLiteral("no column has the default language “%1”%2")
                 .arg(m_survey.defaultLanguage, didYouMean(m_survey.defaultLanguage, m_survey.languages))});
}

void SurveyBuilder::warnAboutUnusedLists()
{
    for (const ChoiceList &list : std::as_const(m_survey.lists)) {
        if (!list.isUsed)
            m_problems.append(
                {Severity::Warning,
                 m_sheets.choices->place(list.choices.first().number, QStringLiteral("list_name")),
                 QStringLiteral("no question uses the list “%1”").arg(list.name)});
    }
}

void SurveyBuilder::takeRow(const XlsformRow &row)
{
    const QString type = row.value(QLatin1String("type")).simplified();
    if (row.value(QLatin1String("disabled")).compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0)
        return;
    if (type.isEmpty()) {
        if (!row.value(QLatin1String("name")).isEmpty() || !row.texts.isEmpty())
            report(Severity::Error, row, "type", QStringLiteral("the row has no type"));
        return;
    }
    static const QRegularExpression control(
        QStringLiteral("^(begin|end)[ _](group|repeat|lgroup|looped group)$"));
    const auto match = control.match(type);
    if (!match.hasMatch()) {
        takeQuestion(row, type);
        return;
    }
    const bool isGroup = match.captured(2) == QLatin1String("group");
    if (match.captured(1) == QLatin1String("begin"))
        begin(row, isGroup ? SurveyElement::Kind::Group : SurveyElement::Kind::Repeat);
    else
        end(row, isGroup ? QStringLiteral("group") : QStringLiteral("repeat"));
}

bool SurveyBuilder::checkName(const XlsformRow &row, const QString &name)
{
    if (name.isEmpty()) {
        report(Severity::Error, row, "name", QStringLiteral("the row has no name"));
        return false;
    }
    if (!isElementName(name)) {
        report(Severity::Error, row, "name",
               QStringLiteral(
                   "“%1” is no name: it starts with a letter or _ and goes on with letters, digits, _ - or .")
                   .arg(name));
        return false;
    }
    const std::vector<int> &siblings =
        m_open.empty() ? m_survey.top : m_survey.elements[m_open.back()].children;
    for (const int sibling : siblings) {
        const SurveyElement &other = m_survey.elements[sibling];
        if (other.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        report(Severity::Error, row, "name",
               QStringLiteral("“%1” is already the name of row %2 in the same group")
                   .arg(name)
                   .arg(other.row.number));
        return false;
    }
    return true;
}

int SurveyBuilder::add(SurveyElement element)
{
    const int index = static_cast<int>(m_survey.elements.size());
    element.parent = m_open.empty() ? -1 : m_open.back();
    const QString around =
        element.parent < 0 ? QLatin1Char('/') + m_survey.rootName : m_survey.elements[element.parent].path;
    element.path = around + QLatin1Char('/') + element.name;
    m_survey.elements.push_back(std::move(element));
    if (m_open.empty())
        m_survey.top.push_back(index);
    else
        m_survey.elements[m_open.back()].children.push_back(index);
    return index;
}

void SurveyBuilder::begin(const XlsformRow &row, SurveyElement::Kind kind)
{
    SurveyElement element;
    element.kind = kind;
    element.name = row.value(QLatin1String("name"));
    element.row = row;
    if (!checkName(row, element.name))
        element.name = QStringLiteral("row_%1").arg(row.number);  // so that its end finds its beginning
    const int index = add(std::move(element));
    if (kind == SurveyElement::Kind::Repeat)
        takeRepeatCount(index);
    m_open.push_back(index);
}

void SurveyBuilder::end(const XlsformRow &row, const QString &what)
{
    if (m_open.empty()) {
        report(Severity::Error, row, "type", QStringLiteral("there is no %1 to end here").arg(what));
        return;
    }
    const SurveyElement &open = m_survey.elements[m_open.back()];
    const bool isRepeat = open.kind == SurveyElement::Kind::Repeat;
    if (isRepeat != (what == QLatin1String("repeat")))
        report(Severity::Error, row, "type",
               QStringLiteral("“end_%1” meets the %2 “%3” of row %4, which is to be ended first")
                   .arg(what, isRepeat ? QStringLiteral("repeat") : QStringLiteral("group"), open.name)
                   .arg(open.row.number));
    m_open.pop_back();
}

/// A count that is more than one field gets a field of its own, as XForms wants a path there.
void SurveyBuilder::takeRepeatCount(int repeat)
{
    static const QRegularExpression oneField(QStringLiteral("^\\$\\{[^}]+\\}$"));
    const XlsformRow row = m_survey.elements[repeat].row;
    const QString count = row.value(QLatin1String("repeat_count"));
    if (count.isEmpty() || oneField.match(count).hasMatch())
        return;
    SurveyElement element;
    element.name = row.value(QLatin1String("name")) + QLatin1String("_count");
    element.type = *xlsformType(QStringLiteral("calculate"));
    element.type.isReadonly = true;
    element.isGenerated = true;
    element.row.number = row.number;
    element.row.values.insert(QStringLiteral("calculation"), count);
    m_survey.elements[repeat].row.values.insert(QStringLiteral("repeat_count"),
                                                QStringLiteral("${%1}").arg(element.name));
    add(std::move(element));
}

QHash<QString, QString> SurveyBuilder::parameters(const XlsformRow &row)
{
    static const QRegularExpression separator(QStringLiteral("[\\s,;]+"));
    QHash<QString, QString> all;
    const QString text = row.value(QLatin1String("parameters"));
    for (const QString &pair : text.split(separator, Qt::SkipEmptyParts)) {
        if (pair.count(QLatin1Char('=')) != 1)
            report(Severity::Error, row, "parameters",
                   QStringLiteral("“%1” is no parameter; write name=value, separated by blanks").arg(pair));
        else
            all.insert(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    }
    return all;
}

void SurveyBuilder::takeQuestion(const XlsformRow &row, const QString &type)
{
    if (type == QLatin1String("audit")) {
        m_survey.hasAudit = true;
        m_survey.auditParameters = parameters(row);
        return;
    }
    SurveyElement element;
    element.row = row;
    element.name = row.value(QLatin1String("name"));
    if (type == QLatin1String("csv-external") || type == QLatin1String("xml-external")) {
        const bool isCsv = type.startsWith(QLatin1String("csv"));
        m_survey.externalLists.append({element.name, (isCsv ? QStringLiteral("jr://file-csv/%1.csv")
                                                            : QStringLiteral("jr://file/%1.xml"))
                                                         .arg(element.name)});
        return;
    }
    if (const auto plain = xlsformType(type)) {
        element.type = *plain;
    } else if (!takeSelect(element, type)) {
        return;
    }
    if (!checkName(row, element.name))
        return;
    element.parameters = parameters(row);
    const bool isCalculated = !row.value(QLatin1String("calculation")).isEmpty();
    if (type == QLatin1String("calculate") && !isCalculated &&
        row.value(QLatin1String("default")).isEmpty() && row.bindAttributes.isEmpty())
        report(Severity::Error, row, "calculation",
               QStringLiteral("a row of type calculate needs a calculation"));
    if (element.type.needsLabel && row.texts.isEmpty() && !isCalculated)
        report(Severity::Warning, row, "label",
               QStringLiteral("the question “%1” has no label").arg(element.name));
    const bool wantsOther = type.endsWith(QLatin1String("or_other"));
    const int index = add(std::move(element));
    if (wantsOther)
        addOther(index);
}

bool SurveyBuilder::takeSelect(SurveyElement &element, const QString &type)
{
    static const QRegularExpression select(QStringLiteral(
        "^(select_one|select one|select1|select one from|select_multiple|select multiple|select all that "
        "apply|"
        "select all that apply from|select multiple from|rank)(_from_file| from file)?\\s+(\\S+?)"
        "(\\s+or[_ ]other|\\s+or specify other)?$"));
    const auto match = select.match(type);
    if (!match.hasMatch()) {
        report(Severity::Error, element.row, "type",
               QStringLiteral("“%1” is no type of question%2")
                   .arg(type, didYouMean(type.section(QLatin1Char(' '), 0, 0), xlsformTypeNames())));
        return false;
    }
    const QString kind = match.captured(1);
    const bool isMultiple = kind.contains(QLatin1String("multiple")) || kind.contains(QLatin1String("all"));
    element.type.control = kind == QLatin1String("rank") ? kind
                           : isMultiple                  ? QStringLiteral("select")
                                                         : QStringLiteral("select1");
    element.type.dataType =
        kind == QLatin1String("rank") ? QStringLiteral("odk:rank") : QStringLiteral("string");
    const QString from = match.captured(3);
    if (!match.captured(2).isEmpty()) {
        takeExternalFile(element, from);
        return true;
    }
    if (from.startsWith(QLatin1String("${")) && from.endsWith(QLatin1Char('}'))) {
        element.repeatList = from.mid(2, from.size() - 3);
        return true;
    }
    ChoiceList *list = m_survey.list(from);
    if (!list) {
        QStringList known;
        for (const ChoiceList &one : std::as_const(m_survey.lists))
            known += one.name;
        report(Severity::Error, element.row, "type",
               QStringLiteral("the sheet choices has no list “%1”%2").arg(from, didYouMean(from, known)));
        return false;
    }
    list->isUsed = true;
    element.list = from;
    for (const XlsformRow &choice : std::as_const(list->choices)) {
        if (isMultiple && choice.value(QLatin1String("name")).contains(QLatin1Char(' ')))
            m_problems.append(
                {Severity::Error, m_sheets.choices->place(choice.number, QStringLiteral("name")),
                 QStringLiteral("“%1” has a blank, which separates answers where several are taken")
                     .arg(choice.value(QLatin1String("name")))});
    }
    return true;
}

void SurveyBuilder::takeExternalFile(SurveyElement &element, const QString &fileName)
{
    element.list = fileStem(fileName);
    element.isFromFile = true;
    const bool isCsv = fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (!isCsv && !fileName.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) &&
        !fileName.endsWith(QLatin1String(".geojson"), Qt::CaseInsensitive)) {
        report(Severity::Error, element.row, "type",
               QStringLiteral("“%1” is no .csv, .xml or .geojson file").arg(fileName));
        return;
    }
    const QString source = (isCsv ? QLatin1String("jr://file-csv/") : QLatin1String("jr://file/")) + fileName;
    for (const ExternalList &known : std::as_const(m_survey.externalLists)) {
        if (known.id == element.list)
            return;
    }
    m_survey.externalLists.append({element.list, source});
}

/// "or_other" adds the choice "other", and a question for what it is.
void SurveyBuilder::addOther(int select)
{
    const SurveyElement from = m_survey.elements[select];
    if (ChoiceList *list = m_survey.list(from.list))
        list->hasOther = true;
    SurveyElement element;
    element.name = from.name + QLatin1String("_other");
    element.type = *xlsformType(QStringLiteral("text"));
    element.isGenerated = true;
    element.row.number = from.row.number;
    element.row.texts[QStringLiteral("label")].insert(QString(), QStringLiteral("Specify other."));
    element.row.values.insert(QStringLiteral("relevant"),
                              QStringLiteral("selected(${%1}, 'other')").arg(from.name));
    add(std::move(element));
}

}  // namespace

ChoiceList *Survey::list(const QString &name)
{
    for (ChoiceList &candidate : lists) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
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

XlsformSheets understandSheets(const QList<Sheet> &sheets, Problems &problems)
{
    XlsformSheets result;
    QStringList names;
    for (const Sheet &sheet : sheets) {
        const QString name = sheet.name.trimmed().toLower();
        names += sheet.name;
        if (name == QLatin1String("survey"))
            result.survey.emplace(sheet, XlsformSheetKind::Survey, problems);
        else if (name == QLatin1String("choices"))
            result.choices.emplace(sheet, XlsformSheetKind::Choices, problems);
        else if (name == QLatin1String("settings"))
            result.settings.emplace(sheet, XlsformSheetKind::Settings, problems);
        else if (name == QLatin1String("entities"))
            result.entities.emplace(sheet, XlsformSheetKind::Entities, problems);
        else if (name == QLatin1String("external_choices"))
            problems.append(
                {Severity::Warning,
                 {sheet.name, 1, {}, {}},
                 QStringLiteral("the sheet is not read; use select_one_from_file with a CSV file")});
    }
    if (!result.survey)
        problems.append({Severity::Error,
                         {},
                         QStringLiteral("the workbook has no sheet “survey”; it has: %1")
                             .arg(names.join(QLatin1String(", ")))});
    return result;
}

Survey buildSurvey(const XlsformSheets &sheets, Problems &problems)
{
    return SurveyBuilder(sheets, problems).build();
}

}  // namespace amparo::form
