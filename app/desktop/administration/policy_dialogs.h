#pragma once

#include "app/desktop/administration/policies.h"
#include "app/desktop/approval/policy_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace amparo::desktop {

class LockTimeDialog : public PolicyDialog {
    Q_OBJECT

public:
    LockTimeDialog(app::Post &post, std::chrono::minutes now, QWidget *parent);

private:
    void act() override;

    QSpinBox *m_minutes;
};

class PinPolicyDialog : public PolicyDialog {
    Q_OBJECT

public:
    PinPolicyDialog(app::Post &post, bool now, QWidget *parent);

private:
    void act() override;

    QCheckBox *m_allowed;
};

/// The terms of all forms and of single ones; those that are changed stay until the dialog's deed.
class RetentionDialog : public PolicyDialog {
    Q_OBJECT

public:
    RetentionDialog(app::Post &post, record::RetentionPolicy now, QWidget *parent);

private:
    void act() override;
    void showForm();
    void noteChange();
    QString form() const;  ///< empty: all forms

    record::RetentionPolicy m_policy;
    QComboBox *m_form;
    QCheckBox *m_own;
    QSpinBox *m_draft;
    QSpinBox *m_acknowledged;
};

class ServerDialog : public PolicyDialog {
    Q_OBJECT

public:
    ServerDialog(app::Post &post, const std::optional<ShownServer> &now, QWidget *parent);

private:
    void act() override;

    QLineEdit *m_address;
    QComboBox *m_protocol;
    QLineEdit *m_user;
    QLineEdit *m_password;
};

}  // namespace amparo::desktop
