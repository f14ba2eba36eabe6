#pragma once

#include "app/post.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace amparo::desktop {

class HelpWindow;
class SignInPage;
class WedgeFilter;
class Workplace;

/// The program's one window: who is not signed in sees the sign-in page, all else the workplace.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `demo`: makes a demo post in `storeFolder` where there is no store yet, and offers its accounts.
    /// `clock` is borrowed.
    MainWindow(const QString &storeFolder, bool demo, const Clock &clock);
    ~MainWindow() override;

    /// null: nobody is signed in.
    Workplace *workplace() const { return m_workplace; }

Q_SIGNALS:
    void languageChosen(const QString &language);  ///< BCP 47

protected:
    void changeEvent(QEvent *event) override;

private:
    void enter(std::unique_ptr<app::Post> post);
    void leave();
    void help();  ///< about the place with the focus
    void retranslate();

    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    Workplace *m_workplace = nullptr;
    HelpWindow *m_help = nullptr;
    std::unique_ptr<WedgeFilter> m_wedge;  ///< goes first: it gives keys back to pages that must be whole
};

}  // namespace amparo::desktop
