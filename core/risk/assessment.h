#pragma once

#include "risk/model.h"
#include "risk/observation.h"

#include <optional>

namespace amparo::risk {

/// A track's result: shown beside the main one.
struct TrackResult {
    QString code;  ///< of the track, "smuggling"
    Translated title;
    Band band;
    std::optional<Recommendation> recommendation;  ///< nullopt: the track has no say in the advice
    Observations fired;

    bool operator==(const TrackResult &) const = default;
};

/// Why the result is what it is.
struct Reason {
    QString rule;  ///< "points", "table:tip_full", "trigger:GEN-18"
    Translated text;

    bool operator==(const Reason &) const = default;
};

/// What a model makes of the answers: a result with all its reasons. It advises; the officer decides.
struct Assessment {
    QString modelId;
    QString modelVersion;
    Translated status;  ///< how far the model is to be trusted
    Translated notice;  ///< what the result is not

    bool child = true;                      ///< as the rules were applied
    bool childPresumedByIndicator = false;  ///< because an indicator asks for it
    Band band;
    Recommendation recommendation = Recommendation::Clear;  ///< the highest of band, triggers and tracks
    Reason reason;                                          ///< the one that decided the band
    QList<Reason> triggers;                                 ///< that act at once
    QList<TrackResult> tracks;

    std::optional<int> points;          ///< points models
    QList<DelphiResult> profiles;       ///< Delphi models: the one that decided comes first
    Observations fired;                 ///< each indicator as often as it was recorded, in the form's order
    Observations notCounted;            ///< of these, what this model does not count
    Observations unanswered;            ///< not asked, not observed, declined
    qsizetype asked = 0;                ///< indicators of the form that apply to this person, answered or not
    bool observedOnly = false;          ///< nothing that fired comes from the person's own account
    QMap<QString, Translated> phrases;  ///< of the model, for the explanation

    const Translated &action() const { return band.actionFor(child); }
    /// The dimensions of the profile that decided; empty for points models.
    QList<DimensionResult> dimensions() const;

    bool operator==(const Assessment &) const = default;
};

/// Reckons the result. The same observations in any order give the same band and advice. Thread: any.
Assessment assess(const Model &model, const Observations &observations, const Person &person);

}  // namespace amparo::risk
