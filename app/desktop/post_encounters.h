#pragma once

#include "app/desktop/screening/encounter_source.h"
#include "app/post.h"

#include <QObject>

namespace amparo::desktop {

/// Looks encounters up in the open post's store. Thread: the post's.
class PostEncounters final : public QObject, public EncounterSource {
    Q_OBJECT

public:
    explicit PostEncounters(app::Post &post);  // borrowed

    void lookUp(ScreeningId draft, const QList<record::Link> &links, Done done) override;

private:
    app::Post &m_post;
};

}  // namespace amparo::desktop
