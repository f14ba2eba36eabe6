#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace amparo::desktop {

/// What stands before the page while somebody else could see the screen: nothing that tells what it is about.
class PrivacyCover : public QWidget {
    Q_OBJECT

public:
    explicit PrivacyCover(QWidget *parent = nullptr);

Q_SIGNALS:
    void returnRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QPushButton *m_return;
};

}  // namespace amparo::desktop
