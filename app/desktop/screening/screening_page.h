#pragma once

#include "app/desktop/screening/draft_keeper.h"
#include "app/desktop/screening/question.h"
#include "base/clock.h"
#include "record/interview.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QStackedLayout;

namespace amparo::desktop {

class DecisionBar;
class EncounterPanel;
class EncounterSource;
class Outline;
class QuestionsView;
class RiskPanel;
class TravellerStrip;

/// One screening from the document to the decision. Keys: F2 F3 F4 or Alt+1 2 3 decide, F6 the document's
/// lines, F7 the document by hand, F8 what is missing next, Ctrl+Up and Ctrl+Down the parts of the form,
/// Ctrl+Enter makes it final; digits and letters answer the checklist.
///
/// Each answer goes to the saver at once; the page waits for nothing.
class ScreeningPage : public QWidget {
    Q_OBJECT

public:
    /// Both are borrowed.
    ScreeningPage(const Clock &clock, DraftSaver &saver, QWidget *parent = nullptr);
    ~ScreeningPage() override;

    /// Tells of earlier encounters with the traveller, looked up there. Borrowed.
    void showEncountersOf(EncounterSource &source);

    /// An officer may forget the draft at hand, with a reason. Not where all is practice.
    void offerDiscarding();

    /// Shows a new or resumed interview. What was open before has been handed to the saver.
    void open(record::Interview interview);

    /// Shows none; likewise. What was being typed is a part of what is handed over.
    void close();

    /// What the store has not taken yet, of this screening or another: tried until it does.
    void keep(const store::UnsavedDraft &draft) { m_keeper.keep(draft); }
    std::optional<store::UnsavedDraft> unsaved(ScreeningId id) const;  ///< such a one

    /// As if the focus left every field.
    void commit();

    /// Commits, and calls `done` once it is known what of it could be saved. In the place of an earlier one.
    void settle(std::function<void()> done);
    bool isSaved() const;  ///< all that was committed, for certain

    /// The interview at hand; null: none.
    const record::Interview *interview() const { return m_interview ? &*m_interview : nullptr; }

    /// What a reader typed. Without an open interview it changes nothing: false.
    bool readMrz(const QString &text);

    /// The parts of the form on the left; without them there is more room for what stands beside the page.
    void showOutline(bool shown);

    void goToQuestions();                            ///< to the first of them
    void goToQuestion(const QString &path);          ///< if it is there
    QString question() const { return m_question; }  ///< path of the last that had the focus; empty: none

Q_SIGNALS:
    void finalised(amparo::ScreeningId id);
    void discarded(const QString &sentence);        ///< the draft at hand; the sentence says so
    void anotherTravellerRead(const QString &mrz);  ///< the officer wants a new screening for this document

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addShortcuts();
    void answer(const QString &path, const QString &value);
    void changed();  ///< an answer, the person or the decision: shows it and saves it
    void refresh();
    void goTo(const record::Obstacle &obstacle);
    void goToNextObstacle();
    void finalise();
    void finalised(const Result<> &result, const store::UnsavedDraft &draft);
    void askToDiscard();
    void beginEnd();  ///< nothing more is saved of the draft, and nobody changes it
    void stayOpen();  ///< the store refused: it goes on as a draft
    void leave();     ///< nothing of it is handed to the saver
    void showDraftState();
    store::UnsavedDraft draft() const { return {m_interview->screening(), m_interview->answers()}; }
    void retranslate();

    const Clock &m_clock;
    DraftSaver &m_saver;
    DraftKeeper m_keeper;
    std::optional<record::Interview> m_interview;
    QList<Question> m_questionList;
    QString m_question;
    QSet<QString> m_mistyped;                 ///< questions whose typed text is no answer
    bool m_isEnding = false;                  ///< it is being made final or discarded
    bool m_isRefused = false;                 ///< the store did not make it final as it stands
    QList<store::UnsavedDraft> m_finalising;  ///< drafts unless the store answers that they are none
    std::function<void()> m_settleLater;      ///< asked for meanwhile

    QStackedLayout *m_stack;
    QLabel *m_empty;
    QWidget *m_content;
    TravellerStrip *m_traveller;
    Outline *m_outline;
    QuestionsView *m_questions;
    RiskPanel *m_risk;
    EncounterPanel *m_encounters;
    DecisionBar *m_decision;
    QWidget *m_outlineCard = nullptr;
    QWidget *m_encountersCard = nullptr;
};

}  // namespace amparo::desktop
