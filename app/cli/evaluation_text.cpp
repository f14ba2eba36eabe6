#include "app/cli/evaluation_text.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

constexpr qsizetype mostShownRows = 20;

QString number(double value) { return QString::number(value, 'f', 3); }

QJsonValue toJson(const std::optional<risk::Interval> &interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

QJsonObject toJson(const risk::Share &share)
{
    const auto estimate = share.estimate();
    return {{QStringLiteral("estimate"), estimate ? QJsonValue(*estimate) : QJsonValue()},
            {QStringLiteral("interval"), toJson(share.interval())},
            {QStringLiteral("count"), share.count},
            {QStringLiteral("of"), share.of}};
}

QJsonObject toJson(const risk::Confusion &confusion)
{
    return {{QStringLiteral("truePositive"), confusion.truePositive},
            {QStringLiteral("falsePositive"), confusion.falsePositive},
            {QStringLiteral("falseNegative"), confusion.falseNegative},
            {QStringLiteral("trueNegative"), confusion.trueNegative},
            {QStringLiteral("sensitivity"), toJson(confusion.sensitivity())},
            {QStringLiteral("specificity"), toJson(confusion.specificity())},
            {QStringLiteral("positivePredictiveValue"), toJson(confusion.positivePredictiveValue())},
            {QStringLiteral("negativePredictiveValue"), toJson(confusion.negativePredictiveValue())}};
}

QJsonValue toJson(const std::optional<risk::RocArea> &area)
{
    if (!area)
        return {};
    return QJsonObject{{QStringLiteral("area"), area->area},
                       {QStringLiteral("standardError"), area->standardError},
                       {QStringLiteral("interval"), toJson(area->interval)},
                       {QStringLiteral("method"), QStringLiteral("DeLong 1988")}};
}

QJsonArray toJson(const QList<risk::Threshold> &thresholds)
{
    QJsonArray array;
    for (const risk::Threshold &threshold : thresholds) {
        QJsonObject json = toJson(threshold.confusion);
        json.insert(QStringLiteral("from"), threshold.from);
        array.append(json);
    }
    return array;
}

QString cautionText(risk::Caution caution)
{
    switch (caution) {
    case risk::Caution::NoneWithOutcome:
        return QStringLiteral("nobody has the outcome: sensitivity and area cannot be told");
    case risk::Caution::NoneWithoutOutcome:
        return QStringLiteral("everybody has the outcome: specificity and area cannot be told");
    case risk::Caution::FewWithOutcome:
        return QStringLiteral("fewer than %1 with the outcome: too few to validate a model")
            .arg(risk::fewestForValidation);
    case risk::Caution::FewWithoutOutcome:
        return QStringLiteral("fewer than %1 without the outcome: too few to validate a model")
            .arg(risk::fewestForValidation);
    }
    Q_UNREACHABLE();
}

/// "0.867 (0.703 to 0.947)"
QString text(const risk::Share &share)
{
    const auto estimate = share.estimate();
    const auto interval = share.interval();
    if (!estimate || !interval)
        return QStringLiteral("-");
    return QStringLiteral("%1 (%2 to %3)")
        .arg(number(*estimate), number(interval->low), number(interval->high));
}

QString line(const QString &name, const risk::Share &share)
{
    return QStringLiteral("  %1 %2, %3 of %4").arg(name, -12).arg(text(share)).arg(share.count).arg(share.of);
}

QString line(const QString &name, const std::optional<risk::RocArea> &area)
{
    if (!area)
        return QStringLiteral("ROC area over %1: cannot be told").arg(name);
    if (!area->interval)
        return QStringLiteral("ROC area over %1: %2, no interval can be told").arg(name, number(area->area));
    return QStringLiteral("ROC area over %1: %2 (%3 to %4), DeLong")
        .arg(name, number(area->area), number(area->interval->low), number(area->interval->high));
}

void appendTable(QStringList &lines, const QString &heading, const QList<risk::Threshold> &thresholds)
{
    if (thresholds.isEmpty())
        return;
    lines << QString()
          << QStringLiteral("%1 %2 %3 %4 %5 %6")
                 .arg(heading, -28)
                 .arg(QStringLiteral("flagged"), 8)
                 .arg(QStringLiteral("sensitivity"), -24)
                 .arg(QStringLiteral("specificity"), -24)
                 .arg(QStringLiteral("PPV"), -24)
                 .arg(QStringLiteral("NPV"));
    for (const risk::Threshold &threshold : thresholds) {
        const risk::Confusion &confusion = threshold.confusion;
        lines << QStringLiteral("  %1 %2 %3 %4 %5 %6")
                     .arg(threshold.from, -26)
                     .arg(confusion.truePositive + confusion.falsePositive, 8)
                     .arg(text(confusion.sensitivity()), -24)
                     .arg(text(confusion.specificity()), -24)
                     .arg(text(confusion.positivePredictiveValue()), -24)
                     .arg(text(confusion.negativePredictiveValue()));
    }
}

QStringList remarks(const EvaluationReport &report)
{
    QStringList lines;
    for (const risk::Caution caution : report.evaluation.cautions())
        lines << QStringLiteral("caution: ") + cautionText(caution);
    if (!report.agesAreGiven)
        lines << QStringLiteral("caution: no column traveller_child: everybody is taken as the form begins, "
                                "which is for a child");
    if (report.partlyUsedRows > 0)
        lines << QStringLiteral(
                     "in %1 rows an answer belongs to a question that does not apply: it counts for nothing")
                     .arg(report.partlyUsedRows);
    if (!report.ignoredColumns.isEmpty())
        lines << QStringLiteral("left out, no question of the form: %1")
                     .arg(report.ignoredColumns.join(QLatin1String(", ")));
    return lines;
}

}  // namespace

