#include "sync/openrosa/http_authentication.h"

#include "support/catch.h"

using namespace amparo;
using amparo::openrosa::HttpAuthentication;

namespace {

const QUrl page(QStringLiteral("http://www.nowhere.org/dir/index.html"));

HttpAuthentication mufasa()
{
    return HttpAuthentication({QStringLiteral("Mufasa"), QStringLiteral("Circle Of Life")});
}

}  // namespace

TEST_CASE("Digest answers as the example of RFC 2617, 3.5", "[openrosa]")
{
    HttpAuthentication authentication = mufasa();
    REQUIRE(authentication.acceptChallenge("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
                                           "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                                           "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
                                           false));
    const QByteArray header = authentication.authorization("GET", page, "0a4f113b");
    CHECK(header ==
          QByteArray(
              "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", "
              "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", qop=auth, nc=00000001, "
              "cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\", "
              "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
    CHECK(authentication.authorization("GET", page, "0a4f113b").contains("nc=00000002"));
}

TEST_CASE("Digest without qop answers as RFC 2069 did", "[openrosa]")
{
    HttpAuthentication authentication = mufasa();
    REQUIRE(authentication.acceptChallenge("Digest realm=\"r\", nonce=\"n\"", false));
    const QByteArray header = authentication.authorization("GET", page, "unused");
    // MD5(MD5("Mufasa:r:Circle Of Life") ":n:" MD5("GET:/dir/index.html")), by md5sum
    CHECK(header ==
          QByteArray("Digest username=\"Mufasa\", realm=\"r\", nonce=\"n\", uri=\"/dir/index.html\", "
                     "response=\"e2f9f8bed08c50a66181679ee5b58085\""));
}

TEST_CASE("Basic is for encrypted links alone", "[openrosa]")
{
    HttpAuthentication authentication({QStringLiteral("Aladdin"), QStringLiteral("open sesame")});
    CHECK_FALSE(authentication.acceptChallenge("Basic realm=\"WallyWorld\"", false));
    CHECK(authentication.authorization("HEAD", page, "n").isEmpty());
    CHECK(authentication.acceptChallenge("Basic realm=\"WallyWorld\"", true));
    CHECK(authentication.authorization("HEAD", page, "n") ==
          QByteArray("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));  // the example of RFC 7617, 2
    CHECK_FALSE(authentication.acceptChallenge("Basic realm=\"WallyWorld\"", true));
}

TEST_CASE("Digest is chosen where a server offers both", "[openrosa]")
{
    HttpAuthentication authentication = mufasa();
    REQUIRE(authentication.acceptChallenge(
        "Basic realm=\"a, Digest\", Digest realm=\"r\", nonce=\"n\", qop=\"auth\"", true));
    CHECK(authentication.authorization("HEAD", page, "c")
              .startsWith("Digest username=\"Mufasa\", realm=\"r\""));
}

TEST_CASE("a challenge that cannot be answered is refused", "[openrosa]")
{
    const auto header = GENERATE(as<QByteArray>(), "", "Bearer", "Negotiate, Bearer realm=\"x\"",
                                 "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256",
                                 "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"");
    HttpAuthentication authentication = mufasa();
    CHECK_FALSE(authentication.acceptChallenge(header, false));
    CHECK(authentication.authorization("HEAD", page, "n").isEmpty());
}

TEST_CASE("no line end or quote of a name or challenge breaks out of the header", "[openrosa]")
{
    HttpAuthentication authentication({QStringLiteral("a\"\r\nX: y"), QStringLiteral("p")});
    REQUIRE(authentication.acceptChallenge("Digest realm=\"r\\\"r\", nonce=\"n\"", false));
    const QByteArray header = authentication.authorization("HEAD", page, "n");
    CHECK(header.startsWith("Digest username=\"a\\\"X: y\", realm=\"r\\\"r\","));
    CHECK_FALSE(header.contains('\n'));
}
