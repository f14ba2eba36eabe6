#pragma once

#include "reference/filled_card.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace amparo::desktop {

class CardView;

/// A card over the whole screen, for a traveller to read from the other side of the counter.
///
/// Keys: + and - the text's size, 0 its first size, arrows, Page Up and Page Down, Space the place, Esc
/// closes. A click on the buttons below does the same. It deletes itself when it is closed.
class CardScreen : public QWidget {
    Q_OBJECT

public:
    static constexpr int smallestText = 14;  ///< pixels
    static constexpr int largestText = 160;

    CardScreen(const reference::FilledCard &card, QWidget *parent);

    int textSize() const;

Q_SIGNALS:
    void hideRequested();  ///< somebody looks: the privacy key for who has no keyboard at hand

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void setTextSize(int pixels);
    void scroll(int pages, int lines);

    bool m_isRightToLeft;
    QScrollArea *m_area;
    CardView *m_view;
    QPushButton *m_smaller;
    QPushButton *m_larger;
    QPushButton *m_hide;
    QPushButton *m_close;
};

}  // namespace amparo::desktop
