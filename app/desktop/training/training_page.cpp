#include "app/desktop/training/training_page.h"

#include "app/desktop/error_text.h"
#include "app/desktop/training/feedback_view.h"
#include "app/desktop/training/scenario_list.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/theme.h"
#include "resources/training/builtin_training.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

TrainingPage::TrainingPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_scenarios(resources::builtinScenarios()),
      m_banner(wrappedLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_list(new ScenarioList(m_scenarios, m_stack)),
      m_run(new ScenarioRun(m_stack)),
      m_feedback(new FeedbackView(m_stack))
{
    for (QWidget *page :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_feedback)})
        m_stack->addWidget(page);
    m_banner->setAlignment(Qt::AlignCenter);
    m_banner->setAutoFillBackground(true);
    m_banner->setMargin(space(fontMetrics(), 1) / 2);
    m_banner->setFont(strong(font(), 1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

bool TrainingPage::readMrz(const QString &mrz) { return m_run->isVisible() && m_run->readMrz(mrz); }

void TrainingPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void TrainingPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setFocusProxy(m_stack->currentWidget());
    m_run->prepare();
    readResults();
}

void TrainingPage::connectParts()
{
    connect(m_list, &ScenarioList::scenarioChosen, this, &TrainingPage::begin);
    connect(m_run, &ScenarioRun::finished, this, &TrainingPage::finished);
    connect(m_run, &ScenarioRun::failed, this, [this](const Error &error) {
        showList();
        m_list->say(errorText(Act::Train, error));
    });
    connect(m_run, &ScenarioRun::leaveRequested, this, [this] {
        m_run->close();
        showList();
    });
    connect(m_feedback, &FeedbackView::retryRequested, this, [this] { begin(m_last); });
    connect(m_feedback, &FeedbackView::listRequested, this, &TrainingPage::showList);
}

void TrainingPage::begin(const QString &scenarioId)
{
    const auto found = std::find_if(m_scenarios.begin(), m_scenarios.end(),
                                    [&](const auto &one) { return one->id == scenarioId; });
    if (found == m_scenarios.end())
        return;
    m_last = scenarioId;
    m_list->say(QString());
    m_stack->setCurrentWidget(m_run);
    setFocusProxy(m_run);
    m_run->begin(*found, m_post.officer());
}

void TrainingPage::finished(const FinishedRun &run)
{
    const training::Score score = training::score(*run.scenario, run.attempt);
    m_stack->setCurrentWidget(m_feedback);
    setFocusProxy(m_feedback);
    m_feedback->present(run, score);
    const record::TrainingResult result{run.scenario->id,        run.scenario->version,
                                        m_post.clock().utcNow(), score.total(),
                                        score.passed(),          static_cast<int>(score.mistakes.size())};
    m_post.store().run(
        this, [result](store::Store &store) { return store.training().add(result); },
        [this](const Result<> &kept) {
            if (!kept)
                m_feedback->sayNotKept();
        });
}

void TrainingPage::showList()
{
    m_stack->setCurrentWidget(m_list);
    setFocusProxy(m_list);
    m_list->setFocus(Qt::OtherFocusReason);
    readResults();
}

void TrainingPage::readResults()
{
    struct Read {
        Result<QList<record::TrainingResult>> mine;
        Result<QList<record::TrainingProgress>> progress;
    };
    m_post.store().run(
        this,
        [](store::Store &store) {
            return Read{store.training().mine(), store.training().progress()};
        },
        [this](const Read &read) {
            if (!read.mine)
                m_list->say(errorText(Act::Train, read.mine.error()));
            else
                m_list->showResults(*read.mine, m_post.clock().utcNow().date());
            m_list->showProgress(read.progress.value_or(QList<record::TrainingProgress>()));  // leads alone
        });
}

void TrainingPage::retranslate()
{
    setAccessibleName(tr("Training"));
    m_banner->setText(tr("TRAINING: invented people, specimen documents. Nothing here becomes a record."));
    const ToneColours colours = toneColours(Tone::Caution, palette());
    QPalette banner = m_banner->palette();
    banner.setColor(QPalette::Window, colours.background);
    banner.setColor(QPalette::WindowText, colours.text);
    if (banner != m_banner->palette())
        m_banner->setPalette(banner);
}

}  // namespace amparo::desktop
