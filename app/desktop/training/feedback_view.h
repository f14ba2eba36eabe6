#pragma once

#include "app/desktop/training/scenario_run.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace amparo::desktop {

class DotField;
class Finding;

/// What came out of a scenario and why, beside it why a flag never decides. Then again, or back to the list.
class FeedbackView : public QWidget {
    Q_OBJECT

public:
    explicit FeedbackView(QWidget *parent = nullptr);

    void present(const FinishedRun &run, const training::Score &score);

    /// The result is not kept; the officer should know.
    void sayNotKept();

Q_SIGNALS:
    void retryRequested();
    void listRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();

    const training::Rules m_rules;
    QLabel *m_points;
    Finding *m_result;
    Finding *m_notKept;
    QTextBrowser *m_text;
    QLabel *m_lessonTitle;
    QLabel *m_lesson;
    DotField *m_dots;
    QLabel *m_legend;
    QPushButton *m_retry;
    QPushButton *m_back;
};

}  // namespace amparo::desktop
