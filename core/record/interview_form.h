#pragma once

#include "base/result.h"
#include "form/form_source.h"
#include "record/screening.h"
#include "risk/model.h"

#include <memory>
#include <optional>

namespace amparo::record {

/// What a form is for, which decides where it is offered.
enum class Purpose { Primary, Second, Minors, Smuggling, Documents, Vehicle, Protection, Handover };

QString purposeName(Purpose purpose);  ///< "primary", "second", "minors" … as forms write it
std::optional<Purpose> purposeFromName(QStringView name);

/// The line under which records of such a form are listed and counted: all but the primary line's are second.
Line lineOf(Purpose purpose);

/// The talk that follows what an encounter has had so far: for minors where one is known to be under 18,
/// where a sign of children was recorded or an officer took the person for one; else the second line. Nothing
/// known of the age is the second line too, whose own first question then asks for it.
Purpose talkAfter(const QList<Screening> &before, QDate today);

/// A form as an interview uses it: its definition, what it is for, the risk model that travels with it.
struct InterviewForm {
    std::shared_ptr<const form::FormDefinition> definition;
    std::optional<risk::Model> model;  ///< nullopt: the form has none, and nothing is advised
    Purpose purpose = Purpose::Primary;
    QStringList reviewedLanguages;  ///< BCP 47, of those whose wording a native speaker has reviewed

    Line line() const { return lineOf(purpose); }
};

/// What an interview needs of a form that has been read, with its media files. The root of the form's primary
/// instance says in attributes of Amparo's namespace what it is for (`purpose`; older forms have `line`
/// instead: primary, second; default second), which of its media files is the risk model (`model`), and which
/// languages a native speaker has reviewed (`reviewed`, blank-separated).
///
/// Errors: InvalidInput, with the first error of the form's indicators or model and its place, or of the key to
/// which its records are encrypted. Thread: any.
[[nodiscard]] Result<std::shared_ptr<const InterviewForm>>
interviewForm(std::shared_ptr<const form::FormDefinition> definition, const form::Media &media);

/// The same of a package, which is read first. Errors: InvalidInput, also of the form itself. Thread: any.
[[nodiscard]] Result<std::shared_ptr<const InterviewForm>>
readInterviewForm(const form::FormPackage &package);

/// Whether the form says in Amparo's namespace what it is for: one that does not was made for somebody else. Thread: any.
bool saysPurpose(const form::FormDefinition &definition);

}  // namespace amparo::record
