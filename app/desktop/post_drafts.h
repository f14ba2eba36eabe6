#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "app/post.h"

#include <QObject>

namespace amparo::desktop {

class LockedSessions;

/// Keeps drafts and final records in the open post's store. Thread: the post's.
class PostDrafts final : public QObject, public DraftSaver {
    Q_OBJECT

public:
    explicit PostDrafts(app::Post &post);  // borrowed

    /// Where drafts wait that the store has not taken when the page goes; without it they are lost. Borrowed,
    /// and outlives the post.
    void holdIn(LockedSessions &sessions) { m_sessions = &sessions; }

    void save(const store::UnsavedDraft &draft, Done done) override;
    void saveLast(const store::UnsavedDraft &draft) override;
    void finalise(const record::FinalRecord &record, Done done) override;
    void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) override;

private:
    app::Post &m_post;
    LockedSessions *m_sessions = nullptr;
};

}  // namespace amparo::desktop
