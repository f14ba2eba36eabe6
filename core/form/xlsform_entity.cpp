// The sheet entities: which list of the server a record adds to or changes, and by what (ODK entities).
//
//   entity_id  create_if  update_if   what happens
//   -          -          -           an entity is made
//   -          given      -           one is made where the condition holds
//   given      -          -           that entity is changed
//   given      -          given       it is changed where the condition holds
//   given      given      given       both, each where its condition holds

#include "form/suggestion.h"
#include "form/xlsform_expression.h"
#include "form/xlsform_survey.h"

namespace amparo::form {

namespace {

class EntityReader {
public:
    EntityReader(const XlsformSheet &sheet, Problems &problems) : m_sheet(sheet), m_problems(problems) {}

    std::optional<XlsformEntity> read();

private:
    void checkName(const XlsformEntity &entity);
    void checkConditions(const XlsformEntity &entity);
    void report(int row, const char *key, const QString &message)
    {
        m_problems.append({Severity::Error, m_sheet.place(row, QString::fromLatin1(key)), message});
    }

    const XlsformSheet &m_sheet;
    Problems &m_problems;
};

std::optional<XlsformEntity> EntityReader::read()
{
    if (m_sheet.rows().isEmpty())
        return std::nullopt;
    for (const XlsformColumn &column : m_sheet.columns()) {
        if (!column.isKnown && !column.key.isEmpty())
            report(1, column.heading.toUtf8().constData(),
                   QStringLiteral("the sheet has no column of this name; it has %1%2")
                       .arg(knownColumns(XlsformSheetKind::Entities).join(QLatin1String(", ")),
                            didYouMean(column.key, knownColumns(XlsformSheetKind::Entities))));
    }
    if (m_sheet.rows().size() > 1)
        report(m_sheet.rows().at(1).number, "list_name",
               QStringLiteral("a form has one entity list; remove this row"));
    XlsformEntity entity;
    entity.row = m_sheet.rows().first();
    entity.list = entity.row.value(QLatin1String("list_name"));
    entity.id = entity.row.value(QLatin1String("entity_id"));
    entity.createIf = entity.row.value(QLatin1String("create_if"));
    entity.updateIf = entity.row.value(QLatin1String("update_if"));
    entity.label = entity.row.texts.value(QStringLiteral("label")).first();
    checkName(entity);
    checkConditions(entity);
    return entity;
}

void EntityReader::checkName(const XlsformEntity &entity)
{
    if (entity.list.startsWith(QLatin1String("__")))
        report(entity.row.number, "list_name",
               QStringLiteral("names that begin with __ are kept for the system"));
    else if (entity.list.contains(u'.') || !isElementName(entity.list))
        report(
            entity.row.number, "list_name",
            QStringLiteral("“%1” is no name of an entity list: it starts with a letter or _ and goes on with "
                           "letters, digits, _ or -")
                .arg(entity.list));
}

void EntityReader::checkConditions(const XlsformEntity &entity)
{
    if (!entity.updateIf.isEmpty() && entity.id.isEmpty())
        report(entity.row.number, "entity_id",
               QStringLiteral("update_if needs an entity_id: which one is updated"));
    if (!entity.id.isEmpty() && !entity.createIf.isEmpty() && entity.updateIf.isEmpty())
        report(entity.row.number, "update_if",
               QStringLiteral("with an entity_id, create_if needs an update_if beside it"));
    if (entity.id.isEmpty() && entity.label.isEmpty())
        report(entity.row.number, "label", QStringLiteral("a new entity needs a label"));
}

/// The repeats around an element, innermost first.
QList<int> repeatsAround(const Survey &survey, int element)
{
    QList<int> repeats;
    for (int around = survey.repeatAround(element); around >= 0; around = survey.repeatAround(around))
        repeats += around;
    return repeats;
}

class SavedProperties {
public:
    SavedProperties(const XlsformSheets &sheets, const Survey &survey, Problems &problems)
        : m_sheets(sheets), m_survey(survey), m_problems(problems)
    {}

    void check()
    {
        for (size_t i = 0; i < m_survey.elements.size(); ++i) {
            const QString property = m_survey.elements[i].row.value(QLatin1String("save_to"));
            if (!property.isEmpty())
                check(static_cast<int>(i), property);
        }
    }

private:
    void check(int element, const QString &property)
    {
        const SurveyElement &from = m_survey.elements[element];
        const auto wrong = [&](const QString &message) {
            m_problems.append({Severity::Error,
                               m_sheets.survey->place(from.row.number, QStringLiteral("save_to")), message});
        };
        const QString lower = property.toLower();
        if (!m_survey.entity)
            wrong(QStringLiteral(
                "to save properties the workbook needs a sheet entities that names their list"));
        else if (from.kind != SurveyElement::Kind::Question)
            wrong(QStringLiteral("a group or repeat is no property; save its questions"));
        else if (lower == QLatin1String("name") || lower == QLatin1String("label") ||
                 lower.startsWith(QLatin1String("__")))
            wrong(QStringLiteral("“%1” is kept for the system; choose another name").arg(property));
        else if (!isElementName(property))
            wrong(QStringLiteral("“%1” is no name of a property").arg(property));
        else
            checkRepeat(element, wrong);
    }

    template <class Wrong> void checkRepeat(int element, const Wrong &wrong)
    {
        const QList<int> around = repeatsAround(m_survey, element);
        const int repeat = m_survey.entity->repeat;
        if (repeat < 0 ? !around.isEmpty() : around != QList<int>{repeat})
            wrong(repeat < 0 ? QStringLiteral(
                                   "what is in a repeat is saved where the sheet entities names the repeat")
                             : QStringLiteral("properties stand directly in the repeat of the entity"));
    }

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    Problems &m_problems;
};

}  // namespace

std::optional<XlsformEntity> readEntity(const XlsformSheets &sheets, Problems &problems)
{
    return sheets.entities ? EntityReader(*sheets.entities, problems).read() : std::nullopt;
}

void placeEntity(const XlsformSheets &sheets, Survey &survey, Problems &problems)
{
    if (survey.entity && survey.entity->row.has(QLatin1String("repeat"))) {
        const QString cell = survey.entity->row.value(QLatin1String("repeat"));
        const auto wrong = [&](const QString &message) {
            problems.append({Severity::Error,
                             sheets.entities->place(survey.entity->row.number, QStringLiteral("repeat")),
                             message});
        };
        const auto name = singleReference(cell);
        QStringList repeats;
        for (size_t i = 0; i < survey.elements.size(); ++i) {
            if (survey.elements[i].kind != SurveyElement::Kind::Repeat)
                continue;
            repeats += survey.elements[i].name;
            if (survey.elements[i].name == name)
                survey.entity->repeat = static_cast<int>(i);
        }
        if (survey.entity->repeat < 0)
            wrong(QStringLiteral("“%1” is no repeat of the survey, as in ${name}%2")
                      .arg(cell, didYouMean(name.value_or(cell), repeats)));
        else if (survey.repeatAround(survey.entity->repeat) >= 0)
            wrong(QStringLiteral("the repeat of an entity stands in no other repeat"));
    }
    SavedProperties(sheets, survey, problems).check();
}

}  // namespace amparo::form
