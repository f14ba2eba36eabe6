#include "app/desktop/widgets/privacy_cover.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

PrivacyCover::PrivacyCover(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_return(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_return, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_return);
    connect(m_return, &QPushButton::clicked, this, &PrivacyCover::returnRequested);
    retranslate();
}

void PrivacyCover::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Neutral on purpose: a companion who reads it learns nothing.
void PrivacyCover::retranslate()
{
    m_text->setText(tr("Paused"));
    m_return->setText(tr("Continue (F9)"));
    m_return->setAccessibleName(tr("Continue"));
}

}  // namespace amparo::desktop
