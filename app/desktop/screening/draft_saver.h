#pragma once

#include "base/result.h"
#include "record/interview.h"
#include "store/sealed_draft.h"

#include <functional>

namespace amparo::desktop {

/// Where the page's records go: the post's store, a list in a test.
///
/// No function waits for a disk: `done` is called later, in the GUI thread, once for each call. Calls
/// are carried out in their order.
class DraftSaver {
public:
    using Done = std::function<void(Result<>)>;

    virtual ~DraftSaver() = default;

    virtual void save(const store::UnsavedDraft &draft, Done done) = 0;
    /// The last of a draft, from a page that goes: nobody hears how it ends. What cannot be saved is held for
    /// its officer, where there is a place for that; a record that has become final meanwhile is none.
    virtual void saveLast(const store::UnsavedDraft &draft) = 0;
    virtual void finalise(const record::FinalRecord &record, Done done) = 0;
    /// Forgets it; one that was never saved is forgotten already. `signs`: how many indicators fired in it.
    virtual void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) = 0;
};

}  // namespace amparo::desktop
