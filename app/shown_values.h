#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace amparo::app {

/// The value of a policy for those who look after computers: in short words, in English, and as in
/// policy.json. No paths, for a folder may be called after somebody: support may read it.
struct ShownValue {
    QString words;
    QJsonValue json;
};

// Of what the store keeps; nullopt: what the program does by itself. Errors: Corrupt. Thread: any.
using KeptValue = std::optional<QByteArray>;

[[nodiscard]] Result<ShownValue> showLockTime(const KeptValue &kept);
[[nodiscard]] Result<ShownValue> showAllowed(const KeptValue &kept);
[[nodiscard]] Result<ShownValue> showTerms(const KeptValue &kept);
[[nodiscard]] Result<ShownValue> showBackups(const KeptValue &kept);  ///< all but the folder
[[nodiscard]] Result<ShownValue> showLink(const KeptValue &kept);

}  // namespace amparo::app
