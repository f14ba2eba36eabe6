#pragma once

#include "app/desktop/lock/locked_sessions.h"
#include "app/post.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// What stands on the screen while a session is locked: whose, the ways back in, and nothing of a record.
///
/// The store is closed meanwhile, so that nothing is sent either; the page says so.
class LockPage : public QWidget {
    Q_OBJECT

public:
    /// The references are borrowed.
    LockPage(const QString &storeFolder, LockedSessions &sessions, const Clock &clock,
             QWidget *parent = nullptr);

    /// Shows whose session is locked, with a field for the PIN where there is one.
    void present(const record::Officer &officer);

    /// Whether a try is under way.
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void unlocked(amparo::app::Post *post);  ///< the receiver owns it
    void otherOfficerWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void retranslate();
    void showPin();
    void unlock();
    void unlockWithPin();
    void unlockWithPassphrase();
    void answered(app::Post::Unlocked answer);
    void answered(Result<std::unique_ptr<app::Post>> post);
    void sayWhyNot(const store::QuickUnlock &quick, const Error &error);
    void setBusy(bool busy);

    QString m_folder;
    LockedSessions &m_sessions;
    const Clock &m_clock;
    record::Officer m_officer;
    bool m_isBusy = false;
    QLabel *m_title;
    QLabel *m_whose;
    QLabel *m_pinLabel;
    QLineEdit *m_pin;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QPushButton *m_unlock;
    QProgressBar *m_progress;
    Finding *m_message;
    QLabel *m_note;
    QPushButton *m_other;
};

}  // namespace amparo::desktop
