#pragma once

#include "openrosa_server/submission_reader.h"

namespace amparo::test {

/// The accepted submissions, each in a folder named by its percent-encoded instanceID: `submission.xml` and
/// attachments, byte for byte as they came. What was answered survives the end of the process.
class SubmissionArchive {
public:
    explicit SubmissionArchive(QString folder) : m_folder(std::move(folder)) {}

    enum class Outcome { New, Same, Conflict };
    /// Same instanceID and same bytes: kept once. Same instanceID and other bytes: refused.
    Outcome keep(const ReceivedSubmission &submission) const;

private:
    QString m_folder;
};

}  // namespace amparo::test
