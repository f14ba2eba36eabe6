#include "risk/assessment.h"

#include <algorithm>

namespace amparo::risk {

namespace {

Observations withAnswer(const Observations &observations, Answer answer)
{
    Observations found;
    std::copy_if(observations.begin(), observations.end(), std::back_inserter(found),
                 [&](const Observation &observation) { return observation.answer == answer; });
    return found;
}

/// The catalogue ids that an observation stands for.
QStringList idsOf(const Observation &observation)
{
    return observation.indicator.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool standsForAnyOf(const Observation &observation, const QStringList &indicators)
{
    const QStringList ids = idsOf(observation);
    return std::any_of(ids.begin(), ids.end(), [&](const QString &id) { return indicators.contains(id); });
}

bool firedAnyOf(const Observations &fired, const QStringList &indicators)
{
    return std::any_of(fired.begin(), fired.end(), [&](const Observation &observation) {
        return standsForAnyOf(observation, indicators);
    });
}

void setBand(Assessment &assessment, const Model &model, const QString &code, const Reason &reason)
{
    if (const Band *band = model.band(code)) {
        assessment.band = *band;
        assessment.reason = reason;
    }
}

void raise(Assessment &assessment, Recommendation recommendation)
{
    assessment.recommendation = std::max(assessment.recommendation, recommendation);
}

void applyRules(Assessment &assessment, const Model &model, const PointsRules &rules, const Person &)
{
    PointsResult result = applyPoints(rules, assessment.fired);
    Reason reason{QStringLiteral("points"), rules.because};
    for (QString &text : reason.text.byLanguage)
        text = text.arg(result.points);
    setBand(assessment, model, result.band, reason);
    assessment.points = result.points;
    assessment.notCounted = std::move(result.notCounted);
}

void applyRules(Assessment &assessment, const Model &model, const DelphiRules &rules, const Person &person)
{
    assessment.profiles = applyFittingProfiles(rules, assessment.fired, person);
    if (assessment.profiles.isEmpty())
        return;
    const DelphiResult &decisive = assessment.profiles.first();
    setBand(assessment, model, decisive.decided.band,
            {QStringLiteral("table:") + decisive.decided.band, decisive.decided.because});
    assessment.notCounted = decisive.notCounted;
}

bool takes(const Trigger &trigger, const Observation &observation)
{
    return trigger.indicators.isEmpty() ? observation.trigger
                                        : standsForAnyOf(observation, trigger.indicators);
}

/// A trigger leads to its band only upwards: it never hides a result that asks for more.
void applyTrigger(Assessment &assessment, const Model &model, const Trigger &trigger,
                  const Observation &cause)
{
    const Reason reason{QStringLiteral("trigger:") + cause.indicator, trigger.because};
    if (!assessment.triggers.contains(reason))
        assessment.triggers.append(reason);
    raise(assessment, trigger.recommend);

    const auto demand = [&](const Band &band) {
        return std::pair(band.level, band.recommendFor(assessment.child));
    };
    const Band *band = model.band(trigger.band);
    if (band && band->code != assessment.band.code && demand(*band) >= demand(assessment.band))
        setBand(assessment, model, trigger.band, reason);
}

void applyTriggers(Assessment &assessment, const Model &model)
{
    for (const Observation &observation : std::as_const(assessment.fired)) {
        const auto trigger =
            std::find_if(model.triggers.begin(), model.triggers.end(),
                         [&](const Trigger &candidate) { return takes(candidate, observation); });
        if (trigger != model.triggers.end())
            applyTrigger(assessment, model, *trigger, observation);
    }
}

std::optional<TrackResult> trackResult(const Track &track, const Observations &fired, bool child)
{
    for (const Track::Row &row : track.rows) {
        TrackResult result{track.code, track.label, row.band, std::nullopt, {}};
        std::copy_if(fired.begin(), fired.end(), std::back_inserter(result.fired),
                     [&](const Observation &observation) {
                         return observation.strength && *observation.strength >= row.atLeast &&
                                row.items.contains(observation.item);
                     });
        if (result.fired.isEmpty())
            continue;
        if (row.advises)
            result.recommendation = row.band.recommendFor(child);
        return result;
    }
    return std::nullopt;
}

}  // namespace

QList<DimensionResult> Assessment::dimensions() const
{
    return profiles.isEmpty() ? QList<DimensionResult>() : profiles.first().dimensions;
}

Assessment assess(const Model &model, const Observations &observations, const Person &person)
{
    Assessment assessment;
    assessment.modelId = model.id;
    assessment.modelVersion = model.version;
    assessment.status = model.status;
    assessment.notice = model.notice;
    assessment.phrases = model.phrases;
    assessment.fired = withAnswer(observations, Answer::Fired);
    assessment.unanswered = withAnswer(observations, Answer::Unknown);
    assessment.asked = observations.size();
    assessment.observedOnly =
        !assessment.fired.isEmpty() &&
        std::all_of(assessment.fired.begin(), assessment.fired.end(),
                    [](const Observation &observation) { return observation.how == How::Observed; });

    Person applied = person;
    assessment.childPresumedByIndicator = !person.child && firedAnyOf(assessment.fired, model.presumesChild);
    applied.child = person.child || assessment.childPresumedByIndicator;
    assessment.child = applied.child;

    std::visit([&](const auto &rules) { applyRules(assessment, model, rules, applied); }, model.rules);
    applyTriggers(assessment, model);
    raise(assessment, assessment.band.recommendFor(assessment.child));
    for (const Track &track : model.tracks) {
        if (auto result = trackResult(track, assessment.fired, assessment.child)) {
            raise(assessment, result->recommendation.value_or(Recommendation::Clear));
            assessment.tracks.append(std::move(*result));
        }
    }
    return assessment;
}

}  // namespace amparo::risk
