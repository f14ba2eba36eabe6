#pragma once

#include "app/desktop/screening/answer_control.h"

#include <QTimer>

class QLineEdit;
class QPlainTextEdit;

namespace amparo::desktop {

class DateField;

/// Text and numbers on a line. Numbers are shown as the locale writes them and kept with a decimal point.
///
/// An answer is handed on when typing pauses, so that advice and relevance follow, and at once on Enter or
/// when the field is left.
class LineAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit LineAnswer(const Question &question, QWidget *parent);

    void present(const Question &question) override;
    void commit() override;

private:
    QString shown(const QString &value) const;
    QString kept(const QString &typed) const;

    QLineEdit *m_line;
    QTimer m_pause;
    QString m_value;  ///< as last presented or handed on
    form::DataType m_type;
};

/// Several lines (appearance `multiline`). Ctrl+Enter stays the page's, Enter breaks the line.
class TextAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit TextAnswer(QWidget *parent);

    void present(const Question &question) override;
    void commit() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
    QTimer m_pause;
    QString m_value;
};

/// A day, a time of day, or both.
class MomentAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit MomentAnswer(const Question &question, QWidget *parent);

    void present(const Question &question) override;
    void commit() override;

private:
    QString typed() const;

    DateField *m_date = nullptr;  ///< null: a time alone
    QLineEdit *m_time = nullptr;  ///< null: a day alone
    QString m_value;
    QTimer m_pause;
};

}  // namespace amparo::desktop