QJsonObject evaluationToJson(const EvaluationReport &report)
{
    const risk::Evaluation &evaluation = report.evaluation;
    const risk::Confusion &advice = evaluation.advice();
    QJsonArray skipped;
    for (const EvaluationReport::Skipped &row : report.skipped)
        skipped.append(QJsonObject{{QStringLiteral("line"), row.line}, {QStringLiteral("why"), row.why}});
    QJsonArray cautions;
    for (const risk::Caution caution : evaluation.cautions())
        cautions.append(risk::cautionName(caution));
    if (!report.agesAreGiven)
        cautions.append(QStringLiteral("no_ages"));
    return {{QStringLiteral("form"), report.formId},
            {QStringLiteral("model"), report.modelName},
            {QStringLiteral("status"), report.status},
            {QStringLiteral("rows"), report.rows},
            {QStringLiteral("used"), report.rows - report.skippedRows},
            {QStringLiteral("withOutcome"), advice.sensitivity().of},
            {QStringLiteral("withoutOutcome"), advice.specificity().of},
            {QStringLiteral("skipped"), skipped},
            {QStringLiteral("skippedRows"), report.skippedRows},
            {QStringLiteral("partlyUsedRows"), report.partlyUsedRows},
            {QStringLiteral("ignoredColumns"), QJsonArray::fromStringList(report.ignoredColumns)},
            {QStringLiteral("cautions"), cautions},
            {QStringLiteral("advice"), toJson(advice)},
            {QStringLiteral("bandArea"), toJson(evaluation.bandArea())},
            {QStringLiteral("pointsArea"), toJson(evaluation.pointsArea())},
            {QStringLiteral("bands"), toJson(evaluation.bandThresholds())},
            {QStringLiteral("points"), toJson(evaluation.pointsThresholds())}};
}

QString evaluationText(const EvaluationReport &report)
{
    const risk::Evaluation &evaluation = report.evaluation;
    const risk::Confusion &advice = evaluation.advice();
    QStringList lines;
    lines << QStringLiteral("%1, model %2 (%3)").arg(report.formId, report.modelName, report.status)
          << QStringLiteral("%1 rows, %2 used: %3 with the outcome, %4 without")
                 .arg(report.rows)
                 .arg(report.rows - report.skippedRows)
                 .arg(advice.sensitivity().of)
                 .arg(advice.specificity().of);
    for (const EvaluationReport::Skipped &row :
         report.skipped.first(std::min(mostShownRows, report.skipped.size())))
        lines << QStringLiteral("  line %1 not used: %2").arg(row.line).arg(row.why);
    if (report.skippedRows > mostShownRows)
        lines << QStringLiteral("  and %1 more").arg(report.skippedRows - mostShownRows);
    lines << remarks(report) << QString()
          << QStringLiteral("flagged: advice is second line or more; intervals of 95 %")
          << line(QStringLiteral("sensitivity"), advice.sensitivity())
          << line(QStringLiteral("specificity"), advice.specificity())
          << line(QStringLiteral("PPV"), advice.positivePredictiveValue())
          << line(QStringLiteral("NPV"), advice.negativePredictiveValue())
          << line(QStringLiteral("bands"), evaluation.bandArea());
    if (!evaluation.pointsThresholds().isEmpty())
        lines << line(QStringLiteral("points"), evaluation.pointsArea());
    appendTable(lines, QStringLiteral("flagged from band"), evaluation.bandThresholds());
    appendTable(lines, QStringLiteral("flagged from points"), evaluation.pointsThresholds());
    lines << QString()
          << QStringLiteral("PPV and NPV hold only where the outcome is as frequent as in these rows.");
    return lines.join(u'\n');
}

}  // namespace amparo::cli
