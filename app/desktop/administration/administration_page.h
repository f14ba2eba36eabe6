#pragma once

#include "app/desktop/administration/sections.h"
#include "app/post.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace amparo::desktop {

/// Where the post is looked after: a list of sections, and beside it the chosen one. Who is signed in sees
/// those that the table of permissions opens to that role.
class AdministrationPage : public QWidget {
    Q_OBJECT

public:
    explicit AdministrationPage(app::Post &post, QWidget *parent = nullptr);

    /// Whether there is any section for this role.
    static bool isFor(record::Role role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void addSection(const AdministrationSection &section);
    void retranslate();
    void showSection(int row);
    void fitList();

    app::Post &m_post;
    QList<AdministrationSection> m_sections;  ///< those that are shown
    QListWidget *m_list;
    QLabel *m_title;
    QStackedWidget *m_stack;
};

}  // namespace amparo::desktop
