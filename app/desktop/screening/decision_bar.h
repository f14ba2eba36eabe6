#pragma once

#include "app/desktop/screening/draft_keeper.h"
#include "app/desktop/widgets/card.h"
#include "app/desktop/widgets/icon.h"
#include "record/interview.h"

#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// The foot of the page: the officer's decision, why it departs from the advice, what is still missing, and
/// the button that makes the record final.
class DecisionBar : public Card {
    Q_OBJECT

public:
    explicit DecisionBar(QWidget *parent = nullptr);

    /// `labelOf` gives the text of a question.
    void present(const record::Interview &interview, const std::function<QString(const QString &)> &labelOf);

    void decide(record::Decision decision);  ///< as the keys do
    void goToDecision();
    void goToReason();
    void commit();           ///< hands on a reason that is being typed
    void offerDiscarding();  ///< shows the button for it

    void showDraft(DraftKeeper::State state);    ///< in the place of what say() said
    void showRefusal(DraftKeeper::State state);  ///< likewise, where the store did not make it final

    /// Why the record is not final.
    void say(Tone tone, const QString &sentence);

Q_SIGNALS:
    void decided(const std::optional<amparo::record::Verdict> &verdict);
    void obstacleChosen(const amparo::record::Obstacle &obstacle);
    void finaliseRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showObstacles(const std::function<QString(const QString &)> &labelOf);
    QString obstacleText(const record::Obstacle &obstacle,
                         const std::function<QString(const QString &)> &labelOf) const;
    void emitVerdict();
    void retranslate();

    QList<QPushButton *> m_decisions;
    std::optional<record::Decision> m_advised;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLabel *m_missingLabel;
    QHBoxLayout *m_missing;
    QList<record::Obstacle> m_obstacles;
    QStringList m_sentences;  ///< of the obstacles as shown
    Finding *m_state;
    QPushButton *m_finalise;
    QPushButton *m_discard;
    std::optional<record::Verdict> m_verdict;
};

}  // namespace amparo::desktop
