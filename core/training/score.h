#pragma once

#include "risk/observation.h"
#include "training/scenario.h"

namespace amparo::training {

/// What an officer did with a scenario.
struct Attempt {
    QList<QStringList> recorded;  ///< each sign that the form holds: its indicator, or several where the
                                  ///< question does not tell them apart
    record::Decision decision = record::Decision::Clear;
    QStringList made;     ///< Play::made()
    QList<int> mistakes;  ///< Play::mistakes()

    bool operator==(const Attempt &) const = default;
};

/// How an attempt compares with the key, and why. Forty points for the signs, forty for the decision, twenty
/// for the way there.
///
/// The signs share their forty; each that nothing supports costs ten. Where none was to be recorded,
/// recording none is worth all forty. An acceptable decision is worth thirty, a wrong one nothing. The steps
/// share their twenty; each mistake costs ten. No part falls below zero.
struct Score {
    static constexpr int whole = 100;
    static constexpr int enough = 70;

    int signs = 0;     ///< of 40
    int decision = 0;  ///< of 40
    int way = 0;       ///< of 20

    QList<ExpectedSign> found;
    QList<ExpectedSign> missed;
    QList<QStringList> unfounded;  ///< recorded, and nothing in the scenario supports it
    DecisionKey verdict;
    QStringList missedSteps;  ///< moves
    QList<int> mistakes;      ///< numbers of rules

    int total() const { return signs + decision + way; }

    /// Enough points, no wrong decision and no mistake.
    bool passed() const { return total() >= enough && verdict.fit != Fit::Wrong && mistakes.isEmpty(); }

    bool operator==(const Score &) const = default;
};

Score score(const Scenario &scenario, const Attempt &attempt);

/// The signs that a filled form holds, as Attempt::recorded wants them.
QList<QStringList> recordedSigns(const risk::Observations &observations);

}  // namespace amparo::training
