#include "app/desktop/screening/decision_bar.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/layout.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

namespace amparo::desktop {

namespace {

struct Choice {
    record::Decision decision;
    Sign sign;
    Tone tone;
    const char *key;
};

constexpr std::array choices{Choice{record::Decision::Clear, Sign::Check, Tone::Neutral, "F2"},
                             Choice{record::Decision::SecondLine, Sign::SecondLine, Tone::Warning, "F3"},
                             Choice{record::Decision::UrgentProtection, Sign::Urgent, Tone::Danger, "F4"}};

constexpr int obstaclesShown = 3;

}  // namespace

DecisionBar::DecisionBar(QWidget *parent)
    : Card(parent),
      m_reasonLabel(new QLabel(this)),
      m_reason(new QLineEdit(this)),
      m_missingLabel(new QLabel(this)),
      m_missing(new QHBoxLayout),
      m_state(new Finding(this)),
      m_finalise(new QPushButton(this)),
      m_discard(new QPushButton(this))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space(fontMetrics(), 1));
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(this);
        button->setCheckable(true);
        button->setMinimumHeight(touchSize(fontMetrics()) * 5 / 4);
        button->setIconSize(QSize(fontMetrics().height() * 5 / 4, fontMetrics().height() * 5 / 4));
        connect(button, &QPushButton::clicked, this,
                [this, decision = choice.decision] { decide(decision); });
        m_decisions.append(button);
        buttons->addWidget(button);
    }
    m_finalise->setMinimumHeight(touchSize(fontMetrics()) * 5 / 4);
    buttons->addWidget(m_state, 1, Qt::AlignVCenter);
    buttons->addWidget(m_finalise);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *reason = new QHBoxLayout;
    reason->addWidget(m_reasonLabel);
    reason->addWidget(m_reason, 1);
    column->addLayout(reason);
    column->addLayout(buttons);
    auto *missing = new QHBoxLayout;
    missing->addWidget(m_missingLabel);
    missing->addLayout(m_missing);
    missing->addStretch(1);
    missing->addWidget(m_discard);
    m_discard->setFlat(true);  // seldom wanted, and out of the way of those that are
    m_discard->hide();
    column->addLayout(missing);
    m_reasonLabel->setBuddy(m_reason);
    m_finalise->setDefault(true);
    connect(m_reason, &QLineEdit::editingFinished, this, &DecisionBar::commit);
    connect(m_reason, &QLineEdit::textEdited, this, &DecisionBar::emitVerdict);
    connect(m_finalise, &QPushButton::clicked, this, &DecisionBar::finaliseRequested);
    connect(m_discard, &QPushButton::clicked, this, &DecisionBar::discardRequested);
    retranslate();
}

void DecisionBar::offerDiscarding() { m_discard->show(); }

void DecisionBar::present(const record::Interview &interview,
                          const std::function<QString(const QString &)> &labelOf)
{
    m_verdict = interview.screening().verdict;
    const auto &advice = interview.screening().advice;
    m_advised = advice ? std::optional(advice->recommended) : std::nullopt;
    for (int i = 0; i < m_decisions.size(); ++i)
        m_decisions[i]->setChecked(m_verdict && m_verdict->decision == choices[size_t(i)].decision);
    const bool departs = interview.departsFromAdvice();
    m_reasonLabel->setVisible(departs);
    m_reason->setVisible(departs);
    if (!m_reason->hasFocus())
        m_reason->setText(m_verdict ? m_verdict->reason : QString());
    m_obstacles = interview.obstacles();
    showObstacles(labelOf);
    retranslate();
}

void DecisionBar::decide(record::Decision decision)
{
    m_verdict = record::Verdict{decision, m_reason->text()};
    Q_EMIT decided(m_verdict);
}

void DecisionBar::goToDecision() { m_decisions.first()->setFocus(Qt::ShortcutFocusReason); }

void DecisionBar::goToReason() { m_reason->setFocus(Qt::ShortcutFocusReason); }

void DecisionBar::commit()
{
    if (m_verdict && m_verdict->reason != m_reason->text())
        emitVerdict();
}

void DecisionBar::showDraft(DraftKeeper::State state)
{
    switch (state) {
    case DraftKeeper::State::Untouched:
        return m_state->say(Tone::Neutral, QString());
    case DraftKeeper::State::Saving:
        return m_state->say(Tone::Neutral, Sign::Waiting, tr("Saving…"));
    case DraftKeeper::State::Saved:
        return m_state->say(Tone::Good, Sign::Done, tr("Draft saved"));
    case DraftKeeper::State::Failed:
        return m_state->say(
            Tone::Danger, tr("The last answer is not saved yet. Leave the program running; it tries again."));
    }
}

