#pragma once

#include "app/desktop/screening/encounter_source.h"
#include "record/interview.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QToolButton;

namespace amparo::desktop {

/// Earlier encounters with the traveller, and what the record has in common with others: beside the advice,
/// which they never enter.
///
/// It looks up by itself whenever person or linking answers have changed and are saved, and waits for
/// nothing. While a traveller reads the questions it is folded and counts nothing; the officer may open it.
class EncounterPanel : public QWidget {
    Q_OBJECT

public:
    explicit EncounterPanel(QWidget *parent = nullptr);

    /// Borrowed; null: nothing is looked up, and the panel stays hidden.
    void lookUpIn(EncounterSource *source);

    /// Shows whose screening is open. `travellerReads`: the questions are not in the officer's language.
    void present(const record::Interview &interview, bool travellerReads);

    /// The draft is saved as it stands: looks up what has changed in it.
    void saved(const record::Interview &interview);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Query {
        ScreeningId draft;
        traveller::Traveller who;
        QList<record::Link> links;

        bool operator==(const Query &) const = default;
    };

    void answered(const Query &query, const Result<record::EncounterReport> &report);
    void refresh();
    void showReport(const record::EncounterReport &report);
    void addLine(const QString &sentence);
    QString statusText() const;
    qsizetype found() const;

    EncounterSource *m_source = nullptr;
    std::optional<Query> m_query;  ///< looked up last
    std::optional<Result<record::EncounterReport>> m_report;
    ScreeningId m_shown;
    bool m_travellerReads = false;
    bool m_isOpen = true;
    QToolButton *m_fold;
    QListWidget *m_list;
    QLabel *m_status;
};

}  // namespace amparo::desktop
