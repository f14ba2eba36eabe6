#pragma once

#include "app/desktop/screening/question.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace amparo::desktop {

class AnswerControl;
class Finding;

/// One row of the questions: heading, repeat, checklist item or question. It lives as long as its item is
/// shown, so that the focus stays when other rows come and go.
class FormRow : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void present(const Question &question) = 0;

    /// What was typed and not handed on yet.
    virtual void commit() {}

    /// What is wrong with what was just typed; empty: nothing. Stands until the next answer.
    virtual void complain(const QString &sentence) { Q_UNUSED(sentence) }

    virtual bool takesFocus() const { return false; }

Q_SIGNALS:
    void answered(const QString &value);
    void finished();  ///< on to the next
    void addRequested();
    void removeRequested();
};

/// A group's label, or an instance of a repeat with its Remove button.
class HeadingRow final : public FormRow {
    Q_OBJECT

public:
    explicit HeadingRow(QWidget *parent);

    void present(const Question &question) override;

private:
    QLabel *m_label;
    QLabel *m_own;
    QPushButton *m_remove;
};

/// A repeat as a whole: its label and the Add button.
class RepeatRow final : public FormRow {
    Q_OBJECT

public:
    explicit RepeatRow(QWidget *parent);

    void present(const Question &question) override;

private:
    QLabel *m_label;
    QLabel *m_own;
    QPushButton *m_add;
};

/// A question with its label, hint, guidance, control, and what is wrong with the answer.
class QuestionRow final : public FormRow {
    Q_OBJECT

public:
    QuestionRow(const Question &question, QWidget *parent);

    void present(const Question &question) override;
    void commit() override;
    void complain(const QString &sentence) override;
    bool takesFocus() const override;

private:
    QLabel *m_label;
    QLabel *m_hint;
    QLabel *m_own;  ///< label and hint in the officer's language
    QToolButton *m_more;
    QLabel *m_guidance;
    AnswerControl *m_control;  ///< null: a note
    Finding *m_problem;
};

/// The row for a question as it is; see isSameRow().
FormRow *makeFormRow(const Question &question, QWidget *parent);

/// Whether the row made for one can present the other.
bool isSameRow(const Question &one, const Question &other);

}  // namespace amparo::desktop
