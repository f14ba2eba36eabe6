#include "app/desktop/cards/card_view.h"

#include "app/desktop/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace amparo::desktop {

namespace {

constexpr double longestLine = 36;  // times the text's size: eyes find the next line's beginning

}  // namespace

CardView::CardView(QWidget *parent) : QWidget(parent), m_textSize(fontMetrics().height())
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void CardView::setCard(const reference::FilledCard &card)
{
    m_card = card;
    setAccessibleDescription(reference::plainText(card));
    layOut();
}

void CardView::clear()
{
    m_card.reset();
    setAccessibleDescription({});
    layOut();
}

void CardView::setTextSize(int pixels)
{
    m_textSize = pixels;
    layOut();
}

double CardView::columnWidth() const
{
    return std::max(1.0, std::min(width() - 2 * margin(), longestLine * m_textSize));
}

void CardView::layOut()
{
    m_layout.reset();
    if (m_card)
        m_layout.emplace(*m_card, columnWidth(), m_textSize);
    setMinimumHeight(m_layout ? int(m_layout->height() + 2 * margin()) : 0);
    update();
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void CardView::paintEvent(QPaintEvent *)
{
    if (!m_layout)
        return;
    QPainter painter(this);
    const leaflet::CardColours colours{palette().color(QPalette::Text), secondaryText(palette()),
                                       palette().color(QPalette::Link), lineColour(palette())};
    m_layout->paint(painter, {(width() - columnWidth()) / 2, margin()}, colours);
}

}  // namespace amparo::desktop
