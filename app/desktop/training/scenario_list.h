#pragma once

#include "record/training_result.h"
#include "training/scenario.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTableWidget;

namespace amparo::desktop {

class Finding;

/// The scenarios with their grade and how far the officer has come with each; for a shift lead, how far
/// everyone has. Enter begins one.
class ScenarioList : public QWidget {
    Q_OBJECT

public:
    using Scenarios = QList<std::shared_ptr<const training::Scenario>>;

    explicit ScenarioList(const Scenarios &scenarios, QWidget *parent = nullptr);

    /// Newest first, as the store gives them. `today`: for what is due again.
    void showResults(const QList<record::TrainingResult> &results, QDate today);

    void showProgress(const QList<record::TrainingProgress> &progress);  ///< for a shift lead

    void say(const QString &trouble);  ///< empty: nothing to say

Q_SIGNALS:
    void scenarioChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fillScenarios();
    void fillProgress();
    void chooseCurrent();
    void retranslate();

    const Scenarios m_scenarios;
    QList<record::TrainingResult> m_results;
    QList<record::TrainingProgress> m_progress;
    QDate m_today;
    QLabel *m_hint;
    QLabel *m_summary;
    Finding *m_message;
    QTableWidget *m_table;
    QPushButton *m_begin;
    QLabel *m_progressTitle;
    QTableWidget *m_progressTable;
};

}  // namespace amparo::desktop
