#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace amparo::desktop {

/// Long work on its way: what it is at, how far it has come, and the button that stops it. Hidden while there
/// is none.
class WorkProgress : public QWidget {
    Q_OBJECT

public:
    explicit WorkProgress(QWidget *parent = nullptr);

    enum class Stop { Possible, TooLate };

    /// `done` is from 0 to 1; nullopt: nobody knows.
    void tell(const QString &sentence, std::optional<double> done, Stop stop);
    void end();

Q_SIGNALS:
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

}  // namespace amparo::desktop
