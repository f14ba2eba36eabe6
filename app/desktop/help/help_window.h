#pragma once

#include "help/library.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace amparo::desktop {

/// The help in a window of its own, so that the screening behind it stays as it is: topics and search on the
/// left, the page on the right. In the program's language. Keys: what is typed searches, Down goes to the
/// list, Enter opens, Alt+Left goes back, Esc closes.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// Shows the window with this topic; one that there is not shows the first page.
    void open(const QString &topic);

    QString currentTopic() const { return m_topic; }

Q_SIGNALS:
    void aboutRequested();  ///< what the program is made of

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void fillList();
    void showTopic(const QString &topic);
    void goBack();
    void openLink(const QString &link);
    void retranslate();

    const help::Library m_library;
    QString m_topic;
    QStringList m_before;  ///< topics to go back to
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_empty;
    QTextBrowser *m_page;
    QLabel *m_review;
    QPushButton *m_back;
    QPushButton *m_about;
    QPushButton *m_close;
};

}  // namespace amparo::desktop
