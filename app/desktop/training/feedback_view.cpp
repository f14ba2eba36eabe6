#include "app/desktop/training/feedback_view.h"

#include "app/desktop/training/dot_field.h"
#include "app/desktop/training/feedback_html.h"
#include "app/desktop/widgets/card.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"
#include "resources/training/builtin_training.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace amparo::desktop {

FeedbackView::FeedbackView(QWidget *parent)
    : QWidget(parent),
      m_rules(resources::builtinTrainingRules()),
      m_points(wrappedLabel(this)),
      m_result(new Finding(this)),
      m_notKept(new Finding(this)),
      m_text(new QTextBrowser(this)),
      m_lessonTitle(wrappedLabel(this)),
      m_lesson(wrappedLabel(this)),
      m_dots(new DotField(training::BaseRate(), this)),
      m_legend(wrappedLabel(this)),
      m_retry(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    layOut();
    connect(m_retry, &QPushButton::clicked, this, &FeedbackView::retryRequested);
    connect(m_back, &QPushButton::clicked, this, &FeedbackView::listRequested);
    retranslate();
}

void FeedbackView::present(const FinishedRun &run, const training::Score &score)
{
    m_points->setText(tr("%1 of %2 points").arg(score.total()).arg(training::Score::whole));
    if (score.passed())
        m_result->say(Tone::Good, Sign::Done, tr("Passed"));
    else if (!score.mistakes.isEmpty())
        m_result->say(Tone::Warning, tr("Not passed: something was done that must never be done"));
    else if (score.verdict.fit == training::Fit::Wrong)
        m_result->say(Tone::Warning, tr("Not passed: the decision was not right"));
    else
        m_result->say(Tone::Caution, tr("Not passed: %1 points are needed").arg(training::Score::enough));
    m_notKept->say(Tone::Neutral, QString());
    m_text->setHtml(feedbackHtml(run, score, m_rules, palette()));
    m_text->setFocus(Qt::OtherFocusReason);
}

void FeedbackView::sayNotKept()
{
    m_notKept->say(Tone::Warning, tr("This result could not be kept. Go on, and tell IT support."));
}

void FeedbackView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FeedbackView::layOut()
{
    const int gap = space(fontMetrics(), 1);
    m_points->setFont(strong(font(), 1.4));
    m_lessonTitle->setFont(strong(font(), 1.1));
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(gap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_points);
    head->addWidget(m_result, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_retry);
    foot->addWidget(m_back);
    foot->addStretch(1);
    auto *left = new QVBoxLayout;
    left->addLayout(head);
    left->addWidget(m_notKept);
    left->addWidget(m_text, 1);
    left->addLayout(foot);
    auto *card = new Card(this);
    auto *lesson = new QVBoxLayout(card);
    lesson->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    for (QWidget *part : {static_cast<QWidget *>(m_lessonTitle), static_cast<QWidget *>(m_dots),
                          static_cast<QWidget *>(m_legend), static_cast<QWidget *>(m_lesson)})
        lesson->addWidget(part);
    lesson->addStretch(1);
    card->setFixedWidth(m_dots->sizeHint().width() + 4 * gap);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(2 * gap);
    row->addLayout(left, 1);
    row->addWidget(card, 0, Qt::AlignTop);
}

void FeedbackView::retranslate()
{
    m_text->setAccessibleName(tr("What came out, and why"));
    m_lessonTitle->setText(tr("Why a flag never decides"));
    m_lesson->setText(baseRateText(m_rules, training::BaseRate()));
    m_legend->setText(
        tr("Large: flagged and affected. Rings: flagged and not affected. Small: not flagged."));
    m_dots->setAccessibleName(m_lesson->text());
    m_retry->setText(tr("&Try again"));
    m_retry->setAccessibleName(tr("Try again"));
    m_back->setText(tr("Back to the &list"));
    m_back->setAccessibleName(tr("Back to the list"));
}

}  // namespace amparo::desktop
