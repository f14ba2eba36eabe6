#include "app/desktop/sign_in/new_passphrase.h"

#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/secret_field.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace amparo::desktop {

namespace {

struct PassphraseTexts {
    Q_DECLARE_TR_FUNCTIONS(Passphrase)
};

}  // namespace

QString passphraseFlawText(crypto::PassphraseFlaw flaw)
{
    switch (flaw) {
    case crypto::PassphraseFlaw::TooShort:
        return PassphraseTexts::tr("The passphrase needs at least 12 characters. Add a word.");
    case crypto::PassphraseFlaw::TooLong:
        return PassphraseTexts::tr("The passphrase has more than 128 characters. Shorten it.");
    case crypto::PassphraseFlaw::Common:
        return PassphraseTexts::tr(
            "This passphrase is easy to guess. Choose words that do not belong together.");
    }
    Q_UNREACHABLE();
}

NewPassphrase::NewPassphrase(QFormLayout *form)
    : m_first(new QLineEdit(form->parentWidget())), m_again(new QLineEdit(form->parentWidget()))
{
    for (QLineEdit *field : {m_first, m_again})
        makeSecret(field);
    m_first->setAccessibleName(PassphraseTexts::tr("New passphrase"));
    m_again->setAccessibleName(PassphraseTexts::tr("The same passphrase again"));
    form->addRow(PassphraseTexts::tr("&New passphrase:"), m_first);
    form->addRow(PassphraseTexts::tr("A&gain:"), m_again);
    QLabel *hint = smallPrint(form->parentWidget());
    showSmallPrint(hint,
                   PassphraseTexts::tr(
                       "12 to 128 characters. Four or more words that do not belong together are easy to "
                       "keep in mind and hard to guess. Not the login name, and nothing used elsewhere."));
    m_first->setAccessibleDescription(hint->text());
    form->addRow(hint);
}

std::optional<crypto::Passphrase> NewPassphrase::take(const QString &loginName, Finding *message)
{
    crypto::Passphrase typed = taken(m_first);
    const bool isSame = typed.utf8() == taken(m_again).utf8();
    m_first->setFocus();
    if (const auto flaw = crypto::passphraseFlaw(typed, loginName)) {
        message->say(Tone::Warning, passphraseFlawText(*flaw));
        return std::nullopt;
    }
    if (!isSame) {
        message->say(Tone::Warning,
                     PassphraseTexts::tr("The two passphrases differ. Type the same one twice."));
        return std::nullopt;
    }
    return typed;
}

}  // namespace amparo::desktop
