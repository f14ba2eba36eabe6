#pragma once

#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

#include <functional>

class QLineEdit;

namespace amparo::desktop {

/// Asks a second person, at the same keyboard, for their yes to a deed (security design, A6): says who wants
/// what, who may agree, and hands on what Store::approve() gives. Whoever asked keeps what was typed there,
/// whatever becomes of it.
class SecondPersonDialog : public DeedDialog {
    Q_OBJECT

public:
    using Approved = std::function<void(store::Approval)>;

    /// `what` is the deed in a sentence or two, as the second person should read it. The post is borrowed.
    /// `approved` is called in the thread of the window, once, before the dialog closes.
    SecondPersonDialog(app::Post &post, record::Permission permission, const QString &what, Approved approved,
                       QWidget *parent);

private:
    struct Answer;
    void act() override;
    void answered(Answer answer);

    app::Post &m_post;
    record::Permission m_permission;
    Approved m_approved;
    QLineEdit *m_login;
    QLineEdit *m_passphrase;
};

}  // namespace amparo::desktop
