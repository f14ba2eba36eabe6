#include "app/desktop/widgets/work_progress.h"

#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

WorkProgress::WorkProgress(QWidget *parent)
    : QWidget(parent),
      m_sentence(wrappedLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space(fontMetrics(), 1));
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sentence);
    column->addLayout(row);
    connect(m_stop, &QPushButton::clicked, this, &WorkProgress::stopRequested);
    retranslate();
    hide();
}

void WorkProgress::tell(const QString &sentence, std::optional<double> done, Stop stop)
{
    m_sentence->setText(sentence);
    m_bar->setRange(0, done ? 100 : 0);
    m_bar->setValue(done ? int(*done * 100) : 0);
    m_bar->setAccessibleDescription(sentence);
    m_stop->setEnabled(stop == Stop::Possible);
    show();
}

void WorkProgress::end() { hide(); }

void WorkProgress::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorkProgress::retranslate()
{
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setText(tr("S&top"));
    m_stop->setAccessibleName(tr("Stop"));
}

}  // namespace amparo::desktop
