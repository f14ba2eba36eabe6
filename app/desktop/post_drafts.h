#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "app/post.h"

#include <QObject>

namespace amparo::desktop {

/// Keeps drafts and final records in the open post's store. Thread: the post's.
class PostDrafts final : public QObject, public DraftSaver {
    Q_OBJECT

public:
    explicit PostDrafts(app::Post &post);  // borrowed

    void save(const record::Screening &screening, const QByteArray &answers, Done done) override;
    void finalise(const record::FinalRecord &record, Done done) override;
    void discard(ScreeningId id, record::DiscardReason reason, int signs, Done done) override;

private:
    app::Post &m_post;
};

}  // namespace amparo::desktop
