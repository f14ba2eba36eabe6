#pragma once

#include "traveller/traveller.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace amparo::desktop {

class DateField;
class Finding;

/// The document by hand: for one without a machine readable zone, one that cannot be read, or to put a
/// reading right.
class TravellerForm : public QWidget {
    Q_OBJECT

public:
    explicit TravellerForm(QWidget *parent = nullptr);

    void present(const traveller::Traveller &traveller);

    /// Hands on what was typed, complete or not; nothing where it is as presented.
    void commit();

Q_SIGNALS:
    void accepted(const amparo::traveller::Traveller &traveller);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row {
        QLabel *label;
        QWidget *field;
    };

    void accept();
    traveller::Traveller entered() const;
    void retranslate();

    QLineEdit *m_surname;
    QLineEdit *m_givenNames;
    QComboBox *m_nationality;
    DateField *m_birthDate;
    QComboBox *m_sex;
    QLineEdit *m_documentNumber;
    QComboBox *m_issuingState;
    DateField *m_expiryDate;
    QList<Row> m_rows;  ///< in the order above
    Finding *m_problem;
    QPushButton *m_done;
    QPushButton *m_cancel;
    traveller::Traveller m_traveller;  ///< as presented: what the form does not show stays
};

}  // namespace amparo::desktop
