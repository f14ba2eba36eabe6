#pragma once

#include "app/post.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace amparo::desktop {

class DeedDialog;
class Finding;
class WorkProgress;

/// Backups (security design, D6): how they stand, one at once, whether one can be restored; for
/// administrators also the schedule.
class BackupsSection : public QWidget {
    Q_OBJECT

public:
    explicit BackupsSection(app::Post &post, QWidget *parent = nullptr);  // borrowed

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Standing {
        store::BackupStatus status;
        bool isManaged = false;  ///< the schedule is set from outside the post
    };

    void layOut();
    void connectParts();
    void retranslate();
    bool hasSchedule() const;
    void reload();
    void showContent();
    void showState();
    void showStep(const app::Upkeep::BackupStep &step);
    void backUpNow();
    void roundEnded(const app::UpkeepStatus &status);
    void ask(DeedDialog *dialog);

    app::Post &m_post;
    std::optional<Standing> m_standing;  ///< nullopt: not read yet
    bool m_isAsked = false;              ///< the round on its way was asked for here
    Finding *m_state;
    QLabel *m_listLabel;
    QListWidget *m_list;
    QPushButton *m_now;
    QPushButton *m_drill;
    QPushButton *m_schedule;
    QLabel *m_managed;  ///< why nobody here sets the schedule
    WorkProgress *m_progress;
    Finding *m_outcome;
};

}  // namespace amparo::desktop
