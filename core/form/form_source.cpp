#include "form/form_source.h"

#include "form/form_check.h"
#include "form/picture.h"
#include "form/xform_reader.h"
#include "form/xlsform_survey.h"
#include "form/xlsform_writer.h"

namespace amparo::form {

namespace {

/// A conversion, and with it what leads from places in the XForm back to cells of the workbook.
struct Conversion {
    QByteArray xform;
    Problems problems;
    QHash<QString, int> rows;  ///< of the survey, by path of the node
    std::optional<XlsformSheet> survey;
    std::optional<XlsformSheet> entities;
};

Conversion convert(const QByteArray &xlsx, const QString &fallbackId)
{
    Conversion result;
    const auto sheets = readXlsx(xlsx, xlsformSheetNames());
    if (!sheets) {
        result.problems.append({Severity::Error, {}, sheets.error().detail});
        return result;
    }
    const XlsformSheets understood = understandSheets(*sheets, result.problems);
    if (hasErrors(result.problems))
        return result;
    Survey survey = buildSurvey(understood, result.problems);
    if (survey.setting("form_id").isEmpty())
        survey.settings.values.insert(QStringLiteral("form_id"), fallbackId);
    const QByteArray xform = writeXForm(understood, survey, result.problems);
    for (const SurveyElement &element : survey.elements)
        result.rows.insert(element.path, element.row.number);
    result.survey = understood.survey;
    result.entities = understood.entities;
    if (!hasErrors(result.problems))
        result.xform = xform;
    return result;
}

/// By its first bytes: a zip archive, or the older format, whose refusal says what to do about it.
bool isWorkbook(const QByteArray &bytes)
{
    return bytes.startsWith("PK") || bytes.startsWith("\xD0\xCF\x11\xE0");
}

/// The column of the survey that an attribute or element of the XForm comes from.
QString columnOf(const QString &attribute)
{
    static const QHash<QString, QString> columns{
        {QStringLiteral("calculate"), QStringLiteral("calculation")},
        {QStringLiteral("readonly"), QStringLiteral("read_only")},
        {QStringLiteral("jr:constraintMsg"), QStringLiteral("constraint_message")},
        {QStringLiteral("jr:requiredMsg"), QStringLiteral("required_message")},
        {QStringLiteral("jr:count"), QStringLiteral("repeat_count")},
        {QStringLiteral("itemset"), QStringLiteral("choice_filter")},
        {QStringLiteral("setvalue"), QStringLiteral("default")},
        {QStringLiteral("nodeset"), QStringLiteral("name")},
        {QStringLiteral("ref"), QStringLiteral("name")},
        {QStringLiteral("instance"), QStringLiteral("type")},
    };
    return columns.value(attribute, attribute);
}

/// The column of the sheet entities that a node of meta/entity comes from.
QString entityColumnOf(const QString &node)
{
    static const QHash<QString, QString> columns{{QStringLiteral("@create"), QStringLiteral("create_if")},
                                                 {QStringLiteral("@update"), QStringLiteral("update_if")},
                                                 {QStringLiteral("label"), QStringLiteral("label")}};
    return columns.value(node, QStringLiteral("entity_id"));
}

/// Puts sheet, row and column in the place of the line in an XML that the author has never seen.
Problem atCell(Problem problem, const Conversion &conversion)
{
    const QLatin1String entity("/meta/entity/");
    const qsizetype at = problem.place.node.indexOf(entity);
    if (at >= 0 && conversion.entities) {
        problem.place =
            conversion.entities->place(conversion.entities->rows().first().number,
                                       entityColumnOf(problem.place.node.mid(at + entity.size())));
        return problem;
    }
    const int row = conversion.rows.value(problem.place.node, 0);
    Place cell = conversion.survey->place(row, columnOf(problem.place.column));
    cell.node = problem.place.node;
    if (row == 0)
        cell.column.clear();
    problem.place = cell;
    return problem;
}

/// How closely a form is looked at.
enum class Depth { Soundness, Meaning };

ReadForm withPictures(ReadForm result, const Media &media)
{
    for (auto file = media.cbegin(); file != media.cend(); ++file) {
        if (!isPictureName(file.key()))
            continue;
        if (const auto flaw = pictureFlaw(file.value()))
            result.problems.append(
                {Severity::Error,
                 {},
                 QStringLiteral("the picture %1 is not taken: %2").arg(file.key(), *flaw)});
    }
    if (hasErrors(result.problems))
        result.definition.reset();
    return result;
}

ReadForm read(const QByteArray &definition, const Media &media, Depth depth)
{
    if (!isWorkbook(definition)) {
        ReadForm result = readXForm(definition, media);
        if (result.definition && depth == Depth::Meaning)
            result.problems +=
                checkMeaning(result.definition->model()) + checkContent(result.definition->model());
        return result;
    }
    Conversion conversion = convert(definition, defaultFormId);
    ReadForm result;
    if (!conversion.xform.isEmpty()) {
        result = readXForm(conversion.xform, media);
        if (result.definition && depth == Depth::Meaning)
            result.problems += checkMeaning(result.definition->model());
        for (Problem &problem : result.problems)
            problem = atCell(problem, conversion);
    }
    result.problems = conversion.problems + result.problems;
    return result;
}

}  // namespace

ReadForm readForm(const QByteArray &definition, const Media &media)
{
    return withPictures(read(definition, media, Depth::Soundness), media);
}

ReadForm checkForm(const QByteArray &definition, const Media &media)
{
    return withPictures(read(definition, media, Depth::Meaning), media);
}

ConvertedForm convertXlsForm(const QByteArray &xlsx, const QString &fallbackId)
{
    Conversion conversion = convert(xlsx, fallbackId);
    if (conversion.xform.isEmpty())
        return {{}, conversion.problems};
    // Whatever could not run is refused here, too. Files come later, with the form: only errors count.
    for (const Problem &problem : readXForm(conversion.xform, {}).problems) {
        if (problem.severity == Severity::Error)
            conversion.problems.append(atCell(problem, conversion));
    }
    return {hasErrors(conversion.problems) ? QByteArray() : conversion.xform, conversion.problems};
}

}  // namespace amparo::form
