#include "sync/web/rate_limit.h"

#include "support/catch.h"

using namespace amparo::web;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const QString post = QStringLiteral("PE-DES-01");

/// Whether a request that ends at once may come.
bool passes(RateLimit &limit, milliseconds now, const QString &postId = post)
{
    if (limit.enter(postId, now))
        return false;
    limit.leave(postId);
    return true;
}

}  // namespace

TEST_CASE("a post may ask as often as its bucket is full, and then as fast as it fills", "[gateway]")
{
    RateLimit limit(2, 3, 10);
    for (int i = 0; i < 3; ++i)
        CHECK(passes(limit, seconds(0)));
    CHECK(limit.enter(post, seconds(0)) == seconds(1));
    CHECK_FALSE(passes(limit, milliseconds(499)));
    CHECK(passes(limit, milliseconds(500)));
    CHECK_FALSE(passes(limit, milliseconds(500)));
    CHECK(passes(limit, seconds(0), QStringLiteral("BO-DES-01")));  // another is not held up
}

TEST_CASE("a bucket holds no more than its burst, however long nobody asked", "[gateway]")
{
    RateLimit limit(1, 2, 10);
    CHECK(passes(limit, seconds(0)));
    CHECK(passes(limit, seconds(1000)));
    CHECK(passes(limit, seconds(1000)));
    CHECK_FALSE(passes(limit, seconds(1000)));
}

TEST_CASE("no more requests of a post are under way than it may have", "[gateway]")
{
    RateLimit limit(100, 100, 2);
    CHECK_FALSE(limit.enter(post, seconds(0)));
    CHECK_FALSE(limit.enter(post, seconds(0)));
    CHECK(limit.enter(post, seconds(0)) == seconds(1));
    limit.leave(post);
    CHECK_FALSE(limit.enter(post, seconds(0)));
}

TEST_CASE("posts that have gone quiet are forgotten, busy ones are not", "[gateway]")
{
    RateLimit limit(1, 1, 1);
    CHECK_FALSE(limit.enter(post, seconds(0)));  // stays under way
    for (int i = 0; i < 20'001; ++i)
        passes(limit, seconds(i * 2), QString::number(i));
    CHECK(limit.enter(post, seconds(100'000)).has_value());
}
