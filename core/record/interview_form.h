#pragma once

#include "base/result.h"
#include "form/form_source.h"
#include "record/screening.h"
#include "risk/model.h"

#include <memory>
#include <optional>

namespace amparo::record {

/// A form as an interview uses it: its definition, the line it serves, the risk model that travels with it.
struct InterviewForm {
    std::shared_ptr<const form::FormDefinition> definition;
    std::optional<risk::Model> model;  ///< nullopt: the form has none, and nothing is advised
    Line line = Line::Primary;
};

/// What an interview needs of a form that has been read, with its media files. The root of the form's primary
/// instance says in attributes of Amparo's namespace which line it serves (`line`: primary, second; default
/// second) and which of its media files is the risk model
/// (`model`).
///
/// Errors: InvalidInput, with the first error of the form's indicators or model and its place. Thread: any.
[[nodiscard]] Result<std::shared_ptr<const InterviewForm>>
interviewForm(std::shared_ptr<const form::FormDefinition> definition, const form::Media &media);

/// The same of a package, which is read first. Errors: InvalidInput, also of the form itself. Thread: any.
[[nodiscard]] Result<std::shared_ptr<const InterviewForm>>
readInterviewForm(const form::FormPackage &package);

}  // namespace amparo::record
