#include "sync/openrosa/openrosa_response.h"

#include "support/catch.h"

using namespace amparo::openrosa;

namespace {

QByteArray response(const QByteArray &inner)
{
    return "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">" + inner + "</OpenRosaResponse>";
}

}  // namespace

TEST_CASE("the server's first message is read", "[openrosa]")
{
    const auto read = parseOpenRosaResponse(
        "<?xml version='1.0'?>\n" +
        response(
            "\n  <message nature=\"submit_success\"> Saved &amp; sound </message><message>more</message>"));
    REQUIRE(read);
    CHECK(*read == OpenRosaResponse{QStringLiteral("Saved & sound"), QStringLiteral("submit_success")});
}

TEST_CASE("a response may say nothing, or more than OpenRosa knows", "[openrosa]")
{
    CHECK(parseOpenRosaResponse(response("")) == OpenRosaResponse{});
    CHECK(parseOpenRosaResponse(response("<items><item>1</item></items><message>ok</message>")) ==
          OpenRosaResponse{QStringLiteral("ok"), {}});
}

TEST_CASE("what is no OpenRosaResponse is not taken for one", "[openrosa]")
{
    const auto body =
        GENERATE(as<QByteArray>(), "", "ok", "<html><body>Sign in</body></html>",
                 "<OpenRosaResponse><message>no namespace</message></OpenRosaResponse>",
                 "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message>cut",
                 "<message xmlns=\"http://openrosa.org/http/response\"/>",
                 "<!DOCTYPE a [<!ENTITY e \"x\">]><OpenRosaResponse "
                 "xmlns=\"http://openrosa.org/http/response\"><message>&e;</message></OpenRosaResponse>");
    CAPTURE(body);
    CHECK_FALSE(parseOpenRosaResponse(body).has_value());
}

TEST_CASE("[SEC-I1] a response is bounded in length, depth and message", "[openrosa]")
{
    const auto nested = [](int levels) {
        return response(QByteArray("<a>").repeated(levels) + QByteArray("</a>").repeated(levels));
    };
    CHECK(parseOpenRosaResponse(nested(15)).has_value());
    CHECK_FALSE(parseOpenRosaResponse(nested(16)).has_value());

    const qsizetype room = 64 * 1024 - response("").size();
    CHECK(parseOpenRosaResponse(response(QByteArray(room, ' '))).has_value());
    CHECK_FALSE(parseOpenRosaResponse(response(QByteArray(room + 1, ' '))).has_value());

    const auto longMessage =
        parseOpenRosaResponse(response("<message>" + QByteArray(600, 'x') + "</message>"));
    REQUIRE(longMessage);
    CHECK(longMessage->message.size() == 500);
}
