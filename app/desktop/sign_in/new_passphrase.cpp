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
    : m_form(form),
      m_hint(smallPrint(form->parentWidget())),
      m_first(new QLineEdit(form->parentWidget())),
      m_again(new QLineEdit(form->parentWidget()))
{
    for (QLineEdit *field : {m_first, m_again}) {
        makeSecret(field);
        form->addRow(QStringLiteral(" "), field);  // with a label, which retranslate() fills
    }
    form->addRow(m_hint);
    retranslate();
}

void NewPassphrase::retranslate()
{
    const auto call = [this](QLineEdit *field, const QString &label, const QString &name) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(label);
        field->setAccessibleName(name);
    };
    call(m_first, PassphraseTexts::tr("&New passphrase:"), PassphraseTexts::tr("New passphrase"));
    call(m_again, PassphraseTexts::tr("A&gain:"), PassphraseTexts::tr("The same passphrase again"));
    showSmallPrint(m_hint,
                   PassphraseTexts::tr(
                       "12 to 128 characters. Four or more words that do not belong together are easy to "
                       "keep in mind and hard to guess. Not the login name, and nothing used elsewhere."));
    m_first->setAccessibleDescription(m_hint->text());
}

void NewPassphrase::clear()
{
    for (QLineEdit *field : {m_first, m_again})
        (void)taken(field);
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
