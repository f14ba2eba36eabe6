#pragma once

#include "app/post.h"

#include <QWidget>

class QPushButton;

namespace amparo::desktop {

class DeedDialog;
class Finding;

/// What may be done about the records of the person whose record is open: erase them before their term, keep
/// them beyond it, end that. Shows what the table of permissions opens to who is signed in; to most, nothing.
class RecordDeeds : public QWidget {
    Q_OBJECT

public:
    explicit RecordDeeds(app::Post &post, QWidget *parent = nullptr);

    /// nullopt: none is open.
    void present(const std::optional<record::Screening> &record);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void readHolds();
    void showHolds(const QList<store::LegalHold> &holds);
    void ask(DeedDialog *dialog);

    app::Post &m_post;
    std::optional<record::Screening> m_record;
    QStringList m_references;  ///< under which it is held
    QPushButton *m_erase;
    QPushButton *m_hold;
    QPushButton *m_release;
    Finding *m_held;
    Finding *m_message;
};

}  // namespace amparo::desktop
