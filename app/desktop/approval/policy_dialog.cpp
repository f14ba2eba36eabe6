#include "app/desktop/approval/policy_dialog.h"

#include "app/desktop/approval/second_person_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/finding.h"

namespace amparo::desktop {

using record::Permission;

PolicyDialog::PolicyDialog(app::Post &post, const QString &title, const QString &deed, QWidget *parent)
    : DeedDialog(title, deed, parent), m_post(post)
{}

QString PolicyDialog::trouble(const Error &error) const { return errorText(Act::SetPolicy, error); }

void PolicyDialog::run(const Change &change, std::optional<store::Approval> approval,
                       std::function<void(const Result<> &)> done)
{
    begin(tr("Changing the policy…"));
    const auto yes = std::make_shared<std::optional<store::Approval>>(std::move(approval));
    m_post.store().run(
        this, [change, yes](store::Store &store) { return change(store, std::move(*yes)); }, std::move(done));
}

void PolicyDialog::change(const QString &what, const Change &change, const QString &sentence)
{
    run(change, std::nullopt, [this, what, change, sentence](const Result<> &changed) {
        if (changed)
            return finish(sentence);
        const bool isAsked = changed.error().code == ErrorCode::Denied &&
                             record::may(m_post.officer().role, Permission::SetPolicies);
        isAsked ? ask(what, change, sentence) : fail(trouble(changed.error()));
    });
}

void PolicyDialog::ask(const QString &what, const Change &change, const QString &sentence)
{
    pause();
    auto *dialog = new SecondPersonDialog(
        m_post, Permission::SetPolicies, what,
        [this, change, sentence](store::Approval approval) {
            run(change, std::move(approval), [this, sentence](const Result<> &changed) {
                changed ? finish(sentence) : fail(trouble(changed.error()));
            });
        },
        this);
    dialog->open();
}

}  // namespace amparo::desktop
