#include "app/desktop/widgets/secret_field.h"

#include <QLineEdit>

namespace amparo::desktop {

void makeSecret(QLineEdit *field)
{
    field->setEchoMode(QLineEdit::Password);
    field->setAttribute(Qt::WA_InputMethodEnabled, false);
}

crypto::Passphrase taken(QLineEdit *field)
{
    QString typed = field->text();
    auto secret = crypto::Passphrase::fromText(typed);
    typed.fill(QChar(0));
    field->clear();
    return secret;
}

}  // namespace amparo::desktop
