#include "risk/evaluation.h"

#include <algorithm>
#include <utility>

namespace amparo::risk {

namespace {

/// Bands in the order of the rules, from the least; those that only triggers give come after all others.
QStringList inRulesOrder(const Model &model)
{
    QStringList codes;
    if (const auto *delphi = std::get_if<DelphiRules>(&model.rules)) {
        codes.append(delphi->otherwise.band);
        for (auto row = delphi->table.rbegin(); row != delphi->table.rend(); ++row)
            codes.append(row->band);
    } else {
        for (const PointsRules::Step &step : std::get<PointsRules>(model.rules).steps)
            codes.append(step.band);
    }
    for (const Band &band : model.bands)
        codes.append(band.code);
    codes.removeDuplicates();
    return codes;
}

void caution(QList<Caution> &cautions, qint64 count, Caution none, Caution few)
{
    if (count == 0)
        cautions.append(none);
    else if (count < fewestForValidation)
        cautions.append(few);
}

}  // namespace

QString cautionName(Caution caution)
{
    switch (caution) {
    case Caution::NoneWithOutcome:
        return QStringLiteral("none_with_outcome");
    case Caution::NoneWithoutOutcome:
        return QStringLiteral("none_without_outcome");
    case Caution::FewWithOutcome:
        return QStringLiteral("few_with_outcome");
    case Caution::FewWithoutOutcome:
        return QStringLiteral("few_without_outcome");
    }
    Q_UNREACHABLE();
}

QStringList bandsInRisingOrder(const Model &model)
{
    QStringList codes = inRulesOrder(model);
    const auto demand = [&](const QString &code) {
        const Band *band = model.band(code);
        return std::pair(band->level, band->recommend);
    };
    std::stable_sort(codes.begin(), codes.end(),
                     [&](const QString &a, const QString &b) { return demand(a) < demand(b); });
    return codes;
}

Evaluation::Evaluation(const Model &model) : m_order(bandsInRisingOrder(model)) {}

void Evaluation::add(const Assessment &assessment, bool outcome)
{
    m_advice.add(assessment.recommendation != Recommendation::Clear, outcome);
    m_bands.add(int(m_order.indexOf(assessment.band.code)), outcome);
    if (assessment.points)
        m_points.add(*assessment.points, outcome);
}

QList<Threshold> Evaluation::bandThresholds() const
{
    QList<Threshold> thresholds;
    for (int band = 1; band < m_order.size(); ++band)
        thresholds.append({m_order[band], m_bands.atLeast(band)});
    return thresholds;
}

QList<Threshold> Evaluation::pointsThresholds() const
{
    QList<Threshold> thresholds;
    const QList<int> scores = m_points.scores();
    for (qsizetype i = 1; i < scores.size(); ++i)
        thresholds.append({QString::number(scores[i]), m_points.atLeast(scores[i])});
    return thresholds;
}

QList<Caution> Evaluation::cautions() const
{
    QList<Caution> cautions;
    caution(cautions, m_bands.positives(), Caution::NoneWithOutcome, Caution::FewWithOutcome);
    caution(cautions, m_bands.negatives(), Caution::NoneWithoutOutcome, Caution::FewWithoutOutcome);
    return cautions;
}

}  // namespace amparo::risk
