#pragma once

#include "app/licences.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace amparo::desktop {

/// What this program is and what it is made of: version, the terms of Qt, every part that ships with its
/// licence and the licence's text. In a window of its own, as the help. Keys: up and down choose a part, Tab
/// goes to its text, Esc closes.
class AboutWindow : public QWidget {
    Q_OBJECT

public:
    explicit AboutWindow(QWidget *parent = nullptr);

    /// Shows the window, and reads what is installed where `programFolder` has its programs.
    void open(const QString &programFolder);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static QString wordsFor(const app::LicensedPart &part);
    void layOut();
    void show(const app::Licences &licences);
    void showPart(int row);
    void retranslate();

    app::Licences m_licences;
    QLabel *m_title;
    QLabel *m_version;
    QLabel *m_qt;
    QLabel *m_source;
    QListWidget *m_parts;
    QPlainTextEdit *m_text;
    QPushButton *m_close;
};

}  // namespace amparo::desktop
