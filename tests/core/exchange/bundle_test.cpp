#include "exchange/bundle.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using test::errorOf;
using test::require;

namespace {

BundlePart aPart(const QByteArray &content, quint64 records = 3)
{
    return {records == 0 ? BundlePart::Kind::Form : BundlePart::Kind::Batch, nameOf(content),
            crypto::digest(content), quint64(content.size()), records};
}

struct Post {
    crypto::SecretBytes seed = crypto::randomSecret(32);

    Bundle bundle() const
    {
        return {QByteArray(16, 's'),
                QByteArray(16, 'g'),
                QByteArray(16, 'b'),
                7,
                QDateTime::fromMSecsSinceEpoch(1'764'000'000'123, Qt::UTC),
                crypto::signingPublicKey(seed),
                {aPart("one batch"), aPart("another", 500), aPart("a form", 0)}};
    }
};

}  // namespace

TEST_CASE("the list of a bundle comes back as it was, with its sums", "[exchange][SEC-S8]")
{
    const Post post;
    const Bundle bundle = post.bundle();
    CHECK(require(decodeBundle(require(encode(bundle, post.seed)))) == bundle);
    CHECK(bundle.records() == 503);
    CHECK(bundle.size() == 22);
}

TEST_CASE("a list that was altered, cut short or added to is no list", "[exchange][SEC-S8]")
{
    const Post post;
    const QByteArray bytes = require(encode(post.bundle(), post.seed));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray altered = bytes;
        altered[at] = char(altered.at(at) ^ 1);
        CHECK_FALSE(decodeBundle(altered));
        CHECK_FALSE(decodeBundle(bytes.first(at)));
    }
    CHECK_FALSE(decodeBundle(bytes + '\0'));
}

TEST_CASE("a list beyond its limits is neither written nor read", "[exchange][SEC-S8]")
{
    const Post post;
    Bundle bundle = post.bundle();
    const auto isRefused = [&] { return errorOf(encode(bundle, post.seed)) == ErrorCode::InvalidInput; };
    SECTION("nothing in it") { bundle.parts.clear(); }
    SECTION("a part twice") { bundle.parts.append(bundle.parts.first()); }
    SECTION("an empty part") { bundle.parts[0].size = 0; }
    SECTION("a part larger than any frame") { bundle.parts[0].size = quint64(mostFrameBytes) + 1; }
    SECTION("more records than a batch holds") { bundle.parts[0].records = quint64(mostItems) + 1; }
    SECTION("a batch without records") { bundle.parts[0].records = 0; }
    SECTION("a form with records") { bundle.parts[2].records = 1; }
    SECTION("another key") { bundle.postKey = QByteArray(32, 'k'); }
    SECTION("too many parts")
    {
        while (bundle.parts.size() <= mostPartsOfBundle)
            bundle.parts.append(aPart(QByteArray::number(bundle.parts.size())));
    }
    CHECK(isRefused());
}

TEST_CASE("as many parts as there may be fit into a list", "[exchange][SEC-S8]")
{
    const Post post;
    Bundle bundle = post.bundle();
    bundle.parts.clear();
    while (bundle.parts.size() < mostPartsOfBundle)
        bundle.parts.append(aPart(QByteArray::number(bundle.parts.size()), mostItems));
    CHECK(require(decodeBundle(require(encode(bundle, post.seed)))) == bundle);
}
