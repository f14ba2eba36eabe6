#pragma once

#include "record/interview_form.h"
#include "training/score.h"

#include <memory>

namespace amparo::training {

/// Plays a scenario as its key says, with its form, and scores that: what whoever writes one wants to know
/// before an officer meets it. A sound scenario reaches all points.
///
/// Errors: InvalidInput, with the path in scenario.json of what is wrong: a document whose check digits fail
/// or that is no specimen or has expired, a question that the form does not have or does not ask at that
/// point, an answer that it does not offer, a decision with which it could not be made final. Thread: any.
[[nodiscard]] Result<Score> rehearse(const Scenario &scenario,
                                     std::shared_ptr<const record::InterviewForm> form);

}  // namespace amparo::training
