#include "app/desktop/administration/audit_model.h"

#include "app/desktop/administration/audit_text.h"
#include "app/desktop/widgets/date_text.h"

#include <utility>

namespace amparo::desktop {

AuditModel::AuditModel(QObject *parent) : QAbstractTableModel(parent) {}

void AuditModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_more = false;
    endResetModel();
}

void AuditModel::append(const QList<store::AuditEntry> &entries, const QHash<OfficerId, QString> &names)
{
    m_names.insert(names);
    if (entries.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + entries.size()) - 1);
    m_entries += entries;
    endInsertRows();
}

void AuditModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const store::AuditEntry &entry = m_entries.at(index.row());
    // An id is long and its end is seldom looked at.
    if (role == Qt::ToolTipRole && (index.column() == Subject || index.column() == Detail))
        return cell(entry, index.column());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return cell(entry, index.column());
}

QString AuditModel::cell(const store::AuditEntry &entry, int column) const
{
    switch (column) {
    case Entry:
        return QString::number(entry.sequence);
    case Time:
        return momentToText(entry.at);
    case Who:
        return m_names.value(entry.actor, entry.actor.toText());
    case Action:
        return text(entry.action);
    case Subject:
        return entry.subject;
    case Detail:
        return entry.detail;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Entry:
        return tr("Entry");
    case Time:
        return tr("Time");
    case Who:
        return tr("Who");
    case Action:
        return tr("What");
    case Subject:
        return tr("Of what");
    case Detail:
        return tr("Detail");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_more; }

void AuditModel::fetchMore(const QModelIndex &)
{
    m_more = false;  // until the answer comes
    Q_EMIT moreWanted();
}

}  // namespace amparo::desktop
