#include "app/desktop/screening/screening_page.h"

#include "app/desktop/help/help_topic.h"
#include "app/desktop/help/questionnaire_topic.h"
#include "app/desktop/screening/decision_bar.h"
#include "app/desktop/screening/encounter_panel.h"
#include "app/desktop/screening/outline.h"
#include "app/desktop/screening/questions_view.h"
#include "app/desktop/screening/risk_panel.h"
#include "app/desktop/screening/traveller_strip.h"
#include "app/desktop/texts.h"
#include "app/desktop/widgets/card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace amparo::desktop {

ScreeningPage::ScreeningPage(const Clock &clock, DraftSaver &saver, QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_saver(saver),
      m_keeper(saver),
      m_stack(new QStackedLayout(this)),
      m_empty(new QLabel(this)),
      m_content(new QWidget(this)),
      m_traveller(new TravellerStrip(m_content)),
      m_outline(new Outline(m_content)),
      m_questions(new QuestionsView(m_content)),
      m_risk(new RiskPanel(m_content)),
      m_encounters(new EncounterPanel(m_content)),
      m_decision(new DecisionBar(m_content))
{
    layOut();
    connectParts();
    addShortcuts();
    retranslate();
}

// As for QuestionsView: parts that are destroyed move the focus, and would report it to what is left of the
// page.
ScreeningPage::~ScreeningPage()
{
    for (QWidget *part : {static_cast<QWidget *>(m_traveller), static_cast<QWidget *>(m_outline),
                          static_cast<QWidget *>(m_questions), static_cast<QWidget *>(m_decision)})
        part->disconnect(this);
    m_keeper.disconnect(this);
    for (const store::UnsavedDraft &draft : std::as_const(m_finalising))
        m_keeper.keep(draft);  // nobody waits for the answer any more
}

void ScreeningPage::showEncountersOf(EncounterSource &source)
{
    m_encounters->lookUpIn(&source);
    m_encountersCard->show();
}

void ScreeningPage::offerDiscarding() { m_decision->offerDiscarding(); }

void ScreeningPage::open(record::Interview interview)
{
    commit();
    m_interview = std::move(interview);
    m_question.clear();
    m_mistyped.clear();
    m_isEnding = false;
    m_isRefused = false;
    m_content->setEnabled(true);
    m_traveller->reset();
    m_traveller->offerLanguages(m_interview->form(), m_interview->session().language());
    m_stack->setCurrentWidget(m_content);
    setHelpTopic(this, questionnaireTopic(m_interview->form().purpose));
    refresh();
    m_keeper.keep(draft());
    m_questions->goToFirst();
}

void ScreeningPage::close()
{
    commit();
    m_interview.reset();
    m_questionList.clear();
    m_questions->present({}, {});
    m_outline->present({});
    m_traveller->reset();
    m_traveller->present({}, m_clock.today());
    m_stack->setCurrentWidget(m_empty);
}

bool ScreeningPage::readMrz(const QString &text)
{
    if (!m_interview || m_isEnding)
        return false;
    m_traveller->read(text, m_clock.today());
    return true;
}

void ScreeningPage::showOutline(bool shown) { m_outlineCard->setVisible(shown); }

// As if the focus left every field.
void ScreeningPage::commit()
{
    if (!m_interview || m_isEnding)
        return;
    m_questions->commit();
    m_decision->commit();
    m_traveller->commit();
}

void ScreeningPage::goToQuestion(const QString &path) { m_questions->goTo(path); }

void ScreeningPage::goToQuestions() { m_questions->goToFirst(); }

void ScreeningPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_interview)
            refresh();
    }
}

