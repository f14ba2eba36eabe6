#include "app/desktop/administration/officers_model.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_text.h"

namespace amparo::desktop {

OfficersModel::OfficersModel(QObject *parent) : QAbstractTableModel(parent) {}

void OfficersModel::replace(const QList<store::OfficerAccount> &accounts)
{
    beginResetModel();
    m_accounts = accounts;
    endResetModel();
}

int OfficersModel::rowOf(OfficerId id) const
{
    for (qsizetype row = 0; row < m_accounts.size(); ++row) {
        if (m_accounts[row].officer.id == id)
            return int(row);
    }
    return -1;
}

void OfficersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_accounts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int OfficersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

int OfficersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant OfficersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return textAt(m_accounts.at(index.row()), index.column());
}

QString OfficersModel::textAt(const store::OfficerAccount &account, int column) const
{
    switch (column) {
    case Name:
        return account.officer.displayName;
    case Login:
        return account.officer.loginName;
    case Role:
        return text(account.officer.role);
    case State:
        //: of an account
        return account.isSuspended ? tr("Suspended") : tr("Can sign in");
    case LastSignIn:
        //: of a sign-in
        return account.lastSignIn ? momentToText(*account.lastSignIn) : tr("Never");
    default:
        return {};
    }
}

QVariant OfficersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Login:
        return tr("Login name");
    case Role:
        return tr("Role");
    case State:
        return tr("Account");
    case LastSignIn:
        return tr("Last sign-in");
    default:
        return {};
    }
}

}  // namespace amparo::desktop
