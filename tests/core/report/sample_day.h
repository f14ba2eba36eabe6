#pragma once

#include "report/figures.h"

/// Records for tests of reports: small builders, and one whole day at an imagined post.
namespace amparo::test {

/// A final screening at the primary line that began at `startedAt` (UTC) and took a minute.
record::Screening finalScreening(const QDateTime &startedAt, record::Decision decision,
                                 record::Decision advised = record::Decision::Clear);

/// Adds fired indicators, "GEN-01" of dimension "CR" as {"GEN-01", "CR"}.
void addHits(record::Screening &screening, const QList<std::pair<QString, QString>> &hits);

/// An empty day (2026-03-02) at a post five hours west of Greenwich.
report::Source emptyDay();

/// 15 people, two of them interviewed twice, with names and document numbers that no report may show.
report::Source sampleDay();

/// Every name, document number and free text of sampleDay().
QStringList secretsOfSampleDay();

}  // namespace amparo::test
