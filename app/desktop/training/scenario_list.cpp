#include "app/desktop/training/scenario_list.h"

#include "app/desktop/training/training_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"
#include "app/desktop/widgets/row_table.h"
#include "app/desktop/widgets/theme.h"
#include "training/recommendation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

namespace {

enum Column { TitleColumn, GradeColumn, BorderColumn, BestColumn, LastColumn, columnCount };

constexpr int scenarioIdRole = Qt::UserRole;

/// What a row says about one scenario.
struct Standing {
    const record::TrainingResult *best = nullptr;  ///< null: not tried yet in this version
    const record::TrainingResult *last = nullptr;
};

Standing standingOf(const training::Scenario &scenario, const QList<record::TrainingResult> &results)
{
    Standing standing;
    for (const record::TrainingResult &result : results) {
        if (result.scenario != scenario.id || result.scenarioVersion != scenario.version)
            continue;
        if (!standing.last)
            standing.last = &result;
        const auto worth = [](const record::TrainingResult &one) {
            return std::pair(one.passed, one.points);
        };
        if (!standing.best || worth(result) > worth(*standing.best))
            standing.best = &result;
    }
    return standing;
}

QTableWidget *plainTable(QWidget *parent, int columns)
{
    auto *table = new QTableWidget(0, columns, parent);
    showRows(table);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

}  // namespace

ScenarioList::ScenarioList(const Scenarios &scenarios, QWidget *parent)
    : QWidget(parent),
      m_scenarios(scenarios),
      m_hint(wrappedLabel(this)),
      m_summary(wrappedLabel(this)),
      m_message(new Finding(this)),
      m_table(plainTable(this, columnCount)),
      m_begin(new QPushButton(this)),
      m_progressTitle(wrappedLabel(this)),
      m_progressTable(plainTable(this, 2))
{
    layOut();
    connect(m_begin, &QPushButton::clicked, this, &ScenarioList::chooseCurrent);
    connect(m_table, &QTableWidget::cellActivated, this, &ScenarioList::chooseCurrent);
    setFocusProxy(m_table);
    retranslate();
    m_table->setCurrentCell(0, 0);
}

void ScenarioList::showResults(const QList<record::TrainingResult> &results, QDate today)
{
    const bool first = !m_today.isValid();
    m_results = results;
    m_today = today;
    fillScenarios();
    const auto next = training::nextToPractise(m_scenarios, m_results, m_today);
    if (first && next)
        m_table->setCurrentCell(int(m_scenarios.indexOf(next)), 0);
}

void ScenarioList::showProgress(const QList<record::TrainingProgress> &progress)
{
    m_progress = progress;
    fillProgress();
}

void ScenarioList::say(const QString &trouble) { m_message->say(Tone::Danger, trouble); }

void ScenarioList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ScenarioList::layOut()
{
    const int gap = space(fontMetrics(), 1);
    m_begin->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_begin);
    auto *left = new QVBoxLayout;
    left->addWidget(m_hint);
    left->addWidget(m_message);
    left->addWidget(m_table, 1);
    left->addLayout(foot);
    auto *right = new QVBoxLayout;
    right->addWidget(m_progressTitle);
    right->addWidget(m_progressTable, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(2 * gap);
    row->addLayout(left, 3);
    row->addLayout(right, 1);
    m_message->say(Tone::Neutral, QString());
}

void ScenarioList::fillScenarios()
{
    const int current = std::max(0, m_table->currentRow());
    m_table->setRowCount(int(m_scenarios.size()));
    int passed = 0;
    for (int row = 0; row < m_scenarios.size(); ++row) {
        const training::Scenario &scenario = *m_scenarios[row];
        const Standing standing = standingOf(scenario, m_results);
        QString best = tr("Not tried yet");
        if (standing.best)
            best = standing.best->passed ? tr("Passed, %1 points").arg(standing.best->points)
                                         : tr("Not passed, %1 points").arg(standing.best->points);
        passed += standing.best && standing.best->passed ? 1 : 0;
        const QString last = standing.last ? momentToText(standing.last->finishedAt) : QString();
        const QStringList cells{inProgramLanguage(scenario.title), text(scenario.grade),
                                borderText(scenario.border), best, last};
        for (int column = 0; column < columnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_table->item(row, TitleColumn)->setData(scenarioIdRole, scenario.id);
    }
    m_table->setCurrentCell(current, 0);
    const QString standing = tr("You have passed %1 of %2 scenarios.").arg(passed).arg(m_scenarios.size());
    const auto next = training::nextToPractise(m_scenarios, m_results, m_today);
    m_summary->setText(next ? tr("%1 Next: %2").arg(standing, inProgramLanguage(next->title))
                            : tr("%1 Nothing is due again today.").arg(standing));
}

void ScenarioList::fillProgress()
{
    m_progressTitle->setVisible(!m_progress.isEmpty());
    m_progressTable->setVisible(!m_progress.isEmpty());
    m_progressTable->setRowCount(int(m_progress.size()));
    for (int row = 0; row < m_progress.size(); ++row) {
        const record::TrainingProgress &one = m_progress[row];
        m_progressTable->setItem(row, 0, new QTableWidgetItem(one.officerName));
        m_progressTable->setItem(row, 1,
                                 new QTableWidgetItem(tr("%1 of %2 tried").arg(one.passed).arg(one.tried)));
    }
}

void ScenarioList::chooseCurrent()
{
    if (const QTableWidgetItem *item = m_table->item(m_table->currentRow(), TitleColumn))
        Q_EMIT scenarioChosen(item->data(scenarioIdRole).toString());
}

void ScenarioList::retranslate()
{
    m_hint->setText(
        tr("Practise with invented travellers before it matters. Nothing here becomes a record, a "
           "figure or a report."));
    m_table->setAccessibleName(tr("Scenarios"));
    m_table->setHorizontalHeaderLabels(
        {tr("Scenario"), tr("Grade"), tr("Border"), tr("Best result"), tr("Last time")});
    m_begin->setText(tr("Begin (Enter)"));
    m_begin->setAccessibleName(tr("Begin the scenario"));
    m_progressTitle->setText(tr("Scenarios passed at this post"));
    m_progressTable->setAccessibleName(tr("Scenarios passed at this post"));
    m_progressTable->setHorizontalHeaderLabels({tr("Officer"), tr("Passed")});
    fillScenarios();
    fillProgress();
}

}  // namespace amparo::desktop
