#include "app/desktop/workplace.h"

#include "app/desktop/administration/administration_page.h"
#include "app/desktop/cards/help_cards_page.h"
#include "app/desktop/error_text.h"
#include "app/desktop/help/help_topic.h"
#include "app/desktop/lock/pin_dialog.h"
#include "app/desktop/records/records_page.h"
#include "app/desktop/referrals/referrals_page.h"
#include "app/desktop/reports/reports_page.h"
#include "app/desktop/screening/screening_page.h"
#include "app/desktop/sign_in/own_passphrase_dialog.h"
#include "app/desktop/sync/sync_dialog.h"
#include "app/desktop/today/today_page.h"
#include "app/desktop/training/training_page.h"
#include "app/desktop/widgets/privacy_shield.h"
#include "app/desktop/widgets/theme.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace amparo::desktop {

Workplace::Workplace(std::unique_ptr<app::Post> post, QWidget *parent)
    : QWidget(parent),
      m_post(std::move(post)),
      m_officer(m_post->officer().id),
      m_drafts(*m_post),
      m_encounters(*m_post),
      m_shield(new PrivacyShield(this)),
      m_content(new QWidget(m_shield)),
      m_bar(new TopBar(m_post->officer().displayName, m_post->description().demo, m_content)),
      m_pages(new QStackedWidget(m_content)),
      m_today(new TodayPage(*m_post, m_pages)),
      m_screening(new ScreeningPage(m_post->clock(), m_drafts, m_pages)),
      m_records(new RecordsPage(*m_post, m_pages)),
      m_reports(new ReportsPage(*m_post, m_pages)),
      m_referrals(new ReferralsPage(*m_post, m_pages)),
      m_cards(new HelpCardsPage(*m_post, m_pages)),
      m_training(new TrainingPage(*m_post, m_pages)),
      m_administration(new AdministrationPage(*m_post, m_pages))
{
    m_screening->showEncountersOf(m_encounters);
    m_screening->offerDiscarding();
    layOut();
    connectParts();
    for (int i = 0; i < TopBar::placeCount; ++i) {
        if (!isFor(Place(i)))
            m_bar->withdraw(Place(i));
    }
    m_bar->showSync(m_post->syncStatus());
    m_bar->showHealth(m_post->health());
    m_bar->offerPin(m_post->isPinAllowed());
    goTo(Place::Today);
}

// Pages use the post and the drafts, which are destroyed before children are.
Workplace::~Workplace()
{
    m_screening->close();
    delete m_pages;
    m_post.reset();
    for (const store::SealedDraft &draft : std::as_const(*m_drafts.left())) {
        if (m_sessions)
            m_sessions->hold(m_officer, draft);
    }
}

void Workplace::layOut()
{
    const std::pair<QWidget *, const char *> pages[TopBar::placeCount] = {
        // in the order of Place
        {m_today, "shift"},       {m_screening, "screening"},    {m_records, "records"},
        {m_reports, "reports"},   {m_referrals, "referrals"},    {m_cards, "help-cards"},
        {m_training, "training"}, {m_administration, "accounts"}};
    for (const auto &[page, topic] : pages) {
        m_pages->addWidget(page);
        setHelpTopic(page, topic);
    }
    setHelpTopic(m_bar, "sync");
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    m_shield->setContent(m_content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_shield);
}

