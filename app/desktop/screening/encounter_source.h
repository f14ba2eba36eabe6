#pragma once

#include "base/result.h"
#include "record/encounter.h"

#include <functional>

namespace amparo::desktop {

/// Where earlier encounters are looked up: the post's store, a list in a test.
///
/// It waits for no disk: `done` is called later, in the GUI thread, once for each call.
class EncounterSource {
public:
    using Done = std::function<void(Result<record::EncounterReport>)>;

    virtual ~EncounterSource() = default;

    /// For a draft that has been saved as it stands.
    virtual void lookUp(ScreeningId draft, const QList<record::Link> &links, Done done) = 0;
};

}  // namespace amparo::desktop
