#pragma once

#include "exchange/batch.h"
#include "record/interview_form.h"
#include "store/lane_record_repository.h"
#include "store/store.h"

#include <functional>
#include <variant>

namespace amparo::relay {

/// How the covering note of a record (record/covering_note.h) goes with it, as its last file.
extern const QString noteName;
extern const QString noteType;

/// One installed form version. Errors: NotFound, InvalidInput, the store's. Thread: the store's.
using FormReader = std::function<Result<std::shared_ptr<const record::InterviewForm>>(
    store::Store &, const QString &formId, const QString &version)>;

/// What stops a whole batch.
enum class BatchFlaw { Malformed, NotSealed, NotSigned, NotForUs, NeedKey, NeedDictionary };

/// The batch in a frame that the lane of `laneKey` (empty: it has not said one) has sealed to the relay's
/// key. Thread: any.
std::variant<exchange::Batch, BatchFlaw> openFrame(const QByteArray &frame, const QByteArray &laneKey,
                                                   const crypto::SecretBytes &secretKey);

/// A record of a form that is not installed here: the lane keeps it until it is.
struct UnknownForm {
    qsizetype place = 0;  ///< of the first such record
    bool operator==(const UnknownForm &) const = default;
};

using Arrivals = QList<std::optional<store::LaneRecord>>;  ///< nullopt: no sound record

/// The records of a batch as the store takes them in, each held against its note and its form. Errors: the
/// store's. Thread: the store's.
[[nodiscard]] Result<std::variant<Arrivals, UnknownForm>>
readArrivals(const exchange::Batch &batch, store::Store &store, const FormReader &forms);

}  // namespace amparo::relay
