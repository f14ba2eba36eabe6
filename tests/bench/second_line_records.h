#pragma once

#include "sync/transport.h"

#include "base/result.h"

namespace amparo::bench {

/// Finalised records of the built-in second-line form, as the outbox hands them to a transport: travellers
/// with names, documents and ages of their own, answers that differ from record to record in about a third of
/// the questions and at random. The same for the same `count`, but for ids, times and signatures.
[[nodiscard]] Result<QList<sync::Parcel>> secondLineRecords(const QString &folder, int count);

}  // namespace amparo::bench
