#include "app/desktop/today/close_shift_dialog.h"

#include "app/desktop/help/help_topic.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

namespace amparo::desktop {

CloseShiftDialog::CloseShiftDialog(int openDrafts, QWidget *parent)
    : QDialog(parent),
      m_people(new QSpinBox(this)),
      m_notCounted(new QCheckBox(tr("Not counted"), this)),
      m_notes(new QPlainTextEdit(this))
{
    setHelpTopic(this, "shift");
    setWindowTitle(tr("Close the shift"));
    m_people->setRange(0, 100'000);
    m_people->setAccessibleName(tr("People checked"));
    m_notCounted->setAccessibleName(tr("Not counted"));
    m_notes->setAccessibleName(tr("Notes for the next shift"));
    m_notes->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *close = buttons->addButton(tr("Close the shift"), QDialogButtonBox::AcceptRole);
    close->setAccessibleName(tr("Confirm closing"));

    auto *form = new QFormLayout(this);
    if (openDrafts > 0)
        form->addRow(new QLabel(tr("%n draft(s) stay open for the next shift.", nullptr, openDrafts), this));
    form->addRow(tr("People checked in this shift, screened or not:"), m_people);
    form->addRow(QString(), m_notCounted);
    form->addRow(new QLabel(tr("Notes for the next shift (no names):"), this));
    form->addRow(m_notes);
    form->addRow(buttons);

    connect(m_notCounted, &QCheckBox::toggled, m_people, &QWidget::setDisabled);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(m_notCounted->isChecked() ? std::nullopt : std::optional(m_people->value()),
                         m_notes->toPlainText().trimmed());
        accept();
    });
}

}  // namespace amparo::desktop
