#include "app/desktop/post_drafts.h"

namespace amparo::desktop {

PostDrafts::PostDrafts(app::Post &post) : m_post(post) {}

void PostDrafts::save(const record::Screening &screening, const QByteArray &answers, Done done)
{
    m_post.store().run(
        this,
        [screening, answers](store::Store &store) {
            const Result<> saved = store.screenings().saveDraft(screening, answers);
            return saved || saved.error().code != ErrorCode::NotFound
                       ? saved
                       : store.screenings().create(screening, answers);
        },
        std::move(done));
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
