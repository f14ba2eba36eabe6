#pragma once

#include "store/store.h"

namespace amparo::app {

/// A package or a list of keys that was not taken up, and why.
struct RefusedPackage {
    QString what;  ///< "forms 3", "keys 2"; empty: nothing that could be told
    Error why;

    bool operator==(const RefusedPackage &) const = default;
};

/// What came of signed bytes from headquarters.
struct PackageIntake {
    QList<exchange::Package> taken;  ///< in force now; forms and lists from the next sign-in on
    int keyLists = 0;                ///< taken up
    int known = 0;                   ///< here already, or older than what is here
    QList<RefusedPackage> refused;

    bool operator==(const PackageIntake &) const = default;
};

/// Checks that a post could use what is in the package, whoever has signed it: forms that an interview can be
/// held with, a directory without a mistake, notices and policies that can be read. What headquarters asks
/// before it signs, and a post before it takes up. Errors: InvalidInput, with what is wrong and where;
/// TooNew. Thread: any.
[[nodiscard]] Result<> checkContent(const exchange::Package &package);

/// Takes up lists of keys and packages, in whatever order they lie there, each for itself: the latest first,
/// so that those before it are known. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<PackageIntake> takeIn(store::Store &store, const QList<QByteArray> &signedBytes);

}  // namespace amparo::app
