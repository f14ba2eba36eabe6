#pragma once

#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

class QComboBox;
class QLineEdit;

namespace amparo::desktop {

// What is done about all records of one person. The post is borrowed.

class EraseDialog : public DeedDialog {
    Q_OBJECT

public:
    EraseDialog(app::Post &post, ScreeningId record, QWidget *parent);

private:
    void act() override;
    void erase(record::ErasureReason reason, store::Approval approval);

    app::Post &m_post;
    ScreeningId m_record;
    QComboBox *m_reason;
};

class HoldDialog : public DeedDialog {
    Q_OBJECT

public:
    HoldDialog(app::Post &post, ScreeningId record, QWidget *parent);

private:
    void act() override;
    void answered(const Result<> &held);

    app::Post &m_post;
    ScreeningId m_record;
    QLineEdit *m_reference;
};

class ReleaseDialog : public DeedDialog {
    Q_OBJECT

public:
    ReleaseDialog(app::Post &post, ScreeningId record, const QStringList &references, QWidget *parent);

private:
    void act() override;
    void release(const QString &reference, store::Approval approval);

    app::Post &m_post;
    ScreeningId m_record;
    QComboBox *m_reference;
};

}  // namespace amparo::desktop
