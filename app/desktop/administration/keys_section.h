#pragma once

#include "app/post.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace amparo::desktop {

class Finding;
class WorkProgress;

/// The store's key (security design, K4, K7, K8): changing it, for those who may, and headquarters' way to
/// it, for administrators.
class KeysSection : public QWidget {
    Q_OBJECT

public:
    explicit KeysSection(app::Post &post, QWidget *parent = nullptr);  // borrowed

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Content {
        bool isChangeAdvised = false;
        std::optional<QByteArray> recoveryKey;
    };

    void layOut();
    void connectParts();
    void retranslate();
    void reload();
    void showContent();
    void changeKey();
    void keyFailed(const Error &error);
    void chooseFile();
    void readRecoveryKey();
    void askForRecoveryKey(const QByteArray &publicKey);

    app::Post &m_post;
    app::KeyChange &m_change;
    Content m_content;
    QLabel *m_about;
    Finding *m_advice;
    QPushButton *m_begin;
    WorkProgress *m_progress;
    Finding *m_outcome;
    QWidget *m_recovery;
    QLabel *m_recoveryHeading;
    Finding *m_recoveryState;
    QLabel *m_fileLabel;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QPushButton *m_read;
    Finding *m_recoveryOutcome;
};

}  // namespace amparo::desktop
