#pragma once

#include "app/post.h"

#include <QWidget>

namespace amparo::desktop {

class Finding;

/// What somebody should do about the store, each notice to whom it concerns, with what to do: it was set back
/// or comes from another computer, its key should be changed, a backup failed or is overdue, terms could not
/// be kept. Nothing where all is well. Damage and a full disk stand in the bar, on every page.
class StoreNotices : public QWidget {
    Q_OBJECT

public:
    explicit StoreNotices(app::Post &post, QWidget *parent = nullptr);  // borrowed

    void reload();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Content {
        std::optional<store::Beginning> beginning;
        bool isKeyChangeAdvised = false;
        std::optional<store::BackupStatus> backups;
    };
    static Content read(store::Store &store);

    void showContent();
    QString pastSentence() const;
    QString backupSentence() const;

    app::Post &m_post;
    Content m_content;
    Finding *m_past;
    Finding *m_key;
    Finding *m_backup;
    Finding *m_terms;
};

}  // namespace amparo::desktop
