#pragma once

#include "app/desktop/screening/question.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace amparo::desktop {

class FormRow;

/// The questions of a form, one below the other: each present() changes only the rows that differ.
///
/// Keys that no control takes reach the checklist: an item's own key toggles it wherever the focus is.
class QuestionsView : public QWidget {
    Q_OBJECT

public:
    explicit QuestionsView(QWidget *parent = nullptr);
    ~QuestionsView() override;

    /// `language` is that of the questions: it decides which way they are laid out.
    void present(const QList<Question> &questions, const QString &language);

    /// What was typed and not handed on yet.
    void commit();

    /// Says beside the question what is wrong with what was typed.
    void complain(const QString &path, const QString &sentence);

    /// Shows a question, or the first of a group, and gives it the focus.
    void goTo(const QString &path);
    void goToFirst();

    /// What the officer calls a question, for a list of what is missing; empty: not shown now.
    QString labelOf(const QString &path) const;

    /// The path of the question that has the focus; empty: none.
    QString currentPath() const;

    /// Serves a key that nobody took; false: it is no item's, or comes with Ctrl or Alt.
    bool takeKey(const QKeyEvent &event);

Q_SIGNALS:
    void answered(const QString &path, const QString &value);
    void repeatAdded(const QString &path);
    void repeatRemoved(const QString &path);
    void currentChanged(const QString &path);
    void lastFinished();  ///< Enter on the last question

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Shown {
        Question question;
        FormRow *row;
    };

    FormRow *makeRow(const Question &question);
    int indexOf(const QString &path) const;
    int indexOf(const QWidget *inside) const;
    int placeOf(const QList<Shown> &earlier, int gone) const;
    void focusFrom(int index, int step);
    void watchFocus(QWidget *old, QWidget *now);

    QScrollArea *m_area;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<Shown> m_shown;
};

}  // namespace amparo::desktop
