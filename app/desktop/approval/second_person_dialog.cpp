#include "app/desktop/approval/second_person_dialog.h"

#include "app/desktop/help/help_topic.h"
#include "app/desktop/sign_in/passphrase_try.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/secret_field.h"

#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace amparo::desktop {

namespace {

QString rolesThatAgree(record::Permission permission)
{
    QStringList roles;
    for (const auto role : {record::Role::Officer, record::Role::ShiftLead, record::Role::Administrator,
                            record::Role::Auditor}) {
        if (record::mayApprove(role, permission))
            roles.append(text(role));
    }
    return roles.join(QStringLiteral(", "));
}

/// Whether this name is that of a colleague whose role does not approve; who else there is, a passphrase
/// tells.
bool isOfOtherRole(store::Store &store, const QString &login, record::Permission permission)
{
    const auto officers = store.officers().list();
    return officers && std::any_of(officers->begin(), officers->end(), [&](const record::Officer &officer) {
               return officer.loginName == login && !record::mayApprove(officer.role, permission);
           });
}

}  // namespace

struct SecondPersonDialog::Answer {
    bool isOfOtherRole = false;
    std::optional<PassphraseTry<store::Approval>> tried;
};

SecondPersonDialog::SecondPersonDialog(app::Post &post, record::Permission permission, const QString &what,
                                       Approved approved, QWidget *parent)
    : DeedDialog(tr("A second person agrees"), tr("I &agree"), parent),
      m_post(post),
      m_permission(permission),
      m_approved(std::move(approved)),
      m_login(new QLineEdit(this)),
      m_passphrase(new QLineEdit(this))
{
    setHelpTopic(this, "second-person");
    makeSecret(m_passphrase);
    m_login->setAccessibleName(tr("Login name of the second person"));
    m_passphrase->setAccessibleName(tr("Passphrase of the second person"));
    addWords(tr("%1 asks for your agreement:").arg(post.officer().displayName));
    QWidget *deed = addWords(what);
    deed->setFont(strong(deed->font(), 1));
    m_login->setAccessibleDescription(what);
    addWords(
        tr("This takes two people. If you have read it and agree, type your own login name and passphrase: "
           "your agreement stands in the audit log. May agree: %1.")
            .arg(rolesThatAgree(permission)));
    form()->addRow(tr("&Login name:"), m_login);
    form()->addRow(tr("&Passphrase:"), m_passphrase);
    m_login->setFocus();
}

void SecondPersonDialog::act()
{
    const QString login = store::foldedLoginName(m_login->text());
    if (login.isEmpty() || m_passphrase->text().isEmpty()) {
        message()->say(Tone::Warning, tr("The second person types login name and passphrase."));
        return (login.isEmpty() ? m_login : m_passphrase)->setFocus();
    }
    const auto passphrase = std::make_shared<crypto::Passphrase>(taken(m_passphrase));
    if (login == m_post.officer().loginName) {
        message()->say(Tone::Warning, tr("Nobody agrees to their own deed: this takes another person."));
        m_login->setFocus();
        return m_login->selectAll();
    }
    begin(tr("Checking the passphrase…"));
    m_post.store().run(
        this,
        [login, passphrase, permission = m_permission](store::Store &store) -> Answer {
            if (isOfOtherRole(store, login, permission))
                return {true, std::nullopt};
            return {false, tryPassphrase(store, login,
                                         [&] { return store.approve(permission, login, *passphrase); })};
        },
        [this](Answer answer) { answered(std::move(answer)); });
}

void SecondPersonDialog::answered(Answer answer)
{
    if (answer.isOfOtherRole) {
        fail(tr("This person's role may not agree to it. May agree: %1.").arg(rolesThatAgree(m_permission)));
        m_login->selectAll();
        return m_login->setFocus();
    }
    if (!answer.tried->answer) {
        fail(refusalText(*answer.tried, Act::Approve));
        return m_passphrase->setFocus();
    }
    m_approved(std::move(*answer.tried->answer));
    finish(QString());
}

}  // namespace amparo::desktop
