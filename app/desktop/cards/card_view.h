#pragma once

#include "leaflet/card_layout.h"

#include <QWidget>

namespace amparo::desktop {

/// A filled card as the traveller reads it, as high as its text needs at the width that it is given; for a
/// scroll area. Screen readers hear its sentences.
class CardView : public QWidget {
    Q_OBJECT

public:
    explicit CardView(QWidget *parent = nullptr);

    void setCard(const reference::FilledCard &card);
    void clear();
    void setTextSize(int pixels);
    int textSize() const { return m_textSize; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    double margin() const { return m_textSize * 1.2; }
    double columnWidth() const;
    void layOut();

    std::optional<reference::FilledCard> m_card;
    std::optional<leaflet::CardLayout> m_layout;
    int m_textSize;
};

}  // namespace amparo::desktop
