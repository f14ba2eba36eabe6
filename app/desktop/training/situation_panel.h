#pragma once

#include "app/desktop/widgets/card.h"
#include "training/play.h"

#include <functional>
#include <optional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTextBrowser;

namespace amparo::desktop {

/// What happens in a scenario, above; below, what the officer may read, ask and do. Up, Down and Enter
/// choose.
class SituationPanel : public Card {
    Q_OBJECT

public:
    /// What a form asks, in the program's language, by the question's name.
    using QuestionText = std::function<QString(const QString &question)>;

    explicit SituationPanel(QWidget *parent = nullptr);

    /// Shows which scenario is being opened.
    void announce(const training::Scenario &scenario);

    /// Begins the scenario anew.
    void begin(std::shared_ptr<const training::Scenario> scenario, QuestionText questionText);

    const std::optional<training::Play> &play() const { return m_play; }

Q_SIGNALS:
    void documentRead(const QString &mrz);  ///< as a reader types it
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fillMoves();
    void choose(const QListWidgetItem *item);
    void make(const training::Move &move);
    void tell(const QString &heading, const QString &text);
    QString wordsOf(const training::Move &move) const;
    void retranslate();

    std::optional<training::Play> m_play;
    QuestionText m_questionText;
    QLabel *m_title;
    QTextBrowser *m_story;
    QLabel *m_movesTitle;
    QListWidget *m_moves;
    QPushButton *m_leave;
};

}  // namespace amparo::desktop
