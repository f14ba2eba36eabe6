#pragma once

#include "app/post.h"
#include "reference/notice.h"

#include <QWidget>

class QPushButton;

namespace amparo::desktop {

class Finding;

/// What headquarters tells the post today: the first few as they are, all of them behind a button. Nothing
/// where there is none.
class NoticesPanel : public QWidget {
    Q_OBJECT

public:
    explicit NoticesPanel(app::Post &post, QWidget *parent = nullptr);  // borrowed

    void reload();

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int shownAtOnce = 2;

    void showNotices();
    void showAll();

    app::Post &m_post;
    QList<reference::Notice> m_notices;
    Finding *m_shown[shownAtOnce];
    QPushButton *m_all;
};

}  // namespace amparo::desktop
