#pragma once

#include "store/audit_log.h"

#include <QAbstractTableModel>
#include <QHash>

namespace amparo::desktop {

/// Entries of the audit log as a table, newest first; pages are appended as the reader scrolls.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Entry, Time, Who, Action, Subject, Detail, ColumnCount };

    explicit AuditModel(QObject *parent = nullptr);

    void clear();
    /// `names` are those of the actors, as far as they are known; others are shown by their ids.
    void append(const QList<store::AuditEntry> &entries, const QHash<OfficerId, QString> &names);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Where to go on; the section asks the store and calls append().
    void setMoreToCome(bool more) { m_more = more; }
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QString cell(const store::AuditEntry &entry, int column) const;

    QList<store::AuditEntry> m_entries;
    QHash<OfficerId, QString> m_names;
    bool m_more = false;
};

}  // namespace amparo::desktop
