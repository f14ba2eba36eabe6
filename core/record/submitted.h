#pragma once

#include "record/interview_form.h"

#include <QByteArray>

#include <optional>

namespace amparo::record {

/// What a submission names itself, whatever its form.
struct SubmissionName {
    QString formId;
    QString formVersion;
    QString instanceId;        ///< "uuid:…"
    bool isEncrypted = false;  ///< it holds no answers that could be read here (encrypted_submission.h)

    bool operator==(const SubmissionName &) const = default;
};

/// nullopt: it is no submission. Thread: any.
std::optional<SubmissionName> nameOfSubmission(const QByteArray &xml);

/// The parts of a record that its submission repeats, see RecordFields: encounter, shift, officer, traveller,
/// verdict, form and instance id. What the form has no field for is left as it is in `known`. Thread: any.
Screening screeningFromSubmission(const QByteArray &xml, const InterviewForm &form, Screening known);

}  // namespace amparo::record
