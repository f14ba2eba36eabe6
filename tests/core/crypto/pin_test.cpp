#include "crypto/pin.h"
#include "crypto/random.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::crypto;
using test::errorOf;
using test::require;

namespace {

Passphrase typed(const char *utf8) { return Passphrase::fromText(QString::fromUtf8(utf8)); }

}  // namespace

TEST_CASE("PINs that a stranger would try first are refused", "[crypto][SEC-A4]")
{
    struct Row {
        const char *pin;
        std::optional<PinFlaw> flaw;
    };
    const auto row = GENERATE(values<Row>({
        {"", PinFlaw::TooShort},
        {"83071", PinFlaw::TooShort},
        {"830714", std::nullopt},
        {"83071429561", std::nullopt},
        {"83071495268307149526830714952616", std::nullopt},
        {"830714952683071495268307149526161", PinFlaw::TooLong},
        {"83071a", PinFlaw::NotDigits},
        {"８３０７１４", std::nullopt},  // full-width digits are the same digits (NFKC)
        {"٨٣٠٧١٤", PinFlaw::NotDigits},
        {"000000", PinFlaw::Common},
        {"7777777", PinFlaw::Common},
        {"123456", PinFlaw::Common},
        {"567890", PinFlaw::Common},  // 0 follows on a keyboard
        {"987654", PinFlaw::Common},
        {"321098", PinFlaw::Common},
        {"121212", PinFlaw::Common},
        {"123123", PinFlaw::Common},
        {"830830", PinFlaw::Common},
        {"8383838", PinFlaw::Common},
        {"123321", PinFlaw::Common},
        {"111222", PinFlaw::Common},
        {"147258", PinFlaw::Common},
        {"1472580", PinFlaw::Common},
        {"159753", PinFlaw::Common},
        {"112233", PinFlaw::Common},
    }));
    CAPTURE(row.pin);
    CHECK(pinFlaw(typed(row.pin)) == row.flaw);
}

TEST_CASE("a PIN opens the key that it wraps, until it is wiped", "[crypto][SEC-A4]")
{
    const SecretBytes key = randomSecret(keySize);
    auto wrapped = require(PinWrappedKey::wrap(key, typed("830714"), {}, "Ana at Desaguadero"));

    CHECK(require(wrapped.open(typed("830714"), "Ana at Desaguadero")) == key);
    CHECK(errorOf(wrapped.open(typed("830715"), "Ana at Desaguadero")) == ErrorCode::Denied);
    CHECK(errorOf(wrapped.open(typed("830714"), "Luis at Desaguadero")) == ErrorCode::Denied);

    wrapped.wipe();
    CHECK(wrapped.isWiped());
    CHECK(errorOf(wrapped.open(typed("830714"), "Ana at Desaguadero")) == ErrorCode::Denied);
}

TEST_CASE("trying a PIN never costs less than the floor of passphrases", "[crypto][SEC-A4]")
{
    const SecretBytes key = randomSecret(keySize);
    CHECK(errorOf(PinWrappedKey::wrap(key, typed("830714"), {1024, 1}, "")) == ErrorCode::InvalidInput);
}
