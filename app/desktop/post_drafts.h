#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "app/post.h"

#include <QObject>

#include <memory>

namespace amparo::desktop {

/// Keeps drafts and final records in the open post's store. Thread: the post's.
class PostDrafts final : public QObject, public DraftSaver {
    Q_OBJECT

public:
    explicit PostDrafts(app::Post &post);  // borrowed

    /// What the store has not taken of saveLast(): whole once the post is closed.
    using Left = std::shared_ptr<QList<store::SealedDraft>>;
    const Left &left() const { return m_left; }

    void save(const store::UnsavedDraft &draft, Done done) override;
    void saveLast(const store::UnsavedDraft &draft) override;
    void finalise(const record::FinalRecord &record, Done done) override;
    void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) override;

private:
    app::Post &m_post;
    const Left m_left = std::make_shared<QList<store::SealedDraft>>();  ///< in the store's thread alone
};

}  // namespace amparo::desktop
