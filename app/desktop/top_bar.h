#pragma once

#include "app/post.h"
#include "sync/status.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QMenu;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// Above every page: where to go, how things stand with the server, who is signed in and, in a menu (F10),
/// what that officer does with the session. A demo post is said to be one.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(const QString &officerName, bool isDemo, QWidget *parent = nullptr);

    enum class Place { Today, Screening, Records, Reports, Referrals, HelpCards, Training, Administration };
    static constexpr int placeCount = 8;

    void showPlace(Place place);
    /// Takes a place away from who may not go there.
    void withdraw(Place place);
    /// Whether the menu offers a PIN.
    void offerPin(bool isAllowed);
    void showSync(const sync::Status &status);
    /// What is wrong with the store or its disk; nothing where all is well.
    void showHealth(const app::Post::Health &health);
    /// The same, where it is so bad that nothing new can be begun.
    static std::optional<QString> obstacleIn(const app::Post::Health &health);

Q_SIGNALS:
    void placeChosen(amparo::desktop::TopBar::Place place);
    void sendRequested();
    void syncDetailsRequested();
    void lockRequested();
    void pinRequested();
    void passphraseRequested();
    void officerChangeRequested();
    void signOutRequested();
    void helpRequested();
    void aboutRequested();  ///< what the program is made of

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void breakRows();
    void fillOfficerMenu();

    QString m_officerName;
    bool m_isPinAllowed = true;
    sync::Status m_status;
    app::Post::Health m_storeHealth;
    QLabel *m_demo;
    QBoxLayout *m_rows;   ///< one row, or two where the window is narrow
    QWidget *m_standing;  ///< server and officer
    QButtonGroup *m_places;
    Finding *m_sync;
    Finding *m_health;
    QPushButton *m_send;
    QPushButton *m_details;
    QPushButton *m_officer;
    QMenu *m_officerMenu;
};

}  // namespace amparo::desktop
