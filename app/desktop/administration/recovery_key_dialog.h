#pragma once

#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

namespace amparo::desktop {

/// A public key in groups that two people can compare on the telephone.
QString fingerprintText(const QByteArray &publicKey);

/// Whether the key that was read is headquarters': who has its other half opens the store.
class RecoveryKeyDialog : public DeedDialog {
    Q_OBJECT

public:
    RecoveryKeyDialog(app::Post &post, const QByteArray &publicKey, QWidget *parent);

protected:
    void act() override;

private:
    app::Post &m_post;
    QByteArray m_publicKey;
};

}  // namespace amparo::desktop
