#include "app/desktop/post_encounters.h"

namespace amparo::desktop {

PostEncounters::PostEncounters(app::Post &post) : m_post(post) {}

void PostEncounters::lookUp(ScreeningId draft, const QList<record::Link> &links, Done done)
{
    m_post.store().run(
        this, [draft, links](store::Store &store) { return store.encounters().lookUp(draft, links); },
        std::move(done));
}

}  // namespace amparo::desktop
