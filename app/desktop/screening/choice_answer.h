#pragma once

#include "app/desktop/screening/answer_control.h"

class QAbstractButton;
class QComboBox;
class QLayout;

namespace amparo::desktop {

/// Whether the choices of a list are few and short enough to stand in a line.
bool fitsInLine(const Question &question);

/// A short list: one button a choice, radio or check, in a line where the labels are short. Digits 1 to 9
/// choose; for one choice of many they also go on.
class ButtonsAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit ButtonsAnswer(const Question &question, QWidget *parent);

    void present(const Question &question) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild(const Question &question);
    QAbstractButton *makeButton();
    void label(int index);
    void choose(int index);
    QString value() const;

    const bool m_several;
    QList<form::Choice> m_choices;
    QStringList m_ownChoices;
    QList<QAbstractButton *> m_buttons;
    QLayout *m_places;
};

/// A long list, or appearance `minimal` or `autocomplete`: a box that is searched by typing.
class ListAnswer final : public AnswerControl {
    Q_OBJECT

public:
    explicit ListAnswer(QWidget *parent);

    void present(const Question &question) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *m_box;
    QList<form::Choice> m_choices;
    QStringList m_ownChoices;
};

}  // namespace amparo::desktop
