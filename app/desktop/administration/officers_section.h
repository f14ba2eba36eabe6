#pragma once

#include "app/desktop/widgets/theme.h"
#include "app/post.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace amparo::desktop {

class DeedDialog;
class Finding;
class OfficersModel;

/// Who has an account at the post, and what an administrator does about it.
class OfficersSection : public QWidget {
    Q_OBJECT

public:
    explicit OfficersSection(app::Post &post, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void reload();
    void show(const QList<store::OfficerAccount> &accounts);
    const store::OfficerAccount *chosen() const;  ///< null: none
    void offerDeeds();
    void ask(DeedDialog *dialog, Tone afterwards);

    app::Post &m_post;
    OfficersModel *m_model;
    QTableView *m_table;
    QPushButton *m_add;
    QPushButton *m_passphrase;
    QPushButton *m_role;
    QPushButton *m_suspend;
    QPushButton *m_remove;
    Finding *m_message;
    Finding *m_trouble;  ///< the list could not be read
};

}  // namespace amparo::desktop
