#pragma once

#include "record/screening.h"

#include <QAbstractTableModel>

namespace amparo::desktop {

/// The records as a table, newest first; pages are appended as the officer scrolls.
class RecordsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Name, Document, LineOfInterview, Advice, Decision, State, ColumnCount };

    explicit RecordsModel(QObject *parent = nullptr);

    /// The list from its beginning; where it holds the same records, selection and scrolling stay.
    void replace(const QList<record::Screening> &screenings);
    void append(const QList<record::Screening> &screenings);
    int rowOf(ScreeningId id) const;  ///< -1: not in the list
    const record::Screening &at(int row) const { return m_screenings.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Where to go on; the page asks the store and calls append().
    void setMoreToCome(bool more) { m_more = more; }
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QString text(const record::Screening &screening, int column) const;

    QList<record::Screening> m_screenings;
    bool m_more = false;
};

}  // namespace amparo::desktop
