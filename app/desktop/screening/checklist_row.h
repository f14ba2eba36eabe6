#pragma once

#include "app/desktop/screening/form_row.h"

class QHBoxLayout;

namespace amparo::desktop {

/// One item of a checklist on one line: key, text, and a button for each answer.
///
/// A stop of the Tab order; the buttons are for touch and mouse. Y, N and U answer, Space toggles, arrows
/// move the answer and the row. The item's own key is served by QuestionsView, from any row.
class ChecklistRow final : public FormRow {
    Q_OBJECT

public:
    explicit ChecklistRow(QWidget *parent);

    void present(const Question &question) override;
    bool takesFocus() const override { return true; }
    void complain(const QString &sentence) override;

    /// What the item's own key does: yes, and back to open.
    void toggle();

Q_SIGNALS:
    void stepped(int rows);  ///< Up and Down

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    int answerIndex() const;  ///< among the choices; -1: none of them
    void shift(int choices);
    void announce();

    Question m_question;
    QLabel *m_key;
    QLabel *m_label;
    QLabel *m_own;
    QHBoxLayout *m_buttonRow;
    QList<QPushButton *> m_buttons;
    Finding *m_problem;
};

}  // namespace amparo::desktop
