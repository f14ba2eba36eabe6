#include "app/desktop/widgets/finding.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace amparo::desktop {

namespace {

Sign usualSign(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Sign::Information;
    case Tone::Good:
        return Sign::Done;
    case Tone::Caution:
    case Tone::Warning:
        return Sign::Caution;
    case Tone::Danger:
        return Sign::Urgent;
    }
    Q_UNREACHABLE();
}

}  // namespace

Finding::Finding(QWidget *parent) : QWidget(parent), m_sign(new QLabel(this)), m_text(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space(fontMetrics(), 1));
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void Finding::say(Tone tone, const QString &sentence) { say(tone, usualSign(tone), sentence); }

void Finding::say(Tone tone, Sign sign, const QString &sentence)
{
    m_tone = tone;
    m_drawn = sign;
    m_text->setText(sentence);
    setAccessibleName(sentence);
    paintSign();
    setVisible(!sentence.isEmpty());
}

QString Finding::sentence() const { return m_text->text(); }

void Finding::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void Finding::paintSign() { showSign(m_sign, m_drawn, toneColours(m_tone, QApplication::palette()).accent); }

}  // namespace amparo::desktop
