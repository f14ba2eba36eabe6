// How a screening leaves the page: final, discarded, or as a draft that is saved.

#include "app/desktop/screening/screening_page.h"

#include "app/desktop/screening/decision_bar.h"
#include "app/desktop/screening/discard_dialog.h"
#include "app/desktop/screening/questions_view.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace amparo::desktop {

void ScreeningPage::finalise()
{
    if (!m_interview || m_isEnding)
        return;
    m_questions->commit();
    m_decision->commit();
    const QList<record::Obstacle> obstacles = m_interview->obstacles();
    if (!m_mistyped.isEmpty() || !obstacles.isEmpty()) {
        m_mistyped.isEmpty() ? goTo(obstacles.first()) : m_questions->goTo(*m_mistyped.constBegin());
        m_decision->say(Tone::Warning, tr("Something is missing before the record can be final."));
        return;
    }
    record::Interview copy = *m_interview;  // stays as it is where the store refuses
    const Result<record::FinalRecord> record = copy.finalise();
    if (!record)
        return finalised(tl::make_unexpected(record.error()), draft());
    beginEnd();
    m_finalising.append(draft());
    m_saver.finalise(*record,
                     [page = QPointer<ScreeningPage>(this), draft = draft()](const Result<> &result) {
                         if (page)
                             page->finalised(result, draft);
                     });
}

void ScreeningPage::finalised(const Result<> &result, const store::UnsavedDraft &draft)
{
    const ScreeningId id = draft.screening.id;
    const bool isAtHand = m_interview && m_interview->screening().id == id;
    m_finalising.removeIf([id](const store::UnsavedDraft &one) { return one.screening.id == id; });
    if (!result && isAtHand) {
        m_isRefused = true;
        stayOpen();
    } else if (!result) {
        m_keeper.keep(draft);
    } else if (isAtHand) {
        leave();
        Q_EMIT finalised(id);
    }
    if (m_settleLater)
        settle(std::exchange(m_settleLater, nullptr));
}

void ScreeningPage::askToDiscard()
{
    if (!m_interview || m_isEnding)
        return;
    commit();  // a sign that is being typed counts
    const auto &assessment = m_interview->assessment();
    const int signs = assessment ? int(assessment->fired.size()) : 0;
    auto *dialog = new DiscardDialog(
        signs,
        [this, signs](record::DiscardReason reason, DraftSaver::Done done) {
            beginEnd();
            m_saver.discard(m_interview->screening().id, reason, signs, std::move(done));
        },
        this);
    connect(dialog, &DiscardDialog::refused, this, &ScreeningPage::stayOpen);
    connect(dialog, &DiscardDialog::done, this, [this](const QString &sentence) {
        leave();
        Q_EMIT discarded(sentence);
    });
    dialog->open();
}

void ScreeningPage::beginEnd()
{
    m_isEnding = true;
    m_isRefused = false;
    m_content->setEnabled(false);
    m_keeper.forget(m_interview->screening().id);
}

void ScreeningPage::stayOpen()
{
    m_isEnding = false;
    m_content->setEnabled(true);
    m_keeper.keep(draft());
}

void ScreeningPage::leave()
{
    m_interview.reset();
    m_isEnding = false;
    m_content->setEnabled(true);
    close();
}

void ScreeningPage::settle(std::function<void()> done)
{
    if (!m_finalising.isEmpty()) {
        m_settleLater = std::move(done);
        return;
    }
    commit();
    m_keeper.settle(std::move(done));
}

std::optional<store::UnsavedDraft> ScreeningPage::unsaved(ScreeningId id) const
{
    const QList<store::UnsavedDraft> drafts = m_keeper.unsaved();
    const auto found = std::ranges::find_if(
        drafts, [id](const store::UnsavedDraft &draft) { return draft.screening.id == id; });
    return found == drafts.end() ? std::nullopt : std::optional(*found);
}

bool ScreeningPage::isSaved() const { return m_finalising.isEmpty() && m_keeper.unsaved().isEmpty(); }

}  // namespace amparo::desktop
