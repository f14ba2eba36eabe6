#include "app/desktop/administration/policy_dialogs.h"

#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/secret_field.h"
#include "store/lock_time.h"
#include "sync/server_repository.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace amparo::desktop {

namespace {

using std::chrono::days;
using std::chrono::minutes;

QSpinBox *numberBox(QWidget *parent, int least, int most, const QString &name)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setAccessibleName(name);
    return box;
}

}  // namespace

LockTimeDialog::LockTimeDialog(app::Post &post, minutes now, QWidget *parent)
    : PolicyDialog(post, QStringLiteral("lockMinutes"), tr("Lock by itself"), tr("&Change the lock"), parent),
      m_minutes(numberBox(this, int(store::shortestLockTime.count()), int(store::longestLockTime.count()),
                          tr("Minutes")))
{
    addWords(
        tr("The window locks when nobody has touched key, mouse or screen for so long. Shorter is safer at a "
           "counter that others can reach."));
    m_minutes->setValue(int(now.count()));
    form()->addRow(tr("&Minutes:"), m_minutes);
}

void LockTimeDialog::act()
{
    const minutes time(m_minutes->value());
    change(
        tr("The window is to lock after %n minute(s) without a touch.", nullptr, int(time.count())),
        [time](store::Store &store, std::optional<store::Approval> approval) {
            return store.setLockTime(time, std::move(approval));
        },
        tr("The window locks after %n minute(s) from now on.", nullptr, int(time.count())));
}

PinPolicyDialog::PinPolicyDialog(app::Post &post, bool now, QWidget *parent)
    : PolicyDialog(post, QStringLiteral("pin"), tr("PIN for a shift"), tr("&Change the rule"), parent),
      m_allowed(new QCheckBox(tr("Officers &may set a PIN for a shift"), this))
{
    m_allowed->setAccessibleName(tr("Officers may set a PIN for a shift"));
    m_allowed->setChecked(now);
    form()->addRow(m_allowed);
    addWords(
        tr("A PIN is weaker than a passphrase, and quicker: without one, officers tend to leave the window "
           "unlocked. Where it is not allowed, PINs that were set open nothing any more."));
}

void PinPolicyDialog::act()
{
    const bool isAllowed = m_allowed->isChecked();
    change(
        isAllowed ? tr("Officers are to be allowed a PIN that unlocks until the shift ends.")
                  : tr("Nobody is to unlock with a PIN any more."),
        [isAllowed](store::Store &store, std::optional<store::Approval> approval) {
            return store.setPinAllowed(isAllowed, std::move(approval));
        },
        isAllowed ? tr("Officers may set a PIN from now on.") : tr("No PIN unlocks from now on."));
}

RetentionDialog::RetentionDialog(app::Post &post, record::RetentionPolicy now, QWidget *parent)
    : PolicyDialog(post, QStringLiteral("retention"), tr("How long records stay here"),
                   tr("&Change the terms"), parent),
      m_policy(std::move(now)),
      m_form(new QComboBox(this)),
      m_own(new QCheckBox(tr("This form has &terms of its own"), this)),
      m_draft(numberBox(this, 1, 90, tr("Days of a draft"))),
      m_acknowledged(numberBox(this, 1, 3650, tr("Days of a record")))
{
    m_form->setAccessibleName(tr("Form"));
    m_form->addItem(tr("All forms"), QString());
    QStringList ids = m_policy.byForm.keys();
    for (const app::InterviewFormPtr &each : post.forms())
        ids.append(each->definition->formId());
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids))
        m_form->addItem(id, id);
    m_own->setAccessibleName(tr("This form has terms of its own"));
    DeedDialog::form()->addRow(tr("&Form:"), m_form);
    DeedDialog::form()->addRow(m_own);
    DeedDialog::form()->addRow(tr("&Drafts, days after the last answer:"), m_draft);
    DeedDialog::form()->addRow(tr("&Records, days after the server's receipt:"), m_acknowledged);
    addWords(
        tr("A shorter term erases: what is past it goes with the next run, and cannot be brought back. What "
           "the server has not acknowledged stays, and so does what is under hold."));
    connect(m_form, &QComboBox::currentIndexChanged, this, &RetentionDialog::showForm);
    connect(m_own, &QCheckBox::toggled, this, &RetentionDialog::noteChange);
    connect(m_draft, &QSpinBox::valueChanged, this, &RetentionDialog::noteChange);
    connect(m_acknowledged, &QSpinBox::valueChanged, this, &RetentionDialog::noteChange);
    showForm();
}

