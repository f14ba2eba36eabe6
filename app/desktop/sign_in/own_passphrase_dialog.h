#pragma once

#include "app/desktop/sign_in/new_passphrase.h"
#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

class QLineEdit;

namespace amparo::desktop {

/// Where whoever is signed in changes their own passphrase, with the one before. A wrong one is counted like
/// at the sign-in page (security design, A3).
class OwnPassphraseDialog : public DeedDialog {
    Q_OBJECT

public:
    OwnPassphraseDialog(app::Post &post, QWidget *parent);  // the post is borrowed

private:
    void act() override;

    app::Post &m_post;
    QLineEdit *m_current;
    std::optional<NewPassphrase> m_next;
};

}  // namespace amparo::desktop
