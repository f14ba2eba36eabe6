#include "app/desktop/post_drafts.h"

#include <utility>

namespace amparo::desktop {

namespace {

Result<> keepDraft(store::Store &store, const store::UnsavedDraft &draft)
{
    const Result<> saved = store.screenings().saveDraft(draft.screening, draft.answers);
    return saved || saved.error().code != ErrorCode::NotFound
               ? saved
               : store.screenings().create(draft.screening, draft.answers);
}

/// A later try may do: neither is it final, nor somebody else's.
bool canWait(const Error &error)
{
    return error.code != ErrorCode::Conflict && error.code != ErrorCode::Denied;
}

}  // namespace

PostDrafts::PostDrafts(app::Post &post) : m_post(post) {}

void PostDrafts::save(const store::UnsavedDraft &draft, Done done)
{
    m_post.store().run(
        this, [draft](store::Store &store) { return keepDraft(store, draft); },
        [this, done = std::move(done)](const Result<> &saved) {
            if (!saved)
                m_post.lookAtHealth();  // the bar says what ails it
            done(saved);
        });
}

void PostDrafts::saveLast(const store::UnsavedDraft &draft)
{
    m_post.store().run(
        this,
        [draft, left = m_left](store::Store &store) -> Result<> {
            const Result<> saved = keepDraft(store, draft);
            if (saved || !canWait(saved.error()))
                return saved;
            return store.sealDraft(draft).map(
                [&](const store::SealedDraft &sealed) { left->append(sealed); });
        },
        [](const Result<> &) {});
}

void PostDrafts::finalise(const record::FinalRecord &record, Done done)
{
    m_post.change(
        this,
        [record](store::Store &store) {
            return store.screenings().finalise(record.screening, record.submission.xml, record.files,
                                               record.links);
        },
        std::move(done));
}

void PostDrafts::discard(ScreeningId id, record::DiscardReason reason, int signs, Done done)
{
    m_post.change(
        this,
        [id, reason, signs](store::Store &store) -> Result<> {
            const Result<> discarded = store.screenings().discard(id, reason, signs);
            if (!discarded && discarded.error().code == ErrorCode::NotFound)
                return {};
            return discarded;
        },
        std::move(done));
}

}  // namespace amparo::desktop
