#pragma once

#include "app/desktop/approval/policy_dialog.h"
#include "app/post.h"

class QLineEdit;
class QSpinBox;

namespace amparo::desktop {

/// Where backups go by themselves, how often, and how long they stay. Another schedule than was set before
/// takes a second person.
class BackupScheduleDialog : public PolicyDialog {
    Q_OBJECT

public:
    BackupScheduleDialog(app::Post &post, const std::optional<store::BackupSchedule> &before,
                         QWidget *parent);

private:
    void act() override;
    QString trouble(const Error &error) const override;
    void chooseFolder();

    QLineEdit *m_folder;
    QSpinBox *m_every;
    QSpinBox *m_keep;
    QSpinBox *m_keepFor;
};

/// Tries whether a backup can be restored, with the passphrase of who is signed in.
class BackupDrillDialog : public DeedDialog {
    Q_OBJECT

public:
    /// `folder` is what is offered; empty: none.
    BackupDrillDialog(app::Post &post, const QString &folder, QWidget *parent);

protected:
    void act() override;

private:
    void answered(const Result<store::BackupInfo> &info);

    app::Post &m_post;
    QLineEdit *m_folder;
    QLineEdit *m_passphrase;
};

}  // namespace amparo::desktop
