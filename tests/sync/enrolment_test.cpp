#include "sync/enrolment.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::sync;
using amparo::test::errorOf;
using amparo::test::require;

namespace {

Enrolment anEnrolment()
{
    Enrolment enrolment;
    enrolment.post = {QStringLiteral("PE-DES-01"), QStringLiteral("Desaguadero"), QStringLiteral("PER"),
                      false};
    enrolment.server = {QUrl(QStringLiteral("https://gateway.example.org/v1")),
                        AppUser{QStringLiteral("s3cret")},
                        QStringLiteral("PE-DES-01"),
                        Protocol::Thin,
                        {Proxy::Kind::Http, QStringLiteral("proxy.example.org"), 3128, {}},
                        {{}, {QByteArray(32, 'a'), QByteArray(32, 'b')}, {}, {}, QByteArray(32, 'r')}};
    enrolment.policy = SyncPolicy{{{QTime(8, 0), QTime(12, 30)}}, 5'000'000, 64, false, true};
    return enrolment;
}

}  // namespace

TEST_CASE("[SEC-S7] an enrolment says the same as a file and as a code", "[sync]")
{
    const Enrolment enrolment = anEnrolment();
    CHECK(require(readEnrolment(enrolmentFile(enrolment))) == enrolment);
    CHECK(require(readEnrolment(enrolmentCode(enrolment) + '\n')) == enrolment);
    CHECK(enrolmentCode(enrolment).size() < 2953);  // what a QR code of version 40-L holds (ISO/IEC 18004)
}

TEST_CASE("[SEC-S9] an enrolment says whose packages count, by the first key or by a list that followed it",
          "[sync]")
{
    Enrolment enrolment = anEnrolment();
    const QByteArray one(32, 'k');
    const auto row = GENERATE_COPY(values<std::pair<exchange::PackageKeys, const char *>>(
        {{{1, {one}}, "\"packageKey\""},
         {{3, {one}}, "\"packageKeys\""},
         {{7, {one, QByteArray(32, 'l')}}, "\"packageKeys\""}}));
    enrolment.packageKeys = row.first;
    CHECK(enrolmentFile(enrolment).contains(row.second));
    CHECK(require(readEnrolment(enrolmentFile(enrolment))) == enrolment);
}

TEST_CASE("an address as people paste it will do", "[sync]")
{
    const auto enrolment = require(readEnrolment(R"({"amparoEnrolment": 1,
        "post": {"code": "PE-DES-01", "name": "Desaguadero", "country": "PER"},
        "server": {"address": "https://odk.example.org/v1/key/s3cret/projects/7"}})"));
    CHECK(enrolment.server.address == QUrl(QStringLiteral("https://odk.example.org/v1/projects/7")));
    CHECK(std::get<AppUser>(enrolment.server.access).token == QStringLiteral("s3cret"));
    CHECK(enrolment.server.protocol == Protocol::OpenRosa);
    CHECK(enrolment.policy == std::nullopt);
}

TEST_CASE("a proxy of no address needs no port", "[sync]")
{
    const auto enrolment = require(readEnrolment(R"({"amparoEnrolment": 1,
        "post": {"code": "PE-DES-01", "name": "Desaguadero", "country": "PER"},
        "server": {"address": "https://odk.example.org", "proxy": {"kind": "none"}}})"));
    CHECK(enrolment.server.proxy.kind == Proxy::Kind::None);
}

TEST_CASE("[SEC-S7] what is no enrolment, or could not be kept to, is refused", "[sync]")
{
    const QByteArray post = R"("post": {"code": "P", "name": "N", "country": "PER"})";
    const QByteArray server = R"("server": {"address": "https://a.example"})";
    const QByteArray good = R"({"amparoEnrolment": 1, )" + post + ", " + server + "}";
    require(readEnrolment(good));
    const auto text = GENERATE_COPY(
        as<QByteArray>(), "", "{}", "no code", "eJwDAAAAAAE=", R"({"amparoEnrolment": 1, )" + server + "}",
        R"({"amparoEnrolment": 1, )" + post + "}", QByteArray(good).replace("https", "http"),
        QByteArray(good).replace("PER", "P"),
        QByteArray(good).replace("\"server\": {", "\"server\": {\"protocol\": \"smoke\", "),
        QByteArray(good).replace("\"server\": {", R"("server": {"trust": {"pins": ["YQ=="]}, )"),
        QByteArray(good).replace("\"post\"", R"("policy": {"hours": [["8", "9"]]}, "post")"),
        QByteArray(good).replace("\"post\"", R"("packageKey": "YQ==", "post")"),
        QByteArray(good).replace("\"post\"", R"("packageKeys": {"number": 2, "keys": []}, "post")"),
        QByteArray(good).replace("\"post\"", R"("packageKeys": {"number": -2, "keys": [")" +
                                                 QByteArray(32, 'k').toBase64() + R"("]}, "post")"),
        QByteArray(300'000, ' ') + good);
    CAPTURE(text.left(200).toStdString());
    CHECK(errorOf(readEnrolment(text)) == ErrorCode::InvalidInput);
    CHECK(errorOf(readEnrolment(QByteArray(good).replace(": 1", ": 2"))) == ErrorCode::TooNew);
}

TEST_CASE("[SEC-S7] a member that nobody would read is named, not passed over", "[sync]")
{
    const auto [wrong, named] = GENERATE(table<QByteArray, QString>({
        {R"("trust": {"pins": []}, "server": {"address": "https://a.example"})", QStringLiteral("trust")},
        {R"("server": {"address": "https://a.example", "trust": {"pin": "YQ=="}})",
         QStringLiteral("server.trust.pin")},
        {R"("server": {"address": "https://a.example", "proxy": {"name": "p"}})",
         QStringLiteral("server.proxy.name")},
        {R"("policy": {"bytesADay": 1}, "server": {"address": "https://a.example"})",
         QStringLiteral("policy.bytesADay")},
    }));
    const auto read = readEnrolment(
        R"({"amparoEnrolment": 1, "post": {"code": "P", "name": "N", "country": "PER"}, )" + wrong + '}');
    REQUIRE(errorOf(read) == ErrorCode::InvalidInput);
    CHECK(read.error().detail.contains(named));
}

TEST_CASE("[SEC-S7] a code that unpacks to more than an enrolment may have is refused", "[sync]")
{
    const QByteArray bomb = qCompress(QByteArray(50'000'000, ' '), 9).mid(4).toBase64();
    REQUIRE(bomb.size() < 256 * 1024);
    CHECK(errorOf(readEnrolment(bomb)) == ErrorCode::InvalidInput);
}
