#include "app/desktop/training/sandbox.h"

#include <utility>

namespace amparo::desktop {

void Sandbox::save(const store::UnsavedDraft &, Done done) { answerLater(std::move(done)); }

void Sandbox::finalise(const record::FinalRecord &record, Done done)
{
    Q_ASSERT(record.screening.verdict);  // no interview becomes final without one
    Q_EMIT finalised(record.screening.verdict->decision);
    answerLater(std::move(done));
}

void Sandbox::discard(ScreeningId, record::DiscardReason, int, Done done) { answerLater(std::move(done)); }

void Sandbox::answerLater(Done done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

}  // namespace amparo::desktop
