#pragma once

#include "app/post.h"
#include "app/receipt_proof.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTabWidget;
class QTableView;

namespace amparo::desktop {

class Finding;
class LanesView;
class StickWork;

/// How things stand with the server: what waits, what it refused and why, what it has received, what the link
/// carried; at a post's relay, how its lanes fare. Names nobody: records are told by form, time and the end
/// of their number. Reads the store in its own thread.
class SyncDialog : public QDialog {
    Q_OBJECT

public:
    SyncDialog(app::Post &post, QWidget *parent);  // the post is borrowed

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Tab { Waiting, HeldBack, Received, Link, TabCount };
    struct Content {
        QList<store::OutboxItem> items[Link];
        QList<app::Proof> proofs;  // of those received
        QList<store::LinkUse> use;
    };
    static Result<Content> read(store::Store &store, QDate today);
    static Result<QList<app::Proof>> judge(store::Store &store, const QList<store::OutboxItem> &received);

    void layOut();
    void retranslate();
    void reload();
    void show(const Content &content);
    void showStatus();
    void showButtons();
    void sendSelectedAgain();
    void showLanes();
    void chooseStick(void (StickWork::*deed)(const QString &folder));
    QList<QString> cells(Tab tab, const store::OutboxItem &item) const;
    QString formTitle(const QString &formId) const;

    app::Post &m_post;
    Finding *m_status;
    QLabel *m_facts;
    QTabWidget *m_tabs;
    QStandardItemModel *m_models[TabCount];
    QTableView *m_tables[TabCount];
    LanesView *m_lanes;  // the last tab, where this station is the relay
    Finding *m_message;
    QPushButton *m_again;
    QPushButton *m_send;
    QPushButton *m_pause;
    QPushButton *m_toStick;
    QPushButton *m_fromStick;
    QPushButton *m_close;
    StickWork *m_stick;
    QTimer m_soon;  // news come often, and a look at the store takes time
    QList<ScreeningId> m_heldBack;
    bool m_isReading = false;
};

}  // namespace amparo::desktop
