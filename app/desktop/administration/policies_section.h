#pragma once

#include "app/desktop/administration/policies.h"
#include "app/post.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace amparo::desktop {

class DeedDialog;
class Finding;

/// The rules of the post as they stand, each with the way to change it.
class PoliciesSection : public QWidget {
    Q_OBJECT

public:
    explicit PoliciesSection(app::Post &post, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// One rule: its name, what is so now, and the button that changes it, or why nobody here does.
    struct Rule {
        QLabel *name;
        QLabel *now;
        QLabel *managed;
        QPushButton *change;
        QString key;  ///< of app::managedSettings(); empty: it is always the post's own
    };

    Rule addRule(const QString &key = {});
    void connectParts();
    void retranslate();
    void reload();
    void showPolicies();
    void ask(DeedDialog *dialog);

    app::Post &m_post;
    std::optional<Policies> m_policies;  ///< nullopt: not read yet
    Rule m_lock;
    Rule m_pin;
    Rule m_retention;
    Rule m_server;
    Finding *m_message;
};

}  // namespace amparo::desktop
