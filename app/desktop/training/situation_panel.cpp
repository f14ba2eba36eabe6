#include "app/desktop/training/situation_panel.h"

#include "app/desktop/training/training_text.h"
#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace amparo::desktop {

namespace {

enum Role { MoveRole = Qt::UserRole, DocumentRole };

}  // namespace

SituationPanel::SituationPanel(QWidget *parent)
    : Card(parent),
      m_title(wrappedLabel(this)),
      m_story(new QTextBrowser(this)),
      m_movesTitle(wrappedLabel(this)),
      m_moves(new QListWidget(this)),
      m_leave(new QPushButton(this))
{
    layOut();
    connect(m_moves, &QListWidget::itemActivated, this, &SituationPanel::choose);
    connect(m_leave, &QPushButton::clicked, this, &SituationPanel::leaveRequested);
    retranslate();
}

void SituationPanel::announce(const training::Scenario &scenario)
{
    m_title->setText(inProgramLanguage(scenario.title));
    m_story->clear();
    m_moves->clear();
    m_play.reset();
}

void SituationPanel::begin(std::shared_ptr<const training::Scenario> scenario, QuestionText questionText)
{
    m_questionText = std::move(questionText);
    announce(*scenario);
    m_play.emplace(std::move(scenario));
    const training::Scenario &played = m_play->scenario();
    tell(QStringLiteral("%1 · %2").arg(borderText(played.border), text(played.grade)),
         inProgramLanguage(played.seen));
    if (!isReviewed(played))
        tell({}, tr("No native speaker has reviewed this translation yet."));
    fillMoves();
    m_story->verticalScrollBar()->setValue(0);
}

void SituationPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SituationPanel::layOut()
{
    const int gap = space(fontMetrics(), 1);
    m_title->setFont(strong(font(), 1.15));
    m_story->setFrameShape(QFrame::NoFrame);
    m_story->setOpenLinks(false);
    m_moves->setWordWrap(true);
    m_moves->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_moves->setSpacing(1);
    setFocusProxy(m_moves);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->addWidget(m_title);
    column->addWidget(m_story, 6);
    column->addWidget(m_movesTitle);
    column->addWidget(m_moves, 5);
    column->addWidget(m_leave);
    setTabOrder(m_story, m_moves);
    setTabOrder(m_moves, m_leave);
}

void SituationPanel::fillMoves()
{
    const int current = std::max(0, m_moves->currentRow());
    m_moves->clear();
    const training::Scenario &scenario = m_play->scenario();
    for (const training::Specimen &document : scenario.documents) {
        auto *item = new QListWidgetItem(
            icon(Sign::Document, palette().color(QPalette::Text)),
            tr("Put on the reader: %1")
                .arg(inProgramLanguage(document.caption).section(QLatin1Char('.'), 0, 0)));
        item->setData(DocumentRole, document.id);
        m_moves->addItem(item);
    }
    for (const training::Move &move : scenario.moves) {
        auto *item = new QListWidgetItem(wordsOf(move));
        item->setData(MoveRole, move.id);
        const bool made = m_play->made().contains(move.id);
        item->setIcon(icon(made ? Sign::Done : Sign::Open, palette().color(QPalette::Text)));
        if (made)
            item->setData(Qt::AccessibleDescriptionRole, tr("done"));
        m_moves->addItem(item);
    }
    m_moves->setCurrentRow(std::min(current, m_moves->count() - 1));
}

void SituationPanel::choose(const QListWidgetItem *item)
{
    const training::Scenario &scenario = m_play->scenario();
    const QString documentId = item->data(DocumentRole).toString();
    for (const training::Specimen &document : scenario.documents) {
        if (document.id == documentId) {
            tell(tr("You read the document"), inProgramLanguage(document.caption));
            Q_EMIT documentRead(document.lines.join(QLatin1Char('\r')));
            return;
        }
    }
    if (const training::Move *move = scenario.move(item->data(MoveRole).toString()))
        make(*move);
}

void SituationPanel::make(const training::Move &move)
{
    const training::Reply reply = m_play->make(move.id);
    QString answer = inProgramLanguage(reply.text);
    if (answer.isEmpty())
        answer = m_play->scenario().move(move.id)->needs == training::Condition::Private
                     ? tr("No answer. Others are listening.")
                     : tr("No answer. You have not asked whether you may.");
    tell(wordsOf(move), answer);
    for (const training::Event &event : reply.events)
        tell({}, inProgramLanguage(event.text));
    fillMoves();
}

/// Adds to the story, and shows it.
void SituationPanel::tell(const QString &heading, const QString &text)
{
    if (!heading.isEmpty())
        m_story->append(QStringLiteral("<p style='color:%1'>%2</p>")
                            .arg(secondaryText(palette()).name(), heading.toHtmlEscaped()));
    m_story->append(QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()));
    m_story->verticalScrollBar()->setValue(m_story->verticalScrollBar()->maximum());
}

QString SituationPanel::wordsOf(const training::Move &move) const
{
    return move.ask.isEmpty() ? m_questionText(move.question) : inProgramLanguage(move.ask);
}

void SituationPanel::retranslate()
{
    m_story->setAccessibleName(tr("What happens"));
    m_movesTitle->setText(tr("What you may read, ask or do (Enter):"));
    m_moves->setAccessibleName(tr("What you may read, ask or do"));
    m_leave->setText(tr("Leave the scenario"));
    m_leave->setAccessibleName(tr("Leave the scenario"));
}

}  // namespace amparo::desktop
