#pragma once

#include "record/interview_form.h"

namespace amparo::desktop {

/// What F1 tells of a questionnaire.
const char *questionnaireTopic(record::Purpose purpose);

}  // namespace amparo::desktop
