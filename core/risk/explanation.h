#pragma once

#include "risk/assessment.h"

#include <QString>
#include <QStringList>

namespace amparo::risk {

/// The keys of the sentences that a model file must bring, since the texts of a result travel with the model.
///
/// Their places: "model" name, version, status · "not_known" how many, of how many · "dimension" label,
/// strong, medium, weak, verdict · "track" title, result · "other_profile" profile, result. The rest have
/// none. The names of the four clauses (clauseName()) and "none" are the verdicts on a dimension.
const QStringList &phraseKeys();

/// A result as plain text, for the submission and the officer: band, action, why, what was recorded, what is
/// not known, and what the result is not. One fact a line. `language` is a BCP 47 tag; labels are in the
/// form's.
QString explanation(const Assessment &assessment, const QString &language);

}  // namespace amparo::risk
