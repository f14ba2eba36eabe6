#pragma once

#include "app/post.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// Where an officer chooses a PIN for the open shift, typed twice.
class PinDialog : public QDialog {
    Q_OBJECT

public:
    PinDialog(app::Post &post, QWidget *parent);  // the post is borrowed

Q_SIGNALS:
    void pinSet(amparo::store::QuickUnlock *quick);  ///< the receiver owns it

private:
    void set();
    void answered(Result<store::QuickUnlock> quick);

    app::Post &m_post;
    QLineEdit *m_pin;
    QLineEdit *m_again;
    Finding *m_message;
    QPushButton *m_set;
};

}  // namespace amparo::desktop