void ScreeningPage::keyPressEvent(QKeyEvent *event)
{
    if (!m_interview || !m_questions->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void ScreeningPage::layOut()
{
    const int gap = space(fontMetrics(), 1);
    const int character = fontMetrics().averageCharWidth();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(gap);
    Card *outline = inCard(m_outline, m_content);
    Card *risk = inCard(m_risk, m_content);
    outline->setFixedWidth(character * 30);
    m_outlineCard = outline;
    risk->setFixedWidth(character * 46);
    middle->addWidget(outline);
    middle->addWidget(inCard(m_questions, m_content), 1);
    auto *beside = new QVBoxLayout;
    m_encountersCard = inCard(m_encounters, m_content);
    m_encountersCard->setFixedWidth(character * 46);
    m_encountersCard->hide();
    beside->setSpacing(gap);
    beside->addWidget(risk, 1);
    beside->addWidget(m_encountersCard);
    middle->addLayout(beside);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_traveller);
    column->addLayout(middle, 1);
    column->addWidget(m_decision);
    setHelpTopic(m_traveller, "document-reader");
    setHelpTopic(m_risk, "indicators");
    setHelpTopic(m_encounters, "encounters");
    setHelpTopic(m_decision, "decisions");
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    setTabOrder(m_traveller, m_questions);
    setTabOrder(m_questions, m_decision);
    setTabOrder(m_decision, m_outline);
    setTabOrder(m_outline, m_encounters);
}

void ScreeningPage::connectParts()
{
    connect(m_traveller, &TravellerStrip::travellerRead, this, [this](const traveller::Traveller &traveller) {
        m_interview->setTraveller(traveller);
        changed();
    });
    connect(m_traveller, &TravellerStrip::languageChosen, this, [this](const QString &language) {
        m_interview->setLanguage(language);
        changed();
    });
    connect(m_traveller, &TravellerStrip::anotherTravellerRead, this, &ScreeningPage::anotherTravellerRead);
    connect(m_outline, &Outline::sectionChosen, m_questions, &QuestionsView::goTo);
    connect(m_questions, &QuestionsView::answered, this, &ScreeningPage::answer);
    connect(m_questions, &QuestionsView::currentChanged, this, [this](const QString &path) {
        m_question = path;
        m_interview->show(path);
        m_outline->showCurrent(m_questionList, path);
    });
    connect(m_questions, &QuestionsView::lastFinished, m_decision, &DecisionBar::goToDecision);
    connect(m_questions, &QuestionsView::repeatAdded, this, [this](const QString &path) {
        const auto added = m_interview->addRepeat(path);
        changed();
        if (added)
            m_questions->goTo(*added);
    });
    connect(m_questions, &QuestionsView::repeatRemoved, this, [this](const QString &path) {
        if (m_interview->removeRepeat(path))
            changed();
    });
    connect(m_decision, &DecisionBar::decided, this, [this](const std::optional<record::Verdict> &verdict) {
        m_interview->setVerdict(verdict);
        changed();
        if (m_interview->departsFromAdvice() && verdict->reason.isEmpty())
            m_decision->goToReason();
    });
    connect(m_decision, &DecisionBar::obstacleChosen, this, &ScreeningPage::goTo);
    connect(m_decision, &DecisionBar::finaliseRequested, this, &ScreeningPage::finalise);
    connect(m_decision, &DecisionBar::discardRequested, this, &ScreeningPage::askToDiscard);
    connect(&m_keeper, &DraftKeeper::stateChanged, this, &ScreeningPage::showDraftState);
}

// Window-wide, since one of them may be pressed with the focus on the navigation; a hidden parent silences
// them.
void ScreeningPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &key, QWidget *where, auto deed) {
        connect(new QShortcut(key, where), &QShortcut::activated, this, deed);
    };
    const std::pair<record::Decision, QList<QKeySequence>> decisions[] = {
        {record::Decision::Clear, {Qt::Key_F2, Qt::ALT | Qt::Key_1}},
        {record::Decision::SecondLine, {Qt::Key_F3, Qt::ALT | Qt::Key_2}},
        {record::Decision::UrgentProtection, {Qt::Key_F4, Qt::ALT | Qt::Key_3}}};
    for (const auto &[decision, keys] : decisions) {
        for (const QKeySequence &key : keys)
            add(key, m_content, [this, chosen = decision] { m_decision->decide(chosen); });
    }
    add(Qt::Key_F6, m_content, [this] { m_traveller->focusEntry(); });
    add(Qt::Key_F7, m_content, [this] { m_traveller->typeByHand(); });
    add(Qt::Key_F8, m_content, [this] { goToNextObstacle(); });
    add(Qt::CTRL | Qt::Key_Up, m_content, [this] { m_outline->step(-1); });
    add(Qt::CTRL | Qt::Key_Down, m_content, [this] { m_outline->step(1); });
    add(Qt::CTRL | Qt::Key_Return, m_content, [this] { finalise(); });
    add(Qt::CTRL | Qt::Key_Enter, m_content, [this] { finalise(); });
}

void ScreeningPage::answer(const QString &path, const QString &value)
{
    if (!m_interview)
        return;
    if (const Result<> set = m_interview->setAnswer(path, value); !set) {
        m_mistyped.insert(path);
        m_questions->complain(path, mistypedText(m_interview->session().definition().type(path)));
        return;
    }
    m_mistyped.remove(path);
    changed();
    const auto item = m_interview->session().item(path);
    m_questions->complain(path, item ? item->constraintMessage : QString());
}

void ScreeningPage::changed()
{
    m_isRefused = false;
    refresh();
    m_keeper.keep(draft());
}

void ScreeningPage::refresh()
{
    const QString language = m_interview->session().language();
    m_questionList = questionsOf(m_interview->session(), [this](const QString &path) {
        return m_interview->fields().isSupplied(path);
    });
    const auto own = m_interview->inOfficersLanguage();
    if (own)
        addOwnWords(m_questionList, *own);
    m_traveller->present(m_interview->screening().traveller, m_clock.today());
    m_questions->present(m_questionList, language);
    m_outline->present(sectionsOf(m_questionList));
    m_risk->present(m_interview->assessment());
    m_encounters->present(*m_interview, own.has_value());
    m_decision->present(*m_interview, [this](const QString &path) { return m_questions->labelOf(path); });
}

void ScreeningPage::goTo(const record::Obstacle &obstacle)
{
    switch (obstacle.kind) {
    case record::Obstacle::Kind::Answer:
        m_questions->goTo(obstacle.path);
        return;
    case record::Obstacle::Kind::Decision:
        m_decision->goToDecision();
        return;
    case record::Obstacle::Kind::Reason:
        m_decision->goToReason();
        return;
    }
}

void ScreeningPage::goToNextObstacle()
{
    m_questions->commit();
    const QList<record::Obstacle> obstacles = m_interview->obstacles();
    if (obstacles.isEmpty())
        return;
    const QString current = m_questions->currentPath();
    qsizetype next = 0;
    for (qsizetype i = 0; i < obstacles.size(); ++i) {
        if (!current.isEmpty() && obstacles[i].path == current)
            next = (i + 1) % obstacles.size();
    }
    goTo(obstacles[next]);
}

void ScreeningPage::showDraftState()
{
    m_isRefused ? m_decision->showRefusal(m_keeper.state()) : m_decision->showDraft(m_keeper.state());
    if (m_interview && m_keeper.state() == DraftKeeper::State::Saved)
        m_encounters->saved(*m_interview);
}

void ScreeningPage::retranslate()
{
    m_empty->setText(tr("No screening is open. Put a document on the reader, or begin one from Today."));
    m_questions->setAccessibleName(tr("Questions"));
    setAccessibleName(tr("Screening"));
    showDraftState();
}

}  // namespace amparo::desktop
