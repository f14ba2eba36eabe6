#pragma once

#include "app/desktop/lock/locked_sessions.h"
#include "app/desktop/post_drafts.h"
#include "app/desktop/post_encounters.h"
#include "app/desktop/top_bar.h"
#include "app/desktop/widgets/theme.h"
#include "app/post.h"

#include <QWidget>

#include <functional>
#include <memory>

class QStackedWidget;

namespace amparo::desktop {

class AdministrationPage;
class HelpCardsPage;
class PrivacyShield;
class RecordsPage;
class ReferralsPage;
class ReportsPage;
class ScreeningPage;
class TodayPage;
class TrainingPage;

/// All that a signed-in officer sees: the bar and the pages, over one open post. Destruction hands open
/// drafts to the store, waits for them and closes it; what the store does not take waits where holdIn() says.
class Workplace : public QWidget {
    Q_OBJECT

public:
    explicit Workplace(std::unique_ptr<app::Post> post, QWidget *parent = nullptr);
    ~Workplace() override;

    app::Post &post() { return *m_post; }

    /// Whether what is seen is practice with invented travellers.
    bool isTraining() const;

    /// The privacy key has taken all of it from the screen.
    bool isCovered() const;

    /// Where answers that are not saved wait for the officer to come back. Borrowed, and outlives this.
    void holdIn(LockedSessions &sessions);

    /// Where the officer is now, for when the session is locked.
    Standing standing() const;

    /// Takes the officer back there, as far as it is still there, and to the answers that wait.
    void resume(const Standing &standing);

    /// Takes what is being typed as answers; isSaved() tells whether all of them are in the store. settle()
    /// calls `done` once that can be told for certain; in the place of an earlier one.
    void commit();
    bool isSaved() const;
    void settle(std::function<void()> done);

    /// What a reader typed: for the training, where it is a specimen; for the open screening, or else the
    /// beginning of a new one.
    void readMrz(const QString &mrz);

Q_SIGNALS:
    void lockRequested();
    void officerChangeRequested();
    void signOutRequested();
    void helpRequested();
    void aboutRequested();
    void pinSet(amparo::store::QuickUnlock *pin);  ///< the receiver owns it
    void placeChanged();

private:
    using Place = TopBar::Place;

    void layOut();
    void connectParts();
    bool isFor(Place place) const;  ///< the table of permissions opens it to who is signed in
    void goTo(Place place);
    Place place() const;
    void askForPin();
    /// Whether it was begun; why not stands on the page Today.
    bool begin(const app::InterviewFormPtr &form, EncounterId encounter,
               const std::optional<traveller::Traveller> &who = std::nullopt);
    bool cannotBegin(const QString &sentence, Tone tone = Tone::Warning);  ///< says so: false
    bool beginPrimary();
    void beginSecondLine(EncounterId encounter);
    void takeBack(const QList<store::SealedDraft> &held, const Standing &back);
    void resume(ScreeningId draft, const Standing &back);
    void resume(const record::Screening &draft, const QByteArray &answers, const Standing &back);
    void refuse(const Error &error);  ///< a screening could not be opened
    void announce(ScreeningId finalised);

    std::unique_ptr<app::Post> m_post;
    const OfficerId m_officer;
    LockedSessions *m_sessions = nullptr;  ///< null: nothing waits for the officer
    PostDrafts m_drafts;
    PostEncounters m_encounters;
    PrivacyShield *m_shield;
    QWidget *m_content;
    TopBar *m_bar;
    QStackedWidget *m_pages;
    TodayPage *m_today;
    ScreeningPage *m_screening;
    RecordsPage *m_records;
    ReportsPage *m_reports;
    ReferralsPage *m_referrals;
    HelpCardsPage *m_cards;
    TrainingPage *m_training;
    AdministrationPage *m_administration;
};

}  // namespace amparo::desktop
