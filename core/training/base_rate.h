#pragma once

namespace amparo::training {

/// Why a flag cannot decide: what a test with these figures says about so many people. Rounded to whole
/// people.
///
/// The figures of the lesson are those of the RAFT items (Chisolm-Straker et al. 2021): 1.4 % positive by
/// reference, sensitivity 100 %, specificity 61 %.
struct BaseRate {
    int people = 1000;
    double affectedShare = 0.014;
    double sensitivity = 1.0;
    double specificity = 0.61;

    int affected() const;
    int rightlyFlagged() const;
    int wronglyFlagged() const;
    int flagged() const { return rightlyFlagged() + wronglyFlagged(); }
    double predictiveValue() const;  ///< 0 to 1: how many of the flags are right; 0 where there are none
};

}  // namespace amparo::training
