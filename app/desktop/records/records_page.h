#pragma once

#include "app/post.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QTextBrowser;

namespace amparo::desktop {

class RecordDeeds;
class RecordsModel;

/// All records of the post, a page at a time, to search by name or document number and to read. Opening one
/// is told in the audit log.
class RecordsPage : public QWidget {
    Q_OBJECT

public:
    explicit RecordsPage(app::Post &post, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Detail {
        record::Screening screening;
        std::optional<store::OutboxItem> sending;
    };
    static Result<Detail> readDetail(store::Store &store, ScreeningId id);

    void layOut();
    void connectParts();
    void retranslate();
    void reload();  ///< as many as are shown, again
    void readPage(int size, std::optional<qint64> from);
    void showPage(const store::ScreeningPage &page, bool isFirst);
    void showStatus();
    void showCurrent();
    void showDetail(const Result<Detail> &detail);
    void select(ScreeningId id);

    app::Post &m_post;
    RecordsModel *m_model;
    QLineEdit *m_search;
    QTableView *m_table;
    QTextBrowser *m_detail;
    RecordDeeds *m_deeds;
    QLabel *m_status;
    QTimer m_pause;  // while somebody types, nothing is searched
    std::optional<qint64> m_next;
    ScreeningId m_current;   // whose details are shown
    QString m_toldSearch;    // what the audit log knows of already
    int m_searchNumber = 0;  // answers to an earlier search are dropped
};

}  // namespace amparo::desktop
