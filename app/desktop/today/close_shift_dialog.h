#pragma once

#include <QDialog>

#include <optional>

class QCheckBox;
class QPlainTextEdit;
class QSpinBox;

namespace amparo::desktop {

/// What the outgoing shift lead hands over: people checked, notes for the next shift. Open drafts are named,
/// not lost.
class CloseShiftDialog : public QDialog {
    Q_OBJECT

public:
    CloseShiftDialog(int openDrafts, QWidget *parent);

Q_SIGNALS:
    void confirmed(std::optional<int> peopleChecked, const QString &handoverNotes);

private:
    QSpinBox *m_people;
    QCheckBox *m_notCounted;
    QPlainTextEdit *m_notes;
};

}  // namespace amparo::desktop
