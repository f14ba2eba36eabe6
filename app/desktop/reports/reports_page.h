#pragma once

#include "app/post.h"
#include "app/report_files.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace amparo::desktop {

class DateField;
class Finding;

/// The report of a shift or a day: looked at here, then written as PDF, XLSX and CSV into a folder.
class ReportsPage : public QWidget {
    Q_OBJECT

public:
    explicit ReportsPage(app::Post &post, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void reload();  ///< the shifts to choose from, then the report of the chosen one
    void offerShifts(const QList<record::Shift> &shifts);
    std::optional<report::Period> period() const;  ///< nullopt: no such day
    void preview();
    void chooseFolder();
    void write();
    void wrote(const Result<QStringList> &files);
    void askForExport();
    void exportRecords(const report::Period &period, const QString &folder, store::Approval approval);

    app::Post &m_post;
    QList<record::Shift> m_shifts;
    int m_previewNumber = 0;  // answers about an earlier choice are dropped

    QLabel *m_periodLabel;
    QComboBox *m_period;
    DateField *m_day;
    QTextBrowser *m_preview;
    QLabel *m_folderLabel;
    QLineEdit *m_folder;
    QPushButton *m_chooseFolder;
    QList<QCheckBox *> m_formats;  ///< in the order of report::Format
    QPushButton *m_write;
    QPushButton *m_export;
    Finding *m_message;
};

}  // namespace amparo::desktop
