#include "app/desktop/help/questionnaire_topic.h"

namespace amparo::desktop {

const char *questionnaireTopic(record::Purpose purpose)
{
    using record::Purpose;
    switch (purpose) {
    case Purpose::Minors:
        return "children";
    case Purpose::Primary:
    case Purpose::Documents:
    case Purpose::Vehicle:
        return "screening";
    case Purpose::Second:
    case Purpose::Smuggling:
    case Purpose::Protection:
    case Purpose::Handover:
        return "second-line";
    }
    Q_UNREACHABLE();
}

}  // namespace amparo::desktop
