#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/key_wrap.h"
#include "crypto/recovery_key.h"

#include <QList>
#include <QString>

#include <optional>

namespace amparo::store {

using StoreId = Id<struct StoreTag>;

/// One officer's way to the store key. The passphrase opens a key of the officer's own, and that the store's:
/// the store also knows the officers' own keys, so that it can seal a new store key without their
/// passphrases.
struct KeySlot {
    OfficerId officer;
    QString loginName;  ///< in the form that login names are compared in, see foldedLoginName()
    crypto::WrappedKey own;
    crypto::SealedKey store;

    bool operator==(const KeySlot &) const = default;
};

/// Headquarters' way to the store key.
struct RecoverySlot {
    QByteArray publicKey;  ///< whose other half opens it
    QByteArray sealed;     ///< the store key, see crypto::sealForRecovery()

    bool operator==(const RecoverySlot &) const = default;
};

/// What `keys.amparo` holds, beside the store that it opens.
struct KeyFile {
    StoreId store;
    quint32 keyNumber = 1;  ///< how many keys the store has had: each has a database file of its own
    QList<KeySlot> slotList;
    std::optional<RecoverySlot> recovery;

    const KeySlot *find(QStringView loginName) const;

    bool operator==(const KeyFile &) const = default;
};

/// Login names are equal whatever their case and way of writing accents.
QString foldedLoginName(QStringView loginName);

/// The name of the database file that a key opens: store.amparo, store-2.amparo …
QString databaseName(quint32 keyNumber);

/// What a slot's keys are bound to: this store, this officer, this name.
QByteArray slotContext(StoreId store, OfficerId officer, QStringView loginName);

/// Errors: NotFound (neither the file nor its previous generation is there), Corrupt, TooNew, Unavailable.
/// Where only the newer generation is missing or damaged, the previous one answers. Thread: any.
[[nodiscard]] Result<KeyFile> readKeyFile(const QString &folder);

/// What becomes of the generation before: kept, or replaced as well, where what it opens is to open no more.
enum class Previous { Kept, Replaced };

/// Replaces the file. Errors: DiskFull, ReadOnly, Unavailable; what counts is then as it was.
[[nodiscard]] Result<> writeKeyFile(const QString &folder, const KeyFile &keys,
                                    Previous previous = Previous::Kept);

/// Where the newer generation is sound and the previous one has another key number, replaces the latter. The
/// answer: whether a sound newer generation is the one that counts, so that other databases are leftovers.
[[nodiscard]] Result<bool> settleKeyFile(const QString &folder);

}  // namespace amparo::store
