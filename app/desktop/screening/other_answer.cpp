#include "app/desktop/screening/other_answer.h"

#include "app/desktop/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace amparo::desktop {

RangeAnswer::RangeAnswer(const Question &question, QWidget *parent)
    : AnswerControl(parent),
      m_range(question.item.range.value_or(form::Range{})),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_shown(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_slider, 1);
    row->addWidget(m_shown);
    setFocusProxy(m_slider);
    m_slider->setMinimumHeight(touchSize(fontMetrics()));
    m_slider->setFocusPolicy(Qt::StrongFocus);  // no wheel: scrolling the page must not change an answer
    const double steps = m_range.step != 0 ? std::abs((m_range.end - m_range.start) / m_range.step) : 1;
    m_slider->setRange(0, int(std::clamp(std::round(steps), 1.0, 10'000.0)));
    m_shown->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        showValue(true);
        Q_EMIT answered(QString::number(valueAt(step)));
    });
}

void RangeAnswer::present(const Question &question)
{
    m_slider->setAccessibleName(question.item.label);
    const double share = (question.item.value.toDouble() - m_range.start) / (m_range.end - m_range.start);
    const QSignalBlocker quiet(m_slider);  // only a person's move is an answer
    m_slider->setValue(
        question.item.answered && std::isfinite(share) ? int(std::round(share * m_slider->maximum())) : 0);
    showValue(question.item.answered);
}

double RangeAnswer::valueAt(int step) const
{
    return m_range.start + (m_range.end - m_range.start) * step / m_slider->maximum();
}

void RangeAnswer::showValue(bool answered)
{
    m_shown->setText(answered ? locale().toString(valueAt(m_slider->value())) : QStringLiteral("–"));
}

AcknowledgeAnswer::AcknowledgeAnswer(QWidget *parent) : AnswerControl(parent), m_box(new QCheckBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this,
            [this](bool checked) { Q_EMIT answered(checked ? QStringLiteral("OK") : QString()); });
}

void AcknowledgeAnswer::present(const Question &question)
{
    m_box->setText(tr("Done"));
    m_box->setAccessibleName(question.item.label);
    m_box->setChecked(question.item.answered);
}

UnsupportedAnswer::UnsupportedAnswer(QWidget *parent) : AnswerControl(parent), m_text(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    m_text->setWordWrap(true);
    m_text->setEnabled(false);
}

void UnsupportedAnswer::present(const Question &question)
{
    setAccessibleName(question.item.label);
    m_text->setText(tr("This kind of question cannot be answered here."));
}

}  // namespace amparo::desktop
