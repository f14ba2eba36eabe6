#include "app/desktop/screening/questions_view.h"

#include "app/desktop/screening/checklist_row.h"
#include "app/desktop/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace amparo::desktop {

QuestionsView::QuestionsView(QWidget *parent)
    : QWidget(parent),
      m_area(new QScrollArea(this)),
      m_content(new QWidget),
      m_column(new QVBoxLayout(m_content))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_area);
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    const int margin = space(fontMetrics(), 2);
    m_column->setContentsMargins(margin, 0, margin, margin);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    connect(qApp, &QApplication::focusChanged, this, &QuestionsView::watchFocus);
}

// The focus wanders from child to child while they are destroyed, after this part of the object is gone.
QuestionsView::~QuestionsView()
{
    disconnect(qApp, nullptr, this, nullptr);
    for (const Shown &one : std::as_const(m_shown))
        one.row->disconnect(this);
}

// Rows are matched in order. One that is not in the new list goes, one that is new comes in at its place;
// since relevance only hides and shows, what stays keeps its order.
void QuestionsView::present(const QList<Question> &questions, const QString &language)
{
    m_content->setUpdatesEnabled(false);
    m_content->setLayoutDirection(QLocale(language).textDirection());
    const int before = indexOf(QApplication::focusWidget());
    const QList<Shown> earlier = m_shown;

    QList<Shown> shown;
    for (const Question &question : questions) {
        const auto known = std::find_if(m_shown.begin(), m_shown.end(),
                                        [&](const Shown &one) { return isSameRow(one.question, question); });
        FormRow *row = known != m_shown.end() ? known->row : makeRow(question);
        const bool unchanged = known != m_shown.end() && known->question == question;
        if (known != m_shown.end())
            m_shown.erase(known);
        if (!unchanged)
            row->present(question);
        const int place = int(shown.size());
        if (m_column->indexOf(row) != place)
            m_column->insertWidget(place, row);
        if (!row->testAttribute(Qt::WA_WState_ExplicitShowHide))
            row->show();  // now, since the focus may go there
        shown.append({question, row});
    }
    for (const Shown &gone : std::as_const(m_shown)) {
        m_column->removeWidget(gone.row);
        gone.row->hide();
        gone.row->deleteLater();  // it may be the one that sent the answer
    }
    m_shown = shown;
    for (int i = 1; i < m_shown.size(); ++i)
        QWidget::setTabOrder(m_shown[i - 1].row, m_shown[i].row);
    m_column->activate();
    m_content->setUpdatesEnabled(true);
    if (before >= 0 && indexOf(earlier[before].row) < 0)
        focusFrom(placeOf(earlier, before), 1);
}

// Where a row stood that has gone: behind the last one before it that is still there.
int QuestionsView::placeOf(const QList<Shown> &earlier, int gone) const
{
    int place = 0;
    for (int i = gone - 1; i >= 0 && place == 0; --i)
        place = indexOf(earlier[i].row) + 1;
    return qMin(place, int(m_shown.size()) - 1);
}

void QuestionsView::commit()
{
    const QList<Shown> rows = m_shown;  // an answer may change the rows
    for (const Shown &one : rows)
        one.row->commit();
}

void QuestionsView::complain(const QString &path, const QString &sentence)
{
    if (const int index = indexOf(path); index >= 0)
        m_shown[index].row->complain(sentence);
}

void QuestionsView::goTo(const QString &path)
{
    const int index = indexOf(path);
    if (index < 0)
        return;
    m_content->layout()->activate();
    m_area->verticalScrollBar()->setValue(m_shown[index].row->y());
    focusFrom(index, 1);
}

void QuestionsView::goToFirst() { focusFrom(0, 1); }

QString QuestionsView::labelOf(const QString &path) const
{
    const int index = indexOf(path);
    return index < 0 ? QString() : officersLabel(m_shown[index].question);
}

QString QuestionsView::currentPath() const
{
    const int index = indexOf(QApplication::focusWidget());
    return index < 0 ? QString() : m_shown[index].question.item.path;
}

bool QuestionsView::takeKey(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    const QString text = event.text();
    if (!plain || text.size() != 1 || !text[0].isLetterOrNumber())
        return false;
    for (const Shown &one : std::as_const(m_shown)) {
        auto *item = qobject_cast<ChecklistRow *>(one.row);
        if (!item || one.question.key != text.toUpper())
            continue;
        item->setFocus(Qt::ShortcutFocusReason);
        item->toggle();
        return true;
    }
    return false;
}

void QuestionsView::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

FormRow *QuestionsView::makeRow(const Question &question)
{
    const QString path = question.item.path;
    FormRow *row = makeFormRow(question, m_content);
    connect(row, &FormRow::answered, this,
            [this, path](const QString &value) { Q_EMIT answered(path, value); });
    connect(row, &FormRow::addRequested, this, [this, path] { Q_EMIT repeatAdded(path); });
    connect(row, &FormRow::removeRequested, this, [this, path] { Q_EMIT repeatRemoved(path); });
    connect(row, &FormRow::finished, this, [this, row] { focusFrom(indexOf(row) + 1, 1); });
    if (auto *item = qobject_cast<ChecklistRow *>(row))
        connect(item, &ChecklistRow::stepped, this,
                [this, row](int step) { focusFrom(indexOf(row) + step, step); });
    return row;
}

int QuestionsView::indexOf(const QString &path) const
{
    for (int i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].question.item.path == path)
            return i;
    }
    return -1;
}

int QuestionsView::indexOf(const QWidget *inside) const
{
    for (int i = 0; inside && i < m_shown.size(); ++i) {
        if (m_shown[i].row == inside || m_shown[i].row->isAncestorOf(inside))
            return i;
    }
    return -1;
}

void QuestionsView::focusFrom(int index, int step)
{
    for (; index >= 0 && index < m_shown.size(); index += step) {
        if (!m_shown[index].row->takesFocus())
            continue;
        m_shown[index].row->setFocus(step < 0 ? Qt::BacktabFocusReason : Qt::TabFocusReason);
        return;
    }
    if (step > 0 && index >= m_shown.size())
        Q_EMIT lastFinished();
}

void QuestionsView::watchFocus(QWidget *, QWidget *now)
{
    const int index = indexOf(now);
    if (index < 0)
        return;
    m_area->ensureWidgetVisible(m_shown[index].row, 0, space(fontMetrics(), 2));
    Q_EMIT currentChanged(m_shown[index].question.item.path);
}

}  // namespace amparo::desktop
