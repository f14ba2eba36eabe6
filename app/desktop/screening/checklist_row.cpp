#include "app/desktop/screening/checklist_row.h"

#include "app/desktop/screening/checklist_answer.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace amparo::desktop {

ChecklistRow::ChecklistRow(QWidget *parent)
    : FormRow(parent),
      m_key(new QLabel(this)),
      m_label(new QLabel(this)),
      m_own(smallPrint(this)),
      m_buttonRow(new QHBoxLayout),
      m_problem(new Finding(this))
{
    const int gap = space(fontMetrics(), 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_key);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_label);
    words->addWidget(m_own);
    line->addLayout(words, 1);
    line->addLayout(m_buttonRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap / 3, gap, gap / 3);
    column->addLayout(line);
    column->addWidget(m_problem);
    m_buttonRow->setSpacing(gap / 2);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_key->setAlignment(Qt::AlignCenter);
    m_key->setFixedWidth(fontMetrics().height() * 3 / 2);
    m_key->setForegroundRole(QPalette::PlaceholderText);
    setFocusPolicy(Qt::StrongFocus);
}

void ChecklistRow::present(const Question &question)
{
    const bool otherChoices =
        question.choices != m_question.choices || question.ownChoices != m_question.ownChoices;
    const bool otherAnswer = question.item.value != m_question.item.value;
    m_question = question;
    m_key->setText(question.key);
    //: %1 is a question that must be answered
    m_label->setText(question.item.required ? tr("%1 (required)").arg(question.item.label)
                                            : question.item.label);
    m_label->setToolTip(tipText(question.ownHint.isEmpty() ? question.item.hint : question.ownHint));
    showSmallPrint(m_own, question.ownLabel);
    setAccessibleName(question.item.label);
    if (otherChoices)
        rebuild();
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(m_question.choices[i].value == m_question.item.value);
    QFont font = m_label->font();
    font.setBold(question.item.value == QLatin1String("yes"));
    m_label->setFont(font);
    complain(question.item.constraintMessage);
    if (otherAnswer)
        announce();
}

void ChecklistRow::complain(const QString &sentence) { m_problem->say(Tone::Danger, sentence); }

void ChecklistRow::toggle() { Q_EMIT answered(toggled(m_question.item.value, m_question.choices)); }

void ChecklistRow::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier) {
        FormRow::keyPressEvent(event);
        return;
    }
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        Q_EMIT stepped(-1);
        return;
    case Qt::Key_Down:
        Q_EMIT stepped(1);
        return;
    case Qt::Key_Left:
        shift(-forward);
        return;
    case Qt::Key_Right:
        shift(forward);
        return;
    case Qt::Key_Space:
        toggle();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT finished();
        return;
    default:
        break;
    }
    // An item whose own key is a letter of Y, N, U goes before: the key is printed beside it.
    if (event->text().size() == 1 && event->text().toUpper() != m_question.key) {
        if (const auto value = answerFor(event->text()[0], m_question.choices)) {
            Q_EMIT answered(*value);
            return;
        }
    }
    FormRow::keyPressEvent(event);
}

void ChecklistRow::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    FormRow::mousePressEvent(event);
}

void ChecklistRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_question.item.value == QLatin1String("yes")) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColours(Tone::Caution, palette()).background);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    painter.setPen(lineColour(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const QRectF key(m_key->geometry());
    if (!m_question.key.isEmpty()) {
        const qreal side = fontMetrics().height() * 1.5;
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(QRectF(key.center() - QPointF(side / 2, side / 2), QSizeF(side, side)), 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void ChecklistRow::focusInEvent(QFocusEvent *event)
{
    FormRow::focusInEvent(event);
    update();
}

void ChecklistRow::focusOutEvent(QFocusEvent *event)
{
    FormRow::focusOutEvent(event);
    update();
}

void ChecklistRow::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (qsizetype i = 0; i < m_question.choices.size(); ++i) {
        const form::Choice &choice = m_question.choices[i];
        const QString own = m_question.ownChoices.value(i);
        const QString words = own.isEmpty() ? choice.label : choice.label + QLatin1Char('\n') + own;
        auto *button = new QPushButton(buttonText(words), this);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        //: %1 is an item of a checklist, %2 an answer
        button->setAccessibleName(tr("%1: %2").arg(m_question.item.label, choice.label));
        connect(button, &QPushButton::clicked, this, [this, button, value = choice.value] {
            button->setChecked(true);
            setFocus(Qt::MouseFocusReason);
            Q_EMIT answered(value);
        });
        m_buttons.append(button);
        m_buttonRow->addWidget(button);
    }
}

int ChecklistRow::answerIndex() const
{
    for (int i = 0; i < m_question.choices.size(); ++i) {
        if (m_question.choices[i].value == m_question.item.value)
            return i;
    }
    return -1;
}

void ChecklistRow::shift(int choices)
{
    const int now = answerIndex();
    const int next = now < 0 ? 0 : now + choices;
    if (next >= 0 && next < m_question.choices.size())
        Q_EMIT answered(m_question.choices[next].value);
}

// A screen reader says the answer when it changes under the focus.
void ChecklistRow::announce()
{
    const int answer = answerIndex();
    setAccessibleDescription(answer < 0 ? QString() : m_question.choices[answer].label);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

}  // namespace amparo::desktop
