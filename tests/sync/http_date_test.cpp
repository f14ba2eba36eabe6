#include "sync/http_date.h"

#include "support/catch.h"

using namespace amparo::sync;
using namespace std::chrono_literals;

TEST_CASE("a time is written as RFC 9110 writes it", "[openrosa]")
{
    const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);  // the example of RFC 9110, 5.6.7
    CHECK(toHttpDate(time) == QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    CHECK(toHttpDate(time.toOffsetFromUtc(-5 * 3600)) == QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    CHECK(fromHttpDate("Sun, 06 Nov 1994 08:49:37 GMT") == time);
}

TEST_CASE("what is no HTTP time is not guessed at", "[openrosa]")
{
    const auto text = GENERATE(as<QByteArray>(), "", "now", "Sunday, 06-Nov-94 08:49:37 GMT",
                               "Sun, 06 Nov 1994 08:49:37 +0500", "Sun, 36 Nov 1994 08:49:37 GMT");
    CHECK_FALSE(fromHttpDate(text).has_value());
}

TEST_CASE("Retry-After is seconds or a time", "[openrosa]")
{
    const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 7), Qt::UTC);
    const auto row = GENERATE_COPY(values<std::pair<QByteArray, std::optional<std::chrono::seconds>>>({
        {"120", 120s},
        {"0", 0s},
        {"Sun, 06 Nov 1994 08:49:37 GMT", 30s},
        {"Sun, 06 Nov 1994 08:00:00 GMT", 0s},
        {"-5", std::nullopt},
        {"soon", std::nullopt},
        {"", std::nullopt},
        {"99999999999999999999", std::nullopt},
    }));
    CAPTURE(row.first);
    CHECK(readRetryAfter(row.first, now) == row.second);
}
