#include "form/xlsform_builder.h"

#include "form/suggestion.h"
#include "form/xlsform_expression.h"

#include <QRegularExpression>

#include <algorithm>

namespace amparo::form {

namespace {

QString inWords(XlsformBracket::Kind kind)
{
    switch (kind) {
    case XlsformBracket::Kind::Group:
        return QStringLiteral("group");
    case XlsformBracket::Kind::Repeat:
        return QStringLiteral("repeat");
    case XlsformBracket::Kind::Loop:
        return QStringLiteral("loop");
    }
    Q_UNREACHABLE();
}

/// In a loop, %(name)s and %(label)s stand for those of the choice.
QString filledIn(QString text, const QString &name, const QString &label)
{
    return text.replace(QLatin1String("%(name)s"), name).replace(QLatin1String("%(label)s"), label);
}

XlsformRow filledIn(const XlsformRow &pattern, const XlsformRow &choice)
{
    const QString name = choice.value(QLatin1String("name"));
    const LanguageTexts labels = choice.texts.value(QStringLiteral("label"));
    XlsformRow row = pattern;
    for (QString &value : row.values)
        value = filledIn(value, name, labels.first());
    for (LanguageTexts &texts : row.texts) {
        LanguageTexts filled;
        for (const auto &[language, text] : texts) {
            QString label = labels.first();
            for (const auto &[other, translated] : labels) {
                if (other == language)
                    label = translated;
            }
            filled.insert(language, filledIn(text, name, label));
        }
        texts = filled;
    }
    return row;
}

}  // namespace

Survey buildSurvey(const XlsformSheets &sheets, Problems &problems)
{
    return SurveyBuilder(sheets, problems).build();
}

Survey SurveyBuilder::build()
{
    takeSettings();
    m_survey.lists = readChoices(m_sheets, m_survey.settings, m_problems);
    m_survey.entity = readEntity(m_sheets, m_problems);
    for (const XlsformRow &row : m_sheets.survey->rows())
        takeRow(row);
    if (m_loop)
        report(Severity::Error, m_loop->row, "type",
               QStringLiteral("the loop is never ended; add a row “end_loop”"));
    if (!m_open.empty()) {
        const SurveyElement &open = m_survey.elements[m_open.back().element];
        report(Severity::Error, open.row, "type",
               QStringLiteral("the %1 “%2” is never ended; add a row “end_%1”")
                   .arg(inWords(m_open.back().kind), open.name));
    }
    placeEntity(m_sheets, m_survey, m_problems);
    checkSearches();
    checkTriggers();
    checkExternalLists();
    warnAboutUnusedLists();
    checkLanguages();
    return std::move(m_survey);
}

void SurveyBuilder::takeSettings()
{
    m_survey.defaultLanguage = m_sheets.cells.defaultLanguage;
    if (m_sheets.settings && !m_sheets.settings->rows().isEmpty())
        m_survey.settings = m_sheets.settings->rows().first();
    const QString root = m_survey.setting("name");
    const auto wrong = [this](const char *key, const QString &message) {
        m_problems.append({Severity::Error,
                           m_sheets.settings->place(m_survey.settings.number, QString::fromLatin1(key)),
                           message});
    };
    if (!root.isEmpty() && !isElementName(root))
        wrong("name", QStringLiteral("“%1” is no name of an element").arg(root));
    else if (!root.isEmpty())
        m_survey.rootName = root;
    if (isYes(m_survey.setting("omit_instanceid")) && !m_survey.setting("public_key").isEmpty())
        wrong("omit_instanceid",
              QStringLiteral("an encrypted form needs its instanceID; remove one of the two settings"));
}

void SurveyBuilder::takeRow(const XlsformRow &row)
{
    const QString type = row.value(QLatin1String("type"));
    if (isYes(row.value(QLatin1String("disabled"))))
        return;
    const auto bracket = xlsformBracket(type);
    if (m_loop) {
        const bool isLoop = bracket && bracket->kind == XlsformBracket::Kind::Loop;
        m_loop->depth += isLoop ? (bracket->isEnd ? -1 : 1) : 0;
        if (m_loop->depth > 0) {
            m_loop->rows += row;
            return;
        }
        const Loop loop = *m_loop;
        m_loop.reset();
        takeLoop(loop);
        return;
    }
    if (type.isEmpty()) {
        // A row without type, name and label is a note of the author.
        if (row.has(QLatin1String("name")) || row.texts.contains(QStringLiteral("label")))
            report(Severity::Error, row, "type", QStringLiteral("the row has no type"));
        return;
    }
    if (bracket && bracket->isEnd)
        end(row, bracket->kind);
    else if (bracket)
        begin(row, *bracket);
    else if (!takeAside(row, type))
        takeQuestion(row, type);
}

/// Rows that make no question: old forms have settings among them.
bool SurveyBuilder::takeAside(const XlsformRow &row, const QString &type)
{
    static const QHash<QString, QString> settings{
        {QStringLiteral("form_title"), QStringLiteral("form_title")},
        {QStringLiteral("set_form_title"), QStringLiteral("form_title")},
        {QStringLiteral("form_id"), QStringLiteral("form_id")},
        {QStringLiteral("set_form_id"), QStringLiteral("form_id")},
    };
    if (settings.contains(type)) {
        m_survey.settings.values.insert(settings.value(type), row.value(QLatin1String("name")));
        return true;
    }
    if (type != QLatin1String("audit"))
        return false;
    takeAudit(row);
    return true;
}

std::vector<int> &SurveyBuilder::siblings()
{
    return m_open.empty() ? m_survey.top : m_survey.elements[m_open.back().element].children;
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
    for (const int sibling : siblings()) {
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
    element.parent = m_open.empty() ? -1 : m_open.back().element;
    const QString around =
        element.parent < 0 ? u'/' + m_survey.rootName : m_survey.elements[element.parent].path;
    element.path = around + u'/' + element.name;
    m_survey.elements.push_back(std::move(element));
    siblings().push_back(index);
    return index;
}

void SurveyBuilder::begin(const XlsformRow &row, const XlsformBracket &bracket)
{
    if (bracket.kind == XlsformBracket::Kind::Loop) {
        m_loop = Loop{row, bracket.list, {}, 1};
        return;
    }
    const bool isRepeat = bracket.kind == XlsformBracket::Kind::Repeat;
    SurveyElement element;
    element.kind = isRepeat ? SurveyElement::Kind::Repeat : SurveyElement::Kind::Group;
    element.name = row.value(QLatin1String("name"));
    element.row = row;
    if (!checkName(row, element.name))
        element.name = QStringLiteral("row_%1").arg(row.number);  // so that its end finds its beginning
    const bool hasLabel =
        row.texts.contains(QStringLiteral("label")) || row.texts.contains(QStringLiteral("image"));
    if (!hasLabel && row.value(QLatin1String("appearance")) != QLatin1String("field-list"))
        report(Severity::Warning, row, "label",
               QStringLiteral("the %1 “%2” has no label").arg(inWords(bracket.kind), element.name));
    takeRepeatCount(element);
    const int index = add(std::move(element));
    m_open.push_back({bracket.kind, index});
    beginTableList(index);
}

void SurveyBuilder::end(const XlsformRow &row, XlsformBracket::Kind kind)
{
    m_tableList.reset();
    if (m_open.empty()) {
        report(Severity::Error, row, "type", QStringLiteral("there is no %1 to end here").arg(inWords(kind)));
        return;
    }
    const Open &open = m_open.back();
    const SurveyElement &element = m_survey.elements[open.element];
    if (open.kind != kind)
        report(Severity::Error, row, "type",
               QStringLiteral("“end_%1” meets the %2 “%3” of row %4, which is to be ended first")
                   .arg(inWords(kind), inWords(open.kind), element.name)
                   .arg(element.row.number));
    m_open.pop_back();
}

/// A count that is more than one field gets a field of its own, as XForms wants a path there.
void SurveyBuilder::takeRepeatCount(SurveyElement &repeat)
{
    const QString key = QStringLiteral("repeat_count");
    const QString count = repeat.row.values.value(key);
    const auto field = singleReference(count);
    if (count.isEmpty() || (field && !field->startsWith(QLatin1String("last-saved#"))))
        return;
    SurveyElement element;
    element.name = repeat.name + QLatin1String("_count");
    element.type = *xlsformType(QStringLiteral("calculate"));
    element.type.isReadonly = true;
    element.row.number = repeat.row.number;
    element.row.values.insert(QStringLiteral("calculation"), count);
    repeat.row.values.insert(key, QStringLiteral("${%1}").arg(element.name));
    if (checkName(repeat.row, element.name))
        add(std::move(element));
}

/// A group with the appearance table-list is shown as one page: its label as a note, the choices once as a
/// heading, and its questions without them.
void SurveyBuilder::beginTableList(int group)
{
    QStringList appearance =
        m_survey.elements[group].row.value(QLatin1String("appearance")).split(u' ', Qt::SkipEmptyParts);
    if (appearance.removeAll(QStringLiteral("table-list")) == 0)
        return;
    appearance.prepend(QStringLiteral("field-list"));
    XlsformRow &row = m_survey.elements[group].row;
    row.values.insert(QStringLiteral("appearance"), appearance.join(u' '));
    m_tableList = QString();
    SurveyElement note;
    note.row.number = row.number;
    for (const QString &key : {QStringLiteral("label"), QStringLiteral("hint")}) {
        if (row.texts.contains(key))
            note.row.texts.insert(key, row.texts.take(key));
    }
    if (note.row.texts.isEmpty())
        return;
    note.name = QStringLiteral("generated_table_list_label_%1").arg(row.number);
    note.type = *xlsformType(QStringLiteral("note"));
    add(std::move(note));
}

void SurveyBuilder::takeLoop(const Loop &loop)
{
    const ChoiceList *choices = list(loop.list);
    if (!choices) {
        report(Severity::Error, loop.row, "type",
               QStringLiteral("a loop goes over a list of the sheet choices: begin_loop over list_name"));
        return;
    }
    list(loop.list)->isUsed = true;
    const QList<XlsformRow> rows = choices->choices;
    begin(loop.row, {});
    for (const XlsformRow &choice : rows) {
        if (choice.value(QLatin1String("name")) == QLatin1String("none"))
            continue;
        XlsformRow group = choice;
        group.number = loop.row.number;
        begin(group, {});
        for (const XlsformRow &row : loop.rows)
            takeRow(filledIn(row, choice));
        end(group, XlsformBracket::Kind::Group);
    }
    end(loop.row, XlsformBracket::Kind::Group);
}

void SurveyBuilder::checkExternalLists()
{
    QHash<QString, QString> sources;
    for (const ExternalList &external : std::as_const(m_survey.externalLists)) {
        if (sources.contains(external.id))
            m_problems.append({Severity::Error, external.place,
                               QStringLiteral("the files %1 and %2 would be the same list “%3”; rename one")
                                   .arg(sources.value(external.id), external.source, external.id)});
        sources.insert(external.id, external.source);
        if (m_survey.list(external.id))
            m_problems.append(
                {Severity::Error, external.place,
                 QStringLiteral("“%1” is the name of a list of the sheet choices, too; rename one")
                     .arg(external.id)});
    }
}

void SurveyBuilder::warnAboutUnusedLists()
{
    QStringList read;
    const auto see = [&read](const QString &cell) { read += readInstances(cell); };
    for (const SurveyElement &element : m_survey.elements) {
        std::for_each(element.row.values.cbegin(), element.row.values.cend(), see);
        for (const LanguageTexts &texts : element.row.texts) {
            for (const auto &text : texts)
                see(text.second);
        }
    }
    for (const ChoiceList &list : std::as_const(m_survey.lists)) {
        if (!list.isUsed && !read.contains(list.id))
            m_problems.append({Severity::Warning,
                               {list.sheet, list.choices.first().number, QStringLiteral("list_name"), {}},
                               QStringLiteral("no question uses the list “%1”").arg(list.id)});
    }
}

ChoiceList *SurveyBuilder::list(const QString &id)
{
    const auto found = std::find_if(m_survey.lists.begin(), m_survey.lists.end(),
                                    [&id](const ChoiceList &candidate) { return candidate.id == id; });
    return found == m_survey.lists.end() ? nullptr : &*found;
}

}  // namespace amparo::form
