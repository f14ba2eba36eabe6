#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace amparo::record {

/// How long the records of a form stay on the station's disk (security design, R1). What the server has not
/// acknowledged has no term: queued, being sent and refused records stay until it has, or a person decides.
struct RetentionRule {
    std::chrono::days draft{7};          ///< after its last answer; 1 to 90
    std::chrono::days acknowledged{90};  ///< after the server's receipt; 1 to 3650

    bool operator==(const RetentionRule &) const = default;
};

/// The rules of a post. The records of one traveller are one story: they go together, when the last of them
/// may.
struct RetentionPolicy {
    RetentionRule standard;
    QMap<QString, RetentionRule> byForm;  ///< by form id, whatever the version

    const RetentionRule &ruleFor(const QString &formId) const;
    /// The longest that a record stays once it is acknowledged.
    std::chrono::days longest() const;

    bool operator==(const RetentionPolicy &) const = default;
};

/// InvalidInput: a term is out of its range.
[[nodiscard]] Result<> checkPolicy(const RetentionPolicy &policy);

/// As the store keeps it (JSON, in days). Errors of reading: Corrupt.
QByteArray toBytes(const RetentionPolicy &policy);
[[nodiscard]] Result<RetentionPolicy> retentionPolicyFromBytes(const QByteArray &bytes);

/// Why a record is no longer there.
enum class ErasureReason {
    DraftTerm,       ///< nobody has gone on with it
    RecordTerm,      ///< the server has it, and the term is over
    PersonRequest,   ///< before term: the person asked
    CourtOrder,      ///< before term
    AuthorityOrder,  ///< before term: a data protection authority, or headquarters
};

/// Stable words: "draft-term", "record-term", "person-request", "court-order", "authority-order".
QString erasureReasonName(ErasureReason reason);
std::optional<ErasureReason> erasureReasonFromName(QStringView name);
bool isBeforeTerm(ErasureReason reason);

/// What stays of an erased record: nothing about a person.
struct Tombstone {
    ScreeningId id;
    QString instanceId;  ///< as the server knows it; empty: it was a draft
    QDateTime erasedAt;  ///< UTC
    ErasureReason reason = ErasureReason::RecordTerm;

    bool operator==(const Tombstone &) const = default;
};

}  // namespace amparo::record
