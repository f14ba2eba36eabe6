#pragma once

#include "app/desktop/lock/idle_watch.h"
#include "app/desktop/lock/locked_sessions.h"
#include "app/desktop/lock/session_signals.h"
#include "app/post.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QStackedWidget;

namespace amparo::desktop {

class AboutWindow;
class HelpWindow;
class LockPage;
class SetUpPage;
class SignInPage;
class WedgeFilter;
class Workplace;

/// The program's one window: where there is no store yet, it begins with what sets one up; who is not signed
/// in sees the sign-in page, whose session is locked the lock page, all else the workplace.
///
/// Locking (security design, A5): Ctrl+L, Ctrl+Shift+L for another officer, nobody at the keys for the post's
/// lock time, and what SessionSignals tell. It asks nothing: answers that are being typed go to their draft,
/// or wait sealed where the store does not take them; the store is closed, its key wiped; nothing is sent
/// until somebody is signed in again. Who signs out or closes the window, and would lose answers, is asked.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `demo`: makes a demo post in `storeFolder` where there is no store yet, and offers its accounts.
    /// `clock` is borrowed.
    MainWindow(const QString &storeFolder, bool demo, const Clock &clock);
    ~MainWindow() override;

    /// Locks when these say so. Without them the program knows only of itself.
    void watch(std::unique_ptr<SessionSignals> signals_);

    /// At once; also what is just being opened, as soon as it is.
    void lock(app::LockReason why);

    /// null: nobody is signed in.
    Workplace *workplace() const { return m_workplace; }

Q_SIGNALS:
    void languageChosen(const QString &language);  ///< BCP 47

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectParts();
    void offerSetUp();
    void endSetUp();
    void enter(std::unique_ptr<app::Post> post);
    void signOut();
    void endSession();  ///< who is signed in does not come back
    bool isAllSaved() const;
    /// Does it once it is known whether all is saved, and asks where it is not.
    void leave(const std::function<bool()> &isSaved, const std::function<void()> &go);
    void chooseOfficer();
    void closeWorkplace(QWidget *next);
    void lockSoon(app::LockReason why);
    void logPinEvents();
    void help();  ///< about the place with the focus
    void about();
    void retranslate();

    const QString m_storeFolder;
    const Clock &m_clock;
    bool m_mayNeedSetUp;  ///< until it is shown for the first time
    bool m_mayClose = false;
    LockedSessions m_sessions;
    IdleWatch m_idle;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    LockPage *m_lockPage;
    SetUpPage *m_setUp = nullptr;  ///< null: there is a store
    Workplace *m_workplace = nullptr;
    HelpWindow *m_help = nullptr;
    AboutWindow *m_about = nullptr;
    std::optional<app::LockReason>
        m_lockOnEntry;  ///< the computer went away while the store was being opened
    std::unique_ptr<SessionSignals> m_signals;
    std::unique_ptr<WedgeFilter> m_wedge;  ///< goes first: it gives keys back to pages that must be whole
};

}  // namespace amparo::desktop
