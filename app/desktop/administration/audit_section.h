#pragma once

#include "app/desktop/widgets/theme.h"
#include "app/post.h"
#include "store/audit_check.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace amparo::desktop {

class AuditModel;
class DateField;
class Finding;
class WorkProgress;

/// The audit log, to be read: who did what and when, by day, action and person; and whether it is whole.
/// Nothing here changes anything but the log, which tells each reading.
class AuditSection : public QWidget {
    Q_OBJECT

public:
    explicit AuditSection(app::Post &post, QWidget *parent = nullptr);  // borrowed

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Page {
        store::AuditPage entries;
        QHash<OfficerId, QString> names;  ///< of their actors
    };
    static Result<Page> read(store::Store &store, const store::AuditFilter &filter,
                             std::optional<qint64> from);

    void layOut();
    void connectParts();
    void retranslate();
    void offerOfficers();
    store::AuditFilter filter() const;
    void search();
    void readOn();
    void showPage(const Page &page);
    void showStatus();
    void verify();
    void verifyFrom(const store::AuditPoint &point, qint64 last);
    void stopVerifying();
    void verified(const Result<store::AuditReport> &report);
    void tellVerified(Tone tone, const QString &sentence);

    app::Post &m_post;
    AuditModel *m_model;
    store::AuditFilter m_filter;
    std::optional<qint64> m_next;
    int m_searchNumber = 0;  ///< answers to earlier ones are dropped
    bool m_isVerifying = false;
    QLabel *m_sinceLabel;
    DateField *m_since;
    QLabel *m_untilLabel;
    DateField *m_until;
    QComboBox *m_action;
    QComboBox *m_who;
    QTableView *m_table;
    Finding *m_status;
    QPushButton *m_verify;
    WorkProgress *m_progress;
    Finding *m_outcome;
};

}  // namespace amparo::desktop
