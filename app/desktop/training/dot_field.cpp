#include "app/desktop/training/dot_field.h"

#include "app/desktop/widgets/theme.h"

#include <QPainter>

namespace amparo::desktop {

namespace {

constexpr int dotColumns = 40;

}  // namespace

DotField::DotField(const training::BaseRate &rate, QWidget *parent) : QWidget(parent), m_rate(rate)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize DotField::sizeHint() const
{
    const int step = fontMetrics().height() / 2;
    return {dotColumns * step, (m_rate.people + dotColumns - 1) / dotColumns * step};
}

void DotField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal step = std::min(width() / qreal(dotColumns), fontMetrics().height() / 2.0);
    const ToneColours right = toneColours(Tone::Danger, palette());
    const ToneColours wrong = toneColours(Tone::Caution, palette());
    for (int person = 0; person < m_rate.people; ++person) {
        const QPointF centre((person % dotColumns + 0.5) * step, (person / dotColumns + 0.5) * step);
        painter.setPen(Qt::NoPen);
        painter.setBrush(lineColour(palette()));
        qreal radius = step * 0.16;
        if (person < m_rate.rightlyFlagged()) {
            painter.setBrush(right.accent);
            radius = step * 0.42;
        } else if (person < m_rate.flagged()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(wrong.accent, step * 0.14));
            radius = step * 0.34;
        }
        painter.drawEllipse(centre, radius, radius);
    }
}

}  // namespace amparo::desktop
