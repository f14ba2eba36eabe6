#include "app/desktop/unsaved_question.h"

#include "app/desktop/widgets/label.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace amparo::desktop {

namespace {

struct UnsavedTexts {
    Q_DECLARE_TR_FUNCTIONS(UnsavedQuestion)
};

}  // namespace

void askWhetherToLeave(QWidget *parent, std::function<void()> leave)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(UnsavedTexts::tr("Not saved"));
    box->setText(UnsavedTexts::tr("The last answers of an interview are not saved."));
    box->setInformativeText(
        UnsavedTexts::tr("The store does not take them now. Stay, leave the program running and call IT "
                         "support: it tries again. If you leave, they are lost."));
    const auto add = [box](const QString &text, QMessageBox::ButtonRole role) {
        QPushButton *button = box->addButton(buttonText(text), role);
        button->setAccessibleName(text);
        return button;
    };
    QPushButton *stay = add(UnsavedTexts::tr("Stay"), QMessageBox::RejectRole);
    QPushButton *go = add(UnsavedTexts::tr("Leave without them"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(go, &QPushButton::clicked, parent, std::move(leave));
    box->open();
}

}  // namespace amparo::desktop
