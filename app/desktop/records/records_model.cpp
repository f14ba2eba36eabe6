#include "app/desktop/records/records_model.h"

#include "app/desktop/texts.h"
#include "app/desktop/widgets/date_text.h"

#include <QLocale>

#include <algorithm>

namespace amparo::desktop {

RecordsModel::RecordsModel(QObject *parent) : QAbstractTableModel(parent) {}

void RecordsModel::replace(const QList<record::Screening> &screenings)
{
    const bool same =
        std::equal(m_screenings.begin(), m_screenings.end(), screenings.begin(), screenings.end(),
                   [](const record::Screening &a, const record::Screening &b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_screenings = screenings;
        endResetModel();
    } else if (!screenings.isEmpty()) {
        m_screenings = screenings;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int RecordsModel::rowOf(ScreeningId id) const
{
    for (qsizetype row = 0; row < m_screenings.size(); ++row) {
        if (m_screenings[row].id == id)
            return int(row);
    }
    return -1;
}

void RecordsModel::append(const QList<record::Screening> &screenings)
{
    if (screenings.isEmpty())
        return;
    beginInsertRows({}, int(m_screenings.size()), int(m_screenings.size() + screenings.size()) - 1);
    m_screenings += screenings;
    endInsertRows();
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_screenings.size());
}

int RecordsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return text(m_screenings.at(index.row()), index.column());
}

QString RecordsModel::text(const record::Screening &screening, int column) const
{
    const traveller::Traveller &who = screening.traveller;
    switch (column) {
    case Time:
        return momentToText(screening.startedAt);
    case Name:
        return nameText(who);
    case Document:
        return QStringList{who.issuingState, who.documentNumber}.join(QLatin1Char(' ')).trimmed();
    case LineOfInterview:
        return desktop::text(screening.line);
    case Advice:
        return screening.advice ? desktop::text(screening.advice->recommended) : QString();
    case Decision:
        return screening.verdict ? desktop::text(screening.verdict->decision) : QString();
    case State:
        return desktop::text(screening.state);
    default:
        return {};
    }
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Name:
        return tr("Name");
    case Document:
        return tr("Document");
    case LineOfInterview:
        return tr("Interview");
    case Advice:
        return tr("Advice");
    case Decision:
        return tr("Decision");
    case State:
        return tr("State");
    default:
        return {};
    }
}

bool RecordsModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_more; }

void RecordsModel::fetchMore(const QModelIndex &)
{
    m_more = false;  // until the answer comes
    Q_EMIT moreWanted();
}

}  // namespace amparo::desktop