void Workplace::connectParts()
{
    connect(m_bar, &TopBar::placeChosen, this, &Workplace::goTo);
    connect(m_bar, &TopBar::sendRequested, m_post.get(), &app::Post::sendNow);
    connect(m_bar, &TopBar::syncDetailsRequested, this, [this] { (new SyncDialog(*m_post, this))->open(); });
    connect(m_bar, &TopBar::lockRequested, this, &Workplace::lockRequested);
    connect(m_bar, &TopBar::officerChangeRequested, this, &Workplace::officerChangeRequested);
    connect(m_bar, &TopBar::signOutRequested, this, &Workplace::signOutRequested);
    connect(m_bar, &TopBar::helpRequested, this, &Workplace::helpRequested);
    connect(m_bar, &TopBar::aboutRequested, this, &Workplace::aboutRequested);
    connect(m_bar, &TopBar::pinRequested, this, &Workplace::askForPin);
    connect(m_bar, &TopBar::passphraseRequested, this,
            [this] { (new OwnPassphraseDialog(*m_post, this))->open(); });
    connect(m_post.get(), &app::Post::policiesChanged, this,
            [this] { m_bar->offerPin(m_post->isPinAllowed()); });
    connect(m_post.get(), &app::Post::syncStatusChanged, m_bar, &TopBar::showSync);
    connect(m_post.get(), &app::Post::healthChanged, m_bar, &TopBar::showHealth);
    connect(m_today, &TodayPage::screeningWanted, this, [this] { beginPrimary(); });
    connect(m_today, &TodayPage::questionnaireWanted, this,
            [this](const app::InterviewFormPtr &form) { begin(form, EncounterId::create()); });
    connect(m_today, &TodayPage::secondLineWanted, this, &Workplace::beginSecondLine);
    connect(m_today, &TodayPage::draftWanted, this, [this](ScreeningId draft) {
        resume(draft, {Place::Screening, {}, {}});
    });
    connect(m_screening, &ScreeningPage::anotherTravellerRead, this, [this](const QString &mrz) {
        if (beginPrimary())
            m_screening->readMrz(mrz);
    });
    connect(m_screening, qOverload<ScreeningId>(&ScreeningPage::finalised), this, &Workplace::announce);
    connect(m_screening, &ScreeningPage::discarded, this, [this](const QString &sentence) {
        goTo(Place::Today);
        m_today->say(Tone::Good, sentence);
    });
    connect(m_cards, &HelpCardsPage::hideRequested, this, [this] { m_shield->setCovered(true); });
}

bool Workplace::isFor(Place place) const
{
    using record::Permission;
    const auto may = [this](Permission permission) {
        return record::may(m_post->officer().role, permission);
    };
    switch (place) {
    case Place::Screening:
        return may(Permission::Screen);
    case Place::Records:
        return may(Permission::ReadRecords);
    case Place::Reports:
        return may(Permission::ExportReports);
    case Place::Administration:
        return AdministrationPage::isFor(m_post->officer().role);
    case Place::Today:
    case Place::Referrals:
    case Place::HelpCards:
    case Place::Training:
        return true;
    }
    Q_UNREACHABLE();
}

void Workplace::goTo(Place place)
{
    if (!isFor(place))
        return;
    m_pages->setCurrentIndex(int(place));
    m_bar->showPlace(place);
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged();
}

Workplace::Place Workplace::place() const { return Place(m_pages->currentIndex()); }

void Workplace::askForPin()
{
    auto *dialog = new PinDialog(*m_post, this);
    connect(dialog, &PinDialog::pinSet, this, &Workplace::pinSet);
    dialog->open();
}

Standing Workplace::standing() const
{
    Standing standing{place(), {}, m_screening->question()};
    if (const auto *interview = m_screening->interview())
        standing.draft = interview->screening().id;
    return standing;
}

void Workplace::holdIn(LockedSessions &sessions) { m_sessions = &sessions; }

void Workplace::commit() { m_screening->commit(); }

bool Workplace::isSaved() const
{
    return m_screening->isSaved() && (!m_sessions || m_sessions->held(m_officer).isEmpty());
}

void Workplace::settle(std::function<void()> done) { m_screening->settle(std::move(done)); }

// A draft that has become final meanwhile, or is another's now, is no way back: then it is Today.
void Workplace::resume(const Standing &standing)
{
    const auto held = m_sessions ? m_sessions->held(m_officer) : QList<store::SealedDraft>();
    if (!held.isEmpty())
        takeBack(held, standing);
    else if (standing.draft)
        resume(*standing.draft, standing);
    else
        goTo(standing.place);
}

// They wait until the page has them: the session may be locked again before the store has answered.
void Workplace::takeBack(const QList<store::SealedDraft> &held, const Standing &back)
{
    using Drafts = QList<store::UnsavedDraft>;
    m_post->store().run(
        this,
        [held](store::Store &store) -> Result<Drafts> {
            Drafts drafts;
            for (const store::SealedDraft &sealed : held) {
                const auto draft = store.openDraft(sealed);
                if (!draft)
                    return tl::make_unexpected(draft.error());
                drafts.append(*draft);
            }
            return drafts;
        },
        [this, back](const Result<Drafts> &drafts) {
            if (!drafts)
                return refuse(drafts.error());
            m_sessions->release(m_officer);
            for (const store::UnsavedDraft &draft : *drafts)
                m_screening->keep(draft);
            resume(back);
        });
}

bool Workplace::isTraining() const { return m_pages->currentWidget() == m_training; }

bool Workplace::isCovered() const { return m_shield->isCovered(); }

void Workplace::readMrz(const QString &mrz)
{
    if (isCovered() || m_training->readMrz(mrz))
        return;
    if (m_screening->interview())
        goTo(Place::Screening);
    else if (!beginPrimary())
        return;
    m_screening->readMrz(mrz);
}

