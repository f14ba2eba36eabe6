#include "app/desktop/widgets/deed_dialog.h"

#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace amparo::desktop {

DeedDialog::DeedDialog(const QString &title, const QString &deed, QWidget *parent)
    : QDialog(parent),
      m_fields(new QWidget(this)),
      m_form(new QFormLayout(m_fields)),
      m_message(new Finding(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_deed = buttons->addButton(deed, QDialogButtonBox::AcceptRole);
    m_deed->setAccessibleName(QString(deed).remove(QLatin1Char('&')));
    m_deed->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_fields);
    column->addWidget(m_message);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &DeedDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &DeedDialog::act);
}

QWidget *DeedDialog::addWords(const QString &sentences)
{
    QLabel *words = wrappedLabel(m_fields);
    words->setText(sentences);
    words->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_form->addRow(words);
    return words;
}

void DeedDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void DeedDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget *part : {m_fields, static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_deed)})
        part->setEnabled(!isBusy);
}

void DeedDialog::begin(const QString &sentence)
{
    setBusy(true);
    m_message->say(Tone::Neutral, Sign::Waiting, sentence);
}

void DeedDialog::fail(const QString &sentence)
{
    setBusy(false);
    m_message->say(Tone::Danger, sentence);
}

void DeedDialog::pause()
{
    setBusy(false);
    m_message->say(Tone::Neutral, QString());
}

void DeedDialog::conclude(const QString &sentence)
{
    setBusy(false);
    m_fields->hide();
    m_deed->hide();
    m_message->say(Tone::Good, sentence);
    m_cancel->setText(tr("&Close"));
    m_cancel->setAccessibleName(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void DeedDialog::finish(const QString &sentence)
{
    setBusy(false);
    accept();
    Q_EMIT done(sentence);
}

}  // namespace amparo::desktop
