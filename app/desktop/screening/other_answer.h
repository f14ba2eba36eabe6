#pragma once

#include "app/desktop/screening/answer_control.h"

class QCheckBox;
class QLabel;
class QSlider;

namespace amparo::desktop {

/// A number between bounds, by slider. Unanswered until it is moved.
class RangeAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit RangeAnswer(const Question &question, QWidget *parent);

    void present(const Question &question) override;

private:
    double valueAt(int step) const;
    void showValue(bool answered);

    form::Range m_range;
    QSlider *m_slider;
    QLabel *m_shown;
};

/// "I have read this" (trigger, acknowledge). ODK keeps it as OK.
class AcknowledgeAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit AcknowledgeAnswer(QWidget *parent);

    void present(const Question &question) override;

private:
    QCheckBox *m_box;
};

/// What this program cannot take says so, and what was answered elsewhere stays.
class UnsupportedAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit UnsupportedAnswer(QWidget *parent);

    void present(const Question &question) override;

private:
    QLabel *m_text;
};

}  // namespace amparo::desktop