void DecisionBar::showRefusal(DraftKeeper::State state)
{
    switch (state) {
    case DraftKeeper::State::Untouched:
    case DraftKeeper::State::Saving:
        return showDraft(state);
    case DraftKeeper::State::Saved:
        return m_state->say(
            Tone::Danger,
            tr("The record is not final yet; the draft is kept. Try again, or call IT support."));
    case DraftKeeper::State::Failed:
        return m_state->say(
            Tone::Danger, tr("The record is not final, and its last answers are not saved. Leave the program "
                             "running and call IT support; it tries again."));
    }
}

void DecisionBar::say(Tone tone, const QString &sentence) { m_state->say(tone, sentence); }

void DecisionBar::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void DecisionBar::showObstacles(const std::function<QString(const QString &)> &labelOf)
{
    QStringList sentences;
    for (const record::Obstacle &obstacle : std::as_const(m_obstacles))
        sentences.append(obstacleText(obstacle, labelOf));
    if (sentences == m_sentences)
        return;
    m_sentences = sentences;
    removeWidgets(m_missing);
    const int shown = qMin(obstaclesShown, int(m_obstacles.size()));
    for (int i = 0; i < shown; ++i) {
        const record::Obstacle obstacle = m_obstacles[i];
        const QString &sentence = sentences[i];
        auto *button = new QPushButton(this);
        button->setFlat(true);
        button->setIcon(icon(Sign::Open, toneColours(Tone::Warning, palette()).accent));
        button->setText(
            fontMetrics().elidedText(sentence, Qt::ElideRight, fontMetrics().averageCharWidth() * 32));
        button->setToolTip(tipText(sentence));
        button->setAccessibleName(sentence);
        connect(button, &QPushButton::clicked, this, [this, obstacle] { Q_EMIT obstacleChosen(obstacle); });
        m_missing->addWidget(button);
    }
    m_missingLabel->setVisible(!m_obstacles.isEmpty());
    m_missingLabel->setText(tr("Still missing (%1):").arg(locale().toString(m_obstacles.size())));
}

QString DecisionBar::obstacleText(const record::Obstacle &obstacle,
                                  const std::function<QString(const QString &)> &labelOf) const
{
    switch (obstacle.kind) {
    case record::Obstacle::Kind::Answer: {
        const QString label = labelOf(obstacle.path);
        return label.isEmpty() ? obstacle.message : label;
    }
    case record::Obstacle::Kind::Decision:
        return tr("Your decision");
    case record::Obstacle::Kind::Reason:
        return tr("Why you depart from the advice");
    }
    Q_UNREACHABLE();
}

void DecisionBar::emitVerdict()
{
    if (!m_verdict)
        return;
    m_verdict->reason = m_reason->text();
    Q_EMIT decided(m_verdict);
}

void DecisionBar::retranslate()
{
    setAccessibleName(tr("Decision"));
    for (int i = 0; i < m_decisions.size(); ++i) {
        const Choice &choice = choices[size_t(i)];
        const bool advised = m_advised == choice.decision;
        QPushButton *button = m_decisions[i];
        const QString key = QLatin1String(choice.key);
        //: a button: %1 a decision, %2 its key
        button->setText(advised ? tr("%1 (%2), advised").arg(text(choice.decision), key)
                                : tr("%1 (%2)").arg(text(choice.decision), key));
        button->setAccessibleName(text(choice.decision));
        button->setAccessibleDescription(advised ? tr("Advised") : QString());
        const bool chosen = button->isChecked();
        button->setIcon(icon(choice.sign, chosen ? palette().color(QPalette::HighlightedText)
                                                 : toneColours(choice.tone, palette()).accent));
    }
    m_reasonLabel->setText(tr("&Why do you depart from the advice?"));
    m_reason->setAccessibleName(tr("Reason for departing from the advice"));
    m_reason->setPlaceholderText(tr("One sentence; no names of other people"));
    m_finalise->setText(tr("Finalise (Ctrl+Enter)"));
    m_finalise->setAccessibleName(tr("Finalise"));
    m_discard->setText(tr("&Discard the draft…"));
    m_discard->setAccessibleName(tr("Discard the draft"));
}

}  // namespace amparo::desktop
