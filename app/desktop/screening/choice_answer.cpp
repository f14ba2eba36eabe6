#include "app/desktop/screening/choice_answer.h"

#include "app/desktop/widgets/flow_layout.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/search_box.h"
#include "app/desktop/widgets/theme.h"
#include "app/desktop/widgets/two_line_button.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

namespace {

constexpr int longestInLine = 6;  // choices
constexpr int shortLabel = 30;    // characters

}  // namespace

bool fitsInLine(const Question &question)
{
    return question.choices.size() <= longestInLine &&
           std::all_of(question.choices.begin(), question.choices.end(),
                       [](const form::Choice &choice) { return choice.label.size() <= shortLabel; }) &&
           std::all_of(question.ownChoices.begin(), question.ownChoices.end(),
                       [](const QString &label) { return label.size() <= shortLabel; });
}

ButtonsAnswer::ButtonsAnswer(const Question &question, QWidget *parent)
    : AnswerControl(parent), m_several(question.item.control == form::Control::Select)
{
    if (fitsInLine(question)) {
        m_places = new FlowLayout(this);
        m_places->setSpacing(space(fontMetrics(), 2));
    } else {
        m_places = new QVBoxLayout(this);
        m_places->setSpacing(0);
    }
    m_places->setContentsMargins(0, 0, 0, 0);
}

void ButtonsAnswer::present(const Question &question)
{
    setAccessibleName(question.item.label);
    if (question.choices != m_choices || question.ownChoices != m_ownChoices)
        rebuild(question);
    const QStringList chosen = question.item.value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setAutoExclusive(false);  // so that none can be chosen again
        m_buttons[i]->setChecked(chosen.contains(m_choices[i].value));
        m_buttons[i]->setAutoExclusive(!m_several);
        m_buttons[i]->setEnabled(!question.item.readonly);
        m_buttons[i]->setAccessibleDescription(question.item.label);
    }
}

bool ButtonsAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return AnswerControl::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int digit = key->key() - Qt::Key_1;
    if (digit >= 0 && digit < qMin(9, int(m_buttons.size())) &&
        (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        m_buttons[digit]->setFocus(Qt::ShortcutFocusReason);
        choose(digit);
        if (!m_several)
            Q_EMIT finished();
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
        Q_EMIT finished();
        return true;
    }
    return AnswerControl::eventFilter(watched, event);
}

// Choices change when an earlier answer filters them: what stays keeps its button, and the focus with it.
void ButtonsAnswer::rebuild(const Question &question)
{
    while (m_buttons.size() > question.choices.size())
        delete m_buttons.takeLast();
    m_choices = question.choices;
    m_ownChoices = question.ownChoices;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (i == m_buttons.size())
            m_buttons.append(makeButton());
        label(i);
    }
    setFocusProxy(m_buttons.isEmpty() ? nullptr : m_buttons.first());
}

QAbstractButton *ButtonsAnswer::makeButton()
{
    auto *button = m_several ? static_cast<QAbstractButton *>(new TwoLineButton<QCheckBox>(this))
                             : new TwoLineButton<QRadioButton>(this);
    button->installEventFilter(this);
    connect(button, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(value()); });
    m_places->addWidget(button);
    return button;
}

void ButtonsAnswer::label(int index)
{
    QAbstractButton *button = m_buttons[index];
    const QString words = buttonText(m_choices[index].label);
    const QString own = m_ownChoices.value(index);
    const QString text =
        index < 9 ? QStringLiteral("%1  %2").arg(locale().toString(index + 1), words) : words;
    // A digit has no direction of its own: without the mark it would end up behind words read from the right.
    button->setText(layoutDirection() == Qt::RightToLeft ? QChar(0x200f) + text : text);
    button->setAccessibleName(m_choices[index].label);
    button->setToolTip(tipText(own));
    if (m_several)
        static_cast<TwoLineButton<QCheckBox> *>(button)->setSecondLine(own);
    else
        static_cast<TwoLineButton<QRadioButton> *>(button)->setSecondLine(own);
}

void ButtonsAnswer::choose(int index)
{
    m_buttons[index]->setChecked(m_several ? !m_buttons[index]->isChecked() : true);
    Q_EMIT answered(value());
}

QString ButtonsAnswer::value() const
{
    QStringList chosen;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            chosen.append(m_choices[i].value);
    }
    return chosen.join(QLatin1Char(' '));
}

ListAnswer::ListAnswer(QWidget *parent) : AnswerControl(parent), m_box(new QComboBox(this))
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 0, Qt::AlignLeading);
    setFocusProxy(m_box);
    makeSearchable(m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_box->installEventFilter(this);
    connect(m_box, &QComboBox::activated, this,
            [this](int index) { Q_EMIT answered(m_box->itemData(index).toString()); });
}

void ListAnswer::present(const Question &question)
{
    m_box->setAccessibleName(question.item.label);
    m_box->setEnabled(!question.item.readonly);
    if (question.choices != m_choices || question.ownChoices != m_ownChoices) {
        m_choices = question.choices;
        m_ownChoices = question.ownChoices;
        m_box->clear();
        m_box->addItem(QString(), QString());
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            const QString own = m_ownChoices.value(i);
            m_box->addItem(own.isEmpty() ? m_choices[i].label
                                         : QStringLiteral("%1  ·  %2").arg(m_choices[i].label, own),
                           m_choices[i].value);
        }
    }
    m_box->setCurrentIndex(qMax(0, m_box->findData(question.item.value)));
}

bool ListAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !m_box->hasFocus()) {
        event->ignore();  // scrolling the page must not change an answer
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        m_box->setEditText(m_box->itemText(m_box->currentIndex()));
    return AnswerControl::eventFilter(watched, event);
}

}  // namespace amparo::desktop
