#pragma once

#include "exchange/bundle.h"

#include <QList>
#include <QString>

namespace amparo::bundle {

// How bundles lie on a stick. Each is a folder of its own, `amparo-STORE-NUMBER`:
//
//   bundle.amparo   the signed list (exchange/bundle.h), written last: a folder without it is unfinished
//   HEX.batch       a sealed batch
//   HEX.form        a form that batches are packed against
//   HEX.receipt     what the server has answered to HEX.batch, once somebody has carried it there
//
// Every name is made here, of a hash, and a link is not followed: a stick has been in other hands. Files are
// written beside their place first, and are on the stick when a function returns. Thread: any but the GUI's;
// sticks are slow.

constexpr qsizetype mostBundlesOnStick = 1000;
constexpr qint64 mostReceiptBytes = 64 * 1024;

/// A bundle that was found, whole as to its list.
struct FoundBundle {
    QString folder;
    exchange::Bundle bundle;

    bool operator==(const FoundBundle &) const = default;
};

struct Stick {
    QList<FoundBundle> bundles;  ///< in the order of their folders' names
    int damaged = 0;             ///< folders with a list that is none
    int unfinished = 0;          ///< folders without a list

    bool operator==(const Stick &) const = default;
};

/// What lies in `place`: the bundles in it, or the one that it is. NotFound: there is no such folder.
[[nodiscard]] Result<Stick> readStick(const QString &place);

QString folderName(const QByteArray &storeId, quint64 number);

/// A part, held against the list: nobody gets other bytes. Errors: NotFound (not there), InvalidInput
/// (another size or hash), Unavailable (cannot be read).
[[nodiscard]] Result<QByteArray> readPart(const QString &folder, const exchange::BundlePart &part);

/// Errors: DurableFile's.
[[nodiscard]] Result<> writePart(const QString &folder, const exchange::BundlePart &part,
                                 const QByteArray &bytes);
void removePart(const QString &folder, const exchange::BundlePart &part);
[[nodiscard]] Result<> writeList(const QString &folder, const QByteArray &signedList);

/// nullopt: there is none for that batch, or it is too large to be one.
std::optional<QByteArray> readReceiptFile(const QString &folder, const QByteArray &batchName);
[[nodiscard]] Result<> writeReceiptFile(const QString &folder, const QByteArray &batchName,
                                        const QByteArray &receipt);

/// A new folder for a bundle of the store; bundles of its that were never finished make way. Errors: NotFound
/// (no such place), Conflict (it is there), ReadOnly.
[[nodiscard]] Result<QString> makeBundleFolder(const QString &place, const QByteArray &storeId,
                                               quint64 number);

/// Removes a folder that makeBundleFolder() has made, with what was written into it.
void removeBundleFolder(const QString &folder);

}  // namespace amparo::bundle
