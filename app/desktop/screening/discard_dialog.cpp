#include "app/desktop/screening/discard_dialog.h"

#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/texts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPointer>

#include <utility>

namespace amparo::desktop {

DiscardDialog::DiscardDialog(int signs, Discard discard, QWidget *parent)
    : DeedDialog(tr("Discard the draft"), tr("&Discard"), parent),
      m_discard(std::move(discard)),
      m_reason(new QComboBox(this))
{
    setHelpTopic(this, "drafts");
    addWords(tr(
        "The draft and its answers cannot be brought back. The audit log keeps who discarded it and why."));
    if (signs > 0)
        addWords(tr("%n sign(s) are noted in it. If the traveller is real, make the record final instead.",
                    nullptr, signs));
    using record::DiscardReason;
    m_reason->setAccessibleName(tr("Reason"));
    for (const DiscardReason reason :
         {DiscardReason::Mistake, DiscardReason::Repeated, DiscardReason::Practice})
        m_reason->addItem(text(reason), int(reason));
    form()->addRow(tr("&Reason:"), m_reason);
}

void DiscardDialog::act()
{
    begin(tr("Discarding…"));
    m_discard(record::DiscardReason(m_reason->currentData().toInt()),
              [dialog = QPointer<DiscardDialog>(this)](const Result<> &discarded) {
                  if (!dialog)
                      return;
                  if (discarded)
                      return dialog->finish(tr("The draft is discarded."));
                  dialog->fail(errorText(Act::DiscardDraft, discarded.error()));
                  Q_EMIT dialog->refused();
              });
}

}  // namespace amparo::desktop
