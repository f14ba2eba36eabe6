#pragma once

#include "record/screening.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTimeZone>

namespace amparo::report {

/// Final records with who they are about, a line each, as comma-separated values: when, which interview, the
/// traveller, advice, decision and its reason, who decided. Answers are not among them.
///
/// UTF-8 with byte order mark and CRLF. The first line names the fields by words that stay the same in every
/// language; values are the codes of forms and stores, moments ISO 8601 with the offset of `zone`. `officers`
/// gives login names. Where lanes brought some of the records a last field `lane` has their names, and is
/// empty with what was made here. Thread: any.
QByteArray recordListCsv(const QList<record::Screening> &records, const QHash<OfficerId, QString> &officers,
                         const QHash<ScreeningId, QString> &lanes, const QTimeZone &zone);

}  // namespace amparo::report
