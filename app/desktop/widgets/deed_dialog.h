#pragma once

#include <QDialog>

class QFormLayout;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// A question that ends in a deed of the store's: fields, one sentence on how it goes, Cancel, and the deed.
///
/// It stays open with all that was typed until the deed is done, and deletes itself when it is closed. While
/// the store is at work it cannot be closed: whoever began a deed learns how it ended.
class DeedDialog : public QDialog {
    Q_OBJECT

public:
    /// `deed` is what the button says; its ampersand marks a key.
    DeedDialog(const QString &title, const QString &deed, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void done(const QString &sentence);  ///< the deed is done; for whoever asked

protected:
    virtual void act() = 0;  ///< the button was pressed

    QFormLayout *form() { return m_form; }  ///< above message and buttons
    QWidget *addWords(const QString &sentences);
    Finding *message() { return m_message; }
    QPushButton *deed() { return m_deed; }

    void begin(const QString &sentence);   ///< the store is at work
    void fail(const QString &sentence);    ///< it has not done it
    void pause();                          ///< it waits for something else
    void finish(const QString &sentence);  ///< it has: closes
    /// It has, and says so here, where there is no page to do it: what is left is to close.
    void conclude(const QString &sentence);

private:
    void setBusy(bool isBusy);

    QWidget *m_fields;
    QFormLayout *m_form;
    Finding *m_message;
    QPushButton *m_cancel;
    QPushButton *m_deed;
    bool m_isBusy = false;
};

}  // namespace amparo::desktop
