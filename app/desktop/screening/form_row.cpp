#include "app/desktop/screening/form_row.h"

#include "app/desktop/screening/answer_control.h"
#include "app/desktop/screening/checklist_row.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

enum class Kind { Heading, Repeat, Checklist, Question };

Kind kindOf(const Question &question)
{
    switch (question.item.control) {
    case form::Control::Group:
        return Kind::Heading;
    case form::Control::Repeat:
        return Kind::Repeat;
    default:
        return isChecklistItem(question.item) ? Kind::Checklist : Kind::Question;
    }
}

QFont headingFont(const QFont &font, int depth) { return strong(font, depth == 0 ? 1.25 : 1.05); }

void weaken(QLabel *label) { label->setForegroundRole(QPalette::PlaceholderText); }

/// A label with the officer's own words below it.
QVBoxLayout *above(QLabel *label, QLabel *own)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(label);
    column->addWidget(own);
    return column;
}

}  // namespace

HeadingRow::HeadingRow(QWidget *parent)
    : FormRow(parent),
      m_label(wrappedLabel(this)),
      m_own(smallPrint(this)),
      m_remove(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, space(fontMetrics(), 2), 0, space(fontMetrics(), 1));
    row->addLayout(above(m_label, m_own), 1);
    row->addWidget(m_remove);
    connect(m_remove, &QPushButton::clicked, this, &FormRow::removeRequested);
}

void HeadingRow::present(const Question &question)
{
    m_label->setFont(headingFont(font(), question.item.depth));
    m_label->setText(question.item.label);
    showSmallPrint(m_own, question.ownLabel);
    setAccessibleName(question.item.label);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove: %1").arg(officersLabel(question)));
    m_remove->setVisible(question.item.canRemove);
    setVisible(!question.item.label.isEmpty() || question.item.canRemove);
}

RepeatRow::RepeatRow(QWidget *parent)
    : FormRow(parent), m_label(wrappedLabel(this)), m_own(smallPrint(this)), m_add(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, space(fontMetrics(), 1), 0, space(fontMetrics(), 1));
    row->addLayout(above(m_label, m_own), 1);
    row->addWidget(m_add);
    m_label->setFont(headingFont(font(), 1));
    connect(m_add, &QPushButton::clicked, this, &FormRow::addRequested);
}

void RepeatRow::present(const Question &question)
{
    //: %1 is the name of a list, for instance "Persons travelling along", %2 how many there are
    m_label->setText(tr("%1: %2").arg(question.item.label, locale().toString(question.item.value.toInt())));
    showSmallPrint(m_own, question.ownLabel);
    m_add->setText(tr("Add"));
    m_add->setIcon(icon(Sign::Add, palette().color(QPalette::ButtonText)));
    m_add->setAccessibleName(tr("Add: %1").arg(officersLabel(question)));
    m_add->setVisible(question.item.canAdd);
}

QuestionRow::QuestionRow(const Question &question, QWidget *parent)
    : FormRow(parent),
      m_label(wrappedLabel(this)),
      m_hint(wrappedLabel(this)),
      m_own(smallPrint(this)),
      m_more(new QToolButton(this)),
      m_guidance(wrappedLabel(this)),
      m_control(makeAnswerControl(question, this)),
      m_problem(new Finding(this))
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_label, 1);
    top->addWidget(m_more, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space(fontMetrics(), 1), 0, space(fontMetrics(), 1));
    column->setSpacing(space(fontMetrics(), 1) / 2);
    column->addLayout(top);
    for (QWidget *part : {m_hint, m_own, m_guidance})
        column->addWidget(part);
    weaken(m_hint);
    weaken(m_guidance);
    m_guidance->hide();
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    connect(m_more, &QToolButton::toggled, m_guidance, &QWidget::setVisible);
    if (m_control) {
        column->addWidget(m_control);
        setFocusProxy(m_control);
        QWidget::setTabOrder(m_control, m_more);
        connect(m_control, &AnswerControl::answered, this, &FormRow::answered);
        connect(m_control, &AnswerControl::finished, this, &FormRow::finished);
    }
    column->addWidget(m_problem);
}

void QuestionRow::present(const Question &question)
{
    const form::Item &item = question.item;
    //: %1 is a question that must be answered
    m_label->setText(item.required ? tr("%1 (required)").arg(item.label) : item.label);
    QFont font = this->font();
    font.setWeight(m_control ? QFont::DemiBold : QFont::Normal);
    m_label->setFont(font);
    m_hint->setText(item.hint);
    m_hint->setVisible(!item.hint.isEmpty());
    showSmallPrint(m_own, question.ownHint.isEmpty() ? question.ownLabel
                                                     : question.ownLabel + QLatin1Char('\n') + question.ownHint);
    m_guidance->setText(item.guidance);
    m_more->setVisible(!item.guidance.isEmpty());
    m_more->setText(tr("Guidance"));
    m_more->setAccessibleName(tr("Guidance: %1").arg(item.label));
    if (m_control)
        m_control->present(question);
    complain(item.constraintMessage);
}

void QuestionRow::commit()
{
    if (m_control)
        m_control->commit();
}

void QuestionRow::complain(const QString &sentence) { m_problem->say(Tone::Danger, sentence); }

bool QuestionRow::takesFocus() const { return m_control && m_control->focusProxy(); }

FormRow *makeFormRow(const Question &question, QWidget *parent)
{
    switch (kindOf(question)) {
    case Kind::Heading:
        return new HeadingRow(parent);
    case Kind::Repeat:
        return new RepeatRow(parent);
    case Kind::Checklist:
        return new ChecklistRow(parent);
    case Kind::Question:
        return new QuestionRow(question, parent);
    }
    Q_UNREACHABLE();
}

bool isSameRow(const Question &one, const Question &other)
{
    return one.item.path == other.item.path && kindOf(one) == kindOf(other) &&
           (kindOf(one) != Kind::Question || takesSameControl(one, other));
}

}  // namespace amparo::desktop
