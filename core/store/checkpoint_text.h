#pragma once

#include "store/checkpoint.h"

#include <QJsonObject>

namespace amparo::store {

// Checkpoints as they leave the store. Binary values are base64url. Thread: any.

/// `<amparo:checkpoint>`, as a submission carries it.
QByteArray toXml(const Checkpoint &checkpoint);

/// What a submission says of its sender's log.
struct Carried {
    QString instanceId;                    ///< empty: it has none
    std::optional<Checkpoint> checkpoint;  ///< nullopt: it carries none that can be read
};

/// nullopt: not well-formed, a document type, or beyond 64 MB. The signature is not looked at.
std::optional<Carried> readCarried(const QByteArray &submissionXml);

/// What somebody keeps elsewhere: the checkpoint, and the public key that belongs to it.
struct KeptElsewhere {
    Checkpoint checkpoint;
    QByteArray publicKey;

    bool operator==(const KeptElsewhere &) const = default;
};

QJsonObject toJson(const KeptElsewhere &kept);

/// InvalidInput: no such object, or its signature does not belong to its key.
[[nodiscard]] Result<KeptElsewhere> keptElsewhereFromJson(const QJsonObject &object);

}  // namespace amparo::store
