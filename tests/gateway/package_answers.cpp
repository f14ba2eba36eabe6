#include "gateway/package_answers.h"

#include "support/catch.h"

namespace amparo::test {

void checkPackageAnswers(const AskDown &ask)
{
    const auto get = [&](const QByteArray &query, const QByteArray &range = {}) {
        return ask("GET", query,
                   range.isEmpty() ? HttpPeer::Headers() : HttpPeer::Headers{{"Range", "bytes=" + range}});
    };
    const QByteArray policy = "channel=policy&have=0";
    const HttpAnswer whole = get(policy);
    REQUIRE(whole.status == 200);
    CHECK(whole.headers.value("content-type") == "application/vnd.amparo.package");
    const HttpAnswer piece = get(policy, "3-9");
    CHECK(piece.status == 206);
    CHECK(piece.body == whole.body.mid(3, 7));
    CHECK(piece.headers.value("content-range") == "bytes 3-9/" + QByteArray::number(whole.body.size()));
    CHECK(piece.headers.value("etag") == whole.headers.value("etag"));
    CHECK(get(policy, "5-99999999").body == whole.body.mid(5));
    CHECK(get(policy, "99999999-99999999").status == 416);
    CHECK(get(policy, "9-3").status == 200);
    for (const char *query :
         {"channel=policy&have=1", "channel=forms&have=0", "channel=keys&have=0", "channel=other&have=0"})
        CHECK(get(query).status == 204);
    for (const char *query :
         {"", "channel=policy", "channel=policy&have=-1", "channel=policy&have=x", "have=1"})
        CHECK(get(query).status == 400);
    CHECK(ask("PUT", policy, {}).status == 405);
}

}  // namespace amparo::test
