#pragma once

#include "reference/filled_card.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace amparo::desktop {

class CardView;
class PrivacyCover;

/// A card over the whole screen, for a traveller to read from the other side of the counter.
///
/// Keys: + and - the text's size, 0 its first size, arrows, Page Up and Page Down, Space the place, F9 covers
/// it at once, Esc closes. A click on the buttons below does the same. It deletes itself when it is closed.
class CardScreen : public QWidget {
    Q_OBJECT

public:
    static constexpr int smallestText = 14;  ///< pixels
    static constexpr int largestText = 160;

    CardScreen(const reference::FilledCard &card, QWidget *parent);

    int textSize() const;
    bool isCovered() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void setTextSize(int pixels);
    void scroll(int pages, int lines);
    void setCovered(bool covered);

    bool m_isRightToLeft;
    QStackedWidget *m_stack;
    QWidget *m_content;
    QScrollArea *m_area;
    CardView *m_view;
    PrivacyCover *m_cover;
    QPushButton *m_smaller;
    QPushButton *m_larger;
    QPushButton *m_hide;
    QPushButton *m_close;
};

}  // namespace amparo::desktop
