#include "sync/openrosa/verdict.h"

#include "support/catch.h"

using namespace amparo::openrosa;
using namespace amparo::sync;
using namespace std::chrono_literals;
using Scope = Unsent::Scope;

namespace {

const QByteArray openRosa =
    "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message>said</message>"
    "</OpenRosaResponse>";
const QByteArray portalPage = "<html><body>Welcome</body></html>";
const QString said = QStringLiteral("said");

HttpAnswer answer(int status, const QByteArray &body = {}) { return {status, body, {}, {}, {}, {}}; }

}  // namespace

TEST_CASE("only 204 to the preflight lets a record go", "[openrosa]")
{
    struct Row {
        int status;
        std::optional<Trouble> trouble;
    };
    const auto row = GENERATE(values<Row>({
        {204, std::nullopt},
        {200, Trouble::Portal},
        {201, Trouble::Portal},
        {302, Trouble::Portal},
        {400, Trouble::WrongAddress},
        {401, Trouble::SignIn},
        {403, Trouble::SignIn},
        {404, Trouble::WrongAddress},
        {405, Trouble::WrongAddress},
        {407, Trouble::ProxySignIn},
        {429, Trouble::Busy},
        {500, Trouble::ServerFault},
        {503, Trouble::ServerFault},
        {511, Trouble::Portal},
    }));
    CAPTURE(row.status);
    const auto unsent = judgePreflight(answer(row.status));
    CHECK(unsent.has_value() == row.trouble.has_value());
    if (unsent && row.trouble) {
        CHECK(unsent->trouble == *row.trouble);
        CHECK(unsent->scope == Scope::Server);
        CHECK(unsent->status == row.status);
    }
}

TEST_CASE("[SEC-S3] success is 201 or 202 in the server's own words", "[openrosa]")
{
    const int status = GENERATE(201, 202);
    CHECK(judgeSubmission(answer(status, openRosa)) == Outcome(Accepted{status, said, std::nullopt}));
    CHECK(judgeSubmission(answer(status, portalPage)) ==
          Outcome(Unsent{Trouble::Interrupted, Scope::Record, status}));
    CHECK(judgeSubmission(answer(status)) == Outcome(Unsent{Trouble::Interrupted, Scope::Record, status}));
}

TEST_CASE("[SEC-S3] each status is classed by what else would fare the same", "[openrosa]")
{
    struct Row {
        int status;
        QByteArray body;
        Outcome outcome;
    };
    const auto row = GENERATE(values<Row>({
        {200, portalPage, Unsent{Trouble::Portal, Scope::Server, 200}},
        {200, openRosa, Unsent{Trouble::WrongAddress, Scope::Server, 200, said}},
        {204, {}, Unsent{Trouble::Portal, Scope::Server, 204}},
        {302, portalPage, Unsent{Trouble::Portal, Scope::Server, 302}},
        {400, openRosa, Rejected{400, said}},
        {400, portalPage, Unsent{Trouble::WrongAddress, Scope::Record, 400}},
        {401, openRosa, Unsent{Trouble::SignIn, Scope::Server, 401, said}},
        {403, openRosa, Unsent{Trouble::SignIn, Scope::Record, 403, said}},
        {404, openRosa, Rejected{404, said}},
        {404, portalPage, Unsent{Trouble::WrongAddress, Scope::Record, 404}},
        {408, {}, Unsent{Trouble::Interrupted, Scope::Record, 408}},
        {409, openRosa, Rejected{409, said}},
        {413, portalPage, Rejected{413, {}}},
        {423, openRosa, Unsent{Trouble::Busy, Scope::Record, 423, said}},
        {429, portalPage, Unsent{Trouble::Busy, Scope::Server, 429}},
        {500, openRosa, Unsent{Trouble::ServerFault, Scope::Record, 500, said}},
        {502, portalPage, Unsent{Trouble::ServerFault, Scope::Record, 502}},
        {503, portalPage, Unsent{Trouble::ServerFault, Scope::Server, 503}},
        {407, portalPage, Unsent{Trouble::ProxySignIn, Scope::Server, 407}},
        {511, portalPage, Unsent{Trouble::Portal, Scope::Server, 511}},
    }));
    CAPTURE(row.status, row.body);
    CHECK(judgeSubmission(answer(row.status, row.body)) == row.outcome);
}

TEST_CASE("the server's wish to be left alone is handed on", "[openrosa]")
{
    HttpAnswer later = answer(503);
    later.retryAfter = 120s;
    const Unsent expected{Trouble::Busy, Scope::Server, 503, {}, 120s};
    CHECK(judgePreflight(later) == expected);
    CHECK(judgeSubmission(later) == Outcome(expected));
}
