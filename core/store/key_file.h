#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/key_wrap.h"

#include <QList>
#include <QString>

namespace amparo::store {

using StoreId = Id<struct StoreTag>;

/// The store key as one officer's passphrase opens it.
struct KeySlot {
    OfficerId officer;
    QString loginName;  ///< in the form that login names are compared in, see foldedLoginName()
    crypto::WrappedKey key;

    bool operator==(const KeySlot &) const = default;
};

/// What `keys.amparo` holds, beside the store that it opens.
struct KeyFile {
    StoreId store;
    QList<KeySlot> slotList;

    const KeySlot *find(QStringView loginName) const;

    bool operator==(const KeyFile &) const = default;
};

/// Login names are equal whatever their case and way of writing accents.
QString foldedLoginName(QStringView loginName);

/// What a slot's wrapped key is bound to: this store, this officer, this name.
QByteArray slotContext(StoreId store, OfficerId officer, QStringView loginName);

/// Errors: NotFound (neither the file nor its previous generation is there), Corrupt, TooNew, Unavailable.
/// Where only the newer generation is missing or damaged, the previous one answers. Thread: any.
[[nodiscard]] Result<KeyFile> readKeyFile(const QString &folder);

/// Replaces the file; what it held becomes the previous generation. Errors: DiskFull, ReadOnly, Unavailable;
/// the file is then as it was.
[[nodiscard]] Result<> writeKeyFile(const QString &folder, const KeyFile &keys);

}  // namespace amparo::store
