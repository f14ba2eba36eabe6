#pragma once

#include "crypto/key_wrap.h"

#include <QStringView>

#include <optional>

namespace amparo::crypto {

enum class PinFlaw {
    NotDigits,  ///< something else than the digits 0 to 9
    TooShort,   ///< fewer than 6
    TooLong,    ///< more than 32
    Common,  ///< one digit again and again, up or down in steps of one, a pattern repeated, a keypad's lines
};

/// Why `pin` may not be chosen, or nullopt. Thread: any.
std::optional<PinFlaw> pinFlaw(const Passphrase &pin);

/// A key wrapped with a PIN, for this program's memory alone: it has no other form, is moved, never copied,
/// and leaves nothing behind.
///
/// A PIN of six digits withstands a few tries on a keyboard, and no more: whoever has an image of this
/// memory tries them all in hours or days, depending on the computers at hand. Hence never in a file, and
/// never for longer than needed.
class PinWrappedKey {
public:
    /// Wraps `key`, which has keySize bytes. `context` says what it belongs to. Errors: those of wrapKey().
    [[nodiscard]] static Result<PinWrappedKey> wrap(const SecretBytes &key, const Passphrase &pin,
                                                    const KdfParameters &kdf, QByteArrayView context);

    /// The key again. Errors: Denied (another PIN, another context, or it was wiped), Unavailable (too little
    /// memory). Takes as long as its cost is meant to.
    [[nodiscard]] Result<SecretBytes> open(const Passphrase &pin, QByteArrayView context) const;

    void wipe() { m_wrapped = SecretBytes(); }
    bool isWiped() const { return m_wrapped.isEmpty(); }

private:
    PinWrappedKey(const KdfParameters &kdf, SecretBytes wrapped);

    KdfParameters m_kdf;
    SecretBytes m_wrapped;  // salt, nonce, sealed key with its tag
};

}  // namespace amparo::crypto
