#pragma once

#include "app/desktop/sign_in/new_passphrase.h"
#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

class QComboBox;
class QLineEdit;

namespace amparo::desktop {

// What an administrator does with accounts. The post is borrowed.

class AddOfficerDialog : public DeedDialog {
    Q_OBJECT

public:
    AddOfficerDialog(app::Post &post, QWidget *parent);

private:
    void act() override;
    void answered(const record::Officer &officer, const Result<> &added);

    app::Post &m_post;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QComboBox *m_role;
    std::optional<NewPassphrase> m_passphrase;
};

/// For somebody who has forgotten theirs or was suspended.
class GivePassphraseDialog : public DeedDialog {
    Q_OBJECT

public:
    GivePassphraseDialog(app::Post &post, const store::OfficerAccount &account, QWidget *parent);

private:
    void act() override;

    app::Post &m_post;
    record::Officer m_officer;
    std::optional<NewPassphrase> m_passphrase;
};

class ChangeRoleDialog : public DeedDialog {
    Q_OBJECT

public:
    ChangeRoleDialog(app::Post &post, const record::Officer &officer, QWidget *parent);

private:
    void act() override;

    app::Post &m_post;
    record::Officer m_officer;
    QComboBox *m_role;
};

/// Suspending and removing: what stays, and that the store's key should be changed afterwards (security
/// design, K8).
class EndAccountDialog : public DeedDialog {
    Q_OBJECT

public:
    enum class Deed { Suspend, Remove };
    EndAccountDialog(app::Post &post, const record::Officer &officer, Deed deed, QWidget *parent);

private:
    void act() override;

    app::Post &m_post;
    record::Officer m_officer;
    Deed m_deed;
};

}  // namespace amparo::desktop
