#include "app/desktop/cards/carry_question.h"

#include "app/desktop/widgets/label.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace amparo::desktop {

namespace {

struct CarryTexts {
    Q_DECLARE_TR_FUNCTIONS(CarryQuestion)
};

}  // namespace

void askWhetherSafeToCarry(QWidget *parent, const QString &question, CarryAnswers answers)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(CarryTexts::tr("Information"));
    box->setText(CarryTexts::tr("Is it safe for this person to carry the card?"));
    box->setInformativeText(
        CarryTexts::tr(
            "Ask the person alone: “%1”\n\nSomebody who controls them may search their things. If it is "
            "not safe, show the card on the screen, or let them learn one number by heart. Never "
            "put a card into a passport.")
            .arg(question));
    const auto add = [box](const QString &text, QMessageBox::ButtonRole role) {
        QPushButton *button = box->addButton(buttonText(text), role);
        button->setAccessibleName(text);
        return button;
    };
    QPushButton *safe = add(CarryTexts::tr("It is safe: go on"), QMessageBox::AcceptRole);
    QPushButton *show = add(CarryTexts::tr("Show it on the screen"), QMessageBox::ActionRole);
    QPushButton *cancel = add(CarryTexts::tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);  // Enter alone gives nothing away
    box->setEscapeButton(cancel);
    QObject::connect(safe, &QPushButton::clicked, parent, answers.isSafe);
    QObject::connect(show, &QPushButton::clicked, parent, answers.showInstead);
    box->open();
}

}  // namespace amparo::desktop
