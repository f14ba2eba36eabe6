#pragma once

#include "app/desktop/widgets/theme.h"
#include "app/post.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QPushButton;

namespace amparo::desktop {

class Finding;
class NoticesPanel;
class StoreNotices;

/// The shift at a glance: open or close it, begin a screening, go on with drafts, see who waits for the
/// second line.
class TodayPage : public QWidget {
    Q_OBJECT

public:
    explicit TodayPage(app::Post &post, QWidget *parent = nullptr);

    /// What has just happened, until the next thing does.
    void say(Tone tone, const QString &sentence);

Q_SIGNALS:
    void screeningWanted();  ///< of a new traveller, at the primary line
    /// Another questionnaire about somebody new.
    void questionnaireWanted(const amparo::app::InterviewFormPtr &form);
    void secondLineWanted(amparo::EncounterId encounter);
    void draftWanted(amparo::ScreeningId draft);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Content {
        QList<store::Draft> drafts;
        QList<record::Screening> sentOn;  ///< to the second line, and not taken over yet
        int finished = 0;                 ///< screenings of this shift
        store::OutboxCounts outbox;
    };
    static Result<Content> read(store::Store &store);

    void layOut();
    void connectParts();
    void retranslate();
    void showShift();
    void reload();
    void showContent();
    void offerQuestionnaires();
    void openShift();
    void askToCloseShift();
    void activate(QListWidgetItem *item);

    app::Post &m_post;
    std::optional<Content> m_content;  ///< nullopt: not read yet
    QLabel *m_heading;
    QLabel *m_shiftText;
    QPushButton *m_shiftButton;
    QPushButton *m_begin;
    QPushButton *m_other;
    QMenu *m_questionnaires;
    QLabel *m_hint;
    QLabel *m_draftsHeading;
    QListWidget *m_drafts;
    QLabel *m_secondHeading;
    QListWidget *m_second;
    QLabel *m_counts;
    Finding *m_message;
    StoreNotices *m_notices;
    NoticesPanel *m_news;
};

}  // namespace amparo::desktop
