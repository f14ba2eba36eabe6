#pragma once

#include "app/desktop/sign_in/new_passphrase.h"
#include "app/post.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace amparo::desktop {

class Finding;
class PostChoice;

/// What the window begins with where this computer has no store yet: which post it is, who its first
/// administrator is, and then what to do next. It does what `amparoctl init` does, off the GUI thread.
class SetUpPage : public QWidget {
    Q_OBJECT

public:
    /// `clock` is borrowed.
    SetUpPage(const QString &storeFolder, const Clock &clock, QWidget *parent = nullptr);

    /// Whether `folder` holds nothing of a store, so that one can be made.
    static bool isFor(const QString &folder);

    /// Whether the store is being made or opened.
    bool isBusy() const { return m_isBusy; }

    /// Lets go of what was typed as a passphrase: nobody may be there any more. A post that has been made is
    /// then signed in to as any other.
    void forget();

Q_SIGNALS:
    void signedIn(amparo::app::Post *post);        ///< the receiver owns it
    void signInWanted();                           ///< there is a store now
    void languageChosen(const QString &language);  ///< BCP 47

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    QWidget *askingPart();
    QWidget *donePart();
    void connectKeys();
    void setUp();
    void showOutcome(const Result<> &made);
    void signIn();
    void setBusy(const QString &why);  ///< empty: not any more
    void retranslate();

    QString m_folder;
    const Clock &m_clock;
    bool m_isBusy = false;
    QString m_loginName;
    QString m_takenUp;  ///< the enrolment file
    std::shared_ptr<crypto::Passphrase> m_secret;
    QTimer m_patience;
    QComboBox *m_language;
    QStackedWidget *m_parts;
    QWidget *m_asking;
    QLabel *m_title;
    QLabel *m_postTitle;
    PostChoice *m_post;
    QLabel *m_personTitle;
    QFormLayout *m_form;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_loginLabel;
    QLineEdit *m_login;
    std::optional<NewPassphrase> m_passphrase;
    QCheckBox *m_kept;
    QLabel *m_why;
    Finding *m_message;
    QProgressBar *m_progress;
    QPushButton *m_make;
    QWidget *m_done;
    Finding *m_outcome;
    QLabel *m_next;
    QPushButton *m_begin;
};

}  // namespace amparo::desktop
