#pragma once

#include "reference/institution.h"

#include <QAbstractTableModel>

namespace amparo::desktop {

/// Institutions as a table, in the order given. How far one is to be trusted stands in it as words and a
/// sign.
class InstitutionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Place, Services, Now, Confirmed, ColumnCount };

    explicit InstitutionsModel(QObject *parent = nullptr);

    /// `now` is UTC.
    void replace(const QList<reference::Institution> &institutions, const QDateTime &now, QDate today);
    const reference::Institution &at(int row) const { return m_institutions.at(row); }
    int rowOf(const QString &id) const;  ///< -1: not in the list

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const reference::Institution &one, int column) const;

    QList<reference::Institution> m_institutions;
    QDateTime m_now;
    QDate m_today;
};

}  // namespace amparo::desktop
