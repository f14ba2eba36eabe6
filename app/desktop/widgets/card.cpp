#include "app/desktop/widgets/card.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace amparo::desktop {

Card::Card(QWidget *parent) : QFrame(parent)
{
    const int margin = fontMetrics().height() * 3 / 4;
    setContentsMargins(margin, margin, margin, margin);
}

void Card::setTone(std::optional<Tone> tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    applyTone();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette general = QApplication::palette();
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_tone ? toneColours(*m_tone, general).accent : lineColour(general));
    painter.setBrush(m_tone ? toneColours(*m_tone, general).background : general.color(QPalette::Base));
    painter.drawRoundedRect(area, 8, 8);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyTone();
}

// What stands on the card takes its text colour from the card's palette.
void Card::applyTone()
{
    m_applying = true;
    QPalette palette = QApplication::palette();
    if (m_tone) {
        const ToneColours colours = toneColours(*m_tone, palette);
        palette.setColor(QPalette::WindowText, colours.text);
        palette.setColor(QPalette::Text, colours.text);
        palette.setColor(QPalette::PlaceholderText, colours.text);
        palette.setColor(QPalette::Window, colours.background);
    }
    setPalette(palette);
    m_applying = false;
    update();
}

Card *inCard(QWidget *part, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(part);
    return card;
}

}  // namespace amparo::desktop
