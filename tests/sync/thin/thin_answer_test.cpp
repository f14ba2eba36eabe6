#include "sync/thin/thin_answer.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::thin;
using namespace std::chrono_literals;
using sync::Trouble;
using sync::Unsent;

namespace {

const QByteArray json = "application/json";

Unsent unsentIn(const Judgement &judgement)
{
    REQUIRE(std::holds_alternative<Unsent>(judgement));
    return std::get<Unsent>(judgement);
}

}  // namespace

TEST_CASE("200 and 201 with a receipt are an arrival, and nothing else is", "[thin][SEC-S3]")
{
    const auto status = GENERATE(200, 201);
    const Judgement judgement = judge({status, "application/vnd.amparo.receipt", "bytes", {}, {}, {}});
    CHECK(std::get<Stored>(judgement).receipt == "bytes");
    const Judgement page = judge({status, "text/html", "<html>welcome</html>", {}, {}, {}});
    CHECK(unsentIn(page).trouble == Trouble::Portal);
}

TEST_CASE("what the gateway refuses comes with its word", "[thin][SEC-S3]")
{
    const auto status = GENERATE(400, 409, 411, 413, 422);
    const Judgement judgement = judge({status, json, R"({"error":"too-large","max":4096})", {}, {}, {}});
    CHECK(std::get<Refusal>(judgement) == Refusal{status, QStringLiteral("too-large"), 4096});
    // Without the gateway's word, somebody else refuses.
    CHECK(unsentIn(judge({status, "text/html", "<html/>", {}, {}, {}})).trouble == Trouble::WrongAddress);
}

TEST_CASE("every other answer is the server's trouble, of its class", "[thin][SEC-S3]")
{
    struct Row {
        int status;
        std::optional<std::chrono::seconds> retryAfter;
        Trouble trouble;
    };
    const auto row = GENERATE(values<Row>({
        {204, {}, Trouble::Portal},
        {302, {}, Trouble::Portal},
        {401, {}, Trouble::SignIn},
        {403, {}, Trouble::SignIn},
        {404, {}, Trouble::WrongAddress},
        {405, {}, Trouble::WrongAddress},
        {407, {}, Trouble::ProxySignIn},
        {408, {}, Trouble::Interrupted},
        {429, 30s, Trouble::Busy},
        {500, {}, Trouble::ServerFault},
        {502, {}, Trouble::ServerFault},
        {503, {}, Trouble::ServerFault},
        {503, 30s, Trouble::Busy},
        {511, {}, Trouble::Portal},
    }));
    CAPTURE(row.status);
    const Unsent unsent = unsentIn(judge({row.status, json, R"({"error":"word"})", {}, row.retryAfter, {}}));
    CHECK(unsent ==
          Unsent{row.trouble, Unsent::Scope::Server, row.status, QStringLiteral("word"), row.retryAfter});
}
