#pragma once

#include "store/officer_repository.h"

#include <QAbstractTableModel>

namespace amparo::desktop {

/// The accounts of the post as a table, in the order given.
class OfficersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Login, Role, State, LastSignIn, ColumnCount };

    explicit OfficersModel(QObject *parent = nullptr);

    void replace(const QList<store::OfficerAccount> &accounts);
    const store::OfficerAccount &at(int row) const { return m_accounts.at(row); }
    int rowOf(OfficerId id) const;  ///< -1: not in the list
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const store::OfficerAccount &account, int column) const;

    QList<store::OfficerAccount> m_accounts;
};

}  // namespace amparo::desktop
