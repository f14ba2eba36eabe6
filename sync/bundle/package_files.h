#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace amparo::bundle {

// Packages from headquarters (exchange/package.h) as files, beside bundles on a stick or by themselves:
// `amparo-CHANNEL-NUMBER.package`, and `amparo-keys-NUMBER.package` for lists of keys, packed as they travel.
// Thread: any but the GUI's; sticks are slow.

constexpr qsizetype mostPackagesOnStick = 64;
constexpr qint64 mostPackagedBytes = 256LL * 1024 * 1024;  ///< of all of them, unpacked

struct FoundPackages {
    QList<QByteArray> signedBytes;  ///< by the names of their files; who signed them is for others to check
    int damaged = 0;                ///< files that hold none, or that are beyond the limits

    bool operator==(const FoundPackages &) const = default;
};

/// What lies in a folder, or in the one file that `place` is. NotFound: there is nothing of that name.
[[nodiscard]] Result<FoundPackages> readPackages(const QString &place);

/// Writes signed bytes into a folder, under the name that is theirs, and answers its path. Errors:
/// InvalidInput (no package), Conflict (it is there), NotFound (no such folder), DurableFile's.
[[nodiscard]] Result<QString> writePackage(const QString &folder, const QByteArray &signedBytes);

}  // namespace amparo::bundle
