#pragma once

#include "app/desktop/widgets/theme.h"
#include "traveller/mrz.h"

#include <QList>
#include <QString>

namespace amparo::desktop {

/// What an officer should look at, in a sentence.
struct DocumentFinding {
    Tone tone = Tone::Neutral;
    QString sentence;

    bool operator==(const DocumentFinding &) const = default;
};

/// The findings of a machine readable zone, the grave ones first: check digits that disagree, characters that
/// were set right, dates and codes that cannot be. Findings, not accusations: a worn page reads badly.
QList<DocumentFinding> findingsOf(const traveller::Mrz &mrz, QDate today);

}  // namespace amparo::desktop
