#pragma once

#include "record/encounter.h"

#include <QString>

namespace amparo::desktop {

/// When, where, what was decided, and why it may be the same person.
QString encounterText(const record::EarlierEncounter &encounter);

/// What the record has in common with others, in words that blame nobody.
QString sharedAnswerText(const record::SharedAnswer &shared);

}  // namespace amparo::desktop
