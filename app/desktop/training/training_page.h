#pragma once

#include "app/desktop/training/scenario_run.h"
#include "app/post.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace amparo::desktop {

class FeedbackView;
class ScenarioList;

/// Practice with invented travellers: a list, the scenario, the feedback; above them, always, that this is
/// training. Of the post it uses who is signed in, and its store keeps the result: no shift, no records.
class TrainingPage : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPage(app::Post &post, QWidget *parent = nullptr);  // borrowed

    /// What a reader typed, if a scenario is being played and it is a specimen; else false.
    bool readMrz(const QString &mrz);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void begin(const QString &scenarioId);
    void finished(const FinishedRun &run);
    void showList();
    void readResults();
    void retranslate();

    app::Post &m_post;
    QList<std::shared_ptr<const training::Scenario>> m_scenarios;
    QString m_last;  ///< the scenario played last
    QLabel *m_banner;
    QStackedWidget *m_stack;
    ScenarioList *m_list;
    ScenarioRun *m_run;
    FeedbackView *m_feedback;
};

}  // namespace amparo::desktop
