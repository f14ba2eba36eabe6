#pragma once

#include "crypto/secret.h"

#include <QStringView>

#include <optional>

namespace amparo::crypto {

/// What a person types to sign in, as bytes: NFKC (Unicode Annex 15), so that every keyboard's way of writing
/// an accent is the same passphrase, then UTF-8.
class Passphrase {
public:
    /// Takes any text; the caller clears its own copy, the working copies made here are wiped.
    static Passphrase fromText(QStringView text);

    const SecretBytes &utf8() const { return m_utf8; }

    /// Unicode code points, as NIST SP 800-63B counts them.
    int length() const { return m_length; }

private:
    SecretBytes m_utf8;
    int m_length = 0;
};

enum class PassphraseFlaw {
    TooShort,  ///< fewer than 12 characters
    TooLong,   ///< more than 128 characters
    Common,    ///< nothing of its own: listed words, the login name, digits, one character again and again
};

/// Why `passphrase` may not be chosen, or nullopt. Length and a block list, no rules of composition
/// (NIST SP 800-63B-4, 3.1.1.2). Thread: any.
std::optional<PassphraseFlaw> passphraseFlaw(const Passphrase &passphrase, QStringView loginName);

}  // namespace amparo::crypto
