#pragma once

#include "app/desktop/screening/question.h"

#include <QWidget>

namespace amparo::desktop {

/// What takes the answer of one question: a field, a list, a slider. Made by makeAnswerControl().
class AnswerControl : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows the question as it stands. What a person is typing at the moment is not overwritten.
    virtual void present(const Question &question) = 0;

    /// Hands on what was typed and not yet handed on.
    virtual void commit() {}

Q_SIGNALS:
    void answered(const QString &value);  ///< as the form keeps it; empty: no answer
    void finished();                      ///< Enter, or a key that settles the question: on to the next
};

/// The control for a question, by its kind, type and appearance; null: it only shows something (note,
/// heading).
AnswerControl *makeAnswerControl(const Question &question, QWidget *parent);

/// Whether `makeAnswerControl` would make the same kind for both.
bool takesSameControl(const Question &one, const Question &other);

}  // namespace amparo::desktop
