#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QLineEdit;
class QToolButton;

namespace amparo::desktop {

/// A day to type, or to choose from a calendar by touch. May be empty.
class DateField : public QWidget {
    Q_OBJECT

public:
    explicit DateField(QWidget *parent = nullptr);

    void setName(const QString &accessibleName);
    void setDate(std::optional<QDate> date);
    std::optional<QDate> date() const;  ///< nullopt: empty, or no such day
    QString text() const;               ///< as typed
    bool isDateOrEmpty() const;

Q_SIGNALS:
    void edited();         ///< by the person, also while what is typed is no day yet
    void returnPressed();  ///< Enter

protected:
    void changeEvent(QEvent *event) override;

private:
    void openCalendar();
    void retranslate();

    QLineEdit *m_line;
    QToolButton *m_open;
    QString m_name;
};

}  // namespace amparo::desktop
