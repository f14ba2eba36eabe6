#include "app/desktop/approval/policy_dialog.h"

#include "app/desktop/administration/policies.h"
#include "app/desktop/approval/second_person_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/finding.h"

namespace amparo::desktop {

using record::Permission;

PolicyDialog::PolicyDialog(app::Post &post, const QString &key, const QString &title, const QString &deed,
                           QWidget *parent)
    : DeedDialog(title, deed, parent), m_post(post), m_key(key)
{}

QString PolicyDialog::trouble(const Error &error) const { return errorText(Act::SetPolicy, error); }

void PolicyDialog::run(const Change &change, std::optional<store::Approval> approval,
                       std::function<void(const Outcome &)> done)
{
    begin(tr("Changing the policy…"));
    const auto yes = std::make_shared<std::optional<store::Approval>>(std::move(approval));
    m_post.store().run(
        this,
        [change, yes, key = m_key](store::Store &store) {
            return Outcome{change(store, std::move(*yes)), isManaged(store, key)};
        },
        std::move(done));
}

void PolicyDialog::tell(const Outcome &outcome, const QString &sentence)
{
    if (outcome.changed)
        return finish(sentence);
    fail(outcome.isManaged ? managedText() : trouble(outcome.changed.error()));
}

void PolicyDialog::change(const QString &what, const Change &change, const QString &sentence)
{
    run(change, std::nullopt, [this, what, change, sentence](const Outcome &outcome) {
        const bool isAsked = !outcome.changed && outcome.changed.error().code == ErrorCode::Denied &&
                             !outcome.isManaged &&
                             record::may(m_post.officer().role, Permission::SetPolicies);
        isAsked ? ask(what, change, sentence) : tell(outcome, sentence);
    });
}

void PolicyDialog::ask(const QString &what, const Change &change, const QString &sentence)
{
    pause();
    auto *dialog = new SecondPersonDialog(
        m_post, Permission::SetPolicies, what,
        [this, change, sentence](store::Approval approval) {
            run(change, std::move(approval),
                [this, sentence](const Outcome &outcome) { tell(outcome, sentence); });
        },
        this);
    dialog->open();
}

}  // namespace amparo::desktop
