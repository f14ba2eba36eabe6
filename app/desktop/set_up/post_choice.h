#pragma once

#include "app/installation.h"
#include "app/setting_up.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace amparo::desktop {

class Finding;

/// Which post this computer is set up for: as headquarters' enrolment file says, the one that IT named when
/// it installed the program or one that is chosen; or, without a file, by code, name and country. What the
/// file says is shown in plain words, never the token in it.
class PostChoice : public QWidget {
    Q_OBJECT

public:
    explicit PostChoice(QWidget *parent = nullptr);

    /// Whether a file is being read.
    bool isReading() const { return m_isReading; }

    /// Where the first thing is to be typed; null: nothing has to be, or that is not known yet.
    QWidget *firstField() const;

    /// Gives the labels here the width of `other`, the widest of another form, or that one theirs.
    void alignLabels(QLabel *other);

    /// What was chosen; nullopt: something is missing, and `message` has been told what.
    std::optional<app::NewPost> chosen(Finding *message) const;

    /// The file whose enrolment was taken up; empty: none.
    QString enrolmentFile() const { return m_enrolment ? m_readFile : QString(); }

Q_SIGNALS:
    void read();  ///< what IT named, or a file that was chosen

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Found {
        app::Installation installation;
        Result<sync::Enrolment> enrolment;
    };
    void layOut();
    void lookForInstallation();
    void chooseFile();
    void readFile();
    void show(const Result<sync::Enrolment> &enrolment);
    void showFields();
    void retranslate();
    QString sentence() const;

    QString m_serverUrl;  ///< that IT set
    QString m_readFile;
    std::optional<sync::Enrolment> m_enrolment;
    std::optional<Error> m_failure;
    bool m_isReading = false;
    QFormLayout *m_form;
    QWidget *m_fileRow;
    QLabel *m_fileLabel;
    QLineEdit *m_file;
    QPushButton *m_choose;
    Finding *m_finding;
    QLabel *m_codeLabel;
    QLineEdit *m_code;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_countryLabel;
    QLineEdit *m_country;
};

}  // namespace amparo::desktop
