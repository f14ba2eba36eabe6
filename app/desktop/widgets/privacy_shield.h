#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace amparo::desktop {

/// The privacy key, F9 (security design, A5): all that the program shows is gone at once, and back where one
/// was at the next F9.
///
/// It holds what a signed-in officer sees, and shows in its place nothing that tells what it is about. The
/// program's other windows go with it, dialogs and a card on the whole screen among them, and what would open
/// meanwhile waits. What is covered answers no key and no reader.
class PrivacyShield : public QWidget {
    Q_OBJECT

public:
    explicit PrivacyShield(QWidget *parent = nullptr);

    void setContent(QWidget *content);  ///< once; becomes a child

    bool isCovered() const;
    void setCovered(bool covered);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();
    void uncover();
    void hideOtherWindows();
    void retranslate();

    QStackedLayout *m_stack;
    QWidget *m_content = nullptr;
    QWidget *m_cover;
    QLabel *m_text;
    QPushButton *m_return;
    QPointer<QWidget> m_focusBefore;
    QList<QPointer<QWidget>> m_hidden;  ///< windows, in the order in which they come back
};

}  // namespace amparo::desktop
