#pragma once

#include "app/post.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// Where an officer signs in: name, passphrase, one button; and chooses the program's language.
///
/// Opening the store takes about half a second by design; meanwhile the page stays alive and says so. It
/// never says which of name and passphrase was wrong.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    /// `clock` is borrowed.
    SignInPage(const QString &storeFolder, const Clock &clock, QWidget *parent = nullptr);

    /// Offers the login names of the post for a change of officers, where they can be read; they are no
    /// secret on this computer. Otherwise the name is typed.
    void offerNames();
    void typeName();  ///< as at first

    /// Whether somebody is being signed in.
    bool isBusy() const { return m_isBusy; }

    /// Makes a demo post where there is no store yet, and shows how to sign in.
    void offerDemo();

Q_SIGNALS:
    void signedIn(amparo::app::Post *post);        ///< the receiver owns it
    void languageChosen(const QString &language);  ///< BCP 47
    void nameChosen(const QString &loginName);     ///< of those that were offered

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void retranslate();
    void makeDemo();
    void signIn();
    void setBusy(const QString &why);  ///< empty: not any more
    void chooseName();
    void showAnswer(Result<std::unique_ptr<app::Post>> post);

    QString m_folder;
    const Clock &m_clock;
    bool m_isDemo = false;
    bool m_isBusy = false;
    QTimer m_slow;
    QComboBox *m_language;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_namesLabel;
    QListWidget *m_names;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_passphraseLabel;
    QLineEdit *m_passphrase;
    QPushButton *m_button;
    QProgressBar *m_progress;
    Finding *m_message;
    QLabel *m_demo;
};

}  // namespace amparo::desktop