QString RetentionDialog::form() const { return m_form->currentData().toString(); }

void RetentionDialog::showForm()
{
    const bool isOwn = m_policy.byForm.contains(form());
    const record::RetentionRule rule = m_policy.ruleFor(form());
    const QSignalBlocker blockers[] = {QSignalBlocker(m_own), QSignalBlocker(m_draft),
                                       QSignalBlocker(m_acknowledged)};
    m_own->setVisible(!form().isEmpty());
    m_own->setChecked(isOwn);
    m_draft->setValue(int(rule.draft.count()));
    m_acknowledged->setValue(int(rule.acknowledged.count()));
    m_draft->setEnabled(form().isEmpty() || isOwn);
    m_acknowledged->setEnabled(form().isEmpty() || isOwn);
}

void RetentionDialog::noteChange()
{
    const record::RetentionRule typed{days(m_draft->value()), days(m_acknowledged->value())};
    if (form().isEmpty())
        m_policy.standard = typed;
    else if (m_own->isChecked())
        m_policy.byForm.insert(form(), typed);
    else
        m_policy.byForm.remove(form());
    showForm();
}

void RetentionDialog::act()
{
    const auto set = [policy = m_policy](store::Store &store,
                                         std::optional<store::Approval> approval) -> Result<> {
        if (!approval)
            return failure(ErrorCode::Denied, QStringLiteral("other terms need a second person"));
        return store.setRetentionPolicy(policy, std::move(*approval));
    };
    change(tr("Records are to stay here as long as this:") + QLatin1Char('\n') + retentionText(m_policy), set,
           tr("The new terms count from now on."));
}

ServerDialog::ServerDialog(app::Post &post, const std::optional<ShownServer> &now, QWidget *parent)
    : PolicyDialog(post, {}, tr("Server"), tr("&Change the server"), parent),
      m_address(new QLineEdit(this)),
      m_protocol(new QComboBox(this)),
      m_user(new QLineEdit(this)),
      m_password(new QLineEdit(this))
{
    m_address->setAccessibleName(tr("Address"));
    m_protocol->setAccessibleName(tr("Kind"));
    m_user->setAccessibleName(tr("User"));
    m_password->setAccessibleName(tr("Password"));
    makeSecret(m_password);
    m_protocol->addItem(tr("ODK Central, KoboToolbox, Ona (OpenRosa)"), int(sync::Protocol::OpenRosa));
    m_protocol->addItem(tr("Amparo gateway (thin links)"), int(sync::Protocol::Thin));
    addWords(
        tr("Whoever names the server gets the records. The address begins with https. Where it has a token "
           "in it, paste it whole: the token is kept in the store and shown nowhere."));
    form()->addRow(tr("&Address:"), m_address);
    form()->addRow(tr("&Kind:"), m_protocol);
    form()->addRow(tr("&User:"), m_user);
    form()->addRow(tr("Pass&word:"), m_password);
    if (now) {
        m_address->setText(now->address);
        m_protocol->setCurrentIndex(m_protocol->findData(int(now->protocol)));
        m_user->setText(now->user);
        m_password->setPlaceholderText(tr("As it is, where it is left empty"));
    }
}

void ServerDialog::act()
{
    const TypedServer typed{m_address->text().trimmed(), sync::Protocol(m_protocol->currentData().toInt()),
                            m_user->text().trimmed(), m_password->text()};
    const auto server = sync::parseServerAddress(typed.address);
    if (!server) {
        message()->say(Tone::Warning, tr("This is no address of a server. It begins with https:// and has no "
                                         "question mark."));
        return m_address->setFocus();
    }
    const auto set = [typed](store::Store &store, std::optional<store::Approval> approval) {
        sync::ServerRepository servers(store.settings());
        return servers.find()
            .and_then([&](const auto &kept) { return mergedServer(typed, kept); })
            .and_then(
                [&](const sync::ServerSettings &merged) { return servers.set(merged, std::move(approval)); });
    };
    change(tr("Records are to go to this server: %1").arg(server->address.toString()), set,
           tr("Records go to the new server from now on."));
}

}  // namespace amparo::desktop
