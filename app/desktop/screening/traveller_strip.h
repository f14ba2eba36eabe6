#pragma once

#include "app/desktop/widgets/card.h"
#include "record/interview_form.h"
#include "traveller/traveller.h"

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace amparo::desktop {

class Finding;
class TravellerForm;

/// The top of the page: the document that was read and what to look at in it, a field for one that is typed,
/// the language of the questions.
class TravellerStrip : public Card {
    Q_OBJECT

public:
    explicit TravellerStrip(QWidget *parent = nullptr);

    /// Shows the person. Findings stay until another document is read.
    void present(const traveller::Traveller &traveller, QDate today);

    /// Offers the languages of a form, and says of each where no native speaker has reviewed it.
    void offerLanguages(const record::InterviewForm &form, const QString &chosen);

    /// Reads a zone, from a reader or typed. What cannot be read is said here and changes nothing. With a
    /// document already read and another one coming, the officer is asked first.
    void read(const QString &mrz, QDate today);

    /// Forgets findings and questions: another screening is shown.
    void reset();

    void focusEntry();  ///< the field for typing a zone
    void typeByHand();  ///< opens the fields
    void commit();      ///< hands on what stands in them, if anything was changed

Q_SIGNALS:
    void travellerRead(const amparo::traveller::Traveller &traveller);
    void languageChosen(const QString &language);
    void anotherTravellerRead(const QString &mrz);  ///< the officer wants a screening of its own for it

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const traveller::Mrz &mrz);
    void askAboutOther(const QString &text, const traveller::Mrz &mrz);
    void setTyping(bool typing);
    void showPerson();
    void showFindings();
    void showReview();
    void retranslate();

    QLabel *m_name;
    QLabel *m_person;
    QLabel *m_document;
    Finding *m_child;
    QLineEdit *m_entry;
    QPushButton *m_byHand;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_unreviewed;
    QStringList m_reviewed;  ///< languages of the form that a native speaker has reviewed
    QWidget *m_findingArea;
    QGridLayout *m_findings;
    Finding *m_refused;
    QWidget *m_other;
    Finding *m_otherText;
    QPushButton *m_otherNew;
    QPushButton *m_otherReplace;
    QPushButton *m_otherIgnore;
    TravellerForm *m_form;
    traveller::Traveller m_traveller;
    QDate m_today;
    std::optional<traveller::Mrz> m_mrz;      ///< of which the findings are shown
    std::optional<traveller::Mrz> m_pending;  ///< another document, about which the officer is asked
    QString m_pendingText;
};

}  // namespace amparo::desktop