bool Workplace::beginPrimary()
{
    return begin(app::formFor(m_post->forms(), record::Purpose::Primary), EncounterId::create());
}

bool Workplace::cannotBegin(const QString &sentence, Tone tone)
{
    goTo(Place::Today);
    m_today->say(tone, sentence);
    return false;
}

bool Workplace::begin(const app::InterviewFormPtr &form, EncounterId encounter,
                      const std::optional<traveller::Traveller> &who)
{
    if (!isFor(Place::Screening))
        return cannotBegin(tr("Your account holds no interviews: an officer signs in for that."));
    if (!m_post->shift())
        return cannotBegin(tr("Open the shift first, then read the document again."));
    if (const auto obstacle = TopBar::obstacleIn(m_post->health()))
        return cannotBegin(*obstacle, Tone::Danger);
    Result<record::Interview> interview =
        failure(ErrorCode::NotFound, QStringLiteral("no installed form has this purpose"));
    if (form)
        interview = record::Interview::begin(form, encounter, m_post->setting(QLocale().bcp47Name()));
    if (!interview) {
        refuse(interview.error());
        return false;
    }
    if (who)
        interview->setTraveller(*who);
    goTo(Place::Screening);
    m_screening->open(std::move(*interview));
    return true;
}

void Workplace::beginSecondLine(EncounterId encounter)
{
    m_post->store().run(
        this, [encounter](store::Store &store) { return store.screenings().ofEncounter(encounter); },
        [this, encounter](const Result<QList<record::Screening>> &before) {
            if (!before)
                return refuse(before.error());
            const record::Purpose talk = record::talkAfter(*before, m_post->clock().today());
            const app::InterviewFormPtr form = app::formFor(m_post->forms(), talk);
            begin(form ? form : app::formFor(m_post->forms(), record::Purpose::Second), encounter,
                  before->isEmpty() ? std::nullopt : std::optional(before->first().traveller));
        });
}

void Workplace::resume(ScreeningId draft, const Standing &back)
{
    if (const auto unsaved = m_screening->unsaved(draft))  // newer than what the store has
        return resume(unsaved->screening, unsaved->answers, back);
    struct Kept {
        record::Screening screening;
        QByteArray answers;
    };
    m_post->store().run(
        this,
        [draft](store::Store &store) -> Result<Kept> {
            const auto screening = store.screenings().find(draft);
            if (!screening)
                return tl::make_unexpected(screening.error());
            if (!*screening)
                return failure(ErrorCode::NotFound, QStringLiteral("no such draft"));
            if ((*screening)->state != record::State::Draft)
                return Kept{**screening, {}};
            return store.screenings().answers(draft).map([&](const QByteArray &answers) {
                return Kept{**screening, answers};
            });
        },
        [this, back](const Result<Kept> &kept) {
            if (!kept)
                refuse(kept.error());
            else if (kept->screening.state != record::State::Draft)
                announce(kept->screening.id);  // it was being made final when the session was locked
            else
                resume(kept->screening, kept->answers, back);
        });
}

void Workplace::resume(const record::Screening &draft, const QByteArray &answers, const Standing &back)
{
    if (draft.officer != m_officer) {
        cannotBegin(tr("A colleague began this draft: only who began it can go on with it."));
        return;
    }
    if (!m_post->shift())
        return m_today->say(Tone::Warning, tr("Open the shift first, then go on with the draft."));
    m_post->findForm(this, draft.formId, draft.formVersion,
                     [this, draft, answers, back](const Result<app::InterviewFormPtr> &form) {
                         if (!form)
                             return refuse(form.error());
                         auto interview = record::Interview::resume(*form, draft, answers,
                                                                    m_post->setting(QLocale().bcp47Name()));
                         if (!interview)
                             return refuse(interview.error());
                         goTo(Place::Screening);
                         m_screening->open(std::move(*interview));
                         if (!back.question.isEmpty())
                             m_screening->goToQuestion(back.question);
                         if (back.place != Place::Screening)
                             goTo(back.place);
                     });
}

void Workplace::refuse(const Error &error)
{
    goTo(Place::Today);
    m_today->say(Tone::Danger, errorText(Act::OpenScreening, error));
}

void Workplace::announce(ScreeningId)
{
    goTo(Place::Today);
    m_today->say(Tone::Good, m_post->syncStatus().isConfigured
                                 ? tr("The record is final and goes out by itself when there is a link.")
                                 : tr("The record is final and kept on this computer."));
}

}  // namespace amparo::desktop
