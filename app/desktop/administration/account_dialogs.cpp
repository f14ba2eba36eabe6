#include "app/desktop/administration/account_dialogs.h"

#include "app/desktop/error_text.h"
#include "app/desktop/sign_in/passphrase_try.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/finding.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace amparo::desktop {

namespace {

using record::Officer;
using record::Role;

QComboBox *roleBox(QWidget *parent, Role chosen)
{
    auto *box = new QComboBox(parent);
    for (const Role role : {Role::Officer, Role::ShiftLead, Role::Administrator, Role::Auditor})
        box->addItem(text(role), int(role));
    box->setCurrentIndex(box->findData(int(chosen)));
    return box;
}

Role chosenRole(const QComboBox *box) { return Role(box->currentData().toInt()); }

}  // namespace

AddOfficerDialog::AddOfficerDialog(app::Post &post, QWidget *parent)
    : DeedDialog(tr("Add an officer"), tr("A&dd"), parent),
      m_post(post),
      m_name(new QLineEdit(this)),
      m_login(new QLineEdit(this)),
      m_role(roleBox(this, Role::Officer))
{
    m_name->setAccessibleName(tr("Name"));
    m_login->setAccessibleName(tr("Login name"));
    m_role->setAccessibleName(tr("Role"));
    form()->addRow(tr("Na&me, as colleagues see it:"), m_name);
    form()->addRow(tr("&Login name:"), m_login);
    form()->addRow(tr("&Role:"), m_role);
    m_passphrase.emplace(form());
    addWords(tr("Hand the passphrase over in person. The officer changes it after the first sign-in, in the "
                "menu that F10 opens."));
    m_name->setFocus();
}

void AddOfficerDialog::act()
{
    const Officer officer{OfficerId::create(), m_login->text().trimmed(), m_name->text().simplified(),
                          chosenRole(m_role)};
    if (officer.displayName.isEmpty() || officer.loginName.isEmpty()) {
        message()->say(Tone::Warning, tr("Type the officer's name and login name."));
        return (officer.displayName.isEmpty() ? m_name : m_login)->setFocus();
    }
    auto typed = m_passphrase->take(officer.loginName, message());
    if (!typed)
        return;
    begin(tr("Adding the officer…"));
    const auto passphrase = std::make_shared<crypto::Passphrase>(std::move(*typed));
    m_post.store().run(
        this,
        [officer, passphrase](store::Store &store) {
            return store.addOfficer(officer, *passphrase, crypto::calibratedKdf(keyCost));
        },
        [this, officer](const Result<> &added) { answered(officer, added); });
}

void AddOfficerDialog::answered(const Officer &officer, const Result<> &added)
{
    if (added)
        return finish(tr("%1 can sign in as %2.").arg(officer.displayName, officer.loginName));
    if (added.error().code != ErrorCode::Conflict)
        return fail(errorText(Act::ChangeAccount, added.error()));
    fail(tr(
        "Somebody has or had this login name at the post. Choose another, and type the passphrase again."));
    m_login->setFocus();
    m_login->selectAll();
}

GivePassphraseDialog::GivePassphraseDialog(app::Post &post, const store::OfficerAccount &account,
                                           QWidget *parent)
    : DeedDialog(tr("New passphrase"), tr("&Give the passphrase"), parent),
      m_post(post),
      m_officer(account.officer)
{
    addWords(
        account.isSuspended
            ? tr("%1 is suspended. With a new passphrase the account opens again.").arg(m_officer.displayName)
            : tr("The passphrase that %1 has now opens nothing any more.").arg(m_officer.displayName));
    m_passphrase.emplace(form());
    addWords(tr("Hand the passphrase over in person. The officer changes it after the first sign-in, in the "
                "menu that F10 opens."));
}

void GivePassphraseDialog::act()
{
    auto typed = m_passphrase->take(m_officer.loginName, message());
    if (!typed)
        return;
    begin(tr("Changing the passphrase…"));
    const auto passphrase = std::make_shared<crypto::Passphrase>(std::move(*typed));
    m_post.store().run(
        this,
        [id = m_officer.id, passphrase](store::Store &store) {
            return store.resetPassphrase(id, *passphrase, crypto::calibratedKdf(keyCost));
        },
        [this](const Result<> &given) {
            given ? finish(tr("%1 signs in with the new passphrase from now on.").arg(m_officer.displayName))
                  : fail(errorText(Act::ChangeAccount, given.error()));
        });
}

ChangeRoleDialog::ChangeRoleDialog(app::Post &post, const Officer &officer, QWidget *parent)
    : DeedDialog(tr("Change the role"), tr("&Change the role"), parent),
      m_post(post),
      m_officer(officer),
      m_role(roleBox(this, officer.role))
{
    addWords(tr("What %1 may do, from the next sign-in on:").arg(officer.displayName));
    m_role->setAccessibleName(tr("Role"));
    form()->addRow(tr("&Role:"), m_role);
    addWords(tr("An officer sees own travellers, a shift lead those of the day, an auditor all and changes "
                "nothing. An administrator manages accounts, keys and policies and sees no traveller."));
}

void ChangeRoleDialog::act()
{
    const Role role = chosenRole(m_role);
    begin(tr("Changing the role…"));
    m_post.store().run(
        this, [id = m_officer.id, role](store::Store &store) { return store.changeRole(id, role); },
        [this, role](const Result<> &changed) {
            changed ? finish(tr("%1 has this role from the next sign-in on: %2.")
                                 .arg(m_officer.displayName, text(role)))
                    : fail(errorText(Act::ChangeAccount, changed.error()));
        });
}

EndAccountDialog::EndAccountDialog(app::Post &post, const Officer &officer, Deed deed, QWidget *parent)
    : DeedDialog(deed == Deed::Suspend ? tr("Suspend the account") : tr("Remove the account"),
                 deed == Deed::Suspend ? tr("&Suspend") : tr("Re&move"), parent),
      m_post(post),
      m_officer(officer),
      m_deed(deed)
{
    addWords(deed == Deed::Suspend
                 ? tr("%1 will not be able to sign in until an administrator gives a new passphrase.")
                       .arg(officer.displayName)
                 : tr("%1 will not be able to sign in, and nobody else gets this login name. The name stays "
                      "on the "
                      "records. This cannot be undone.")
                       .arg(officer.displayName));
    addWords(
        tr("Whoever copied the key file before still opens this store with the old passphrase. So change "
           "the store's key afterwards."));
}

void EndAccountDialog::act()
{
    begin(tr("Closing the account…"));
    m_post.store().run(
        this,
        [id = m_officer.id, deed = m_deed](store::Store &store) {
            return deed == Deed::Suspend ? store.suspendOfficer(id) : store.removeOfficer(id);
        },
        [this](const Result<> &ended) {
            ended
                ? finish(
                      tr("%1 can no longer sign in. Change the store's key next, so that no copy of the key "
                         "file made before opens it.")
                          .arg(m_officer.displayName))
                : fail(errorText(Act::ChangeAccount, ended.error()));
        });
}

}  // namespace amparo::desktop
