#include "app/desktop/lock/pin_dialog.h"

#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/lock/pin_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/secret_field.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace amparo::desktop {

PinDialog::PinDialog(app::Post &post, QWidget *parent)
    : QDialog(parent),
      m_post(post),
      m_pin(new QLineEdit(this)),
      m_again(new QLineEdit(this)),
      m_message(new Finding(this))
{
    setHelpTopic(this, "lock");
    setWindowTitle(tr("PIN for this shift"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeSecret(m_pin);
    makeSecret(m_again);
    m_pin->setAccessibleName(tr("New PIN"));
    m_again->setAccessibleName(tr("The same PIN again"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_set = buttons->addButton(tr("Set the PIN"), QDialogButtonBox::AcceptRole);
    m_set->setAccessibleName(tr("Set the PIN"));
    QLabel *what = wrappedLabel(this);
    what->setText(tr("The PIN brings you back after a lock, on this computer, until the shift ends and for "
                     "twelve hours at most. After five wrong tries it is gone. It is weaker than your "
                     "passphrase: never use it for anything else, and sign out when you go home."));
    what->setMinimumWidth(fontMetrics().averageCharWidth() * 56);

    auto *form = new QFormLayout(this);
    form->addRow(what);
    form->addRow(tr("&New PIN, 6 digits or more:"), m_pin);
    form->addRow(tr("&Again:"), m_again);
    form->addRow(m_message);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PinDialog::set);
}

void PinDialog::set()
{
    QString typed = m_pin->text();
    QString again = m_again->text();
    const bool isSame = typed == again;
    auto pin = std::make_shared<crypto::Passphrase>(crypto::Passphrase::fromText(typed));
    typed.fill(QChar(0));
    again.fill(QChar(0));
    m_pin->setFocus();
    if (const auto flaw = crypto::pinFlaw(*pin))
        return m_message->say(Tone::Warning, pinFlawText(*flaw));
    if (!isSame)
        return m_message->say(Tone::Warning, tr("The two PINs differ. Type the same one twice."));
    m_pin->clear();
    m_again->clear();
    m_set->setEnabled(false);
    m_message->say(Tone::Neutral, Sign::Waiting, tr("Setting the PIN…"));
    m_post.store().run(
        this, [pin](store::Store &store) { return store.setPin(*pin); },
        [this](Result<store::QuickUnlock> quick) { answered(std::move(quick)); });
}

void PinDialog::answered(Result<store::QuickUnlock> quick)
{
    m_set->setEnabled(true);
    if (quick) {
        Q_EMIT pinSet(new store::QuickUnlock(std::move(*quick)));
        return accept();
    }
    switch (quick.error().code) {
    case ErrorCode::Conflict:
        return m_message->say(Tone::Warning, tr("A PIN is for an open shift. Open the shift first."));
    case ErrorCode::Denied:
        return m_message->say(
            Tone::Warning, tr("You signed in more than twelve hours ago. Sign in with your passphrase again, "
                              "then set a PIN."));
    default:
        return m_message->say(Tone::Danger, errorText(Act::SetPin, quick.error()));
    }
}

}  // namespace amparo::desktop
