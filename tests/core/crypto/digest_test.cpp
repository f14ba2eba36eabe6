#include "crypto/digest.h"

#include "support/catch.h"

#include <numeric>

using namespace amparo;

// Expected values: Python's hashlib.blake2b, an implementation of its own.

TEST_CASE("the digest is BLAKE2b with 256 bits (RFC 7693)", "[crypto]")
{
    struct Row {
        const char *text;
        const char *hash;
    };
    const auto row =
        GENERATE(values<Row>({{"", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"},
                              {"abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"}}));
    CHECK(crypto::digest(row.text).toHex() == row.hash);
}

TEST_CASE("a digest fed in pieces is that of the whole", "[crypto]")
{
    crypto::Digest digest;
    digest.add("a");
    digest.add("");
    digest.add("bc");
    CHECK(digest.result() == crypto::digest("abc"));
}

TEST_CASE("a keyed digest depends on its key", "[crypto]")
{
    crypto::SecretBytes key(32);
    std::iota(key.bytes().begin(), key.bytes().end(), static_cast<unsigned char>(0));
    CHECK(crypto::keyedDigest(key, "abc").toHex() ==
          "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f");
    CHECK(crypto::keyedDigest(crypto::SecretBytes(32), "abc") != crypto::keyedDigest(key, "abc"));
}

TEST_CASE("hashes are equal only in every byte", "[crypto]")
{
    CHECK(crypto::equalInConstantTime("abc", "abc"));
    CHECK_FALSE(crypto::equalInConstantTime("abc", "abd"));
    CHECK_FALSE(crypto::equalInConstantTime("abc", "ab"));
}
