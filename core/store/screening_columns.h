#pragma once

#include "record/screening.h"
#include "store/outbox_repository.h"
#include "store/traveller_columns.h"

#include <QMap>

namespace amparo::store {

class Database;

// The columns that readScreening() reads, and the tables they come from; a WHERE follows.
#define AMPARO_SCREENING_COLUMNS                                                                             \
    "SELECT s.sequence, s.id, s.encounter, s.shift, s.officer, s.line, s.form_id, s.form_version, "          \
    "s.language,"                                                                                            \
    " s.started_at, s.decision, s.reason, s.finalised_at, s.instance_id, s.risk_model, s.risk_band, "        \
    "s.risk_level,"                                                                                          \
    " s.recommended, s.explanation, s.unanswered, coalesce(o.state, 'draft'), " AMPARO_TRAVELLER_COLUMNS     \
    " FROM screening s LEFT JOIN outbox o USING (sequence) "

/// A screening and its place in the list.
struct Placed {
    qint64 sequence = 0;
    record::Screening screening;
};

/// A screening without its hits, which stand in rows of their own.
Placed readScreening(const Row &row);

/// Those hits.
Result<QList<record::IndicatorHit>> readHits(Database &database, qint64 sequence);

/// The receipt in four columns from `first` on: when, of which server, status and proof; nullopt: there is
/// none.
std::optional<Receipt> readReceipt(const Row &row, int first);

/// The files that go with a final screening's submission, by name.
Result<QMap<QString, QByteArray>> readFiles(Database &database, qint64 sequence);

}  // namespace amparo::store
