#include "app/desktop/referrals/institutions_model.h"

#include "app/desktop/referrals/referral_text.h"
#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/theme.h"

#include <QApplication>
#include <QIcon>

namespace amparo::desktop {

namespace {

/// In a colour that is seen in a chosen row too.
QIcon freshnessSign(bool isCurrent)
{
    constexpr int size = 64;  // scaled down
    const QPalette palette = QApplication::palette();
    const Sign sign = isCurrent ? Sign::Done : Sign::Caution;
    QIcon both;
    both.addPixmap(
        icon(sign, toneColours(isCurrent ? Tone::Good : Tone::Caution, palette).accent).pixmap(size));
    both.addPixmap(icon(sign, palette.color(QPalette::HighlightedText)).pixmap(size), QIcon::Selected);
    return both;
}

}  // namespace

InstitutionsModel::InstitutionsModel(QObject *parent) : QAbstractTableModel(parent) {}

void InstitutionsModel::replace(const QList<reference::Institution> &institutions, const QDateTime &now,
                                QDate today)
{
    m_now = now;
    m_today = today;
    if (institutions == m_institutions) {
        if (!m_institutions.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_institutions = institutions;
    endResetModel();
}

int InstitutionsModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_institutions.size(); ++row) {
        if (m_institutions[row].id == id)
            return int(row);
    }
    return -1;
}

int InstitutionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_institutions.size());
}

int InstitutionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InstitutionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const reference::Institution &one = m_institutions.at(index.row());
    if (role == Qt::DisplayRole)
        return textAt(one, index.column());
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return index.column() == Confirmed ? freshnessText(one.provenance, m_today)
                                           : textAt(one, index.column());
    if (role == Qt::DecorationRole && index.column() == Confirmed)
        return freshnessSign(freshness(one.provenance, m_today) == reference::Freshness::Current);
    return {};
}

QString InstitutionsModel::textAt(const reference::Institution &one, int column) const
{
    switch (column) {
    case Name:
        return one.name;
    case Place:
        return placeText(one);
    case Services: {
        QStringList services;
        for (const reference::Service service : one.services)
            services.append(text(service));
        return services.join(QLatin1String(", "));
    }
    case Now:
        return text(reference::openState(one, m_now));
    case Confirmed:
        return shortFreshnessText(one.provenance, m_today);
    default:
        return {};
    }
}

QVariant InstitutionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Place:
        return tr("Place");
    case Services:
        return tr("Services");
    case Now:
        return tr("Hours");
    case Confirmed:
        return tr("Confirmed");
    default:
        return {};
    }
}

}  // namespace amparo::desktop
