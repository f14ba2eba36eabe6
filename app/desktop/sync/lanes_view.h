#pragma once

#include "app/post.h"

#include <QWidget>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace amparo::desktop {

class Finding;

/// At a post's relay: whether lanes can reach it, who they are, when each was last heard of and how its
/// records stand. Reads the store in its own thread.
class LanesView : public QWidget {
    Q_OBJECT

public:
    LanesView(app::Post &post, QWidget *parent);  // the post is borrowed

    /// The dialog around it says when: at first, when the language has changed, and as records come and go.
    void reload();

    /// Whether this station is the relay, or has lanes from the time when it was.
    bool isRelay() const { return m_isRelay; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void show(const Result<QList<store::LaneTraffic>> &lanes);
    void showAddress();
    void fill(const QList<store::LaneTraffic> &lanes);

    app::Post &m_post;
    Finding *m_address;
    Finding *m_message;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    bool m_isRelay = false;
};

}  // namespace amparo::desktop
