#pragma once

#include "base/result.h"
#include "record/interview_form.h"
#include "record/screening.h"

#include <QByteArray>

namespace amparo::record {

/// What a station knows of a final record that the submission of not every form repeats, so that another
/// station of the post can list it, count it and find it again as its own does: traveller, times, advice with
/// its hits, verdict, and who has made it. Not the record itself: that is the submission, whose bytes nobody
/// changes.
struct CoveringNote {
    Screening screening;  ///< without id, shift, officer and state, which are the other station's to give
    QString officerLogin;
    QString officerName;

    bool operator==(const CoveringNote &) const = default;
};

QDebug operator<<(QDebug, const CoveringNote &) = delete;  // personal data does not compile into a log

constexpr qsizetype mostNoteBytes = 256 * 1024;

/// As JSON. Thread: any.
QByteArray toBytes(const CoveringNote &note);

/// Errors: InvalidInput for what no final record has, or is over a limit; TooNew. Thread: any.
[[nodiscard]] Result<CoveringNote> coveringNoteFromBytes(const QByteArray &bytes);

/// Whether note and submission are of one record: the same form, version and instance id, and the same line,
/// encounter, document and decision where the form has fields for them. What the form asks to encrypt for
/// headquarters cannot be compared, and the note is believed. Thread: any.
bool agrees(const CoveringNote &note, const QByteArray &submissionXml, const InterviewForm &form);

}  // namespace amparo::record
