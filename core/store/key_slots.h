#pragma once

#include "crypto/passphrase.h"
#include "record/officer.h"
#include "store/key_file.h"

namespace amparo::store {

// From passphrases to the store key and back; for the sources of this room.

/// What a slot gives to whoever opens it.
struct SlotKeys {
    crypto::SecretBytes own;
    crypto::SecretBytes store;
};

/// A slot for `officer`, whose own key is `keys.own`. Errors: crypto::wrapKey()'s. Takes as long as `kdf` is
/// meant to.
[[nodiscard]] Result<KeySlot> makeSlot(StoreId store, const SlotKeys &keys, const record::Officer &officer,
                                       const crypto::Passphrase &passphrase,
                                       const crypto::KdfParameters &kdf);

/// Both keys in the slot of `loginName`. An unknown name costs as much time as a wrong passphrase, and the
/// answer is the same. Errors: Denied, Corrupt, Unavailable.
[[nodiscard]] Result<SlotKeys> openSlot(const KeyFile &keys, const QString &loginName,
                                        const crypto::Passphrase &passphrase);

/// The same slot with another store key, for whoever knows the officer's own one.
KeySlot resealed(const KeySlot &slot, StoreId store, const crypto::SecretBytes &own,
                 const crypto::SecretBytes &newStoreKey);

/// Puts a slot in the place of the one of the same login name, or at the end.
void putSlot(KeyFile &keys, const KeySlot &slot);

}  // namespace amparo::store
