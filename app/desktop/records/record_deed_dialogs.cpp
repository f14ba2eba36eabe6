#include "app/desktop/records/record_deed_dialogs.h"

#include "app/desktop/approval/second_person_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/finding.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QTimeZone>

namespace amparo::desktop {

using record::ErasureReason;
using record::Permission;

EraseDialog::EraseDialog(app::Post &post, ScreeningId record, QWidget *parent)
    : DeedDialog(tr("Erase before term"), tr("&Erase"), parent),
      m_post(post),
      m_record(record),
      m_reason(new QComboBox(this))
{
    setHelpTopic(this, "second-person");
    addWords(
        tr("All records of this person at this post are erased and cannot be brought back; date, reason and "
           "the server's receipt stay. The server's copy is the server's to erase, and backups hold the "
           "records until they expire."));
    m_reason->setAccessibleName(tr("Reason"));
    for (const ErasureReason reason :
         {ErasureReason::PersonRequest, ErasureReason::CourtOrder, ErasureReason::AuthorityOrder})
        m_reason->addItem(text(reason), int(reason));
    form()->addRow(tr("&Reason:"), m_reason);
}

void EraseDialog::act()
{
    const auto reason = ErasureReason(m_reason->currentData().toInt());
    message()->say(Tone::Neutral, QString());
    auto *dialog = new SecondPersonDialog(
        m_post, Permission::EraseRecords,
        tr("Erase all records of the person whose record is open, before their term. Reason: %1.")
            .arg(text(reason)),
        [this, reason](store::Approval approval) { erase(reason, std::move(approval)); }, this);
    dialog->open();
}

void EraseDialog::erase(ErasureReason reason, store::Approval approval)
{
    begin(tr("Erasing…"));
    const auto yes = std::make_shared<store::Approval>(std::move(approval));
    m_post.change(
        this,
        [id = m_record, reason, yes](store::Store &store) {
            return store.erasures()
                .erase(id, reason, QTimeZone::systemTimeZone(), std::move(*yes))
                .and_then([&] { return store.erasures().scrub(); });
        },
        [this](const Result<> &erased) {
            if (erased)
                return finish(tr("All records of this person are erased."));
            fail(erased.error().code == ErrorCode::Conflict
                     ? tr("A record of this person is kept beyond its term, or is being sent right now. "
                          "Nothing was "
                          "erased.")
                     : errorText(Act::EraseRecord, erased.error()));
        });
}

HoldDialog::HoldDialog(app::Post &post, ScreeningId record, QWidget *parent)
    : DeedDialog(tr("Keep beyond term"), tr("&Keep"), parent),
      m_post(post),
      m_record(record),
      m_reference(new QLineEdit(this))
{
    setHelpTopic(this, "second-person");
    addWords(
        tr("The records of this person stay, whatever their term, until the hold is ended by two people."));
    m_reference->setAccessibleName(tr("Reference"));
    m_reference->setMaxLength(40);
    form()->addRow(tr("&Reference of the court or authority, no name:"), m_reference);
    m_reference->setFocus();
}

void HoldDialog::act()
{
    begin(tr("Setting the hold…"));
    m_post.store().run(
        this,
        [id = m_record, reference = m_reference->text().trimmed()](store::Store &store) {
            return store.legalHolds().set(id, reference);
        },
        [this](const Result<> &held) { answered(held); });
}

void HoldDialog::answered(const Result<> &held)
{
    if (held)
        return finish(tr("The records of this person stay until the hold is ended."));
    if (held.error().code == ErrorCode::InvalidInput)
        fail(tr("A reference has 1 to 40 letters, digits and the signs - . / _"));
    else if (held.error().code == ErrorCode::Conflict)
        fail(tr("They are kept under this reference already."));
    else
        fail(errorText(Act::HoldRecord, held.error()));
    m_reference->setFocus();
}

ReleaseDialog::ReleaseDialog(app::Post &post, ScreeningId record, const QStringList &references,
                             QWidget *parent)
    : DeedDialog(tr("End the hold"), tr("&End the hold"), parent),
      m_post(post),
      m_record(record),
      m_reference(new QComboBox(this))
{
    setHelpTopic(this, "second-person");
    addWords(tr("What is past its term is erased with the next run."));
    m_reference->setAccessibleName(tr("Reference"));
    m_reference->addItems(references);
    form()->addRow(tr("&Reference:"), m_reference);
}

void ReleaseDialog::act()
{
    const QString reference = m_reference->currentText();
    message()->say(Tone::Neutral, QString());
    auto *dialog = new SecondPersonDialog(
        m_post, Permission::ReleaseRecords,
        tr("End the hold %1 on the records of the person whose record is open. What is past its term is then "
           "erased.")
            .arg(reference),
        [this, reference](store::Approval approval) { release(reference, std::move(approval)); }, this);
    dialog->open();
}

void ReleaseDialog::release(const QString &reference, store::Approval approval)
{
    begin(tr("Ending the hold…"));
    const auto yes = std::make_shared<store::Approval>(std::move(approval));
    m_post.store().run(
        this,
        [id = m_record, reference, yes](store::Store &store) {
            return store.legalHolds().release(id, reference, std::move(*yes));
        },
        [this](const Result<> &released) {
            released ? finish(tr("The hold is ended."))
                     : fail(errorText(Act::ReleaseRecord, released.error()));
        });
}

}  // namespace amparo::desktop
