#pragma once

#include "app/post.h"
#include "reference/directory_filter.h"
#include "reference/reference.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTextBrowser;

namespace amparo::desktop {

class Finding;
class InstitutionsModel;

/// The referral directory: whom to call for what, and how far each entry is to be trusted. Filters leave out
/// what is known not to fit, and the status line says how many of how many are shown.
class ReferralsPage : public QWidget {
    Q_OBJECT

public:
    explicit ReferralsPage(app::Post &post, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void load();  ///< at the first sight of the page
    void offerFilters();
    reference::DirectoryFilter filter() const;
    void search();
    void showFindings();
    void showCurrent();

    app::Post &m_post;
    std::optional<reference::Reference> m_reference;
    bool m_isLoading = false;
    QTimer m_minute;  // whether somebody is there changes with time

    InstitutionsModel *m_model;
    QLineEdit *m_text;
    QComboBox *m_country;
    QComboBox *m_service;
    QComboBox *m_serves;
    QComboBox *m_language;
    QCheckBox *m_open;
    Finding *m_trust;
    QTableView *m_table;
    QTextBrowser *m_detail;
    QLabel *m_status;
};

}  // namespace amparo::desktop
