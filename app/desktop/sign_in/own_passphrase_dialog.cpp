#include "app/desktop/sign_in/own_passphrase_dialog.h"

#include "app/desktop/help/help_topic.h"
#include "app/desktop/sign_in/passphrase_try.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/secret_field.h"

#include <QFormLayout>
#include <QLineEdit>

namespace amparo::desktop {

OwnPassphraseDialog::OwnPassphraseDialog(app::Post &post, QWidget *parent)
    : DeedDialog(tr("My passphrase"), tr("&Change the passphrase"), parent),
      m_post(post),
      m_current(new QLineEdit(this))
{
    setHelpTopic(this, "sign-in");
    makeSecret(m_current);
    m_current->setAccessibleName(tr("Current passphrase"));
    form()->addRow(tr("&Current passphrase:"), m_current);
    m_next.emplace(form());
    m_current->setFocus();
}

void OwnPassphraseDialog::act()
{
    if (m_current->text().isEmpty()) {
        message()->say(Tone::Warning, tr("Type the passphrase that you have now."));
        return m_current->setFocus();
    }
    const QString login = m_post.officer().loginName;
    auto next = m_next->take(login, message());
    if (!next)
        return;
    const auto typed = std::make_shared<std::pair<crypto::Passphrase, crypto::Passphrase>>(taken(m_current),
                                                                                           std::move(*next));
    begin(tr("Changing the passphrase…"));
    m_post.store().run(
        this,
        [typed, login](store::Store &store) {
            return tryPassphrase(store, login, [&] {
                return store.changePassphrase(typed->first, typed->second, crypto::calibratedKdf(keyCost));
            });
        },
        [this](const PassphraseTry<> &tried) {
            if (tried.answer)
                return conclude(tr("The passphrase is changed. A PIN that you set before is gone."));
            const bool isWrong =
                tried.answer.error().code == ErrorCode::Denied && !tried.isTooSoon && tried.wait.count() > 0;
            fail(isWrong ? tr("The current passphrase is wrong. You can try again in %n second(s).", nullptr,
                              int(tried.wait.count()))
                         : refusalText(tried, Act::ChangePassphrase));
            m_current->setFocus();
        });
}

}  // namespace amparo::desktop
