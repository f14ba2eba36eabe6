#pragma once

#include "app/desktop/training/sandbox.h"
#include "record/interview_form.h"
#include "record/officer.h"
#include "training/score.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <optional>

namespace amparo::desktop {

class ScreeningPage;
class SituationPanel;

/// What an officer did with a scenario, and what the signs that were recorded are called on the form.
struct FinishedRun {
    std::shared_ptr<const training::Scenario> scenario;
    training::Attempt attempt;
    QHash<QString, QString> signLabels;  ///< by the indicators of a recorded sign, blank-separated
};

/// One scenario being played: the situation on the left, beside it the real form, which goes nowhere. F5 goes
/// between the two.
class ScenarioRun : public QWidget {
    Q_OBJECT

public:
    explicit ScenarioRun(QWidget *parent = nullptr);
    ~ScenarioRun() override;

    /// Reads the questionnaires that came with the program, off this thread. Once is enough.
    void prepare();

    /// Begins it anew as soon as its questionnaire has been read; failed() where it has none.
    void begin(std::shared_ptr<const training::Scenario> scenario, const record::Officer &officer);

    void close();  ///< shows none

    bool isRunning() const { return m_scenario != nullptr; }

    /// What a reader typed, if it is a specimen: false where none is read or it is anybody's real document.
    bool readMrz(const QString &mrz);

Q_SIGNALS:
    void finished(const amparo::desktop::FinishedRun &run);
    void failed(const amparo::Error &error);
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void start();
    Result<> openForm();
    void decided(record::Decision decision);
    void switchSide();
    void retranslate();

    using Forms = QHash<QString, std::shared_ptr<const record::InterviewForm>>;

    std::optional<Forms> m_forms;  ///< by form id; nullopt: not read yet
    bool m_isReading = false;
    std::shared_ptr<const training::Scenario> m_wanted;  ///< begins when the forms are there
    std::shared_ptr<const training::Scenario> m_scenario;
    std::shared_ptr<const record::InterviewForm> m_form;
    record::Officer m_officer;
    Sandbox m_sandbox;
    ScenarioClock m_clock;
    std::optional<FinishedRun> m_finished;
    SituationPanel *m_situation;
    ScreeningPage *m_screening;
};

}  // namespace amparo::desktop
