#include "crypto/passphrase.h"

#include "support/catch.h"
#include "support/text.h"

using namespace amparo;
using crypto::Passphrase;
using crypto::PassphraseFlaw;
using test::text;

namespace {

std::optional<PassphraseFlaw> flawOf(const QString &passphrase)
{
    return crypto::passphraseFlaw(Passphrase::fromText(passphrase), u"jquispe");
}

}  // namespace

TEST_CASE("one passphrase has one form, whichever keyboard writes it (NFKC)", "[crypto]")
{
    const auto composed = Passphrase::fromText(text("contrase\u00f1a del r\u00edo"));
    const auto decomposed = Passphrase::fromText(text("contrasen\u0303a del ri\u0301o"));
    const auto fullWidth = Passphrase::fromText(text("\uff43ontrase\u00f1a del r\u00edo"));
    CHECK(composed.utf8() == decomposed.utf8());
    CHECK(composed.utf8() == fullWidth.utf8());
    CHECK(composed.length() == 18);
}

TEST_CASE("length is counted in characters, not in bytes or UTF-16 units", "[crypto][SEC-A2]")
{
    CHECK(Passphrase::fromText(text("\U0001F33F\U0001F33F\U0001F33F")).length() == 3);
}

TEST_CASE("a passphrase has 12 to 128 characters", "[crypto][SEC-A2]")
{
    const QString pattern = text("lluvia en el puente ");
    const auto ofLength = [&](int length) { return pattern.repeated(8).left(length); };
    CHECK(flawOf(ofLength(11)) == PassphraseFlaw::TooShort);
    CHECK(flawOf(ofLength(12)) == std::nullopt);
    CHECK(flawOf(ofLength(128)) == std::nullopt);
    CHECK(flawOf(ofLength(129)) == PassphraseFlaw::TooLong);
}

TEST_CASE("a passphrase with nothing of its own is refused", "[crypto][SEC-A2]")
{
    const auto passphrase =
        GENERATE(as<const char *>(), "password1234", "PasswordPassword", "Contraseña2024!",
                 "contrasen\u0303a 2024", "amparo frontera 1", "qwertyuiop12", "aaaaaaaaaaaa", "123456789012",
                 "jquispe-jquispe", "            ");
    CAPTURE(passphrase);
    CHECK(flawOf(text(passphrase)) == PassphraseFlaw::Common);
}

TEST_CASE("no kind of character is asked for", "[crypto][SEC-A2]")
{
    const auto passphrase = GENERATE(as<const char *>(), "tres garzas blancas", "quebracho!Tambo7",
                                     "пятнадцать уток", "la password de mi abuela");
    CAPTURE(passphrase);
    CHECK(flawOf(text(passphrase)) == std::nullopt);
}
